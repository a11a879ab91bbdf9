using System.Globalization;
using Runtime.Expressions;
using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Data;

/// <summary>What missing values are replaced by.</summary>
public enum ImputeMethod
{
    Mean,
    Median,
    MostFrequent,
    Constant,
}

/// <summary>Fills gaps column by column. Every column is told with the value it got: an invented value should be seen.</summary>
[Operator("impute", "Replace the missing values of columns.", Needs = Needs.Table, Keywords = "fill na nan missing fillna clean")]
[AlsoCalled("fillna", "fill_null", "replace_na", "fill_nan", "fill", "fill_missing", "SimpleImputer", "imputer", "coalesce_columns",
    "na.fill", "fill_nulls", "missing_values", "interpolate", "ffill", "bfill", "KNNImputer", "IterativeImputer",
    Forms = new[] { "impute constant value={#1}", "impute constant {1} value={#2}" })]
[Example("impute median tempo loudness")]
[Example("impute constant genre value=\"unknown\"")]
public sealed record Impute : Operator
{
    [Arg("What to put in: a figure of the column itself, or the same `value` everywhere.", Positional = true)]
    [AlsoCalled("strategy", "how", "with", "statistic")]
    [AlsoCalled("mode", "most_common", "frequent", "majority", "most_frequent_value", Value = "most_frequent")]
    [AlsoCalled("average", "avg", Value = "mean")]
    [AlsoCalled("fill", "value", "fixed", "zero", "literal", "const", "fill_value", Value = "constant")]
    [AlsoCalled("med", "p50", Value = "median")]
    public required ImputeMethod Method { get; init; }

    [Arg("The columns to fill; by default all that miss values and that the method suits.", Positional = true), AllByDefault]
    [AlsoCalled("subset", "on", "cols")]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    [Arg("The number or text to put in, with `constant`.")]
    [AlsoCalled("fill_value", "constant_value", "fill", "replacement", "to", "number")]
    public Expression? Value { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (Method == ImputeMethod.Constant && Value is null)
            check.Refuse(nameof(Method), "`impute constant` needs a `value`.", "Add `value=0` or `value=\"unknown\"`.");
        if (Method != ImputeMethod.Constant && Value is not null)
            check.Refuse(nameof(Value), "`value` is for `impute constant` alone.", "Leave it out, or write `impute constant`.");
        if (Value is not (null or NumberLiteral or TextLiteral or NameExpression))
            check.Refuse(nameof(Value), $"`value` takes a number or a text, not `{Value.Show()}`.",
                "Write `value=0` or `value=\"unknown\"`.");
        for (var i = 0; i < Columns.Count; i++)
            if (before.Columns?.Find(Columns[i].Name) is { } column && !Suits(column.Type)) check.Add(Unsuited(i, column.Type));
        var after = before.With(ModelShape.Of<ImputeModel>(NameIn(before)));
        return after with
        {
            Columns = before.Columns?.Map(c => (Columns.Count == 0 ? Suits(c.Type) : Columns.Contains(c.Name)) ? Filled(c) : c),
        };
    }

    protected override Study Run(Study study, RunContext run)
    {
        Column[] columns = [.. study.Columns(Columns).Where(c => Suits(c.Type) && c.Missing > 0)];
        if (columns.Length == 0) run.Say("Nothing is missing there, so nothing changes.");
        var model = new ImputeModel(NameIn(study.Shape),
            [.. columns.Select(c => ValueFor(c, run))])
        { Inputs = [.. columns.Select(c => c.Name)] };
        Tell([.. columns.Zip(model.Values)], run);
        return study.With(model.Extend(study.Loaded, run.Work)).With(model);
    }

    /// <summary>More columns than that are told of in a table.</summary>
    const int MostInWords = 8;

    static void Tell((Column Column, object Value)[] filled, RunContext run)
    {
        if (filled.Length <= MostInWords)
        {
            foreach (var (column, value) in filled)
                run.Say($"`{column.Name}`: {Wording.Plural(column.Missing, "missing value")} "
                    + $"({Wording.Share((double)column.Missing / column.Rows)}) replaced by `{Shown(value)}`.");
            return;
        }
        run.Show(new Sheet("imputed", "What missing values are replaced by",
        [
            new("column", CellFormat.Text, [.. filled.Select(f => f.Column.Name)]),
            new("missing", CellFormat.Count, [.. filled.Select(f => (object)f.Column.Missing)]),
            new("share", CellFormat.Share, [.. filled.Select(f => (object)((double)f.Column.Missing / f.Column.Rows))]),
            new("value", CellFormat.Text, [.. filled.Select(f => Shown(f.Value))]),
        ]));
        run.Say($"{Wording.Plural(filled.Sum(f => f.Column.Missing), "missing value")} of "
            + $"{Wording.Plural(filled.Length, "column")} are replaced.");
    }

    static string Shown(object value) =>
        value is double number ? number.ToString("G6", CultureInfo.InvariantCulture) : (string)value;

    bool Suits(ColumnType type) => type != ColumnType.Label && Method switch
    {
        ImputeMethod.MostFrequent => true,
        _ when type is ColumnType.Logical or ColumnType.Time => false,
        ImputeMethod.Constant => Value is null || type != ColumnType.Text == Value is NumberLiteral,
        _ => type != ColumnType.Text,
    };

    Complaint Unsuited(int index, ColumnType type) => new(ContractCodes.Refused, nameof(Columns),
        $"`{Columns[index]}` holds {(type == ColumnType.Label ? "clusters" : type.Holds())}, which "
        + (Method == ImputeMethod.Constant ? "this value is not." : $"has no {Method.ToString().ToLowerInvariant()}."),
        type is ColumnType.Logical or ColumnType.Time ? "Use `impute most_frequent`."
        : type == ColumnType.Text ? "Use `impute most_frequent`, or `impute constant` with a text." : "Write a number: `value=0`.")
    { Index = index };

    /// <summary>A mean of whole numbers need not be whole.</summary>
    ColumnShape Filled(ColumnShape column) =>
        column.Type == ColumnType.Integer && Method is ImputeMethod.Mean or ImputeMethod.Median or ImputeMethod.Constant
            ? column with { Type = ColumnType.Number }
            : column;

    static double MostFrequent(NumberColumn column)
    {
        var shown = Frequencies.Of(column, 1).Top[0].Value;
        return Array.Find(column.Storage, v => !double.IsNaN(v) && column.Show(v) == shown);
    }

    object ValueFor(Column column, RunContext run)
    {
        if (column.Missing == column.Rows && Method != ImputeMethod.Constant)
            throw new Refusal($"`{column.Name}` has no value at all to take one from.",
                $"Leave it out with `drop columns {column.Name}`.")
            { Argument = nameof(Columns) };
        if (column is not NumberColumn numbers)
            return Value switch
            {
                TextLiteral literal => literal.Value,
                NameExpression name => name.Name,
                _ => Frequencies.Of(column, 1).Top[0].Value,
            };
        return Method switch
        {
            ImputeMethod.Mean => Moments.Of(numbers.Storage, run.Work).Mean,
            ImputeMethod.Median => Distribution.Of(numbers.Values).Quantile(0.5),
            ImputeMethod.MostFrequent => MostFrequent(numbers),
            _ => ((NumberLiteral)Value!).Value,
        };
    }
}
