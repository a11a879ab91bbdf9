using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using Dsl;
using Runtime.Charts;
using Runtime.Charts.Painting;
using Runtime.Data;
using Runtime.Storage;

namespace Host.Report;

/// <summary>Writes what a run shows as files: tables and figures behind the steps that follow, the report at the end.</summary>
sealed class Publisher(OutFolder folder, RunRecord run, CancellationToken cancel)
{
    public const string ReportFile = "report.html";

    public const string MarkdownFile = "report.md";

    public const string RecordFile = "run.json";

    /// <summary>Where the script lies: files below it are called by their way from there.</summary>
    public string ScriptFolder { get; init; } = "";

    /// <summary>What prose names of the results.</summary>
    public ProseFigures? Figures { get; init; }

    /// <summary>Where drawings of earlier runs are kept; null for nowhere.</summary>
    public StepCache? Cache { get; init; }

    /// <summary>The report as Markdown, too.</summary>
    public bool Markdown { get; init; }

    /// <summary>The drawings, for the report: the same as in the files.</summary>
    readonly Dictionary<string, string> drawings = new(StringComparer.Ordinal);
    /// <summary>A figure that has been drawn for another page of this process need not be drawn again.</summary>
    static readonly ConditionalWeakTable<Figure, Drawing> Pictures = [];

    /// <summary>What a run that is killed leaves said is at most so old: many steps take less, and the record grows with them.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(250);

    readonly Lock gate = new();
    readonly Behind behind = new();
    long written;
    volatile bool ended;

    public void Begin()
    {
        // From here on what a kill leaves half is known to be ours.
        folder.Remember(running: true);
        folder.Note(RecordFile);
        WriteRecord();
        folder.Remember(running: true);
        written = Stopwatch.GetTimestamp();
    }

    /// <summary>What a step shows is written behind those that follow; when that fails the next one says so.</summary>
    public void Step(PlannedStep planned, StepRecord step)
    {
        if (ended) throw new OperationCanceledException();
        // At once: a later step may take them away before what is behind is done.
        lock (gate)
            foreach (var file in FilesWrittenBy(planned)) if (folder.Has(file)) folder.NoteAsked(file);
        Exhibit[] exhibits = [.. step.Exhibits];
        // While nothing is added to it.
        var record = Stopwatch.GetElapsedTime(written) < Fresh ? null : Bytes(WriteRecord);
        if (record is not null) written = Stopwatch.GetTimestamp();
        behind.Do(run.Threads, () => Publish(exhibits, record));
    }

    void Publish(Exhibit[] exhibits, byte[]? record)
    {
        foreach (var exhibit in exhibits) Write(exhibit);
        if (record is not null) WriteFile(RecordFile, record);
        lock (gate)
        {
            if (!ended && record is not null) folder.Remember(running: true);
        }
    }

    /// <summary>
    /// The report and the final record; also the tables and figures of a step that failed half-way. A run whose files cannot be written, or
    /// are gone at its end, has failed.
    /// </summary>
    public void End(Plan plan)
    {
        try
        {
            behind.Wait();
            WriteAll(plan);
            folder.RemoveEarlier();
            folder.Settle();
            if (folder.Lost() is [_, ..] lost)
                Fail(new IOException($"Gone from the output folder while the run went on: {Wording.Names(lost)}."));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Fail(e);
        }
        folder.Remember(running: false);
        lock (gate) ended = true;
    }

    void WriteAll(Plan plan)
    {
        if (!cancel.IsCancellationRequested)
            foreach (var exhibit in run.Steps.Where(s => !s.Finished).SelectMany(s => s.Exhibits)) Write(exhibit);
        var page = new ReportPage(run, plan, Figures);
        WriteFile(ReportFile, Encoding.UTF8.GetBytes(new HtmlReport(page, drawings, ScriptFolder).Text()));
        if (Markdown) WriteFile(MarkdownFile, Encoding.UTF8.GetBytes(new MarkdownReport(page, ScriptFolder).Text()));
        WriteRecord();
    }

    /// <summary>Says in the record that the run failed, where that can still be written: the record before it gives its room.</summary>
    void Fail(Exception failure)
    {
        run.Fail(failure);
        try
        {
            folder.Delete(RecordFile);
            folder.Lost();
            folder.Note(RecordFile);
            WriteRecord();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Refusal)
        {
            // What stopped the run stops this, too; it is said on the way out.
        }
    }

    public void WriteRecord(Stream stream)
    {
        lock (gate) RunJson.Write(stream, run, folder.Files);
    }

    void WriteRecord() => WriteFile(RecordFile, Bytes(WriteRecord));

    static byte[] Bytes(Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        write(bytes);
        return bytes.ToArray();
    }

    void Write(Exhibit exhibit)
    {
        if (exhibit.What is Sheet sheet) WriteFile(exhibit.File, Bytes(stream => CsvText.Write(stream, sheet)));
        if (exhibit.What is Drawing own) Write(exhibit, own.Svg, own.Png);
        if (exhibit.What is not Figure figure) return;
        var drawn = Pictures.GetValue(figure, f => Cache?.Drawn(f, () => Draw(f)) ?? Draw(f));
        Write(exhibit, drawn.Svg, drawn.Png);
        WriteFile(Path.ChangeExtension(exhibit.File, "json"), drawn.Figure!);
    }

    void Write(Exhibit exhibit, string drawing, byte[]? picture)
    {
        WriteFile(exhibit.File, Encoding.UTF8.GetBytes(drawing));
        if (picture is not null) WriteFile(Path.ChangeExtension(exhibit.File, "png"), picture);
        lock (gate) drawings[exhibit.Name] = drawing;
    }

    /// <summary>One file at a time, and none after the end: a run that was left behind may still be at work.</summary>
    void WriteFile(string file, byte[] bytes)
    {
        lock (gate)
        {
            if (ended) throw new OperationCanceledException();
            folder.Write(file, bytes);
        }
    }

    /// <summary>What the step's own arguments say that it writes.</summary>
    public static IEnumerable<string> FilesWrittenBy(PlannedStep planned) => planned.Signature!.Parameters
        .Where(p => p.ValueType == typeof(OutputFile))
        .Select(p => planned.Operator is null ? null : p.Property.GetValue(planned.Operator))
        .OfType<OutputFile>()
        .Select(f => Path.GetRelativePath(Path.GetTempPath(), Path.GetFullPath(f.Written, Path.GetTempPath())))
        .Select(f => f.Replace(Path.DirectorySeparatorChar, '/'));

    static Drawing Draw(Figure figure) => new(figure.Name, figure.Title, Painter.Svg(figure))
    {
        Png = Painter.Png(figure),
        Figure = Bytes(stream => FigureJson.Write(stream, figure)),
    };
}
