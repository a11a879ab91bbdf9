using System.Globalization;
using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

/// <summary>How a column of categories becomes numbers.</summary>
public enum EncodeMethod
{
    Onehot,
    Ordinal,
}

/// <summary>Adds columns of numbers; the encoded column stays, so that results can still be told in its words.</summary>
[Operator("encode", "Add numbers for categories: a 0/1 column for each value, or one of codes.", Needs = Needs.Table, Keywords = "one-hot dummies categorical indicator ordinal factor")]
[Example("encode onehot key")]
[Example("encode ordinal genre")]
public sealed record Encode : Operator
{
    [Arg("`onehot` adds `COLUMN_VALUE` for each value; `ordinal` adds `COLUMN_code`, numbered from 0 in the order of the values.", Positional = true)]
    public required EncodeMethod Method { get; init; }

    [Arg("The columns to encode; where one is missing, so are its codes.", Positional = true)]
    public required ValueList<ColumnRef> Columns { get; init; }

    [Arg("The most values that a column may have for `onehot`."), AtLeast(2)]
    public int Most { get; init; } = 100;

    public override Shape Check(Shape before, CheckContext check)
    {
        if (Method == EncodeMethod.Onehot) return before with { ColumnsFromData = [.. before.ColumnsFromData, .. Columns.Select(c => $"{c}_")] };
        var columns = before.Columns ?? [];
        foreach (var column in Columns)
        {
            if (columns.Has($"{column}_code"))
                check.Refuse(nameof(Columns), $"There is a column `{column}_code` already.", $"Give that one another name with `rename` first.");
            columns = columns.With(new ColumnShape($"{column}_code", ColumnType.Integer));
        }
        return before with { Columns = columns };
    }

    public override Study Run(Study study, RunContext run)
    {
        var table = study.Loaded;
        foreach (var column in Columns.Select(study.Get))
        {
            var ranks = Ranks.Of(column, run.Work);
            foreach (var added in Method == EncodeMethod.Onehot ? Indicators(column, ranks) : [Numerics.Rows.Columns.Of($"{column.Name}_code", ranks)])
            {
                if (table.Columns.Has(added.Name))
                    throw new Refusal($"There is a column `{added.Name}` already.", "Give that one another name with `rename` first.") { Argument = nameof(Columns) };
                table = table.With(added);
            }
            run.Say($"`{column.Name}` has {Wording.Plural(ranks.Count, "value")}: {(Method == EncodeMethod.Onehot ? $"a column `{column.Name}_VALUE` for each" : $"`{column.Name}_code` numbers them from 0")}.");
        }
        return study with { Table = table };
    }

    IEnumerable<Column> Indicators(Column column, Ranks ranks)
    {
        if (ranks.Count > Most)
            throw new Refusal($"`{column.Name}` has {ranks.Count:N0} values, more than {Most:N0}: that many columns help nobody.", "Join rare values with `derive`, or allow it with `most=…`.") { Argument = nameof(Columns) };
        var first = ranks.FirstRows();
        return Enumerable.Range(0, ranks.Count).Select(rank => Numerics.Rows.Columns.Indicator(
            string.Create(CultureInfo.InvariantCulture, $"{column.Name}_{column.Show(first[rank])}"), ranks, rank));
    }
}
