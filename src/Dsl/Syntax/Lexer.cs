using Superpower;
using Superpower.Model;

namespace Dsl.Syntax;

/// <summary>Cuts text into tokens. Never fails: what it does not know becomes a token that the parser complains about.</summary>
sealed class Lexer : Tokenizer<Kind>
{
    public static Lexer Instance { get; } = new();

    const string Fence = "```";

    protected override IEnumerable<Result<Kind>> Tokenize(TextSpan span)
    {
        var text = span.ToStringValue();
        var rest = span;
        for (var at = 0; at < text.Length;)
        {
            var (kind, length) = Next(text, at);
            var after = rest.Skip(length);
            if (kind is { } known) yield return Result.Value(known, rest, after);
            (rest, at) = (after, at + length);
        }
    }

    /// <summary>The kind and length of what stands at <paramref name="at"/>; no kind for blanks and comments.</summary>
    static (Kind? Kind, int Length) Next(string text, int at) => text[at] switch
    {
        '\n' => (StartsStep(text, at + 1) ? Kind.NewLine : null, 1),
        '\uFEFF' => (null, 1),
        var c when char.IsWhiteSpace(c) => (null, 1),
        '#' => Comment(text, at),
        '"' => Text(text, at),
        '`' => string.CompareOrdinal(text, at, Fence, 0, Fence.Length) == 0 ? Block(text, at) : QuotedWord(text, at),
        '$' => Parameter(text, at),
        _ => Words.At(text, at) ?? Symbol(text, at),
    };

    /// <summary>A line starts a step unless it is indented, blank or a comment.</summary>
    static bool StartsStep(string text, int at) => at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] != '#';

    static (Kind?, int) Comment(string text, int at)
    {
        var prose = text.AsSpan(at).StartsWith("##") && (at == 0 || text[at - 1] is '\n' or '\uFEFF');
        return (prose ? Kind.Prose : null, LineEnd(text, at) - at);
    }

    static (Kind?, int) Text(string text, int at)
    {
        var end = LineEnd(text, at);
        for (var i = at + 1; i < end; i++)
        {
            if (text[i] == '"') return (Kind.Text, i + 1 - at);
            if (text[i] == '\\') i++;
        }
        return (Kind.UnfinishedText, end - at);
    }

    static (Kind?, int) QuotedWord(string text, int at)
    {
        var end = LineEnd(text, at);
        var close = text.IndexOf('`', at + 1, end - at - 1);
        return close < 0 ? (Kind.UnfinishedWord, end - at) : (Kind.QuotedWord, close + 1 - at);
    }

    static (Kind?, int) Block(string text, int at)
    {
        var close = text.IndexOf(Fence, at + Fence.Length, StringComparison.Ordinal);
        return close < 0 ? (Kind.UnfinishedBlock, text.Length - at) : (Kind.Block, close + Fence.Length - at);
    }

    static (Kind?, int) Parameter(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && Words.IsPlain(text[end])) end++;
        return (end == at + 1 ? Kind.Unknown : Kind.Parameter, end - at);
    }

    static (Kind?, int) Symbol(string text, int at) => (text[at], at + 1 < text.Length ? text[at + 1] : '\0') switch
    {
        ('=', '=') => (Kind.Equal, 2),
        ('!', '=') => (Kind.NotEqual, 2),
        ('<', '=') => (Kind.LessOrEqual, 2),
        ('>', '=') => (Kind.GreaterOrEqual, 2),
        ('.', '.') => (Kind.Range, 2),
        ('=', _) => (Kind.Assign, 1),
        ('<', _) => (Kind.Less, 1),
        ('>', _) => (Kind.Greater, 1),
        (',', _) => (Kind.Comma, 1),
        ('(', _) => (Kind.Open, 1),
        (')', _) => (Kind.Close, 1),
        ('+', _) => (Kind.Plus, 1),
        ('-', var next) => (Words.IsBoundary(text, at) && !char.IsWhiteSpace(next) && next != '\0' ? Kind.Negate : Kind.Minus, 1),
        ('*', _) => (Kind.Star, 1),
        ('/', _) => (Kind.Slash, 1),
        ('%', _) => (Kind.Percent, 1),
        ('|', _) => (Kind.Bar, 1),
        var (first, second) => (Kind.Unknown, char.IsSurrogatePair(first, second) ? 2 : 1),
    };

    static int LineEnd(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        if (end < 0) return text.Length;
        while (end > at && text[end - 1] == '\r') end--;
        return end;
    }
}
