using Dsl.Binding;
using Dsl.Syntax;
using Runtime;

namespace Dsl.Diagnostics;

/// <summary>Every sentence of the language, in the order one may meet them. What an operator refuses stands in its own file.</summary>
static class Sentences
{
    static Diagnostic Error(string code, Span? span, string title, string text, string? hint = null) =>
        new(Severity.Error, code, span, title, text, hint);

    // Reading.

    public static Diagnostic Unfinished(Kind last, Span span, string text, bool isOpen, bool isChoice) => Error("unfinished-line", span, "Unfinished line", last switch
    {
        Kind.Assign => "A value is missing here: the end of line follows `=`.",
        Kind.As => "A name is missing here: the end of line follows `as`.",
        _ when isOpen && last is not (Kind.Open or Kind.Comma) && !IsOperator(last) => "The bracket `(` is still open at the end of line.",
        _ => $"Something is missing here: the end of line follows `{text}`.",
    }, last switch
    {
        Kind.Assign => "Write a value right after `=`.",
        Kind.As => "Write a name after `as`, or leave `as` out.",
        _ when isOpen && !IsOperator(last) => "Close it with `)`.",
        _ when isChoice => "Write `if … then … else …`.",
        _ => $"Complete the line, or leave `{text}` out.",
    });

    public static Diagnostic Unexpected(Kind kind, Span span, string text, Kind? previous) => kind switch
    {
        Kind.Unknown => Error("unknown-character", span, "Unknown character", $"The character `{text}` means nothing here.", text switch
        {
            "'" => "Put text between double quotation marks: `\"text\"`.",
            "!" => "Write `not` to negate, `!=` for what differs.",
            "&" => "Write `and`.",
            ";" => "End a step with its line, or put `|` before the next.",
            "{" or "[" => "Write a list without brackets, its values separated by commas.",
            "$" => "Write the name of a parameter right after `$`.",
            _ => "Put a name with such characters between back-ticks, text or a path between double quotation marks.",
        }),
        Kind.HugeNumber => Error("huge-number", span, "Number too large", $"`{text}` is larger than any number can be.", "Write a number below 1.8e308."),
        Kind.UnfinishedText => Error("unfinished-text", span, "Unfinished text", "The closing `\"` is missing at the end of line.", "Close the text with `\"`."),
        Kind.UnfinishedWord => Error("unfinished-name", span, "Unfinished name", "The closing back-tick is missing at the end of line.", "Close the name with a back-tick."),
        Kind.UnfinishedBlock => Error("unfinished-block", new Span(span.Start, 3), "Unfinished block", "The block that starts here never ends.", "Close the block with three back-ticks."),
        Kind.Assign => Error("unexpected-token", span, "Unexpected `=`", "A single `=` gives an argument its value; it does not compare.", "Write `==` to compare."),
        _ when previous == Kind.Is => Error("unexpected-token", span, "Unfinished test", $"`missing` should stand after `is`, not `{text}`.", "Write `is missing` or `is not missing`; write `==` to compare."),
        >= Kind.In and <= Kind.Else => Error("unexpected-token", span, $"Unexpected `{text}`", $"`{text}` is a word of expressions and cannot stand here.",
            kind is Kind.If or Kind.Then or Kind.Else ? "Write `if … then … else …`, in parentheses inside a larger expression; put a column of that name between back-ticks."
                : "Complete the expression before it; put a column of that name between back-ticks."),
        _ when previous == Kind.In => Error("unexpected-token", span, "Unfinished test", $"A list in parentheses should stand after `in`, not `{text}`.", "Write `in (…, …)`."),
        _ when previous == Kind.Assign => Error("unfinished-line", span, "Missing value", $"A value should stand after `=`, not `{text}`.", "Write a value right after `=`."),
        _ when previous == Kind.As => Error("missing-name", span, "Missing name", $"A name should stand after `as`, not `{text}`.", "Write a name, or put it between back-ticks."),
        Kind.As => Error("unexpected-token", span, "Unexpected `as`", "`as NAME` stands at the end of a step.", "Complete what comes before it; put a column of that name between back-ticks."),
        Kind.Close => Error("unexpected-token", span, "Unexpected `)`", "No bracket is open here, or it is still empty.", "Remove `)`, or complete what it closes."),
        _ when previous is { } sign && IsOperator(sign) && IsOperator(kind) => Error("unexpected-token", span, $"Unexpected `{text}`", $"A value should stand here, not `{text}`.", "Complete the expression, or remove one of the two signs."),
        _ => Error("unexpected-token", span, $"Unexpected `{text}`", $"`{text}` cannot stand here.", "Put one step on a line, and text with spaces between double quotation marks."),
    };

    public static Diagnostic NoName(Span span, string text) => Error("no-operator", span, "No operator",
        $"A step starts with the name of an operator, not with `{text}`.", "Start the line with an operator such as `load`.");

    public static Diagnostic EmptyStep(Span span) => Error("empty-step", span, "Empty step", "No step stands between these two `|`.", "Write `or` for a choice of conditions; one `|` separates steps.");

    public static Diagnostic TooMuch(Span span) => Error("too-complex", span, "Too complex", "The step is nested too deeply, or is too long, from here on.", "Split it into several steps.");

    public static Diagnostic BadDeclaration(Span span) => Error("bad-parameter", span, "Bad parameter",
        "`param` needs a name of letters, digits and `_`, then `=` and a value.", "Write `param NAME = value`.");

    static bool IsOperator(Kind kind) => kind is Kind.And or Kind.Or or Kind.Not or (>= Kind.In and <= Kind.Else) or (>= Kind.Equal and <= Kind.Percent) or Kind.Range;

    // Parameters of the script.

    public static Diagnostic UnknownParameter(Span span, string name, IReadOnlyCollection<string> declared, bool later) => Error("unknown-parameter", span, "Unknown parameter",
        $"No parameter `{name}` is declared above.", later ? $"Move `param {name} = …` above this step." : Guess("parameters", name, declared) ?? $"Declare it first: `param {name} = value`.");

    public static Diagnostic DeclaredTwice(Span span, string name) => Error("repeated-parameter", span, "Repeated parameter",
        $"`{name}` is declared already.", "Give this parameter another name, or remove the line.");

    public static Diagnostic NestedParameter(Span span) => Error("nested-parameter", span, "Nested parameter",
        "The value of a parameter cannot use another one.", "Write the value itself.");

    public static Diagnostic UnknownSetting(string name, IReadOnlyCollection<string> declared) => Error("unknown-setting", null, "Unknown parameter",
        $"`--set {name}=…` names a parameter that the script does not declare.", Guess("parameters", name, declared) ?? $"Add `param {name} = value` to the script.");

    public static Diagnostic BadSeed(Span span, string value) => Error("wrong-type", span, "Wrong type",
        $"`seed` takes a whole number, not `{value}`.", "Write a whole number such as `7`.");

    // Binding a step to an operator.

    public static Diagnostic UnknownOperator(Span span, string name, Signature? guess) => Error("unknown-operator", span, "Unknown operator",
        $"There is no operator `{name}`.", guess is null ? "See `pipe help` for all operators; `pipe help --search WORD` finds one by what it does." : $"Did you mean `{guess.Name}`?");

    public static Diagnostic UnknownArgument(Span span, string name, string op, IReadOnlyCollection<string> known, bool compares) => Error("unknown-argument", span, "Unknown argument",
        $"`{op}` has no argument `{name}`.",
        compares ? "Write `==` to compare." : known.Count == 0 ? $"Leave it out: `{op}` takes none." : Spelling.Nearest(name, known) is { } near
            ? $"Did you mean `{near}`?" + (known.Count > 1 ? $" It also takes {List([.. known.Where(k => k != near)])}." : "")
            : $"It takes {List(known)}.");

    public static Diagnostic RepeatedArgument(Span span, string name) => Error("repeated-argument", span, "Repeated argument",
        $"`{name}` is given already.", "Keep one of the two; separate several values by commas.");

    public static Diagnostic TooManyValues(Span span, string text, string op, IReadOnlyCollection<string> positional, bool nextLine, bool expression, bool freeNames) => Error("unexpected-value", span, "Unexpected value",
        positional.Count == 0 ? $"`{op}` takes no value without a name." : $"`{text}` is one value too many: `{op}` takes {List(positional)} by position.",
        nextLine ? "Start a new step at the beginning of its line: an indented line continues the one above."
            : freeNames ? "Give it a name: `NAME = …`."
            : expression ? "Join conditions by `and` or `or`, and put spaces around operators such as `-`."
            : "Remove it, or give it as `name=value`.");

    public static Diagnostic ComparesArgument(Span span, string name, string value) => Error("unexpected-value", span, "Unexpected value",
        $"`==` compares; it does not give `{name}` a value.", $"Write `{name}={value}`.");

    public static Diagnostic MissingArgument(Span span, string op, ParameterSignature parameter) => Error("missing-argument", span, "Missing argument",
        $"`{op}` needs `{parameter.Name}`: {char.ToLowerInvariant(parameter.Doc[0])}{parameter.Doc[1..]}", parameter.FreeNames
            ? $"Add `NAME=…` with {Types.Of(parameter).Takes}."
            : parameter.Positional ? $"Write {Types.Of(parameter).Takes} after `{op}`."
            : $"Add `{parameter.Name}=…` with {Types.Of(parameter).Takes}.");

    public static Diagnostic WrongType(Span span, ParameterSignature parameter, string value) => Error("wrong-type", span, "Wrong type",
        $"`{parameter.Name}` takes {Types.Of(parameter).Takes}, not `{value}`.", $"Write {Types.Of(parameter).Example}.");

    public static Diagnostic NotReadable(Span span, string written, string folder) => Error("path-not-allowed", span, "Path not allowed",
        $"`{written}` is neither below the script's folder nor below the working directory.", $"Add `--allow-path {folder}`, or trust the script with `pipe trust`.");

    public static Diagnostic OneValue(Span span, ParameterSignature parameter) => Error("wrong-type", span, "Wrong type",
        $"`{parameter.Name}` takes one value, not a list.", "Keep one of the values.");

    public static Diagnostic UnknownChoice(Span span, ParameterSignature parameter, string word) => Error("unknown-choice", span, "Unknown choice",
        $"`{parameter.Name}` cannot be `{word}`.", Guess("choices", word, parameter.Choices));

    public static Diagnostic BackwardRange(Span span, string value, string turned) => Error("backward-range", span, "Backward range",
        $"The range `{value}` runs backwards.", $"Write `{turned}`.");

    public static Diagnostic RuleBroken(Span span, ParameterSignature parameter, RuleAttribute rule, string value) => Error("value-out-of-range", span, "Value out of range",
        $"`{parameter.Name}` must be {rule.Must}, not `{value}`.",
        rule is BetweenAttribute { High: 1 } && double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= 10 and <= 100
            ? $"Write `{value}%` for a share of {value} in a hundred." : $"Write a value that is {rule.Must}.");

    // Walking over shapes.

    public static Diagnostic NothingToName(Span span, string op) => new(Severity.Warning, "nothing-to-name", span, "Nothing to name",
        $"`{op}` makes nothing that could have a name.", "Leave `as` out.");

    public static Diagnostic Unused(Span span, string name) => new(Severity.Warning, "unused", span, "Name never used",
        $"No step below uses `{name}`.", $"Use it below, or leave `as {name}` out.");

    // Running.

    public static Diagnostic Refused(Span span, Refusal refusal) => Error("refused", span, "Step cannot run", refusal.Text, refusal.Hint);

    public static Diagnostic FileTrouble(Span span, string op, string message) => Error("file-trouble", span, "File trouble",
        $"`{op}` could not read or write a file: {message}", "Look at the path, its permissions and the space on the disk.");

    public static Diagnostic OutOfMemory(Span span, string op) => Error("out-of-memory", span, "Out of memory",
        $"`{op}` needs more memory than there is.", "Take fewer rows with `sample`, or fewer columns.");

    public static Diagnostic Bug(Span span, string op, Exception exception) => Error("bug", span, "Bug in pipe",
        $"`{op}` failed in a way that it never should: {exception.GetType().Name}: {exception.Message}", "Report it with the script and what it was run on.");

    public static Diagnostic OwnBug(Span span, string op, Exception exception, string? place) => Error("own-operator", span, "Own operator failed",
        $"`{op}` threw `{exception.GetType().Name}`{(place is null ? "" : $" in {place}")}: {exception.Message.TrimEnd('.')}.",
        "Correct it there; throw a `Refusal` for what the data do not allow.");

    static string List(IReadOnlyCollection<string> names) => Wording.Names(names);

    /// <summary>The likely name and then what else there is; null when there is nothing.</summary>
    static string? Guess(string noun, string written, IReadOnlyCollection<string> names)
    {
        if (names.Count == 0) return null;
        if (Spelling.Nearest(written, names) is not { } near) return Spelling.List(noun, written, names);
        return $"Did you mean `{near}`?{(names.Count > 1 ? " " + Spelling.List("other " + noun, written, names.Where(n => n != near)) : "")}";
    }
}
