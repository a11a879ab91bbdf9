using System.Text;
using Dsl.Diagnostics;

namespace Dsl.Editing;

/// <summary>A page of the manual as it is set.</summary>
/// <param name="width">Of the page; a window may be narrower than the pages are.</param>
public sealed class ManualText(int width = ManualText.Width)
{
    /// <summary>Of a page on its own.</summary>
    public const int Width = 80;

    /// <summary>A column of words is never narrower.</summary>
    const int Least = 20;

    readonly StringBuilder text = new();

    /// <summary>What the page is about, and at the end of the line what kind of thing that is.</summary>
    public void Heading(string name, string kind) => Line(name + kind.PadLeft(Math.Max(kind.Length + 2, width - name.Length)));

    /// <summary>A line as it is.</summary>
    public void Line(string words = "") => text.Append(words).Append('\n');

    /// <summary>A name and beside it what is said of it.</summary>
    public void Entry(string name, int widest, string doc)
    {
        foreach (var line in DiagnosticText.Wrap(doc, Math.Max(Least, width - widest - 4)))
        {
            Line($"  {name.PadRight(widest)}  {line}");
            name = "";
        }
    }

    public void Section(string title, IEnumerable<string> lines)
    {
        if (!lines.Any()) return;
        Line();
        Line(title);
        foreach (var line in lines) Paragraph(line, 2, 4);
    }

    public void Paragraph(string words, int first, int further)
    {
        var indent = first;
        foreach (var line in DiagnosticText.Wrap(words, Math.Max(Least, width - Math.Max(first, further))))
        {
            text.Append(' ', indent).Append(line).Append('\n');
            indent = further;
        }
    }

    public override string ToString() => text.ToString();
}
