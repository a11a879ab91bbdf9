using System.Buffers;
using System.Globalization;
using Runtime.Expressions;

namespace Runtime;

/// <summary>
/// What the contract of operators has to say, in the order one may meet it. What an operator itself refuses stands in its file.
/// </summary>
static class Complaints
{
    /// <summary>Letters like any other inside a word, which one may have meant as operators.</summary>
    static readonly SearchValues<char> WordSigns = SearchValues.Create("/:~*\\-");

    public static Complaint NotGiven(ParameterSignature parameter) => new(ContractCodes.MissingArgument, parameter.Property.Name,
        $"`{parameter.Name}` is not given: {char.ToLowerInvariant(parameter.Doc[0])}{parameter.Doc[1..]}", "Give it a value.");

    public static Complaint RuleBroken(ParameterSignature parameter, RuleAttribute rule, object value, int index)
    {
        var written = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return new(ContractCodes.ValueOutOfRange, parameter.Property.Name, $"`{parameter.Name}` must be {rule.Must}, not `{written}`.",
            rule is BetweenAttribute { High: 1 } && value is double and >= 10 and <= 100
                ? $"Write `{written}%` for a share of {written} in a hundred." : $"Write a value that is {rule.Must}.")
        { Index = index };
    }

    public static Complaint NoTable(string op) => new(ContractCodes.NoTable, null,
        $"`{op}` needs a table, and no step above loads one.", "Put a `load` before this step.")
    { Remedies = [new() { Before = "load sample:spotify" }] };

    public static Complaint NoPoints(string op, Shape before) => new(ContractCodes.NoPoints, null,
        $"`{op}` needs points, and no step above makes any.",
        $"{(before.HasTable ? "Choose" : "Load a table and choose")} columns with `features` before this step.")
    { Remedies = [.. Features(before)] };

    /// <summary>All columns that amounts can be in.</summary>
    static IEnumerable<Remedy> Features(Shape before)
    {
        string[] columns = [.. (before.Columns ?? []).Where(c => c.IsNumeric).Select(c => Notation.Name(c.Name))];
        if (columns.Length > 0) yield return new() { Before = $"features {string.Join(' ', columns)}" };
    }

    public static Complaint UnknownColumn(ParameterSignature parameter, string name, Shape before) =>
        before.Points.FirstOrDefault(p => p.Columns?.Contains(name) == true) is { } points ? new(ContractCodes.UnknownColumn,
            parameter.Property.Name, $"There is no column `{name}` in the table: it is one of the points `{points.Name}`.",
            $"Draw points with `pairplot of={Notation.Name(points.Name)}`, or save them with "
                + $"`save points.csv points={Notation.Name(points.Name)}`.")
        : OfTableAside(parameter.Property.Name, name, before) ?? NotThere(parameter, name, before);

    static Complaint NotThere(ParameterSignature parameter, string name, Shape before) =>
        UnknownName(ContractCodes.UnknownColumn, parameter, name, before.Columns?.Names ?? [], before) is var said
            && name.AsSpan().IndexOfAny(WordSigns) >= 0 && said.Remedies.Count == 0
            ? said with { Hint = "Put spaces around an operator such as `-` or `/`: inside a word it is a letter like any other." }
            : said;

    /// <summary>The column is one of a table that stands aside, as those that `group` makes do; null when it is of none.</summary>
    public static Complaint? OfTableAside(string argument, string name, Shape before)
    {
        if (before.Aside.FirstOrDefault(t => t.Columns?.Has(name) == true) is not { } table) return null;
        var step = $"use {Notation.Name(table.Name)}";
        return new(ContractCodes.UnknownColumn, argument,
            $"There is no column `{name}` in this table: it is one of `{table.Name}`, which stands aside.",
            $"Put `{step}` before this step.")
        { Remedies = [new() { Before = step }] };
    }

    public static Complaint NotLookedAt(ParameterSignature parameter, int count, int index) => new(ContractCodes.Refused,
        parameter.Property.Name, $"And {Wording.Count(count)} more of `{parameter.Name}` were not looked at.",
        "Correct those before first.")
    { Index = index };

    public static Complaint OneColumn(ParameterSignature parameter, ColumnChoice choice) => new(ContractCodes.Refused,
        parameter.Property.Name, $"`{parameter.Name}` is one column, and `{choice}` may be several.", "Name the column.");

    public static Complaint NoStar(ParameterSignature parameter, ColumnChoice choice) => new(ContractCodes.Refused,
        parameter.Property.Name, $"`{choice}` has no `*` that would say what of a name stays.",
        "Name one column, or write a pattern on both sides: `sensor_*=s_*`.");

    public static Complaint Backward(ParameterSignature parameter, (string First, string Last) ends) => new(ContractCodes.Refused,
        parameter.Property.Name, $"`{ends.Last}` stands before `{ends.First}` in the table.",
        $"Write `{ColumnChoice.Range(ends.Last, ends.First).Text}`.")
    { Remedies = [new() { Instead = ColumnChoice.Range(ends.Last, ends.First).Text }] };

    /// <summary>A choice that no column is in, with the nearest that some are in.</summary>
    public static Complaint FitsNothing(ParameterSignature parameter, ColumnChoice choice, Shape before)
    {
        string[] names = [.. (before.Columns ?? []).Where(parameter.Takes).Select(c => c.Name)];
        var near = choice.IsPattern ? NearPattern(choice.Name, names) : null;
        var kind = parameter.Numeric ? "column of numbers" : "column";
        return new(ContractCodes.UnknownColumn, parameter.Property.Name,
            choice.IsOfType ? $"There are no {choice}: no column is of that type." : $"No {kind} is in `{choice}`.",
            near is null ? Spelling.List(kind.Replace("column", "columns"), choice.Name, names) : $"Did you mean `{near}`?")
        { Remedies = near is null ? [] : [new() { Instead = near }] };
    }

    /// <summary>The start or end that names have, nearest to that of the pattern.</summary>
    static string? NearPattern(string pattern, string[] names)
    {
        var (stem, atEnd) = (pattern.Trim('*'), pattern[0] == '*');
        if (stem.Length == 0 || stem.Contains('*')) return null;
        var stems = names.Where(n => n.Length > stem.Length).Select(n => atEnd ? n[^stem.Length..] : n[..stem.Length]).Distinct();
        if (Spelling.Nearest(stem, stems) is not { } near) return null;
        return CanonicalText.Of(ColumnChoice.Read(atEnd ? $"*{near}" : $"{near}*"));
    }

    public static Complaint UnknownName(DiagnosticCode code, ParameterSignature parameter, string name, IEnumerable<string> there,
        Shape before)
    {
        string[] names = [.. there];
        var kind = code.Name[(code.Name.IndexOf('-') + 1)..];
        return new(code, parameter.Property.Name,
            $"There {(kind == "points" ? "are" : "is")} no {kind} `{name}`{(before.Meaning(name) is { } meaning ? $": {meaning}." : ".")}",
            Spelling.Guess($"{kind.TrimEnd('s')}s", name, names) ?? "Make it in a step above; none is there yet.")
        { Remedies = Remedy.DidYouMean(name, names) };
    }

    public static Complaint NotNumeric(ParameterSignature parameter, ColumnShape column, IEnumerable<string> numeric)
    {
        return column.NotANumber is { } first
            ? new(ContractCodes.NotNumeric, parameter.Property.Name,
                $"`{column.Name}` holds text, and this needs numbers: {first.Place} there.",
                Data.TextReason.Of(first).Hint)
            : new(ContractCodes.NotNumeric, parameter.Property.Name,
                $"`{column.Name}` holds {column.Type.Holds()}, and this needs numbers{(parameter.OrDates ? " or dates" : "")}.",
                Spelling.List(parameter.OrDates ? "columns of numbers or dates" : "columns of numbers", column.Name, numeric)
                    + column.Type switch
                    {
                        ColumnType.Text => $" `encode onehot {Notation.Name(column.Name)}` makes numbers of it.",
                        ColumnType.Time => $" `{Notation.Name(column.Name)} - date(\"2000-01-01\")` is a number of days, and "
                            + $"`text({Notation.Name(column.Name)}, \"yyyy-MM\")` a month, in a `derive`.",
                        _ => "",
                    })
            { Remedies = parameter.IsList ? [new() { Instead = "" }] : [] };
    }

    public static Complaint NotCategorical(ParameterSignature parameter, ColumnShape column)
    {
        var (name, bins) = (Notation.Name(column.Name), Notation.Name(column.Name + "_bins"));
        if (column.Type == ColumnType.Time)
        {
            var (months, made) = (Notation.Name(column.Name + "_month"), $"text({name}, \"yyyy-MM\")");
            return new(ContractCodes.NotCategorical, parameter.Property.Name,
                $"`{column.Name}` holds dates, and these make no groups.", $"Make texts of them first: `derive {months}={made}`.")
            { Remedies = [new() { Before = $"derive {months}={made}", Instead = months }] };
        }
        return new(ContractCodes.NotCategorical, parameter.Property.Name,
            $"`{column.Name}` holds numbers that are not whole, and these make no groups.",
            $"Cut it into intervals first: `bin {name} count=5 as {bins}`.")
        { Remedies = [new() { Before = $"bin {name} count=5 as {bins}", Instead = bins }] };
    }

    public static Complaint NameTaken(string meaning, string free) => new(ContractCodes.NameTaken, nameof(Operator.As),
        $"{meaning} already, and a name means one thing.", "Choose another name.")
    { Remedies = [new() { Instead = Notation.Name(free) }] };
}
