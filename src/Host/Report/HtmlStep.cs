using System.Text;
using Runtime.Charts;

namespace Host.Report;

/// <summary>One step of the report: its text and all that it showed, in the order it was shown.</summary>
sealed class HtmlStep(StringBuilder html, StepRecord step, IReadOnlyDictionary<string, string> drawings)
{
    public void Write()
    {
        html.Append($"<section class=\"step\" id=\"step-{step.Number}\">\n<h3><span>{step.Number}</span> "
            + $"<code>{Html.Escape(step.Text)}</code> <small>{Quantities.Seconds(step.Time)}</small></h3>\n");
        foreach (var result in step.Results) Write(result);
        html.Append("</section>\n");
    }

    void Write(Result result)
    {
        switch (result)
        {
            case Remark remark: html.Append($"<p>{Html.Sentence(remark.Text)}</p>\n"); break;
            case Warning warning:
                html.Append($"<p class=\"warning\">{Html.Sentence(warning.Text)} {Html.Sentence(warning.Hint ?? "")}</p>\n");
                break;
            case Metric metric:
                html.Append($"<p class=\"metric\"><code>{Html.Escape(metric.Name)}</code> = {metric.Text}</p>\n");
                break;
            case Sheet sheet: Table(sheet); break;
            case Figure figure: Picture(figure, figure.Title, hasPixels: true); break;
            case Drawing own: Picture(own, own.Title, own.Png is not null); break;
        }
    }

    void Table(Sheet sheet)
    {
        html.Append($"<figure class=\"table\">\n<figcaption>{Html.Sentence(sheet.Title)} "
            + $"{Link(step.ExhibitOf(sheet).File, "CSV")}</figcaption>\n");
        html.Append("<div class=\"scroll\"><table>\n<thead><tr>");
        foreach (var column in sheet.Columns) html.Append($"<th{Class(column)}>{Html.Escape(column.Name)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        string[][] texts = [.. Enumerable.Range(0, sheet.Columns.Count).Select(sheet.Texts)];
        for (var row = 0; row < sheet.Rows; row++)
        {
            html.Append("<tr>");
            for (var at = 0; at < texts.Length; at++)
                html.Append($"<td{Class(sheet.Columns[at])}>{Html.Escape(texts[at][row])}</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table></div>\n</figure>\n");
    }

    void Picture(Result shown, string title, bool hasPixels)
    {
        var exhibit = step.ExhibitOf(shown);
        html.Append("<figure class=\"chart\">\n");
        if (drawings.TryGetValue(exhibit.Name, out var svg))
            html.Append($"<img src=\"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}\" "
                + $"alt=\"{Html.Escape(Wording.Plain(title))}\" />\n");
        html.Append($"<figcaption>{Html.Sentence(title)} {Link(exhibit.File, "SVG")} "
            + $"{(hasPixels ? Link(Path.ChangeExtension(exhibit.File, "png"), "PNG") : "")}</figcaption>\n</figure>\n");
    }

    static string Link(string file, string kind) => $"<a href=\"{Html.Escape(file)}\">{kind}</a>";

    static string Class(SheetColumn column) => column.Format == CellFormat.Text ? "" : " class=\"number\"";
}
