using System.Globalization;
using System.Text;

namespace Dsl.Diagnostics;

/// <summary>Draws a diagnostic for people: the line, a caret under the place, the sentence and the hint.</summary>
public static class DiagnosticText
{
    const int Widest = 100;

    /// <summary>Ends without a line end.</summary>
    /// <param name="width">Sentences are broken into lines of at most this many characters.</param>
    public static string Render(Diagnostic diagnostic, SourceText source, bool colour, int width = Widest)
    {
        var ink = new Ink(colour, diagnostic.IsError);
        (diagnostic, source) = (Safe(diagnostic), (diagnostic.Source ?? source) with
        {
            Name = Printable.Of((diagnostic.Source ?? source).Name),
        });
        var text = new StringBuilder();
        text.Append(ink.Strong(diagnostic.IsError ? "error" : "warning")).Append(ink.Bold($": {diagnostic.Title}"))
            .Append(ink.Dim($" [{diagnostic.Code}]"));
        if (diagnostic.Span is { } span) Frame(text, diagnostic, source, span, ink, width);
        else foreach (var line in Wrap(diagnostic.Text, width - 3)) text.Append("\n   ").Append(line);
        if (diagnostic.Hint is { } hint) Hint(text, hint, diagnostic.Span is { } at ? Margin(source, at) : 2, ink, width);
        return text.ToString();
    }

    static Diagnostic Safe(Diagnostic said) => said with
    {
        Title = Printable.Of(said.Title),
        Text = Printable.Of(said.Text),
        Hint = said.Hint is null ? null : Printable.Of(said.Hint),
    };

    static int Margin(SourceText source, Span span) => $"{source.Place(span.Start).Line}".Length + 2;

    static void Frame(StringBuilder text, Diagnostic diagnostic, SourceText source, Span span, Ink ink, int width)
    {
        var (line, column) = source.Place(span.Start);
        var around = source.LineAround(span.Start);
        var (shown, start, length) = Window(source.Slice(around), span.Start - around.Start, Math.Min(span.End, around.End) - span.Start,
            width >= Widest ? 120 : Math.Max(24, width - Margin(source, span) - 4));
        var margin = new string(' ', Margin(source, span));
        text.Append('\n').Append(margin).Append(ink.Dim($"╭─ {source.Name}:{line}:{column}"));
        text.Append('\n').Append(ink.Dim($" {line} │ ")).Append(shown);
        var indent = Cells(shown.AsSpan(0, Math.Min(start, shown.Length)));
        var marked = start >= shown.Length ? 1 : Math.Max(1, Cells(shown.AsSpan(start, Math.Min(length, shown.Length - start))));
        text.Append('\n').Append(margin).Append(ink.Dim("│ ")).Append(' ', indent).Append(ink.Strong(new string('^', marked)));
        var beside = width - margin.Length - 3 - indent - marked;
        if (diagnostic.Text.Length <= beside) text.Append(' ').Append(diagnostic.Text);
        else
            foreach (var part in Wrap(diagnostic.Text, width - margin.Length - 2))
                text.Append('\n').Append(margin).Append(ink.Dim("│ ")).Append(part);
    }

    static void Hint(StringBuilder text, string hint, int margin, Ink ink, int width)
    {
        var mark = "╰ ";
        foreach (var part in Wrap(hint, width - margin - 2))
        {
            text.Append('\n').Append(' ', margin).Append(ink.Dim(mark)).Append(ink.Hint(part));
            mark = "  ";
        }
    }

    /// <summary>The part of a long line around the place, safe to show.</summary>
    static (string Shown, int Start, int Length) Window(string line, int start, int length, int longest)
    {
        var before = longest / 3;
        var from = line.Length > longest && start > longest - before ? start - before : 0;
        var to = Math.Min(line.Length, from + longest);
        var (first, last) = (Math.Clamp(start, from, to), Math.Clamp(start + length, from, to));
        var (lead, marked, after) = (Blank(line[from..first]), Blank(line[first..last]), Blank(line[last..to]));
        var dots = from == 0 ? "" : "…";
        return (dots + lead + marked + after + (to < line.Length ? "…" : ""), dots.Length + lead.Length, marked.Length);
    }

    static string Blank(string part) => Printable.Of(part.Replace('\t', ' '));

    /// <summary>How many cells of a terminal a text takes: marks that combine take none, East Asian letters two.</summary>
    static int Cells(ReadOnlySpan<char> text)
    {
        var cells = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            cells += isMark ? 0 : rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
                or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF)
                    or (>= 0x20000 and <= 0x3FFFD) ? 2 : 1;
        }
        return cells;
    }

    /// <summary>Lines of whole words, none wider unless a word is.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }
        yield return line.ToString();
    }
}
