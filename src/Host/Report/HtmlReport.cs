using System.Security.Cryptography;
using System.Text;
using Dsl.Syntax;

namespace Host.Report;

/// <summary>
/// The whole run on one page that needs nothing beside it: what was found, contents, prose, steps with what they showed, costs, where it
/// all comes from. Its one script sorts and enlarges; the page can be read without it, and no other script runs.
/// </summary>
sealed class HtmlReport(ReportPage page, IReadOnlyDictionary<string, string> drawings, string scriptFolder)
{
    static readonly Lazy<string> Css = new(() => Resource("report.css")), Js = new(() => Resource("report.js"));

    readonly StringBuilder html = new(), body = new();
    readonly List<ContentsEntry> contents = [];

    public string Text()
    {
        Body();
        Head();
        html.Append("<body>\n<a class=\"skip\" href=\"#summary\">To what was found</a>\n");
        Contents();
        html.Append("<main>\n");
        new HtmlSummary(html, page, scriptFolder).Write();
        html.Append(body);
        new HtmlCosts(html, page).Write();
        Glossary.Write(html, page);
        new HtmlOrigin(html, page, scriptFolder).Write();
        html.Append($"</main>\n<footer>Made by pipe {Html.Escape(Product.Version)}.</footer>\n");
        html.Append($"<script>{Js.Value}</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    void Head() => html.Append($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="Content-Security-Policy" content="script-src 'sha256-{Hash(Js.Value)}'; object-src 'none'; base-uri 'none'" />
        <title>{Html.Escape(page.Title)}</title>
        <style>
        {Css.Value}</style>
        </head>

        """);

    void Contents()
    {
        html.Append("<nav class=\"contents\" aria-label=\"Contents\">\n<details open=\"open\"><summary>Contents</summary>\n<ol>\n");
        Entry(new("summary", "What was found", 1));
        foreach (var entry in contents) Entry(entry);
        Entry(new("costs", "What it cost", 1));
        Entry(new("origin", "Where it comes from", 1));
        html.Append("</ol>\n</details>\n</nav>\n");
    }

    void Entry(ContentsEntry entry) =>
        html.Append($"<li class=\"level-{entry.Level}\"><a href=\"#{entry.Id}\">{Html.Escape(entry.Text)}</a></li>\n");

    /// <summary>Prose and steps in the order of the script.</summary>
    void Body()
    {
        var records = page.Run.Steps.ToDictionary(s => s.Number);
        var headings = new List<ProseHeading>();
        var (number, figures) = (0, new FigureNumbers());
        foreach (var item in page.Items)
        {
            if (item is Prose { Text: var text } && text.Trim().Length > 0)
            {
                var known = headings.Count;
                body.Append($"<div class=\"prose\">\n{ProseHtml.Of(text, headings)}</div>\n");
                contents.AddRange(headings.Skip(known).Select(h => new ContentsEntry(h.Id, h.Text, 1)));
            }
            if (item is not Step) continue;
            if (!records.TryGetValue(++number, out var record)) return;
            if (!headings.Exists(h => h.Level == 2)) Part(headings);
            new HtmlStep(body, page, record, drawings, figures).Write();
            contents.Add(new($"step-{record.Number}", $"{record.Number} {Short(record.Brief)}", 2));
        }
    }

    /// <summary>Steps are parts of something, so that no level of headings is left out.</summary>
    void Part(List<ProseHeading> headings)
    {
        headings.Add(new(2, "steps", "The steps"));
        contents.Add(new("steps", "The steps", 1));
        body.Append("<h2 id=\"steps\">The steps</h2>\n");
    }

    static string Short(string text) => text.Length <= 34 ? text : text[..33] + "…";

    static string Hash(string script) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

    static string Resource(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(name)!;
        return new StreamReader(stream).ReadToEnd().ReplaceLineEndings("\n");
    }
}

/// <summary>A line of the contents.</summary>
sealed record ContentsEntry(string Id, string Text, int Level);
