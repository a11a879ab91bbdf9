using System.Text.RegularExpressions;
using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;

namespace Dsl.Binding;

/// <summary>
/// What is said of a script that could be read, in the order one may meet it. What an operator refuses stands in its own file.
/// </summary>
static partial class Sentences
{
    const int LongestNumber = 40;

    // Parameters of the script.

    public static Diagnostic UnknownParameter(Span span, string name, IReadOnlyCollection<string> declared) =>
        new Diagnostic(BindingCodes.UnknownParameter, span, $"No parameter `{name}` is declared above.",
            Spelling.Guess("parameters", name, declared) ?? $"Declare it first: `param {name} = value`.")
            .With(Near(span, name, declared, "$"));

    public static Diagnostic DeclaredBelow(Span span, Declaration declaration, string source)
    {
        var (name, line) = (declaration.Name.Text, $"param {declaration.Name.Text} = {declaration.Value.Written()}");
        var start = source.LastIndexOf('\n', span.Start) + 1;
        return new Diagnostic(BindingCodes.UnknownParameter, span, $"No parameter `{name}` is declared above.",
            $"Move `param {name} = …` above this step.")
        { Related = [new(declaration.Name.Span, "It is declared here.")] }
            .With(new Fix($"Move `{line}` above this step.", [new(new Span(start, 0), line + "\n"), new(declaration.Span, "")]));
    }

    public static Diagnostic DeclaredTwice(Declaration declaration, Span first)
    {
        var name = declaration.Name.Text;
        return new Diagnostic(BindingCodes.RepeatedParameter, declaration.Name.Span, $"`{name}` is declared already.",
            "Give this parameter another name, or remove the line.")
        { Related = [new(first, "It is declared here first.")] }
            .With(Fix.Remove(declaration.Span, $"param {name}"));
    }

    public static Diagnostic NestedParameter(Span span, string? value) => new Diagnostic(BindingCodes.NestedParameter, span,
        "The value of a parameter cannot use another one.", "Write the value itself.")
        .With(value is null ? [] : [Fix.Write(span, value)]);

    public static Diagnostic UnknownSetting(string name, IReadOnlyCollection<string> declared) => new(BindingCodes.UnknownSetting, null,
        $"`--set {name}=…` names a parameter that the script does not declare.",
        Spelling.Guess("parameters", name, declared) ?? $"Add `param {name} = value` to the script.");

    public static Diagnostic BadSeed(Span span, string value) => new(BindingCodes.WrongType, span,
        $"`seed` takes a whole number, not `{value}`.", "Write a whole number such as `7`.");

    // Binding a step to an operator.

    /// <param name="assign">Where its `=` stands.</param>
    public static Diagnostic AssignsToCompare(Name name, string op, int assign) => new Diagnostic(BindingCodes.UnknownArgument, name.Span,
        $"`{op}` has no argument `{name.Text}`.", "Write `==` to compare.")
        .With(Fix.Write(new Span(assign, 1), "=="));

    public static Diagnostic RepeatedArgument(Name name, Span argument, string source) =>
        new Diagnostic(BindingCodes.RepeatedArgument, name.Span,
        $"`{name.Text}` is given already.", "Keep one of the two; separate several values by commas.")
        .With(Fix.Remove(Cut.Word(argument, source), source.Substring(argument.Start, argument.Length)));

    public static Diagnostic TooManyValues(Span span, string text, Signature op, string? hint = null)
    {
        string[] positional = [.. op.Parameters.Where(p => p.Positional).Select(p => p.Name)];
        return new(BindingCodes.UnexpectedValue, span, positional.Length == 0
            ? $"`{op.Name}` takes no value without a name."
            : $"`{text}` is one value too many: `{op.Name}` takes {List(positional)} by position.",
            hint ?? "Remove it, or give it as `name=value`.");
    }

    public static Diagnostic ComparesArgument(Span span, string name, string value) => new Diagnostic(BindingCodes.UnexpectedValue, span,
        $"`==` compares; it does not give `{name}` a value.", $"Write `{name}={value}`.")
        .With(Fix.Write(span, $"{name}={value}"));

    public static Diagnostic MissingArgument(Span span, string op, ParameterSignature parameter) => new(ContractCodes.MissingArgument, span,
        $"`{op}` needs `{parameter.Name}`: {char.ToLowerInvariant(parameter.Doc[0])}{parameter.Doc[1..]}", parameter.FreeNames
            ? $"Add `NAME=…` with {ArgumentTypes.Of(parameter).Takes}."
            : parameter.Positional ? $"Write {ArgumentTypes.Of(parameter).Takes} after `{op}`."
            : $"Add `{parameter.Name}=…` with {ArgumentTypes.Of(parameter).Takes}.");

    public static Diagnostic WrongType(Span span, ParameterSignature parameter, string value) =>
        new Diagnostic(BindingCodes.WrongType, span,
        $"`{parameter.Name}` takes {ArgumentTypes.Of(parameter).Takes}, not `{value}`.", $"Write {ArgumentTypes.Of(parameter).Example}.")
        .With(ArgumentTypes.Of(parameter).Meant?.Invoke(value) is { } meant ? [Fix.Write(span, meant)] : []);

    /// <param name="text">The list as it is written; <c>4,000</c> was meant as one number.</param>
    public static Diagnostic OneValue(Span span, ParameterSignature parameter, string text, IEnumerable<string> values)
    {
        var said = new Diagnostic(BindingCodes.WrongType, span, $"`{parameter.Name}` takes one value, not a list.");
        var number = text.Length > LongestNumber ? text : Thousands.Replace(text, "");
        return number == text ? (said with { Hint = "Keep one of the values." }).With(values.Take(4).Select(v => Fix.Write(span, v)))
            : (said with { Hint = $"Write `{number}`: a number has no commas." }).With(Fix.Write(span, number));
    }

    [GeneratedRegex(@"(?<=\b\d{1,3}(,\d{3})*),(?=\d{3}(,\d{3})*(?!\d))")]
    static partial Regex Thousands { get; }

    public static Diagnostic BackwardRange(Span span, string value, string turned) => new Diagnostic(BindingCodes.BackwardRange, span,
        $"The range `{value}` runs backwards.", $"Write `{turned}`.")
        .With(Fix.Write(span, turned));

    public static Diagnostic RuleBroken(Span span, ParameterSignature parameter, RuleAttribute rule, string value)
    {
        var isPercent = rule is BetweenAttribute { High: 1 }
            && double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= 10 and <= 100;
        return new Diagnostic(ContractCodes.ValueOutOfRange, span, $"`{parameter.Name}` must be {rule.Must}, not `{value}`.",
            isPercent ? $"Write `{value}%` for a share of {value} in a hundred." : $"Write a value that is {rule.Must}.")
            .With(isPercent ? [Fix.Write(span, value + "%")] : []);
    }

    // Walking over shapes.

    public static Diagnostic NothingToName(Name name, Step step, string op) => new Diagnostic(BindingCodes.NothingToName, name.Span,
        $"`{op}` makes nothing that could have a name.", "Leave `as` out.")
        .With(WithoutName(name, step));

    public static Diagnostic Unused(Name name, Step step) => new Diagnostic(BindingCodes.Unused, name.Span,
        $"No step below uses `{name.Text}`.", $"Use it below, or leave `as {name.Text}` out.")
        .With(WithoutName(name, step));

    static Fix WithoutName(Name name, Step step) => Fix.Remove(Span.FromTo(step.ArgumentsEnd, name.Span.End), $"as {name.Text}");

    // Running.

    public static Diagnostic Refused(Span span, Refusal refusal) =>
        new(refusal.Kind is { } kind ? Codes.All.Find(kind)! : ContractCodes.Refused, span, refusal.Text, refusal.Hint);

    public static Diagnostic UnusedParameter(Declaration declaration) => new Diagnostic(BindingCodes.Unused, declaration.Name.Span,
        $"No step below uses `${declaration.Name.Text}`.", $"Use it below, or leave `param {declaration.Name.Text}` out.")
        .With(Fix.Remove(declaration.Span, $"param {declaration.Name.Text}"));

    public static Diagnostic FileTrouble(Span span, string op, string message) => new(RunningCodes.FileTrouble, span,
        $"`{op}` could not read or write a file: {message}", "Look at the path, its permissions and the space on the disk.");

    public static Diagnostic OutOfMemory(Span span, string op) => new(RunningCodes.OutOfMemory, span,
        $"`{op}` needs more memory than there is.", "Take fewer rows with `sample`, or fewer columns.");

    public static Diagnostic Bug(Span span, string op, Exception exception) => new(RunningCodes.Bug, span,
        $"`{op}` failed in a way that it never should: {exception.GetType().Name}: {exception.Message}",
        "Report it with the script and what it was run on.");

    public static Diagnostic OwnBug(Span span, string op, Exception exception, string? place) => new(BlockCodes.OwnOperator, span,
        $"`{op}` threw `{exception.GetType().Name}`{(place is null ? "" : $" in {place}")}: {exception.Message.TrimEnd('.')}.",
        "Correct it there; throw a `Refusal` for what the data do not allow.");

    static string List(IReadOnlyCollection<string> names) => Wording.Choices(names);

    /// <summary>The likely name in place of what was written.</summary>
    static IEnumerable<Fix> Near(Span span, string written, IEnumerable<string> names, string mark = "") =>
        Spelling.Nearest(written, names) is { } near ? [Fix.Write(span, mark + near)] : [];
}
