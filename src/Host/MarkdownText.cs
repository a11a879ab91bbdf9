using System.Text;

namespace Host;

/// <summary>Text for Markdown: whatever it holds is read as it stands, and opens no cell, link, picture, name or tag.</summary>
static class MarkdownText
{
    /// <summary>A sentence of ours: what stands between back-ticks is code.</summary>
    public static string Of(string sentence)
    {
        var parts = sentence.Split('`');
        // An odd one out is a sign like any other.
        if (parts.Length % 2 == 0) return Escaped(sentence);
        return string.Concat(parts.Select((part, i) => i % 2 == 0 ? Escaped(part) : $"`{part}`"));
    }

    /// <summary>A cell of a table.</summary>
    public static string Cell(string? text) => Escaped(Printable.Of(text ?? ""));

    static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '|' or '[' or ']' or '*' or '_' or '`' or '\\' or '~' or '#' or '@' or '!') escaped.Append('\\');
            escaped.Append(letter switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => $"{letter}" });
        }
        return escaped.ToString();
    }
}
