using System.Text;
using Runtime.Data;

namespace Host.CommandLine;

/// <summary>The kinds of files that hold a table, for people.</summary>
static class FormatManual
{
    /// <summary>As it stands in the README.</summary>
    public static string MarkdownTable()
    {
        var text = new StringBuilder("| format | files | |\n|---|---|---|\n");
        foreach (var format in Formats.All)
            text.Append($"| {format.Name} | {string.Join(" ", format.AllEndings.Select(e => $"`{e}`"))} | "
                + $"{format.Doc}{(format.Writes ? "" : " Read only.")} |\n");
        return text.ToString();
    }
}
