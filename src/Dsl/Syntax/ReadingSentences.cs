using Dsl.Diagnostics;
using Runtime.Expressions;
using Superpower.Model;
using Named = System.Collections.Generic.Dictionary<Dsl.Syntax.TokenKind,
    System.Func<Superpower.Model.Token<Dsl.Syntax.TokenKind>, string, Dsl.Diagnostics.Diagnostic>>;

namespace Dsl.Syntax;

/// <summary>What is said of a text that cannot be read, in the order one may meet it.</summary>
static class ReadingSentences
{
    /// <summary>What a token of a kind says for itself wherever it stands.</summary>
    static readonly Named Always = new()
    {
        [TokenKind.Unknown] = (t, source) => new Diagnostic(ReadingCodes.UnknownCharacter, t.At(),
            $"The character `{t.ToStringValue()}` means nothing here.", Characters.Hint(t.ToStringValue()))
            .With(Characters.Fixes(t.ToStringValue(), t.At(), source)),
        [TokenKind.HugeNumber] = (t, _) => new(ReadingCodes.HugeNumber, t.At(),
            $"`{t.ToStringValue()}` is larger than any number can be.", "Write a number below 1.8e308."),
        [TokenKind.UnfinishedText] = (t, _) => new Diagnostic(ReadingCodes.UnfinishedText, t.At(),
            "The closing `\"` is missing at the end of line.", "Close the text with `\"`.")
            .With(Fix.Insert(t.At().End, "\"", "Close the text here.")),
        [TokenKind.UnfinishedWord] = (t, _) => new Diagnostic(ReadingCodes.UnfinishedName, t.At(),
            "The closing back-tick is missing at the end of line.", "Close the name with a back-tick.")
            .With(Fix.Insert(t.At().End, "`", "Close the name here.")),
        [TokenKind.UnfinishedBlock] = (t, _) => new Diagnostic(ReadingCodes.UnfinishedBlock, new Span(t.At().Start, 3),
            "The block that starts here never ends.", "Close the block with three back-ticks.")
            .With(Fix.Insert(t.At().End, "```", "Close the block at the end of the text.")),
        [TokenKind.Assign] = (t, _) =>
            Unexpected(t, "A single `=` gives an argument its value; it does not compare.", "Write `==` to compare.")
            .With(Fix.Write(t.At(), "==")),
    };

    /// <summary>What a token that follows one of a kind says, if it has nothing to say for itself.</summary>
    static readonly Named After = new()
    {
        [TokenKind.Assign] = (t, _) => new(ReadingCodes.UnfinishedLine, t.At(),
            $"A value should stand after `=`, not `{t.ToStringValue()}`.", "Write a value right after `=`.")
        { Title = "Missing value" },
        [TokenKind.As] = (t, _) => new Diagnostic(ReadingCodes.MissingName, t.At(),
            $"A name should stand after `as`, not `{t.ToStringValue()}`.", "Write a name, or put it between back-ticks.")
            .With(t.Kind == TokenKind.Number ? [Fix.Write(t.At(), $"`{t.ToStringValue()}`")] : []),
    };

    /// <summary>What is said of a token in a place where nothing better is known.</summary>
    static readonly Named Else = new()
    {
        [TokenKind.As] = (t, _) => Unexpected(t, "`as NAME` stands at the end of a step.",
            "Complete what comes before it; put a column of that name between back-ticks."),
        [TokenKind.Close] = (t, _) =>
            Unexpected(t, "No bracket is open here, or it is still empty.", "Remove `)`, or complete what it closes."),
    };

    public static Diagnostic Unexpected(Token<TokenKind> token, Token<TokenKind>? previous, string source)
    {
        var text = token.ToStringValue();
        if (Always.TryGetValue(token.Kind, out var always)) return always(token, source);
        if (previous is { } before && UnfinishedTest(token, before, text) is { } test) return test;
        if (token.Kind == TokenKind.Keyword && !JoinsConditions(token)) return Keyword(token, text);
        if (previous is { } last && After.TryGetValue(last.Kind, out var after)) return after(token, source);
        if (token.Kind == TokenKind.Close && previous is { Kind: not TokenKind.Open } value && value.Kind.EndsValue())
            return Else[token.Kind](token, source).With(Fix.Remove(token.At(), text));
        if (Else.TryGetValue(token.Kind, out var otherwise)) return otherwise(token, source);
        return previous is { } sign && sign.Kind.Joins() && token.Kind.Joins()
            ? Unexpected(token, $"A value should stand here, not `{text}`.", "Complete the expression, or remove one of the two signs.")
                .With(Fix.Remove(Cut.Word(token.At(), source), text))
            : Unexpected(token, $"`{text}` cannot stand here.",
                "Put one step on a line, and text with spaces between double quotation marks.");
    }

    public static Diagnostic Unfinished(Token<TokenKind> last, Span end, bool isOpen, bool isChoice, string source)
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
        var isFinished = last.Kind.EndsValue();
        return new Diagnostic(ReadingCodes.UnfinishedLine, end, missing, hint).With(
            isOpen && isFinished ? [Fix.Insert(last.At().End, ")", "Close the bracket here.")]
            : isFinished || isOpen || isChoice || last.Kind == TokenKind.Assign ? []
            : [Fix.Remove(Cut.Word(last.At(), source), text)]);
    }

    public static Diagnostic NoName(Span span, string text) => new(ReadingCodes.NoOperator, span,
        $"A step starts with the name of an operator, not with `{text}`.", "Start the line with an operator such as `load`.");

    /// <param name="before">The step before it: one that ends with a condition goes on with another.</param>
    public static Diagnostic EmptyStep(Span span, Step? before) => new Diagnostic(ReadingCodes.EmptyStep, span,
        "No step stands between these two `|`.", "Write `or` for a choice of conditions; one `|` separates steps.")
        .With(Fix.Write(span, before is { Arguments: [.., { Value: BinaryExpression }] } ? "or" : "|"));

    public static Diagnostic TooMuch(Span span) => new(ReadingCodes.TooComplex, span,
        "The step is nested too deeply, or is too long, from here on.", "Split it into several steps.");

    public static Diagnostic TooLong(int length) => new(ReadingCodes.TooComplex, null,
        $"The script has {Wording.Count(length)} characters, more than {Wording.Count(Limits.Characters)}.",
        "Split it, or put data into files.");

    public static Diagnostic TooManySteps(Span span) => new(ReadingCodes.TooComplex, span,
        $"The script has more than {Wording.Count(Limits.Steps)} steps, and is not read further.", "Split it into several scripts.");

    public static Diagnostic BadDeclaration(Span span, Token<TokenKind>[] tokens) => new Diagnostic(ReadingCodes.BadParameter, span,
        "`param` needs a name of letters, digits and `_`, then `=` and a value.", "Write `param NAME = value`.")
        .With(tokens is [_, { Kind: TokenKind.Word } name, { Kind: TokenKind.Assign }, ..]
            ? [Fix.Write(name.At(), Plain(name.ToStringValue()))] : []);

    static string Plain(string name) => string.Concat(name.Select(c => Words.IsPlain(c) ? c : '_'));

    static Diagnostic Unexpected(Token<TokenKind> token, string text, string hint) =>
        new(ReadingCodes.UnexpectedToken, token.At(), text, hint) { Title = $"Unexpected `{token.ToStringValue()}`" };

    /// <summary>After <c>is</c> and <c>in</c> not everything may stand.</summary>
    static Diagnostic? UnfinishedTest(Token<TokenKind> token, Token<TokenKind> before, string text)
    {
        if (before.Is("is")) return UnfinishedIs(token, text);
        if (!before.Is("in") || token.Kind == TokenKind.Keyword && !JoinsConditions(token)) return null;
        return new(ReadingCodes.UnexpectedToken, token.At(), $"A list in parentheses should stand after `in`, not `{text}`.",
            "Write `in (…, …)`.")
        { Title = "Unfinished test" };
    }

    static Diagnostic UnfinishedIs(Token<TokenKind> token, string text)
    {
        var states = string.Join(" or ", Notation.States.Select(s => $"`{s}`"));
        var tests = string.Join(", ", Notation.States.Select(s => $"`is {s}` or `is not {s}`"));
        return new Diagnostic(ReadingCodes.UnexpectedToken, token.At(),
            $"{states} should stand after `is`, not `{text}`.",
            State(text) is { } meant ? $"Write `is {meant}`." : $"Write {tests}; write `==` to compare.")
        { Title = "Unfinished test" }
            .With(State(text) is { } near ? [Fix.Write(token.At(), near)] : []);
    }

    static string? State(string text) =>
        text.ToLowerInvariant() is "null" or "na" or "nan" or "none" or "nil" or "empty" or "blank" ? "missing"
            : Spelling.Nearest(text, Notation.States);

    static Diagnostic Keyword(Token<TokenKind> token, string text) =>
        Unexpected(token, $"`{text}` is a word of expressions and cannot stand here.",
        token.Is("if") || token.Is("then") || token.Is("else")
            ? "Write `if … then … else …`, in parentheses inside a larger expression; put a column of that name between back-ticks."
            : "Complete the expression before it; put a column of that name between back-ticks.");

    static bool JoinsConditions(Token<TokenKind> token) => token.Is("and") || token.Is("or") || token.Is("not");
}
