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

    public static bool Is(this Token<TokenKind> token, string keyword) =>
        token.Kind == TokenKind.Keyword && token.Span.EqualsValue(keyword);
}
