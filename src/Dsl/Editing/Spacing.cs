using Dsl.Syntax;
using Superpower.Model;

namespace Dsl.Editing;

/// <summary>What stands between two tokens of a step: nothing or a blank.</summary>
sealed class Spacing
{
    Token<TokenKind>? last;
    bool unary, declares, tight;
    int count, depth;

    /// <summary>The next token is the first of a step.</summary>
    public void Start() => (last, unary, declares, tight, count, depth) = (null, false, false, false, 0, 0);

    public string Before(Token<TokenKind> next)
    {
        if (last is not { Kind: var before }) return " ";
        var after = next.Kind;
        if (unary) return Touches(next) ? "" : " ";
        if (before is TokenKind.Function or TokenKind.Open || after is TokenKind.Close or TokenKind.Comma) return "";
        if (before == TokenKind.Comma) return depth > 0 ? " " : "";
        if (before == TokenKind.Assign || after == TokenKind.Assign) return declares && count is 2 or 3 && depth == 0 ? " " : "";
        if (after == TokenKind.Range) return IsTight(before) ? "" : " ";
        if (before == TokenKind.Range) return tight && (IsTight(after) || IsMinus(next)) ? "" : " ";
        return " ";
    }

    /// <param name="newLine">The token is the first of a line.</param>
    public void Take(Token<TokenKind> token, bool newLine)
    {
        if (token.Kind is TokenKind.Bar or TokenKind.Prose)
        {
            Start();
            return;
        }
        declares |= count == 0 && token.Kind == TokenKind.Word && token.ToStringValue() == "param";
        unary = token.Kind == TokenKind.Negate || (IsMinus(token) && (count < 2 || !last!.Value.Kind.EndsValue()));
        tight = token.Kind == TokenKind.Range && !newLine && last is { Kind: var before } && IsTight(before);
        depth += token.Kind switch { TokenKind.Open => 1, TokenKind.Close => -1, _ => 0 };
        (last, count) = (token, count + 1);
    }

    /// <summary>
    /// A sign may stand right before it without another meaning; a path (<c>./x</c>) only starts after a blank, and two signs
    /// that touch may be read as the comment of another language.
    /// </summary>
    static bool Touches(Token<TokenKind> token) =>
        token.Kind != TokenKind.Negate && !IsMinus(token) && (token.Kind != TokenKind.Word || Words.IsPlain(token.ToStringValue()[0]));

    static bool IsMinus(Token<TokenKind> token) => token.Span.EqualsValue("-");

    static bool IsTight(TokenKind kind) => kind is TokenKind.Number or TokenKind.Parameter or TokenKind.QuotedWord;
}
