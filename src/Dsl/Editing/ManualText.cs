using System.Text;
using Dsl.Diagnostics;

namespace Dsl.Editing;

/// <summary>How pages of the manual are set, at most 80 columns wide.</summary>
static class ManualText
{
    const int Width = 80;

    /// <summary>What the page is about, and at the end of the line what kind of thing that is.</summary>
    public static string Heading(string name, string kind) => name + kind.PadLeft(Width - name.Length) + "\n";

    /// <summary>A name and beside it what is said of it.</summary>
    public static void Entry(StringBuilder text, string name, int widest, string doc)
    {
        foreach (var line in DiagnosticText.Wrap(doc, Width - widest - 4))
        {
            text.Append("  ").Append(name.PadRight(widest)).Append("  ").Append(line).Append('\n');
            name = "";
        }
    }

    public static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        if (!lines.Any()) return;
        text.Append('\n').Append(title).Append('\n');
        foreach (var line in lines) Paragraph(text, line, 2, 4);
    }

    public static void Paragraph(StringBuilder text, string words, int first, int further)
    {
        var indent = first;
        foreach (var line in DiagnosticText.Wrap(words, Width - Math.Max(first, further)))
        {
            text.Append(' ', indent).Append(line).Append('\n');
            indent = further;
        }
    }
}
