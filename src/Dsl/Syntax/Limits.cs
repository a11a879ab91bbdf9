using Superpower.Model;

namespace Dsl.Syntax;

/// <summary>How deep and long a step may be, so that no text can exhaust the stack.</summary>
static class Limits
{
    const int Depth = 40;

    const int Operators = 400;

    /// <summary>The token at which a step becomes too much, if it does.</summary>
    public static Token<Kind>? Broken(Token<Kind>[] tokens)
    {
        var (depth, prefixes, operators) = (0, 0, 0);
        foreach (var token in tokens)
        {
            depth += token.Kind switch { Kind.Open or Kind.If => 1, Kind.Close => -1, _ => 0 };
            prefixes = token.Kind is Kind.Not or Kind.Negate or Kind.Minus ? prefixes + 1 : 0;
            if (token.Kind is Kind.And or Kind.Or or Kind.Not or Kind.In or Kind.Between or Kind.Is or (>= Kind.Equal and <= Kind.Percent)) operators++;
            if (depth > Depth || prefixes > Depth || operators > Operators) return token;
        }
        return null;
    }
}
