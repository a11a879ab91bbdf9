using System.Text;
using Runtime.Data;

namespace Host.Report;

/// <summary>A sheet as a table that keeps its heads and its first column in sight, with all of its data to be saved.</summary>
sealed class HtmlTable(StringBuilder html, Sheet sheet, Exhibit exhibit, int step)
{
    // Larger ones would make the page slow; their file lies beside it.
    const int MostInside = 200_000;

    public void Write()
    {
        html.Append($"<figure class=\"table\">\n<figcaption>{Html.Sentence(sheet.Title)} {Saved()}</figcaption>\n");
        Table();
        html.Append("</figure>\n");
    }

    public void WriteFolded()
    {
        html.Append($"<details class=\"table\"><summary>The numbers</summary>\n<p>{Html.Sentence(sheet.Title)} {Saved()}</p>\n");
        Table();
        html.Append("</details>\n");
    }

    public static string Link(string file, string kind) => $"<a href=\"{Html.Escape(file)}\">{kind}</a>";

    void Table()
    {
        var title = Html.Escape(Wording.Plain(sheet.Title));
        html.Append($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{title}, step {step}\"><table>\n"
            + $"<caption>{title}</caption>\n<thead><tr>");
        foreach (var column in sheet.Columns)
            html.Append($"<th scope=\"col\"{Class(column)}>{(column.Name.Length > 0 ? Html.Escape(column.Name) : "·")}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        string[][] texts = [.. Enumerable.Range(0, sheet.Columns.Count).Select(sheet.Texts)];
        for (var row = 0; row < sheet.Rows; row++)
        {
            html.Append("<tr>");
            for (var at = 0; at < texts.Length; at++)
                html.Append($"<td{Class(sheet.Columns[at])}>{Cell(sheet.Columns[at].Cells[row], texts[at][row])}</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table></div>\n");
        if (sheet.Columns.Count > 8 || sheet.Rows > 15)
            html.Append($"<p class=\"size\">{Wording.Plural(sheet.Rows, "row")} × {Wording.Plural(sheet.Columns.Count, "column")}</p>\n");
    }

    static string Cell(object? cell, string text) => cell is SmallBars bars ? HtmlBars.Of(bars) : Html.Escape(text);

    /// <summary>The data themselves, so that a page sent alone has them.</summary>
    string Saved()
    {
        using var bytes = new MemoryStream();
        CsvText.Write(bytes, sheet);
        return bytes.Length > MostInside ? Link(exhibit.File, "CSV")
            : $"<a download=\"{Html.Escape(exhibit.Name)}.csv\" "
                + $"href=\"data:text/csv;base64,{Convert.ToBase64String(bytes.ToArray())}\">CSV</a>";
    }

    static string Class(SheetColumn column) => column.IsText ? "" : " class=\"number\"";
}
