using Runtime.Expressions;
using Superpower.Model;

namespace Dsl.Syntax;

/// <summary>How long a script may be, and how deep and long a step, so that no text can exhaust memory, time or the stack.</summary>
static class Limits
{
    public const int Characters = 500_000;

    public const int Steps = 5_000;

    const int Depth = 40;

    const int Operators = 400;

    /// <summary>Each of these nests what follows it.</summary>
    static readonly string[] FromTheRight = [.. BinaryOperation.All.Where(o => o.FromTheRight).Select(o => o.Symbol)];

    /// <summary>The token at which a step becomes too much, if it does.</summary>
    public static Token<TokenKind>? Broken(Token<TokenKind>[] tokens)
    {
        var (depth, prefixes, operators, fromTheRight) = (0, 0, 0, 0);
        foreach (var token in tokens)
        {
            depth += token.Kind == TokenKind.Open || token.Is("if") ? 1 : token.Kind == TokenKind.Close ? -1 : 0;
            prefixes = IsPrefix(token) ? prefixes + 1 : 0;
            if (token.Kind is TokenKind.Keyword or TokenKind.Operator or TokenKind.Negate) operators++;
            if (Array.Exists(FromTheRight, s => token.Span.EqualsValue(s))) fromTheRight++;
            if (depth > Depth || prefixes > Depth || fromTheRight > Depth || operators > Operators) return token;
        }
        return null;
    }

    static bool IsPrefix(Token<TokenKind> token) => token.Kind == TokenKind.Negate || token.Is("not") || token.Span.EqualsValue("-");
}
