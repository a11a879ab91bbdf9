using Dsl.Diagnostics;
using Runtime.Expressions;
using Superpower.Model;

namespace Dsl.Syntax;

/// <summary>Expressions written as in other languages.</summary>
static class SlipsOfSigns
{
    /// <summary>Signs of others and what they are here; longer ones first.</summary>
    static readonly (string Written, string Here)[] Signs =
    [
        ("%in%", "in"), ("%>%", "|"), ("%%", "%"), ("===", "=="), ("!==", "!="), ("=>", ">="), ("=<", "<="), ("=!", "!="), ("<>", "!="),
        ("**", "^"), ("|>", "|"),
    ];

    /// <summary>What stands before a function there and not here.</summary>
    static readonly string[] Modules = ["np", "numpy", "math", "Math", "pd", "pl", "scipy", "stats", "F", "base", "jnp", "torch"];

    /// <summary>What stands between a column and its function.</summary>
    static readonly string[] Accessors = ["str", "dt", "values", "cat", "list"];

    public static Diagnostic? Sign(Token<TokenKind>[] step, string source)
    {
        foreach (var token in step.Where(t => t.Kind is TokenKind.Operator or TokenKind.Assign or TokenKind.Unknown))
        {
            var start = token.At().Start;
            if (start > 0 && source[start - 1] == '|' && token.Span.EqualsValue(">")) start--;
            if (Whole(step, token, start, source) is { } whole) return whole;
            var found = Array.Find(Signs, s => source.AsSpan(start).StartsWith(s.Written));
            if (found.Written is null) continue;
            var edits = new List<Edit> { new(new Span(start, found.Written.Length), found.Here) };
            var next = Array.Find(step, t => t.At().Start >= start + found.Written.Length);
            if (found.Here == "in" && next.HasValue() && next.Span.EqualsValue("c")) edits.Add(new(next.At(), ""));
            return Slips.Said(new Span(start, found.Written.Length), $"There is no sign `{found.Written}`.", $"Write `{found.Here}`.",
                new Fix($"Write `{found.Here}`.", edits));
        }
        return null;
    }

    /// <summary><c>a %/% b</c>.</summary>
    static Diagnostic? Whole(Token<TokenKind>[] step, Token<TokenKind> sign, int start, string source)
    {
        const string Sign = "%/%";
        if (!source.AsSpan(start).StartsWith(Sign)) return null;
        var (left, right) = (Array.FindLast(step, t => t.At().End <= start), Array.Find(step, t => t.At().Start >= start + Sign.Length));
        if (!left.HasValue() || !left.Kind.EndsValue() || left.Kind == TokenKind.Close) return null;
        if (!right.HasValue() || !right.Kind.EndsValue()) return null;
        var text = $"floor({left.ToStringValue()} / {right.ToStringValue()})";
        var span = left.At().To(right.At());
        return Slips.Said(sign.At(), "There is no sign for a whole division.", $"Write `{text}`.", Fix.Write(span, text));
    }

    static bool HasValue(this Token<TokenKind> token) => token.Span.Source is not null;

    /// <summary><c>c ? a : b</c>.</summary>
    public static Diagnostic? Choice(Token<TokenKind>[] step, string source)
    {
        var asks = Array.FindIndex(step, t => t.Span.EqualsValue("?"));
        var other = Array.FindLastIndex(step, t => t.Span.EqualsValue(":"));
        if (asks < 1) return null;
        const string Form = "if … then … else …";
        var first = Math.Max(1, Array.FindLastIndex(step, asks, t => t.Kind == TokenKind.Assign) + 1);
        var isWhole = other > asks + 1 && other < step.Length - 1 && first < asks;
        var text = !isWhole ? Form : $"if {Slips.Slice(source, step[first], step[asks - 1])} then "
            + $"{Slips.Slice(source, step[asks + 1], step[other - 1])} else {Slips.Slice(source, step[other + 1], step[^1])}";
        return Slips.Said(step[asks].At(), "A choice is made by words.", $"Write `{text}`.",
            isWhole ? [Fix.Write(step[first].At().To(step[^1].At()), text)] : []);
    }

    /// <summary><c>in ["a", "b"]</c> and <c>in "a", "b"</c>.</summary>
    public static Diagnostic? List(Token<TokenKind>[] step, int at, string source)
    {
        if (at < 1 || at >= step.Length || !step[at - 1].Is("in")) return null;
        var opening = step[at].ToStringValue();
        var isBracket = opening is "[" or "{";
        var end = Array.FindIndex(step, at, t => isBracket ? t.ToStringValue() is "]" or "}" : !IsItem(t));
        if (isBracket && end < 0 || !isBracket && !IsItem(step[at])) return null;
        var span = step[at].At().To(step[end < 0 ? ^1 : isBracket ? end : end - 1].At());
        var inner = source.Substring(span.Start, span.Length);
        var text = $"({(isBracket ? inner[1..^1].Trim() : inner)})";
        return Slips.Said(span, "A list stands in parentheses after `in`.", $"Write `in {text}`.", Fix.Write(span, text));
    }

    static bool IsItem(Token<TokenKind> token) =>
        token.Kind is TokenKind.Text or TokenKind.Number or TokenKind.Word or TokenKind.QuotedWord or TokenKind.Comma or TokenKind.Negate;

    /// <summary><c>np.log(x)</c>, <c>name.str.contains("A")</c>, <c>df["x"]</c>.</summary>
    public static Diagnostic? Method(Token<TokenKind>[] step, string source)
    {
        for (var i = 1; i < step.Length - 1; i++)
        {
            if (step[i].Kind != TokenKind.Word || step[i + 1].At().Start != step[i].At().End) continue;
            if (step[i + 1].Kind == TokenKind.Open && step[i].ToStringValue().Contains('.')) return OfPoint(step, i, source);
            var isFrame = step.Length > i + 3 && step[i + 1].Span.EqualsValue("[") && step[i + 2].Kind == TokenKind.Text;
            if (isFrame && step[i + 3].Span.EqualsValue("]")) return OfFrame(step, i);
        }
        return null;
    }

    static Diagnostic OfFrame(Token<TokenKind>[] step, int i)
    {
        var name = Notation.Name(Quotes.Unescaped(step[i + 2].ToStringValue()));
        return Slips.Said(step[i].At().To(step[i + 3].At()), "A column is its name alone.", $"Write `{name}`.",
            Fix.Write(step[i].At().To(step[i + 3].At()), name));
    }

    /// <summary><c>is.na(x)</c>, <c>as.numeric(x)</c>, whose point is a letter of the name.</summary>
    static Diagnostic? OfWhole(Token<TokenKind>[] step, int i, int close, string source)
    {
        var (name, values) = (step[i].ToStringValue(), Slips.Items(step, i + 1, close, source));
        var text = FunctionCatalog.Meant(name) is { } function ? $"{function.Name}({string.Join(", ", values)})"
            : OtherForm.Find(name)?.With(values);
        if (text is null) return null;
        var span = step[i].At().To(step[close].At());
        return Slips.Said(span, $"There is no function `{name}`.", $"Write `{text}`.", Fix.Write(span, text));
    }

    static Diagnostic? OfPoint(Token<TokenKind>[] step, int i, string source)
    {
        var close = Slips.Closing(step, i + 1);
        if (close < 0) return null;
        if (OfWhole(step, i, close, source) is { } whole) return whole;
        var parts = step[i].ToStringValue().Split('.', StringSplitOptions.RemoveEmptyEntries);
        var owner = string.Join('.', parts[..^1].Where(p => !Accessors.Contains(p)));
        var values = Slips.Items(step, i + 1, close, source);
        if (!Modules.Contains(owner)) values.Insert(0, owner);
        var function = FunctionCatalog.Meant(parts[^1])?.Name;
        var text = function is null && OtherForm.Find(parts[^1])?.With(values) is { } form ? form
            : $"{function ?? parts[^1]}({string.Join(", ", values)})";
        var span = step[i].At().To(step[close].At());
        return Slips.Said(span, "A function stands before its values, without a point.", $"Write `{text}`.", Fix.Write(span, text));
    }
}
