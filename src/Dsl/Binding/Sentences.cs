using Dsl.Diagnostics;
using Runtime;
using static Dsl.Diagnostics.Diagnostic;

namespace Dsl.Binding;

/// <summary>What is said of a script that could be read, in the order one may meet it. What an operator refuses stands in its own file.</summary>
static class Sentences
{
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
            ? $"Add `NAME=…` with {ArgumentTypes.Of(parameter).Takes}."
            : parameter.Positional ? $"Write {ArgumentTypes.Of(parameter).Takes} after `{op}`."
            : $"Add `{parameter.Name}=…` with {ArgumentTypes.Of(parameter).Takes}.");

    public static Diagnostic WrongType(Span span, ParameterSignature parameter, string value) => Error("wrong-type", span, "Wrong type",
        $"`{parameter.Name}` takes {ArgumentTypes.Of(parameter).Takes}, not `{value}`.", $"Write {ArgumentTypes.Of(parameter).Example}.");

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
