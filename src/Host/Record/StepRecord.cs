using System.Text.RegularExpressions;
using Runtime.Charts;

namespace Host.Record;

/// <summary>What one step showed, made and cost. Filled while it runs; read-only once it has finished.</summary>
public sealed partial class StepRecord(int number, string text, string operatorName)
{
    readonly List<Result> results = [];

    public int Number => number;

    /// <summary>The step as the script has it.</summary>
    public string Written => text;

    /// <summary>The same in a line.</summary>
    public string Text { get; } = OneLine(text);

    /// <summary>That without the code that it holds.</summary>
    public string Brief { get; } =
        OneLine(Code().Replace(text, code => $"``` … ``` ({Wording.Plural(code.Value.Count('\n') - 1, "line")})"));

    public string Operator => operatorName;

    public IReadOnlyList<Result> Results => results;

    public IEnumerable<Metric> Metrics => results.OfType<Metric>();

    public IEnumerable<string> Remarks => results.OfType<Remark>().Select(r => r.Text);

    public IEnumerable<Warning> Warnings => results.OfType<Warning>();

    /// <summary>The files that the step read.</summary>
    public IEnumerable<Source> Sources => results.OfType<Source>();

    /// <summary>What the step has to show as tables and figures, with the names of their files.</summary>
    public List<Exhibit> Exhibits { get; } = [];

    /// <summary>The labelings that the step made.</summary>
    public IReadOnlyList<LabelColumn> Labelings { get; private set; } = [];

    /// <summary>The models that the step fitted.</summary>
    public IReadOnlyList<Model> Models { get; private set; } = [];

    /// <summary>What the step made of rows and points; null while it runs.</summary>
    public StepFlow? Flow { get; private set; }

    public TimeSpan Time { get; set; }

    /// <summary>The largest working set of the process while the step ran.</summary>
    public long PeakMemory { get; set; }

    /// <summary>It was not run: an earlier run had kept what it gives.</summary>
    public bool Kept { get; set; }

    /// <summary>Ran to its end.</summary>
    public bool Finished { get; set; }

    public void Add(Result result) => results.Add(result);

    static string OneLine(string text) =>
        string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A block of several lines with its fences.</summary>
    [GeneratedRegex("```[^`\n]*\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Code();

    /// <summary>A picture of the step says it already.</summary>
    public bool IsInPicture(Remark remark) =>
        Results.OfType<Figure>().Any(figure => figure.Note?.Contains(remark.Text, StringComparison.Ordinal) is true);

    public Exhibit ExhibitOf(Result what) => Exhibits.First(e => ReferenceEquals(e.What, what));

    /// <summary>Notes what the step made of the study.</summary>
    public void Made(Study before, Study after)
    {
        var change = Change.Between(before, after);
        (Labelings, Models) = ([.. change.Columns.OfType<LabelColumn>()], change.Models);
        Flow = new(before.Rows, after.Rows, after.Table?.Columns.Count ?? 0, [.. change.Points.Select(p => (p.Name, p.Columns.Count))]);
    }
}

/// <summary>Rows before and after a step, the columns of the table after it, and the points that it made.</summary>
public sealed record StepFlow(int RowsBefore, int Rows, int Columns, IReadOnlyList<(string Name, int Columns)> Points);

/// <summary>A table or a figure under its own name, unique in the run: <c>07_pca_variance</c>.</summary>
public sealed record Exhibit(string Name, Result What)
{
    /// <summary>Its file below the output folder; a figure's drawing also lies beside it as PNG.</summary>
    public string File => What is Sheet ? $"tables/{Name}.csv" : $"figures/{Name}.svg";
}
