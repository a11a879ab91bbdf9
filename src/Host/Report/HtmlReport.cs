using System.Globalization;
using System.Text;
using Dsl;
using Dsl.Syntax;

namespace Host.Report;

/// <summary>The whole run on one page that needs nothing beside it: prose, steps with what they showed, costs.</summary>
sealed class HtmlReport(RunRecord run, Plan plan, IReadOnlyDictionary<string, string> drawings)
{
    readonly StringBuilder html = new();

    public string Text()
    {
        Head();
        html.Append("<body>\n<main>\n");
        Banner();
        Facts();
        Body();
        Costs();
        html.Append($"<h2>The script</h2>\n<pre class=\"script\">{Html.Escape(plan.Source.Text.TrimEnd())}</pre>\n");
        html.Append($"</main>\n<footer>Made by pipe {Html.Escape(Product.Version)}.</footer>\n</body>\n</html>\n");
        return html.ToString();
    }

    void Head() => html.Append($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{Html.Escape(run.Script)}</title>
        <style>
        {Css()}</style>
        </head>

        """);

    /// <summary>Says at the top what a reader must not overlook: that the run did not end well.</summary>
    void Banner()
    {
        switch (run.Ending)
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
        html.Append($"<p><strong>This run {how}</strong> in step {step ?? 1} of {plan.Steps.Count}. {follows}</p>\n");
        if (text is not null) html.Append($"<p>{Html.Sentence(text)} {Html.Sentence(hint ?? "")}</p>\n");
        html.Append("</div>\n");
    }

    void Facts()
    {
        html.Append("<dl class=\"facts\">\n");
        Fact("Script", Html.Escape(run.Script));
        foreach (var input in run.Steps.SelectMany(s => s.Sources).DistinctBy(s => (s.File, s.Hash)))
            Fact("Input",
                $"{Html.Escape(input.File)} <small>{Wording.Count(input.Bytes)} bytes, SHA-256 <code>{input.Hash}</code></small>");
        foreach (var (name, value) in run.Parameters) Fact("Parameter", $"<code>{Html.Escape(name)} = {Html.Escape(value)}</code>");
        Fact("Seed", $"{run.Seed}");
        var cost = $"{Quantities.Seconds(run.Time)}, {Wording.Plural(run.Threads, "thread")}, at most {Quantities.Bytes(run.PeakMemory)}";
        Fact("Run", string.Create(CultureInfo.InvariantCulture, $"{run.Started.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {cost}"));
        Fact("Version", $"pipe {Product.Version}");
        html.Append("</dl>\n");
    }

    void Fact(string name, string value) => html.Append($"<div><dt>{name}</dt><dd>{value}</dd></div>\n");

    /// <summary>Prose and steps in the order of the script.</summary>
    void Body()
    {
        var records = run.Steps.ToDictionary(s => s.Number);
        var number = 0;
        foreach (var item in plan.Script.Items)
        {
            if (item is Prose prose) html.Append($"<div class=\"prose\">\n{ProseHtml.Of(prose.Text)}</div>\n");
            if (item is not Step) continue;
            if (!records.TryGetValue(++number, out var record)) return;
            new HtmlStep(html, record, drawings).Write();
        }
    }

    void Costs()
    {
        html.Append("<h2>What it cost</h2>\n<div class=\"scroll\"><table>\n<thead><tr><th class=\"number\">Step</th><th></th>");
        html.Append("<th class=\"number\">Time</th><th class=\"number\">Peak memory</th></tr></thead>\n<tbody>\n");
        foreach (var step in run.Steps)
        {
            html.Append($"<tr><td class=\"number\">{step.Number}</td><td>"
                + $"<a href=\"#step-{step.Number}\"><code>{Html.Escape(step.Text)}</code></a></td>");
            html.Append($"<td class=\"number\">{Quantities.Seconds(step.Time)}</td>"
                + $"<td class=\"number\">{Quantities.Bytes(step.PeakMemory)}</td></tr>\n");
        }
        html.Append("</tbody>\n</table></div>\n");
    }

    static string Css()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
