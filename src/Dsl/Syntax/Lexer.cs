using Runtime;
using Runtime.Expressions;
using Superpower;
using Superpower.Model;
using Result = Superpower.Model.Result;

namespace Dsl.Syntax;

/// <summary>Cuts text into tokens. Never fails: what it does not know becomes a token that the parser complains about.</summary>
sealed class Lexer : Tokenizer<TokenKind>
{
    public static Lexer Instance { get; } = new();

    const string Fence = "```";

    protected override IEnumerable<Result<TokenKind>> Tokenize(TextSpan span)
    {
        var text = span.ToStringValue();
        var rest = span;
        var site = Site.Start;
        for (var at = 0; at < text.Length;)
        {
            var (kind, length) = Next(text, at, site);
            var after = rest.Skip(length);
            if (kind is { } known)
            {
                site = site.Behind(known, text.AsSpan(at, length));
                yield return Result.Value(known, rest, after);
            }
            (rest, at) = (after, at + length);
        }
    }

    /// <summary>What stands before a token that matters for it.</summary>
    /// <param name="IsFirst">Nothing of the step does.</param>
    /// <param name="Calculates">
    /// The step holds expressions, where <c>*</c>, <c>/</c> and <c>-</c> are signs though no blank is near.
    /// </param>
    /// <param name="AfterValue">A value ends there.</param>
    readonly record struct Site(bool IsFirst, bool Calculates, bool AfterValue)
    {
        public static Site Start { get; } = new(true, false, false);

        public Site Behind(TokenKind kind, ReadOnlySpan<char> text) => kind.Separates() ? Start
            : new(false, IsFirst ? kind == TokenKind.Word && IsCalculation(text.ToString()) : Calculates, kind.EndsValue());

        static bool IsCalculation(string word) => Catalog.Find(word)?.Calculates == true;
    }

    /// <summary>The kind and length of what stands at <paramref name="at"/>; no kind for blanks and comments.</summary>
    static (TokenKind? TokenKind, int Length) Next(string text, int at, Site site) => text[at] switch
    {
        '\n' => (StartsStep(text, at + 1) ? TokenKind.NewLine : null, 1),
        '\uFEFF' => (null, 1),
        var c when char.IsWhiteSpace(c) => (null, 1),
        '#' => Comment(text, at),
        '"' => Text(text, at),
        '`' => string.CompareOrdinal(text, at, Fence, 0, Fence.Length) == 0 ? Block(text, at) : QuotedWord(text, at),
        '$' => Parameter(text, at),
        _ => Words.At(text, at, site.Calculates) ?? Symbol(text, at, site),
    };

    /// <summary>A line starts a step unless it is indented, blank or a comment.</summary>
    static bool StartsStep(string text, int at) => at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] != '#';

    static (TokenKind?, int) Comment(string text, int at)
    {
        var prose = text.AsSpan(at).StartsWith("##") && (at == 0 || text[at - 1] == '\n' || at == 1 && text[0] == '\uFEFF');
        return (prose ? TokenKind.Prose : null, LineEnd(text, at) - at);
    }

    static (TokenKind?, int) Text(string text, int at) =>
        Quotes.End(text, at) is { } close ? (TokenKind.Text, close - at) : (TokenKind.UnfinishedText, LineEnd(text, at) - at);

    static (TokenKind?, int) QuotedWord(string text, int at) =>
        Quotes.End(text, at) is { } close ? (TokenKind.QuotedWord, close - at) : (TokenKind.UnfinishedWord, LineEnd(text, at) - at);

    static (TokenKind?, int) Block(string text, int at)
    {
        var close = text.IndexOf(Fence, at + Fence.Length, StringComparison.Ordinal);
        return close < 0 ? (TokenKind.UnfinishedBlock, text.Length - at) : (TokenKind.Block, close + Fence.Length - at);
    }

    static (TokenKind?, int) Parameter(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && Words.IsPlain(text[end])) end++;
        return (end == at + 1 ? TokenKind.Unknown : TokenKind.Parameter, end - at);
    }

    /// <summary>The longest come first, so that <c>&lt;=</c> is one.</summary>
    static readonly string[] Signs =
        [.. BinaryOperation.All.Select(o => o.Symbol).Where(s => !char.IsLetter(s[0])).OrderByDescending(s => s.Length)];

    static (TokenKind?, int) Symbol(string text, int at, Site site)
    {
        if (text.AsSpan(at).StartsWith("..")) return (TokenKind.Range, 2);
        if (!(site.Calculates && site.AfterValue) && IsSign(text, at)) return (TokenKind.Negate, 1);
        if (Array.Find(Signs, s => text.AsSpan(at).StartsWith(s)) is { } sign) return (TokenKind.Operator, sign.Length);
        return text[at] switch
        {
            '=' => (TokenKind.Assign, 1),
            ',' => (TokenKind.Comma, 1),
            '(' => (TokenKind.Open, 1),
            ')' => (TokenKind.Close, 1),
            '|' => (TokenKind.Bar, 1),
            '?' when IsValue(text, at) => (TokenKind.Word, 1),
            var first => (TokenKind.Unknown, at + 1 < text.Length && char.IsSurrogatePair(first, text[at + 1]) ? 2 : 1),
        };
    }

    /// <summary>What often stands for a missing value is a word where a value is wanted: <c>missing=?</c>.</summary>
    static bool IsValue(string text, int at) =>
        at > 0 && text[at - 1] is '=' or ',' && (at + 1 == text.Length || text[at + 1] is ',' or ' ' or '\r' or '\n');

    /// <summary>A minus that touches only what follows it.</summary>
    static bool IsSign(string text, int at) =>
        text[at] == '-' && Words.IsBoundary(text, at) && at + 1 < text.Length && text[at + 1] != '\0' && !char.IsWhiteSpace(text[at + 1]);

    static int LineEnd(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        if (end < 0) return text.Length;
        while (end > at && text[end - 1] == '\r') end--;
        return end;
    }
}
