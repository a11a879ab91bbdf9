using Superpower.Model;

namespace Dsl.Syntax;

/// <summary>What a token says about itself.</summary>
static class Tokens
{
    public static Span At(this Token<Kind> token) => new(token.Position.Absolute, token.Span.Length);

    /// <summary>The text of a word, without back-ticks.</summary>
    public static string Bare(this Token<Kind> token)
    {
        var text = token.ToStringValue();
        return token.Kind == Kind.QuotedWord ? text[1..^1] : text;
    }

    public static bool IsName(this Token<Kind> token) => token.Kind is Kind.Word or Kind.QuotedWord;
}
