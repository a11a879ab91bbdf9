using System.Text;

namespace Dsl.Diagnostics;

/// <summary>What puts something right: all its edits together.</summary>
/// <param name="Title">An imperative that ends with a period.</param>
/// <param name="Edits">None touches another.</param>
public sealed record Fix(string Title, IReadOnlyList<Edit> Edits)
{
    internal static Fix Write(Span span, string text) => new(Ticks.Single($"Write `{text}`."), [new(span, text)]);

    internal static Fix Remove(Span span, string what) => new(Ticks.Single($"Leave `{what}` out."), [new(span, "")]);

    internal static Fix Insert(int at, string text, string title) => new(title, [new(new Span(at, 0), text)]);

    /// <summary>The text with its edits made.</summary>
    public string In(string text)
    {
        var made = new StringBuilder(text);
        foreach (var edit in Edits.OrderByDescending(e => e.Span.Start).ThenByDescending(e => e.Span.Length))
            made.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.Text);
        return made.ToString();
    }
}

/// <summary>What to write in place of a stretch of the script.</summary>
public sealed record Edit(Span Span, string Text);
