namespace Dsl.Diagnostics;

/// <summary>A text in the language, and what to call it.</summary>
/// <param name="Name">The path as shown to people.</param>
public sealed record SourceText(string Name, string Text)
{
    /// <summary>Line and column of an offset, both from 1.</summary>
    public (int Line, int Column) Place(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        var before = Text.AsSpan(0, offset);
        return (before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }

    /// <summary>The whole line around an offset, without its end.</summary>
    public Span LineAround(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        var start = Text.AsSpan(0, offset).LastIndexOf('\n') + 1;
        var length = Text.AsSpan(start).IndexOf('\n');
        var end = length < 0 ? Text.Length : start + length;
        if (end > start && Text[end - 1] == '\r') end--;
        return new Span(start, end - start);
    }

    public string Slice(Span span) => Text.Substring(span.Start, span.Length);
}
