using System.Buffers;
using Dsl.Diagnostics;

namespace Dsl.Syntax;

/// <summary>Characters that mean something elsewhere and nothing here: what to write in their place.</summary>
static class Characters
{
    /// <summary>Any of these may close what another opens; no text goes on behind a line end.</summary>
    static readonly SearchValues<char> Curly = SearchValues.Create("“”„«»‘’‚\n");

    public static string Hint(string character) => character switch
    {
        "'" => "Put text between double quotation marks: `\"text\"`.",
        "“" or "”" or "„" or "«" or "»" => "Write straight quotation marks: `\"text\"`.",
        "‘" or "’" or "‚" => "Put text between double quotation marks: `\"text\"`.",
        "\\" => "Leave it out: an indented line goes on with the step above.",
        "!" => "Write `not` to negate, `!=` for what differs.",
        "~" => "Write `not` to negate.",
        "&" => "Write `and`.",
        ";" => "End a step with its line, or put `|` before the next.",
        "{" or "[" => "Write a list without brackets, its values separated by commas.",
        "$" => "Write the name of a parameter right after `$`.",
        _ => "Put a name with such characters between back-ticks, text or a path between double quotation marks.",
    };

    public static IEnumerable<Fix> Fixes(string character, Span at, string source) => character switch
    {
        "'" => Pair(at, '\'', "\"", source, "Write double quotation marks."),
        "“" or "”" or "„" or "«" or "»" or "‘" or "’" or "‚" => Quoted(at, source),
        "\\" => [Fix.Remove(at, character)],
        "{" => Pair(at, '}', "", source, "Leave the brackets out."),
        "[" => Pair(at, ']', "", source, "Leave the brackets out."),
        "!" or "~" => [Fix.Write(at, "not ")],
        "&" => [Fix.Write(Doubled(at, source), "and")],
        ";" => [IsLast(at, source) ? Fix.Remove(at, character) : Fix.Write(at, " |")],
        _ => [],
    };

    /// <summary>Up to the next of any kind of them.</summary>
    static IEnumerable<Fix> Quoted(Span at, string source)
    {
        var close = source.AsSpan(at.End).IndexOfAny(Curly);
        return close < 0 || source[at.End + close] == '\n' ? []
            : [new Fix("Write straight quotation marks.", [new(at, "\""), new(new Span(at.End + close, 1), "\"")])];
    }

    /// <summary>With the one of its kind that follows it on the line; alone nobody knows where it ends.</summary>
    static IEnumerable<Fix> Pair(Span at, char closing, string text, string source, string title)
    {
        var line = source.AsSpan(at.End);
        if (line.IndexOf('\n') is >= 0 and var end) line = line[..end];
        var close = line.IndexOf(closing);
        return close < 0 ? [] : [new Fix(title, [new(at, text), new(new Span(at.End + close, 1), text)])];
    }

    static Span Doubled(Span at, string source) => at.End < source.Length && source[at.End] == source[at.Start] ? new(at.Start, 2) : at;

    static bool IsLast(Span at, string source)
    {
        var rest = source.AsSpan(at.End);
        return rest.TrimStart(" \t\r") is var after && (after.Length == 0 || after[0] is '\n' or '#');
    }
}
