using System.ComponentModel;
using System.Globalization;
using Microsoft.Data.Analysis;
using Runtime.Charts;
using Runtime.Charts.Painting;
using Runtime.Data;
using SkiaSharp;

namespace Host.CSharp;

/// <summary>What a block of C# sees: its members are there without a prefix. Adding is in the other part.</summary>
public abstract partial class Block
{
    DataFrame? frame;

    /// <summary>The study so far; what it is set to goes on to the next step.</summary>
    public Study Study
    {
        get;
        set
        {
            (field, frame) = (value, null);
        }
    } = Study.Empty;

    /// <summary>What surrounds the step: for the <c>Apply</c> of other operators.</summary>
    public RunContext Run { get; private set; } = new();

    /// <summary>How many rows there are.</summary>
    public int Rows => Study.Rows;

    /// <summary>A copy of the table as a data frame, made when first asked for.</summary>
    public DataFrame Table => frame ??= DataFrames.From(Study.Loaded);

    /// <summary>The current points.</summary>
    public Points Points => Study.Current;

    /// <summary>Stops the block when the person wants it to.</summary>
    public CancellationToken Cancel => Run.Cancel;

    /// <summary>The block's own text.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract void Main();

    /// <summary>The line of the block that failed; 0 when none did.</summary>
    internal int FailedLine { get; private set; }

    /// <summary>What the text made of the block calls when an exception leaves it; it never catches one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool FailsAt(int line)
    {
        FailedLine = line;
        return false;
    }

    /// <summary>What is written to the console is shown like all else, line by line.</summary>
    public BlockConsole Console { get; private set; } = new(_ => { });

    internal Study Execute(Study study, RunContext run)
    {
        (Study, Run) = (study, run);
        using (Console = new BlockConsole(run.Say)) Main();
        return Study;
    }

    /// <summary>A column of numbers; NaN where missing.</summary>
    /// <exception cref="Refusal">There is none of this name, or it holds text.</exception>
    public Values<double> Numbers(string column) => Study.Column(column) is NumberColumn numbers
        ? new(numbers.Storage)
        : throw new Refusal($"Column `{column}` holds text.", $"Read it with `Texts(\"{column}\")`.");

    /// <summary>A column of dates; null where missing.</summary>
    /// <exception cref="Refusal">There is none of this name, or it holds none.</exception>
    public Values<DateTime?> Dates(string column) => Study.Column(column) is TimeColumn times
        ? new([.. times.Storage.Select(v => double.IsNaN(v) ? (DateTime?)null : TimeForm.ToDate(v))])
        : throw new Refusal($"Column `{column}` holds no dates.", $"Read it with `Texts(\"{column}\")`.");

    /// <summary>A column as text; null where missing.</summary>
    /// <exception cref="Refusal">There is none of this name.</exception>
    public Values<string?> Texts(string column)
    {
        var found = Study.Column(column);
        var texts = new string?[found.Rows];
        if (found is TextColumn text)
        {
            string[] words = [.. Enumerable.Range(0, text.Words.Count).Select(code => text.Words[code])];
            for (var row = 0; row < texts.Length; row++) texts[row] = text.Codes[row] < 0 ? null : words[text.Codes[row]];
        }
        else
        {
            for (var row = 0; row < texts.Length; row++) texts[row] = found.Show(row) is { Length: > 0 } shown ? shown : null;
        }
        return new(texts);
    }

    /// <summary>
    /// The cluster of each row, or the number of its value among those of a column of texts or whole numbers; −1 is noise, or missing.
    /// </summary>
    /// <exception cref="Refusal">There is no such labeling.</exception>
    public Values<int> Labels(string labeling) => new(Study.Labeling(labeling).Labels);

    /// <summary>The value in force of a parameter of the script, as text.</summary>
    /// <exception cref="Refusal">The script declares none of this name.</exception>
    public string Param(string name)
    {
        foreach (var parameter in Run.Parameters)
            if (parameter.Name == name) return parameter.Value.Trim('"');
        var declared = Run.Parameters.Select(p => p.Name).ToList();
        throw new Refusal($"The script declares no parameter `{name}`.",
            declared.Count == 0 ? $"Declare it above: `param {name} = value`." : Spelling.List("parameters", name, declared));
    }

    /// <summary>The same as a number or whatever else reads from text; 93% is 0.93.</summary>
    /// <exception cref="Refusal">There is none of this name, or it does not read as such.</exception>
    public T Param<T>(string name) where T : IParsable<T>
    {
        var text = Param(name).Replace("_", "");
        if (text is [.. var share, '%'] && typeof(T) == typeof(double)
            && double.TryParse(share, CultureInfo.InvariantCulture, out var hundredths))
            return (T)(object)(hundredths / 100);
        return T.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new Refusal($"The parameter `{name}` is `{text}`, which is no {typeof(T).Name}.", $"Give `{name}` another value.");
    }

    /// <summary>Runs an operator on the study; what it makes is there afterwards.</summary>
    public void Do(Operator op) => Study = op.Apply(Study, Run);

    /// <summary>A figure or a sheet for terminal and report.</summary>
    public void Show(Result result) => Run.Show(result);

    /// <summary>A picture of one's own: a whole SVG document.</summary>
    /// <exception cref="Refusal">The text is no SVG.</exception>
    public void ShowSvg(string name, string title, string svg) => Run.Show(Drawing.Of(name, title, svg));

    /// <summary>A picture of one's own, drawn on a canvas of SkiaSharp; <c>Sketch.Font(14)</c> is the font of the charts.</summary>
    /// <param name="draw">Is called twice, for the SVG and for the pixels.</param>
    public void ShowCanvas(string name, string title, int width, int height, Action<SKCanvas> draw) =>
        Run.Show(Sketch.On(name, title, width, height, draw));

    /// <summary>A frame as a table, at most its first thousand rows.</summary>
    public void Show(DataFrame table, string name = "table", string? title = null) => Run.Show(Frames.Sheet(table, name, title ?? name));

    /// <summary>Anything else as a sentence, lists with their items.</summary>
    public void Show(object? value) => Run.Say(Listed.Of(value));

    /// <summary>A warning for terminal and report, and what to do about it.</summary>
    public void Warn(string text, string? hint = null) => Run.Warn(text, hint);

    /// <summary>Says how far the block is, 0..1, and stops it when the person wants it to.</summary>
    public void Progress(double share, string what = "running C#")
    {
        Run.Cancel.ThrowIfCancellationRequested();
        Run.Work.Report(what, share);
    }
}
