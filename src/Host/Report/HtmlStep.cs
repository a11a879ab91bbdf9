using System.Text;
using Runtime.Charts;

namespace Host.Report;

/// <summary>The numbers that figures of a report have so far.</summary>
sealed class FigureNumbers
{
    int last;

    public int Next() => ++last;
}

/// <summary>One step of the report: what it was asked, what it did to the rows, and what it showed, in that order.</summary>
sealed class HtmlStep(
    StringBuilder html, ReportPage page, StepRecord step, IReadOnlyDictionary<string, string> drawings, FigureNumbers figures)
{
    readonly PlannedStep planned = page.Planned(step);
    int warnings;

    public void Write()
    {
        html.Append($"<section class=\"step\" id=\"step-{step.Number}\">\n<h3><span>{step.Number}</span> "
            + $"<code>{Html.Escape(step.Brief)}</code> <small>{Spent.Of(step.Time)}</small></h3>\n");
        if (step.Text != step.Brief) Code();
        Asked();
        foreach (var warning in page.Said(step)) Warn(warning);
        var folded = Pairs();
        Result? metric = null;
        foreach (var result in step.Results)
        {
            if (result is Metric && metric is null) Metrics((Metric)(metric = result));
            else if (result is Figure or Drawing) Picture(result, folded.GetValueOrDefault(result));
            else if (!folded.ContainsValue(result as Sheet)) Write(result);
        }
        html.Append("</section>\n");
    }

    void Write(Result result)
    {
        switch (result)
        {
            case Remark remark when step.IsInPicture(remark): break;
            case Remark remark: html.Append($"<p>{Html.Sentence(remark.Text)}</p>\n"); break;
            case Warning warning: Warn(warning); break;
            case Sheet sheet: new HtmlTable(html, sheet, step.ExhibitOf(sheet), step.Number).Write(); break;
        }
    }

    /// <summary>The numbers of a figure, shown in the same step under the same name, are folded beneath it.</summary>
    Dictionary<Result, Sheet?> Pairs()
    {
        var pairs = new Dictionary<Result, Sheet?>(ReferenceEqualityComparer.Instance);
        foreach (var figure in step.Results.OfType<Figure>())
            if (step.Results.OfType<Sheet>().FirstOrDefault(s => s.Name == figure.Name && !pairs.ContainsValue(s)) is { } sheet)
                pairs[figure] = sheet;
        return pairs;
    }

    void Code()
    {
        html.Append($"<details class=\"code\"><summary>The code</summary>\n<pre>{Html.Escape(planned.Step.Text)}</pre></details>\n");
    }

    /// <summary>The step with its values filled in, the defaults that ruled, rows and points, and whose method it is.</summary>
    void Asked()
    {
        if (planned is not { Operator: { } op, Signature: { } signature }) return;
        html.Append("<p class=\"asked\">");
        var written = step.Text == step.Brief ? op.Text : "";
        if (written.Length > 0 && written != step.Text) html.Append($"<code>{Html.Escape(written)}</code> ");
        string[] defaults = [.. signature.Parameters.Where(p => p.Default is not null && !CanonicalText.IsEmpty(p.Default)
            && p.Default.Equals(p.Property.GetValue(op))).Select(p => $"{p.Name}={CanonicalText.Of(p.Default!)}")];
        if (defaults.Length > 0) html.Append($"by default <code>{Html.Escape(string.Join(' ', defaults))}</code> ");
        if (step.Flow is { } flow) html.Append($"<span>{Html.Escape(Went(flow))}</span> ");
        foreach (var source in signature.Citations) html.Append($"<cite>{Html.Escape(source)}</cite> ");
        html.Append("</p>\n");
    }

    static string Went(StepFlow flow)
    {
        var rows = flow.RowsBefore == flow.Rows || flow.RowsBefore == 0 ? Wording.Plural(flow.Rows, "row")
            : $"{Wording.Count(flow.RowsBefore)} → {Wording.Plural(flow.Rows, "row")}";
        return rows + string.Concat(flow.Points.Select(p => $" → points {p.Name} ({Wording.Plural(p.Columns, "column")})"));
    }

    void Warn(Warning warning) => html.Append($"<p class=\"warning\" id=\"warning-{step.Number}-{++warnings}\">"
        + $"{Html.Sentence(warning.Text)} {Html.Sentence(warning.Hint ?? "")}</p>\n");

    /// <summary>All measures of the step in one table, with what they mean.</summary>
    void Metrics(Metric first)
    {
        var metrics = step.Metrics.DistinctBy(m => $"{m.Name} {m.Value:R}").ToArray();
        html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
            + $"aria-label=\"Measures of step {step.Number}, from {Html.Escape(first.Name)}\"><table class=\"measures\">\n"
            + "<caption>Measures</caption>\n<thead><tr><th scope=\"col\">Measure</th>"
            + "<th scope=\"col\" class=\"number\">Value</th><th scope=\"col\">Meaning</th></tr></thead>\n<tbody>\n");
        foreach (var metric in metrics)
            html.Append($"<tr><td><code>{Html.Escape(metric.Name)}</code></td><td class=\"number\">{Html.Escape(metric.Text)}</td>"
                + $"<td>{Html.Escape(Glossary.Meaning(metric))}</td></tr>\n");
        html.Append("</tbody>\n</table></div>\n");
    }

    void Picture(Result shown, Sheet? numbers)
    {
        var (exhibit, number) = (step.ExhibitOf(shown), figures.Next());
        html.Append($"<figure class=\"chart\" id=\"figure-{number}\">\n");
        var (title, note, hasPixels) = shown is Figure figure ? (figure.Title, figure.Note ?? figure.Title, true)
            : (((Drawing)shown).Title, ((Drawing)shown).Title, ((Drawing)shown).Png is not null);
        if (drawings.TryGetValue(exhibit.Name, out var svg))
        {
            // What other code has drawn stays a picture, in which no script can run.
            if (shown is Figure) html.Append($"<div class=\"picture\">{svg.TrimEnd()}</div>\n");
            else html.Append($"<img src=\"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}\" "
                + $"alt=\"{Html.Escape(Wording.Plain(title))}\" />\n");
        }
        html.Append($"<figcaption><strong>Figure {number}.</strong> {Html.Sentence(note)} {HtmlTable.Link(exhibit.File, "SVG")} "
            + $"{(hasPixels ? HtmlTable.Link(Path.ChangeExtension(exhibit.File, "png"), "PNG") : "")}</figcaption>\n");
        if (numbers is not null) new HtmlTable(html, numbers, step.ExhibitOf(numbers), step.Number).WriteFolded();
        html.Append("</figure>\n");
    }
}
