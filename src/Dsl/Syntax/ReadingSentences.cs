using Dsl.Diagnostics;
using Superpower.Model;
using static Dsl.Diagnostics.Diagnostic;

namespace Dsl.Syntax;

/// <summary>What is said of a text that cannot be read, in the order one may meet it.</summary>
static class ReadingSentences
{
    /// <summary>What a token of a kind says for itself wherever it stands.</summary>
    static readonly Dictionary<TokenKind, Func<Token<TokenKind>, Diagnostic>> Always = new()
    {
        [TokenKind.Unknown] = t => Error("unknown-character", t.At(), "Unknown character", $"The character `{t.ToStringValue()}` means nothing here.", InsteadOf(t.ToStringValue())),
        [TokenKind.HugeNumber] = t => Error("huge-number", t.At(), "Number too large", $"`{t.ToStringValue()}` is larger than any number can be.", "Write a number below 1.8e308."),
        [TokenKind.UnfinishedText] = t => Error("unfinished-text", t.At(), "Unfinished text", "The closing `\"` is missing at the end of line.", "Close the text with `\"`."),
        [TokenKind.UnfinishedWord] = t => Error("unfinished-name", t.At(), "Unfinished name", "The closing back-tick is missing at the end of line.", "Close the name with a back-tick."),
        [TokenKind.UnfinishedBlock] = t => Error("unfinished-block", new Span(t.At().Start, 3), "Unfinished block", "The block that starts here never ends.",
            "Close the block with three back-ticks."),
        [TokenKind.Assign] = t => Error("unexpected-token", t.At(), "Unexpected `=`", "A single `=` gives an argument its value; it does not compare.", "Write `==` to compare."),
    };

    /// <summary>What a token that follows one of a kind says, if it has nothing to say for itself.</summary>
    static readonly Dictionary<TokenKind, Func<Token<TokenKind>, Diagnostic>> After = new()
    {
        [TokenKind.Assign] = t => Error("unfinished-line", t.At(), "Missing value", $"A value should stand after `=`, not `{t.ToStringValue()}`.", "Write a value right after `=`."),
        [TokenKind.As] = t => Error("missing-name", t.At(), "Missing name", $"A name should stand after `as`, not `{t.ToStringValue()}`.", "Write a name, or put it between back-ticks."),
    };

    /// <summary>What is said of a token in a place where nothing better is known.</summary>
    static readonly Dictionary<TokenKind, Func<Token<TokenKind>, Diagnostic>> Else = new()
    {
        [TokenKind.As] = t => Error("unexpected-token", t.At(), "Unexpected `as`", "`as NAME` stands at the end of a step.",
            "Complete what comes before it; put a column of that name between back-ticks."),
        [TokenKind.Close] = t => Error("unexpected-token", t.At(), "Unexpected `)`", "No bracket is open here, or it is still empty.", "Remove `)`, or complete what it closes."),
    };

    public static Diagnostic Unexpected(Token<TokenKind> token, Token<TokenKind>? previous)
    {
        var text = token.ToStringValue();
        if (Always.TryGetValue(token.Kind, out var always)) return always(token);
        if (previous is { } before && before.Is("is"))
            return Error("unexpected-token", token.At(), "Unfinished test", $"`missing` should stand after `is`, not `{text}`.", "Write `is missing` or `is not missing`; write `==` to compare.");
        if (token.Kind == TokenKind.Keyword && !JoinsConditions(token)) return Keyword(token, text);
        if (previous is { } list && list.Is("in"))
            return Error("unexpected-token", token.At(), "Unfinished test", $"A list in parentheses should stand after `in`, not `{text}`.", "Write `in (…, …)`.");
        if (previous is { } last && After.TryGetValue(last.Kind, out var after)) return after(token);
        if (Else.TryGetValue(token.Kind, out var otherwise)) return otherwise(token);
        return previous is { } sign && sign.Kind.Joins() && token.Kind.Joins()
            ? Error("unexpected-token", token.At(), $"Unexpected `{text}`", $"A value should stand here, not `{text}`.", "Complete the expression, or remove one of the two signs.")
            : Error("unexpected-token", token.At(), $"Unexpected `{text}`", $"`{text}` cannot stand here.", "Put one step on a line, and text with spaces between double quotation marks.");
    }

    public static Diagnostic Unfinished(Token<TokenKind> last, Span end, bool isOpen, bool isChoice)
    {
        var text = last.ToStringValue();
        var (missing, hint) = last.Kind switch
        {
            TokenKind.Assign => ("A value is missing here: the end of line follows `=`.", "Write a value right after `=`."),
            TokenKind.As => ("A name is missing here: the end of line follows `as`.", "Write a name after `as`, or leave `as` out."),
            var kind when isOpen && !kind.Joins() => (kind is TokenKind.Open or TokenKind.Comma
                ? $"Something is missing here: the end of line follows `{text}`."
                : "The bracket `(` is still open at the end of line.", "Close it with `)`."),
            _ => ($"Something is missing here: the end of line follows `{text}`.",
                isChoice ? "Write `if … then … else …`." : $"Complete the line, or leave `{text}` out."),
        };
        return Error("unfinished-line", end, "Unfinished line", missing, hint);
    }

    public static Diagnostic NoName(Span span, string text) => Error("no-operator", span, "No operator",
        $"A step starts with the name of an operator, not with `{text}`.", "Start the line with an operator such as `load`.");

    public static Diagnostic EmptyStep(Span span) => Error("empty-step", span, "Empty step",
        "No step stands between these two `|`.", "Write `or` for a choice of conditions; one `|` separates steps.");

    public static Diagnostic TooMuch(Span span) => Error("too-complex", span, "Too complex",
        "The step is nested too deeply, or is too long, from here on.", "Split it into several steps.");

    public static Diagnostic BadDeclaration(Span span) => Error("bad-parameter", span, "Bad parameter",
        "`param` needs a name of letters, digits and `_`, then `=` and a value.", "Write `param NAME = value`.");

    static Diagnostic Keyword(Token<TokenKind> token, string text) => Error("unexpected-token", token.At(), $"Unexpected `{text}`",
        $"`{text}` is a word of expressions and cannot stand here.", token.Is("if") || token.Is("then") || token.Is("else")
            ? "Write `if … then … else …`, in parentheses inside a larger expression; put a column of that name between back-ticks."
            : "Complete the expression before it; put a column of that name between back-ticks.");

    static bool JoinsConditions(Token<TokenKind> token) => token.Is("and") || token.Is("or") || token.Is("not");

    static string InsteadOf(string character) => character switch
    {
        "'" => "Put text between double quotation marks: `\"text\"`.",
        "!" => "Write `not` to negate, `!=` for what differs.",
        "&" => "Write `and`.",
        ";" => "End a step with its line, or put `|` before the next.",
        "{" or "[" => "Write a list without brackets, its values separated by commas.",
        "$" => "Write the name of a parameter right after `$`.",
        _ => "Put a name with such characters between back-ticks, text or a path between double quotation marks.",
    };
}
