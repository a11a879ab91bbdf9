namespace Dsl.Diagnostics;

/// <summary>What goes when something of a script is left out: the blanks or the comma beside it too.</summary>
static class Cut
{
    /// <summary>With the blanks before it.</summary>
    public static Span Word(Span span, string source)
    {
        var start = span.Start;
        while (start > 0 && source[start - 1] is ' ' or '\t') start--;
        return Span.FromTo(start, span.End);
    }

    /// <summary>All blanks that end right before a place, those of line ends too.</summary>
    public static Span Blanks(int end, string source)
    {
        var start = end;
        while (start > 0 && char.IsWhiteSpace(source[start - 1])) start--;
        return Span.FromTo(start, end);
    }

    /// <summary>With the name of the argument whose only value it is.</summary>
    static Span WithName(Span value, string source)
    {
        if (value.Start == 0 || source[value.Start - 1] != '=') return value;
        var start = Word(Span.FromTo(value.Start - 1, value.End), source).Start;
        while (start > 0 && (char.IsAsciiLetterOrDigit(source[start - 1]) || source[start - 1] == '_')) start--;
        return Word(Span.FromTo(start, value.End), source);
    }

    /// <summary>With what separates it from the item before, or after when it is the first; with its argument when it is alone.</summary>
    public static Span Item(Span span, string source)
    {
        var before = Word(span, source);
        if (before.Start > 0 && source[before.Start - 1] == ',') return Span.FromTo(before.Start - 1, span.End);
        var end = span.End;
        while (end < source.Length && source[end] == ' ') end++;
        if (end == source.Length || source[end] != ',') return WithName(before, source);
        do end++;
        while (end < source.Length && source[end] == ' ');
        return Span.FromTo(span.Start, end);
    }
}
