using Dsl;
using Host.Display;
using Host.Pricing;
using Host.Receipts;
using Host.Report;
using Host.Results;
using Host.Watch;
using Runtime.Files;

namespace Host.CommandLine;

/// <summary>One run of a checked script: shown while it happens, written as it goes, summed up at its end.</summary>
/// <param name="place">Where it writes.</param>
sealed class ScriptRun(HostContext host, Plan plan, RunPlace place)
{
    public required int Threads { get; init; }

    public bool Quiet { get; init; }

    /// <summary>The report as Markdown, too.</summary>
    public bool Markdown { get; init; }

    /// <summary>Standard output holds the record, and nothing beside it.</summary>
    public bool RecordAlone { get; init; }

    /// <summary>What an earlier run made, to go on from there.</summary>
    public KeptSteps? Kept { get; init; }

    /// <summary>Parameters that were given from outside.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    /// <summary>How many rows of each table a record follows.</summary>
    public int Witnesses { get; init; }

    public int Run()
    {
        var record = RunRecord.Of(plan, Path.GetFileName(plan.Source.Name), Threads, host.Clock);
        var figures = new ProseFigures(plan);
        using var output = OutFolder.Own(place.Folder, host, place.Read);
        var publisher = PublisherTo(output, record, figures);
        publisher.Begin();
        var runner = RunnerFor(record, publisher, figures, output.FullPath);
        var earlier = place.Results?.Earlier();
        var recorder = place.Results is null ? null : new Recorder(runner, earlier, Witnesses, host.Cancel);
        var display = new RunDisplay(host, plan, place.Folder) { Quiet = Quiet, Figures = figures };
        var receipt = host.Cache is null ? null : new ReceiptMaker(runner, host.Cache, host.Clock);
        using (var execution = new Execution(runner, record, host, publisher.Step)) display.Follow(execution);
        record.Leave();
        var keeping = Task.Run(() => Keep(receipt));
        publisher.End(plan);
        keeping.GetAwaiter().GetResult();
        if (place.Copy is not null) Copy(place.Copy, publisher.WriteRecord);
        (record.Ending as Ending.Broken)?.Rethrow();
        if (record.Ending is Ending.Failed { Diagnostic: var failure }) host.Say(failure, plan.Source);
        if (!RecordAlone) display.Summary(record, Printable.Of(Path.Combine(place.Folder, Publisher.ReportFile)));
        if (recorder is not null) Say(place.Results!.Keep(recorder.Found(record.Ending!, Set), earlier, record.Ending!));
        TimeLeft.Learn(record.Time, host);
        return CodeOf(record.Ending);
    }

    void Keep(ReceiptMaker? receipt)
    {
        if (receipt is null) return;
        host.Cache!.Settle();
        ReceiptFile.Of(plan.Source.Name, host).Keep(receipt.Made());
    }

    void Say(string kept)
    {
        if (!RecordAlone) host.Output.WriteLine(kept);
    }

    Publisher PublisherTo(OutFolder output, RunRecord record, ProseFigures figures) => new(output, record, host.Cancel)
    {
        ScriptFolder = Path.GetDirectoryName(host.PathOf(plan.Source.Name)) ?? "",
        Figures = figures,
        Cache = host.Cache,
        Markdown = Markdown,
    };

    /// <summary>Runs what an earlier run has not left, and keeps what it makes.</summary>
    Runner RunnerFor(RunRecord record, Publisher publisher, ProseFigures figures, string folder)
    {
        var same = Kept?.Same(plan) ?? [];
        foreach (var kept in same) TakeOver(kept, record, publisher, figures);
        var rest = same.Count == 0 ? plan : plan with { Steps = [.. plan.Steps.Skip(same.Count)] };
        var runner = new Runner(rest, SettingsFor(folder) with { Start = same is [.., var last] ? last.After : Study.Empty });
        if (Kept is { } steps)
            runner.StepFinished += (planned, before, after) => steps.Keep(plan, planned, before, after, record.Steps[^1]);
        runner.StepFinished += (step, _, after) => figures.Note(after, step.Number);
        runner.StepFinished += (_, _, _) => record.Steps[^1].Kept = host.Cache?.Last?.Kept == true;
        return runner;
    }

    /// <summary>A step as it was in an earlier run.</summary>
    void TakeOver(Kept kept, RunRecord record, Publisher publisher, ProseFigures figures)
    {
        var step = record.Begin(kept.Record.Number, kept.Record.Written, kept.Record.Operator);
        foreach (var result in kept.Record.Results) record.Add(step, result);
        step.Made(kept.Before, kept.After);
        (step.Time, step.PeakMemory, step.Finished) = (kept.Record.Time, kept.Record.PeakMemory, true);
        figures.Note(kept.After, step.Number);
        publisher.Step(plan.Steps[step.Number - 1], step);
    }

    static int CodeOf(Ending? ending) => ending switch
    {
        Ending.Finished => ExitCode.Fine,
        Ending.Stopped => ExitCode.Cancelled,
        _ => ExitCode.ScriptFailed,
    };

    RunSettings SettingsFor(string output) =>
        new()
        {
            Threads = Threads,
            OutputFolder = output,
            Read = place.Read,
            Cancel = host.Cancel,
            Recall = host.Recall,
            // A row is known again by all that stands in it.
            IsWhole = place.Results is null,
        };

    /// <summary>Standard output goes on from where it is, whatever it leads to.</summary>
    void Copy(string file, Action<Stream> write)
    {
        if (file is not ("/dev/stdout" or "/dev/fd/1" or "/proc/self/fd/1")) WholeFile.Write(host.PathOf(file), write);
        else
        {
            host.Output.Flush();
            write(host.OutputBytes);
            host.OutputBytes.Flush();
        }
    }
}
