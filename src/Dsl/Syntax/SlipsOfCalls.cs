using Dsl.Diagnostics;
using Runtime.Expressions;
using Superpower.Model;

namespace Dsl.Syntax;

/// <summary>Calls with names of values in them, words written as functions, and words of expressions in capitals.</summary>
static class SlipsOfCalls
{
    public static Diagnostic? Of(Token<TokenKind>[] step, string source)
    {
        for (var i = 1; i + 1 < step.Length; i++)
        {
            var close = step[i + 1].Kind == TokenKind.Open ? Slips.Closing(step, i + 1) : -1;
            if (close < 0) continue;
            if (step[i].Is("between")) return Between(step, i, close, source);
            if (step[i].Kind is TokenKind.Function or TokenKind.Word && Named(step, i, close, source) is { } named) return named;
        }
        return Listed(step);
    }

    /// <summary><c>between(1, 2)</c> behind its value.</summary>
    static Diagnostic? Between(Token<TokenKind>[] step, int i, int close, string source) =>
        Slips.Items(step, i + 1, close, source) is [var low, var high]
            ? Ends(step[i].At().To(step[close].At()), low, high) : null;

    /// <summary><c>between 1, 2</c> and <c>between 1 .. 2</c>.</summary>
    static Diagnostic? Listed(Token<TokenKind>[] step)
    {
        var at = Array.FindIndex(step, t => t.Is("between"));
        if (at < 1 || at + 3 >= step.Length || step[at + 2].Kind is not (TokenKind.Comma or TokenKind.Range)) return null;
        return Ends(step[at].At().To(step[at + 3].At()), step[at + 1].ToStringValue(), step[at + 3].ToStringValue());
    }

    static Diagnostic Ends(Span span, string low, string high) => Slips.Said(span, "`and` stands between the two ends of `between`.",
        $"Write `between {low} and {high}`.", Fix.Write(span, $"between {low} and {high}"));

    /// <summary><c>round(x, digits=2)</c>, <c>mean(x, na.rm=TRUE)</c>: what is missing is left out anyway.</summary>
    static Diagnostic? Named(Token<TokenKind>[] step, int i, int close, string source)
    {
        var items = Slips.Items(step, i + 1, close, source);
        var hasName = Enumerable.Range(i + 2, close - i - 2).Any(j => step[j].Kind == TokenKind.Assign);
        if (!hasName || FunctionCatalog.Meant(step[i].ToStringValue()) is not { } function) return null;
        string[] values = [.. items.Select((item, at) => Value(item, at, function)).OfType<string>()];
        var text = $"{function.Name}({string.Join(", ", values)})";
        var span = step[i].At().To(step[close].At());
        var isLeft = values.Length < items.Count;
        return Slips.Said(span, "The values of a function have no names.",
            isLeft ? $"Write `{text}`: missing values are left out as it is." : $"Write `{text}`.", Fix.Write(span, text));
    }

    /// <summary>Null for what a function here has no place for.</summary>
    static string? Value(string item, int at, Function function)
    {
        if (item.Split('=', 2) is not [var name, var value] || value.StartsWith('=') || name.TrimEnd().EndsWith('!')) return item;
        if (name.TrimEnd() is [.., '<' or '>']) return item;
        var isTruth = value.Trim().ToLowerInvariant() is "true" or "false" or "t" or "f" or "none" or "null";
        return isTruth || at >= function.Parameters.Length && function.Parameters is not [.., { Repeats: true }] ? null : value.Trim();
    }

    /// <summary><c>a > 1 AND b IS NULL</c>: words of expressions are written small.</summary>
    public static Diagnostic? Capitals(Token<TokenKind>[] step)
    {
        if (!Slips.Calculates(step)) return null;
        // A loop, since it is done at every start: queries over values of one's own are compiled anew each time.
        var words = new List<Token<TokenKind>>(0);
        for (var i = 1; i < step.Length; i++) if (IsCapital(step[i]) && IsBetween(step, i)) words.Add(step[i]);
        if (words.Count == 0) return null;
        var small = words[0].ToStringValue().ToLowerInvariant();
        return Slips.Said(words[0].At(), "The words of expressions are written small.", $"Write `{small}`.",
            new Fix($"Write `{small}`.", [.. words.Select(w => new Edit(w.At(), w.ToStringValue().ToLowerInvariant()))]));
    }

    static bool IsCapital(Token<TokenKind> token) => token.Kind is TokenKind.Word or TokenKind.Function && token.ToStringValue() is var word
        && word.Any(char.IsUpper) && Notation.Keywords.Contains(word.ToLowerInvariant());

    /// <summary>Where no column of that name could stand: between two values, or before one.</summary>
    static bool IsBetween(Token<TokenKind>[] step, int i)
    {
        if (i + 1 == step.Length || !(step[i + 1].Kind.StartsValue() || step[i + 1].Is("not"))) return false;
        var opens = step[i].Span.EqualsValueIgnoreCase("not") || step[i].Span.EqualsValueIgnoreCase("if");
        return opens || i > 1 && step[i - 1].Kind.EndsValue() || IsCapital(step[i - 1]);
    }
}
