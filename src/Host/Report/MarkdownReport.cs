using System.Text;
using System.Text.RegularExpressions;
using Dsl.Syntax;
using Runtime.Charts;

namespace Host.Report;

/// <summary>
/// The run as Markdown with its pictures beside it. It says nothing of time or machine: the same script on the same data gives the same
/// text, so that a repository shows what changed.
/// </summary>
sealed partial class MarkdownReport(ReportPage page, string scriptFolder)
{
    const int MostRows = 20;

    readonly StringBuilder text = new();
    int figures;

    public string Text()
    {
        Line($"# {MarkdownText.Of(page.Title)}");
        if (page.Lead.Length > 0) Line(Untagged(page.Lead));
        Data();
        List("What was found", page.Findings().Select(f => $"{MarkdownText.Of(f.Text)} (step {f.Step.Number})"));
        List("What was expected", page.Expectations().Select(e =>
            $"{(e.Holds ? "" : "**Does not hold:** ")}{MarkdownText.Of(e.Text)} (step {e.Step.Number})"));
        List("Warnings", page.Run.Steps.SelectMany(s => page.Warnings(s).Select(w => $"{Said(w)} (step {s.Number})"))
            .Concat(page.Unplaced().Select(w => Said(w))));
        var records = page.Run.Steps.ToDictionary(s => s.Number);
        var number = 0;
        foreach (var item in page.Items)
        {
            if (item is Prose prose && prose.Text.Trim().Length > 0) Line(Untagged(prose.Text.Trim()));
            if (item is Step && records.TryGetValue(++number, out var step)) Step(step);
        }
        List("Words", Glossary.Of(page).Select(w => $"**{w.Word}**: {MarkdownText.Of(w.Meaning)}"));
        return text.ToString().TrimEnd() + "\n";
    }

    void Data()
    {
        foreach (var input in page.Run.Steps.SelectMany(s => s.Sources).Distinct())
            Line($"Data: `{HtmlOrigin.Near(input.File, scriptFolder)}`, SHA-256 `{input.Hash}`.");
        if (string.Join(' ', Rows()) is { Length: > 0 } rows) Line(rows);
        var parameters = page.Run.Parameters.Select(p => $"`{p.Name} = {HtmlOrigin.Near(p.Value, scriptFolder)}`").ToArray();
        if (parameters.Length > 0) Line($"Parameters: {string.Join(", ", parameters)}.");
    }

    /// <summary>How many there were, and which steps left some out.</summary>
    IEnumerable<string> Rows()
    {
        if (page.Run.Steps.FirstOrDefault(s => s is { Flow: { RowsBefore: 0, Rows: > 0 } }) is { Flow: { } read } first)
            yield return $"{Wording.Size(read.Rows, read.Columns)} (step {first.Number}).";
        foreach (var step in page.Run.Steps.Where(s => s.Flow is { RowsBefore: > 0 } flow && flow.Rows < flow.RowsBefore))
            yield return $"{Wording.Plural(step.Flow!.RowsBefore - step.Flow.Rows, "row")} left out by {Code(step.Brief)} "
                + $"(step {step.Number}).";
    }

    static string Code(string text) => $"`{text.Replace('`', '\'')}`";

    void List(string title, IEnumerable<string> items)
    {
        var lines = items.Select(item => $"- {item.Trim()}").ToArray();
        if (lines.Length > 0) Line($"## {title}\n\n{string.Join('\n', lines)}");
    }

    void Step(StepRecord step)
    {
        Head(step);
        foreach (var warning in page.Said(step)) Line($"> **Warning.** {Said(warning)}");
        var names = step.Results.OfType<Figure>().Select(f => f.Name).ToHashSet();
        var metrics = step.Metrics.DistinctBy(m => (m.Name, m.Value)).ToArray();
        foreach (var result in step.Results)
        {
            switch (result)
            {
                case Remark remark when step.IsInPicture(remark): break;
                case Remark remark: Line(MarkdownText.Of(remark.Text)); break;
                case Warning warning: Line($"> **Warning.** {Said(warning)}"); break;
                // The numbers of a figure are in its picture and in their file.
                case Sheet sheet when names.Contains(sheet.Name):
                    Line($"[{MarkdownText.Of(Wording.Plain(sheet.Title))}]({step.ExhibitOf(sheet).File})");
                    break;
                case Sheet sheet: Table(sheet, step.ExhibitOf(sheet).File); break;
                case Figure figure: Picture(figure.Title, figure.Note, Path.ChangeExtension(step.ExhibitOf(figure).File, "png")); break;
                case Drawing own: Picture(own.Title, null, step.ExhibitOf(own).File); break;
                case Metric metric when metrics[0].Equals(metric) && metrics.Length > 0: Measures(metrics); metrics = [new("", 0)]; break;
            }
        }
    }

    void Head(StepRecord step)
    {
        Line($"### {step.Number} {Code(step.Brief)}");
        if (step.Text == step.Brief && step.Text.Contains('$') && page.Planned(step).Operator?.Text is { Length: > 0 } filled)
            Line($"With its values: {Code(filled)}.");
    }

    void Measures(Metric[] metrics) => Line("| Measure | Value | Meaning |\n|---|---:|---|\n"
        + string.Join('\n', metrics.Select(m => $"| `{m.Name}` | {m.Text} | {Glossary.Meaning(m)} |")));

    void Picture(string title, string? note, string file) =>
        Line($"![{MarkdownText.Of(Wording.Plain(title))}]({file})\n\n*Figure {++figures}.* {MarkdownText.Of(note ?? title)}");

    void Table(Sheet sheet, string file)
    {
        Line($"**{MarkdownText.Of(Wording.Plain(sheet.Title))}**");
        string[][] texts = [.. Enumerable.Range(0, sheet.Columns.Count).Select(sheet.Texts)];
        var table = new StringBuilder();
        table.Append($"| {string.Join(" | ", sheet.Columns.Select(c => MarkdownText.Cell(c.Name)))} |\n");
        table.Append($"|{string.Concat(sheet.Columns.Select(c => c.IsText ? "---|" : "---:|"))}\n");
        for (var row = 0; row < Math.Min(sheet.Rows, MostRows); row++)
            table.Append($"| {string.Join(" | ", texts.Select(column => MarkdownText.Cell(column[row])))} |\n");
        Line(table.ToString().TrimEnd());
        if (sheet.Rows > MostRows) Line($"{Wording.Count(sheet.Rows - MostRows)} more rows in [{file}]({file}).");
    }

    /// <summary>Prose is Markdown already; tags that stand in it are text, as in the report.</summary>
    static string Untagged(string prose) => Tag().Replace(prose, "&lt;");

    [GeneratedRegex("<(?=[A-Za-z/!?])")]
    private static partial Regex Tag();

    static string Said(Warning warning) => MarkdownText.Of($"{warning.Text} {warning.Hint}".TrimEnd());

    void Line(string paragraph) => text.Append(Printable.Lines(paragraph)).Append("\n\n");
}
