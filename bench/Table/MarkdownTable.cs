using System.Text;

namespace Bench;

/// <summary>Rows of text as a Markdown table whose source is aligned too.</summary>
static class MarkdownTable
{
    /// <param name="numbers">Columns that stand to the right.</param>
    public static string Of(IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows, params ReadOnlySpan<int> numbers)
    {
        int[] widths = [.. head.Select((name, c) => rows.Select(r => r[c].Length).Append(name.Length).Append(3).Max())];
        var right = new bool[head.Count];
        foreach (var c in numbers) right[c] = true;
        var text = new StringBuilder();
        Line(text, head, widths, right);
        Line(text, [.. widths.Select((w, c) => right[c] ? new string('-', w - 1) + ":" : new string('-', w))], widths, right);
        foreach (var row in rows) Line(text, row, widths, right);
        return text.ToString();
    }

    static void Line(StringBuilder text, IReadOnlyList<string> cells, int[] widths, bool[] right)
    {
        for (var c = 0; c < cells.Count; c++)
            text.Append("| ").Append(right[c] ? cells[c].PadLeft(widths[c]) : cells[c].PadRight(widths[c])).Append(' ');
        text.Append("|\n");
    }
}
