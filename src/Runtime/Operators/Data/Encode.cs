using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

/// <summary>How a column of categories becomes numbers.</summary>
public enum EncodeMethod
{
    Onehot,
    Ordinal,
}

/// <summary>Adds columns of numbers; the encoded column stays, so that results can still be told in its words.</summary>
[Operator("encode", "Add numbers for categories: a 0/1 column for each value, or one of codes.", Needs = Needs.Table,
    Keywords = "one-hot dummies categorical indicator ordinal factor")]
[AlsoCalled("get_dummies", "dummies", "to_dummies", "dummy", "one_hot", "OneHotEncoder", "model.matrix", "dummy_cols", "indicator",
    As = "encode onehot {}")]
[AlsoCalled("LabelEncoder", "OrdinalEncoder", "factorize", "label_encode", "ordinal", "codes", "factor", "as.factor", "categorize",
    "to_categorical", As = "encode ordinal {}")]
[Example("encode onehot key")]
[Example("encode ordinal genre")]
public sealed record Encode : Operator
{
    [Arg("`onehot` adds `COLUMN_VALUE` for each value; `ordinal` adds `COLUMN_code`, numbered from 0 in the order of the values.",
        Positional = true)]
    [AlsoCalled("how", "kind", "encoding", "strategy")]
    [AlsoCalled("dummy", "dummies", "indicator", "binary", "OneHotEncoder", Value = "onehot")]
    [AlsoCalled("label", "codes", "integer", "factor", "OrdinalEncoder", "LabelEncoder", "code", Value = "ordinal")]
    public required EncodeMethod Method { get; init; }

    [Arg("The columns to encode; where one is missing, so are its codes.", Positional = true)]
    [AlsoCalled("cols", "subset")]
    public required ValueList<ColumnRef> Columns { get; init; }

    [Arg("The most values that a column may have for `onehot`."), Between(2, 10_000)]
    [AlsoCalled("max", "max_categories", "limit", "max_values")]
    public int Most { get; init; } = 100;

    protected override Shape Check(Shape before, CheckContext check)
    {
        var after = before.With(ModelShape.Of<EncodeModel>(NameIn(before)));
        if (Method == EncodeMethod.Onehot && !Columns.Any(c => c is ColumnChoice))
            return after with { ColumnsFromData = [.. before.ColumnsFromData, .. Columns.Select(c => $"{c}_")] };
        if (Columns.Any(c => c is ColumnChoice)) return after with { AnyColumn = true };
        foreach (var column in Columns)
        {
            if (before.Meaning($"{column}_code") is { } meaning)
                check.Refuse(nameof(Columns), $"{meaning} already.", "Give that one another name with `rename` first.");
            after = after.With(new ColumnShape($"{column}_code", ColumnType.Integer));
        }
        return after;
    }

    protected override Study Run(Study study, RunContext run)
    {
        var values = study.Columns(Columns).Select(c => ValuesOf(c, run.Work)).ToArray();
        var model = new EncodeModel(NameIn(study.Shape), Method, [.. values]) { Inputs = [.. values.Select(v => v.Name)] };
        var made = model.Apply(study.Loaded, run.Work);
        if (made.FirstOrDefault(c => study.Loaded.Columns.Has(c.Name)) is { } taken)
            throw new Refusal($"`{taken.Name}` is a column already.",
                "Give that one another name with `rename` first.")
            { Argument = nameof(Columns) };
        foreach (var column in values) run.Say($"`{column.Name}` has {Wording.Plural(column.Rows, "value")}: {What(column.Name)}.");
        return study.With(made.Aggregate(study.Loaded, (all, c) => all.With(c))).With(model);
    }

    string What(string column) =>
        Method == EncodeMethod.Onehot ? $"a column `{column}_VALUE` for each" : $"`{column}_code` numbers them from 0";

    /// <summary>The distinct values of a column, ascending.</summary>
    Column ValuesOf(Column column, Work work)
    {
        var ranks = Ranks.Of(column, work);
        if (Method == EncodeMethod.Onehot && ranks.Count > Most)
            throw new Refusal(
                $"`{column.Name}` has {Wording.Count(ranks.Count)} values, more than {Wording.Count(Most)}: that many columns help nobody.",
                "Join rare values with `derive`, or allow it with `most=…`.")
            { Argument = nameof(Columns) };
        return column.Take(ranks.FirstRows());
    }
}
