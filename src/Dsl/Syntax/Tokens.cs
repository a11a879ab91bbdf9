using Dsl.Diagnostics;
using Superpower.Model;

namespace Dsl.Syntax;

/// <summary>What a token says about itself.</summary>
static class Tokens
{
    public static Span At(this Token<TokenKind> token) => new(token.Position.Absolute, token.Span.Length);

    /// <summary>The text of a name, without back-ticks.</summary>
    public static string Bare(this Token<TokenKind> token) =>
        token.Kind == TokenKind.QuotedWord ? Quotes.Unescaped(token.ToStringValue()) : token.ToStringValue();

    public static bool IsName(this Token<TokenKind> token) => token.Kind.IsName();

    /// <summary>Those from one on.</summary>
    public static TokenList<TokenKind> From(this Token<TokenKind>[] tokens, int start)
    {
        var rest = new Token<TokenKind>[tokens.Length - start];
        Array.Copy(tokens, start, rest, 0, rest.Length);
        return new(rest);
    }

    /// <summary>Where the last of a kind stands; −1 when there is none.</summary>
    public static int LastOf(this Token<TokenKind>[] tokens, TokenKind kind)
    {
        var at = tokens.Length - 1;
        while (at >= 0 && tokens[at].Kind != kind) at--;
        return at;
    }

    public static bool Is(this Token<TokenKind> token, string keyword) =>
        token.Kind == TokenKind.Keyword && token.Span.EqualsValue(keyword);
}
