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
[Operator("impute", "Replace the missing values of columns.", Needs = Needs.Table, Keywords = "fill na nan missing fillna")]
[Example("impute median tempo loudness")]
[Example("impute constant genre value=\"unknown\"")]
public sealed record Impute : Operator
{
    [Arg("What to put in: a figure of the column itself, or the same `value` everywhere.", Positional = true)]
    public required ImputeMethod Method { get; init; }

    [Arg("The columns to fill; by default all that miss values and that the method suits.", Positional = true)]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    [Arg("The number or text to put in, with `constant`.")]
    public Expression? Value { get; init; }

    public override Shape Check(Shape before, CheckContext check)
    {
        if (Method == ImputeMethod.Constant && Value is null)
            check.Refuse(nameof(Method), "`impute constant` needs a `value`.", "Add `value=0` or `value=\"unknown\"`.");
        if (Method != ImputeMethod.Constant && Value is not null)
            check.Refuse(nameof(Value), "`value` is for `impute constant` alone.", "Leave it out, or write `impute constant`.");
        if (Value is not (null or NumberLiteral or TextLiteral or NameExpression))
            check.Refuse(nameof(Value), $"`value` takes a number or a text, not `{Value.Show()}`.", "Write `value=0` or `value=\"unknown\"`.");
        for (var i = 0; i < Columns.Count; i++)
            if (before.Columns?.Find(Columns[i].Name) is { } column && !Suits(column.IsNumeric)) check.Add(Unsuited(i, column.IsNumeric));
        return Columns.Count == 0 ? before with { Columns = before.Columns?.Map(c => Suits(c.IsNumeric) ? Filled(c) : c) }
            : before with { Columns = before.Columns?.Map(c => Columns.Contains(new ColumnRef(c.Name)) ? Filled(c) : c) };
    }

    public override Study Run(Study study, RunContext run)
    {
        var table = study.Loaded;
        var check = new CheckContext();
        Check(study.Shape, check);
        check.ThrowIfFailed();
        Column[] columns = Columns.Count > 0 ? [.. Columns.Select(study.Get)] : [.. table.Columns.Where(c => Suits(c is NumberColumn))];
        columns = [.. columns.Where(c => c.Missing > 0)];
        if (columns.Length == 0) run.Say("Nothing is missing there, so nothing changes.");
        foreach (var column in columns)
        {
            if (column.Missing == column.Rows && Method != ImputeMethod.Constant)
                throw new Refusal($"`{column.Name}` has no value at all to take one from.", $"Leave it out with `drop columns {column.Name}`.") { Argument = nameof(Columns) };
            var filled = Filled(column, run);
            run.Say($"`{column.Name}`: {Wording.Plural(column.Missing, "missing value")} ({Wording.Share((double)column.Missing / column.Rows)}) replaced by `{filled.Value}`.");
            table = new Table(table.Columns.Set(filled.Column), table.Rows);
        }
        return study with { Table = table };
    }

    bool Suits(bool numeric) => Method switch
    {
        ImputeMethod.MostFrequent => true,
        ImputeMethod.Constant => Value is null || numeric == Value is NumberLiteral,
        _ => numeric,
    };

    Complaint Unsuited(int index, bool numeric) => new(nameof(Columns), index, "Step cannot run",
        $"`{Columns[index]}` holds {(numeric ? "numbers" : "text")}, which {(Method == ImputeMethod.Constant ? "this value is not" : $"has no {Method.ToString().ToLowerInvariant()}")}.",
        numeric ? "Write a number: `value=0`." : "Use `impute most_frequent`, or `impute constant` with a text.", IsError: true);

    /// <summary>A mean of whole numbers need not be whole.</summary>
    ColumnShape Filled(ColumnShape column) =>
        column.Type == ColumnType.Integer && Method is ImputeMethod.Mean or ImputeMethod.Median or ImputeMethod.Constant ? column with { Type = ColumnType.Number } : column;

    (Column Column, string Value) Filled(Column column, RunContext run)
    {
        if (column is TextColumn text)
        {
            var word = Value switch { TextLiteral literal => literal.Value, NameExpression name => name.Name, _ => Frequencies.Of(text, 1).Top[0].Value };
            return (Numerics.Rows.Columns.Filled(text, word), word);
        }
        var numbers = (NumberColumn)column;
        var value = Method switch
        {
            ImputeMethod.Mean => Moments.Of(numbers.Storage, run.Work).Mean,
            ImputeMethod.Median => Distribution.Of(numbers.Values).Quantile(0.5),
            ImputeMethod.MostFrequent => double.Parse(Frequencies.Of(numbers, 1).Top[0].Value, CultureInfo.InvariantCulture),
            _ => ((NumberLiteral)Value!).Value,
        };
        return (Numerics.Rows.Columns.Filled(numbers, value), value.ToString("G6", CultureInfo.InvariantCulture));
    }
}
