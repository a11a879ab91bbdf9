using Dsl.Syntax;
using Superpower.Model;

namespace Dsl.Editing;

/// <summary>What stands between two tokens of a step: nothing or a blank.</summary>
sealed class Spacing
{
    Token<Kind>? last;
    bool unary, declares, tight;
    int count, depth;

    /// <summary>The next token is the first of a step.</summary>
    public void Start() => (last, unary, declares, tight, count, depth) = (null, false, false, false, 0, 0);

    public string Before(Token<Kind> next)
    {
        if (last is not { Kind: var before }) return " ";
        var after = next.Kind;
        if (unary) return Touches(next) ? "" : " ";
        if (before is Kind.Function or Kind.Open || after is Kind.Close or Kind.Comma) return "";
        if (before == Kind.Comma) return depth > 0 ? " " : "";
        if (before == Kind.Assign || after == Kind.Assign) return declares && count is 2 or 3 && depth == 0 ? " " : "";
        if (after == Kind.Range) return IsTight(before) ? "" : " ";
        if (before == Kind.Range) return tight && (IsTight(after) || after is Kind.Negate or Kind.Minus) ? "" : " ";
        return " ";
    }

    /// <param name="newLine">The token is the first of a line.</param>
    public void Take(Token<Kind> token, bool newLine)
    {
        if (token.Kind is Kind.Bar or Kind.Prose)
        {
            Start();
            return;
        }
        declares |= count == 0 && token.Kind == Kind.Word && token.ToStringValue() == "param";
        unary = token.Kind == Kind.Negate || (token.Kind == Kind.Minus && (count < 2 || !EndsValue(last!.Value.Kind)));
        tight = token.Kind == Kind.Range && !newLine && last is { Kind: var before } && IsTight(before);
        depth += token.Kind switch { Kind.Open => 1, Kind.Close => -1, _ => 0 };
        (last, count) = (token, count + 1);
    }

    /// <summary>A sign may stand right before it without another meaning; a path (<c>./x</c>) only starts after a blank.</summary>
    static bool Touches(Token<Kind> token) => token.Kind is not Kind.Word || Words.IsPlain(token.ToStringValue()[0]);

    static bool IsTight(Kind kind) => kind is Kind.Number or Kind.Parameter;

    static bool EndsValue(Kind kind) => kind is >= Kind.Word and <= Kind.Block or Kind.Close;
}
