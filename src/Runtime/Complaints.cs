using System.Buffers;
using System.Globalization;

namespace Runtime;

/// <summary>
/// What the contract of operators has to say, in the order one may meet it. What an operator itself refuses stands in its file.
/// </summary>
static class Complaints
{
    /// <summary>Letters like any other inside a word, which one may have meant as operators.</summary>
    static readonly SearchValues<char> WordSigns = SearchValues.Create("/:~*\\-");

    static Complaint Error(string code, string? argument, string title, string text, string? hint = null) =>
        new(argument, 0, title, text, hint, IsError: true) { Code = code };

    public static Complaint NotGiven(ParameterSignature parameter) => Error("missing-argument", parameter.Property.Name, "Missing argument",
        $"`{parameter.Name}` is not given: {char.ToLowerInvariant(parameter.Doc[0])}{parameter.Doc[1..]}", "Give it a value.");

    public static Complaint RuleBroken(ParameterSignature parameter, RuleAttribute rule, object value, int index)
    {
        var written = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return Error("value-out-of-range", parameter.Property.Name, "Value out of range",
            $"`{parameter.Name}` must be {rule.Must}, not `{written}`.",
            rule is BetweenAttribute { High: 1 } && value is double and >= 10 and <= 100
                ? $"Write `{written}%` for a share of {written} in a hundred." : $"Write a value that is {rule.Must}.") with
        {
            Index =
                    index
        };
    }

    public static Complaint NoTable(string op) => Error("no-table", null, "No table yet",
        $"`{op}` needs a table, and no step above loads one.", "Put a `load` before this step.");

    public static Complaint NoPoints(string op, bool hasTable) => Error("no-points", null, "No points yet",
        $"`{op}` needs points, and no step above makes any.", $"{(hasTable ? "Choose" : "Load a table and choose")} columns with "
        + "`features` before this step.");

    public static Complaint UnknownName(ParameterSignature parameter, string kind, string name, IEnumerable<string> there, string? meaning)
    {
        string[] names = [.. there];
        return Error($"unknown-{kind}", parameter.Property.Name, $"Unknown {kind}",
            $"There {(kind == "points" ? "are" : "is")} no {kind} `{name}`{(meaning is null ? "." : $": {meaning}.")}",
            kind == "column" && name.AsSpan().IndexOfAny(WordSigns) >= 0 && Spelling.Nearest(name, names) is null
                ? "Put spaces around an operator such as `-` or `/`: inside a word it is a letter like any other."
                : Spelling.Guess($"{kind.TrimEnd('s')}s", name, names) ?? "Make it in a step above; none is there yet.");
    }

    public static Complaint NotNumeric(ParameterSignature parameter, ColumnShape column, IEnumerable<string> numeric)
    {
        var holds = column.Type == ColumnType.Label ? "cluster numbers, which measure nothing" : "text";
        return column.NotANumber is { } first
            ? Error("not-numeric", parameter.Property.Name, "Not a number",
                $"`{column.Name}` holds text, and this needs numbers: {first.File} line {Wording.Count(first.Line)} has `{first.Field}` "
                + "there.",
                $"Correct the file, or say that it stands for a missing value: `load … missing={first.Field}`.")
            : Error("not-numeric", parameter.Property.Name, "Not a number",
                $"`{column.Name}` holds {holds}, and this needs numbers.", Spelling.List("columns of numbers", column.Name, numeric));
    }

    public static Complaint NotCategorical(ParameterSignature parameter, ColumnShape column) =>
        Error("not-categorical", parameter.Property.Name, "No groups",
        $"`{column.Name}` holds numbers that are not whole, and these make no groups.",
        $"Cut it into intervals first: `bin {column.Name} count=5`.");

    public static Complaint NameTaken(string meaning) => Error("name-taken", nameof(Operator.As), "Name taken",
        $"{meaning} already, and a name means one thing.", "Choose another name.");
}
