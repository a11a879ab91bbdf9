using System.Text;
using Dsl;

namespace Host.Report;

/// <summary>The first screen: title, question, data, what was found, what was expected and what to beware of, each with a link.</summary>
sealed class HtmlSummary(StringBuilder html, ReportPage page, string scriptFolder)
{
    // As many as there is room for on a first screen; the rest is folded.
    const int MostFindings = 20;

    public void Write()
    {
        html.Append($"<header id=\"summary\">\n<h1>{Html.Escape(page.Title)}</h1>\n");
        if (page.Lead.Length > 0) html.Append($"<div class=\"lead\">\n{ProseHtml.Of(page.Lead)}</div>\n");
        Ending();
        Data();
        Warnings();
        Findings();
        html.Append("</header>\n");
    }

    /// <summary>Says at the top what a reader must not overlook: that the run did not end well.</summary>
    void Ending()
    {
        switch (page.Run.Ending)
        {
            case Ending.Stopped stopped: Banner("was stopped", stopped.Step, "What follows is not complete."); break;
            case Ending.Failed { Diagnostic: var wrong } failed:
                Banner("failed", failed.Step, "What follows ends there.", wrong.Text, wrong.Hint);
                break;
            case Ending.Broken broken: Banner("failed", broken.Step, "What follows ends there.", broken.Exception.Message); break;
        }
    }

    void Banner(string how, int? step, string follows, string? text = null, string? hint = null)
    {
        html.Append("<div class=\"banner\" role=\"alert\">\n");
        html.Append($"<p><strong>This run {how}</strong> in step {step ?? 1} of {page.Plan.Steps.Count}. {follows}</p>\n");
        if (text is not null) html.Append($"<p>{Html.Sentence(text)} {Html.Sentence(hint ?? "")}</p>\n");
        html.Append("</div>\n");
    }

    /// <summary>What was read, and what became of its rows.</summary>
    void Data()
    {
        html.Append("<p class=\"data\"><strong>Data.</strong> ");
        var inputs = page.Run.Steps.SelectMany(s => s.Sources).Distinct();
        html.Append(string.Join(", ", inputs.Select(i => $"<code>{Html.Escape(HtmlOrigin.Near(i.File, scriptFolder))}</code>")));
        var loads = page.Run.Steps.Where(s => s is { Flow.RowsBefore: 0, Flow.Rows: > 0 }).ToArray();
        if (loads is [var first, ..])
            html.Append($" {(loads.Length > 1 ? "First " : "")}{Size(first)} in "
                + $"<a href=\"#step-{first.Number}\">step {first.Number}</a>. ");
        foreach (var step in page.Run.Steps.Where(s => s.Flow is { RowsBefore: > 0 } flow && flow.Rows < flow.RowsBefore))
            html.Append($"{Wording.Capital(Wording.Plural(step.Flow!.RowsBefore - step.Flow.Rows, "row"))} left out by "
                + $"<a href=\"#step-{step.Number}\"><code>{Html.Escape(step.Brief)}</code></a>. ");
        if (page.Run.Steps.LastOrDefault(s => s.Flow is not null) is { Flow: { Rows: > 0 } last })
            html.Append($"At the end {Wording.Plural(last.Rows, "row")}.");
        html.Append("</p>\n");
    }

    static string Size(StepRecord step) =>
        $"{Wording.Plural(step.Flow!.Rows, "row")} × {Wording.Plural(step.Flow.Columns, "column")}";

    void Warnings()
    {
        string[] warnings =
        [
            .. page.Run.Steps.SelectMany(s => page.Warnings(s).Select((w, at) =>
                $"{Html.Sentence(w.Text)} <a href=\"#warning-{s.Number}-{at + 1}\">Where</a>")),
            .. page.Unplaced().Select(w => Html.Sentence(w.Text)),
        ];
        var expectations = page.Expectations().ToArray();
        if (warnings.Length + expectations.Length == 0) return;
        html.Append($"<div class=\"verdict{(warnings.Length > 0 ? " warned" : "")}\">\n<p><strong>");
        string[] counts =
        [
            .. warnings.Length > 0 ? [Wording.Plural(warnings.Length, "warning")] : Array.Empty<string>(),
            .. expectations.Length == 0 ? Array.Empty<string>()
                : [$"{expectations.Count(e => e.Holds)} of {Wording.Plural(expectations.Length, "expectation")} "
                    + (expectations.Length == 1 ? "holds" : "hold")],
        ];
        html.Append($"{string.Join(", ", counts)}</strong></p>\n<ul>\n");
        foreach (var warning in warnings) html.Append($"<li>{warning}</li>\n");
        foreach (var (step, text, holds) in expectations)
            html.Append($"<li class=\"{(holds ? "holds" : "fails")}\">{Html.Sentence(text)} "
                + $"<a href=\"#step-{step.Number}\">Step {step.Number}</a></li>\n");
        html.Append("</ul>\n</div>\n");
    }

    void Findings()
    {
        var findings = page.Findings().ToArray();
        if (findings.Length == 0) return;
        html.Append("<h2>What was found</h2>\n");
        List(findings.Take(MostFindings));
        if (findings.Length <= MostFindings) return;
        html.Append($"<details><summary>{findings.Length - MostFindings} more</summary>\n");
        List(findings.Skip(MostFindings));
        html.Append("</details>\n");
    }

    void List(IEnumerable<Finding> findings)
    {
        html.Append("<ul class=\"findings\">\n");
        foreach (var (step, text) in findings)
            html.Append($"<li>{Html.Sentence(text)} <a href=\"#step-{step.Number}\">Step {step.Number}</a></li>\n");
        html.Append("</ul>\n");
    }
}
