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
    Keywords = "one-hot dummies categorical indicator ordinal factor likert label encoding")]
[AlsoCalled("get_dummies", "dummies", "to_dummies", "dummy", "one_hot", "OneHotEncoder", "model.matrix", "dummy_cols", "indicator",
    As = "encode onehot {}")]
[AlsoCalled("LabelEncoder", "OrdinalEncoder", "factorize", "label_encode", "ordinal", "codes", "factor", "as.factor", "categorize",
    "to_categorical", As = "encode ordinal {}")]
[Example("encode onehot key")]
[Example("encode ordinal genre")]
[Example("encode ordinal pace order=slow,fast", After = "derive pace=if tempo < 120 then \"slow\" else \"fast\"")]
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

    [Arg("The values of columns of texts from the least to the greatest, for `ordinal`; a value that it does not name is an error."),
        AmongValues]
    [AlsoCalled("categories", "levels", "ordered", "category_orders", "mapping")]
    public ValueList<string>? Order { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        CheckOrder(before, check);
        var after = before.With(ModelShape.Of<EncodeModel>(NameIn(before)));
        if (Method == EncodeMethod.Onehot && !Columns.Any(c => c is ColumnChoice))
            return after with { ColumnsFromData = [.. before.ColumnsFromData, .. Columns.Select(c => $"{c}_")] };
        if (Columns.Any(c => c is ColumnChoice)) return after with { AnyColumn = true };
        foreach (var column in Columns)
        {
            if (before.Meaning($"{column}_code") is { } meaning)
                check.Refuse(nameof(Columns), $"{meaning} already.", "Give that one another name with `rename` first.");
            after = after.With(new ColumnShape($"{column}_code", ColumnType.Integer) { IsRanked = Order is not null });
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
        foreach (var alike in values.GroupBy(v => v.Rows)) run.Say(Told([.. alike.Select(v => v.Name)], alike.Key));
        return study.With(made.Aggregate(study.Loaded, (all, c) => all.With(c))).With(model);
    }

    void CheckOrder(Shape before, CheckContext check)
    {
        if (Order is not { } order) return;
        if (Method != EncodeMethod.Ordinal)
            check.Refuse(nameof(Order), "The columns of `onehot` have no order.", "Write `encode ordinal`, or leave `order` out.");
        if (order.GroupBy(v => v).FirstOrDefault(v => v.Count() > 1) is { Key: var twice })
            check.Refuse(nameof(Order), $"`{twice}` stands in the order twice.", "Name each value once.");
        if (Columns.FirstOrDefault(c => before.Columns?.Find(c.Name) is { Type: not ColumnType.Text }) is { } other)
            check.Refuse(nameof(Columns), $"`{other}` is no column of texts, so its values have an order already.",
                "Leave `order` out.");
    }

    /// <summary>What became of columns with so many values each.</summary>
    string Told(string[] columns, int values)
    {
        var made = columns.Length == 1 ? columns[0] : "COLUMN";
        return $"{Wording.Names(columns)} {(columns.Length == 1 ? "has" : "have")} {Wording.Plural(values, "value")}"
            + (columns.Length == 1 ? ": " : " each: ")
            + (Method == EncodeMethod.Onehot ? $"a column `{made}_VALUE` for each." : $"`{made}_code` numbers them from 0.");
    }

    /// <summary>The distinct values of a column, ascending.</summary>
    Column ValuesOf(Column column, Work work)
    {
        if (Order is { } order) return InOrder((TextColumn)column, order);
        var ranks = Ranks.Of(column, work);
        if (Method == EncodeMethod.Onehot && ranks.Count > Most)
            throw new Refusal(
                $"`{column.Name}` has {Wording.Count(ranks.Count)} values, more than {Wording.Count(Most)}: that many columns help nobody.",
                "Join rare values with `derive`, or allow it with `most=…`.")
            { Argument = nameof(Columns) };
        var values = column.Take(ranks.FirstRows());
        // Their order is that of the rows.
        return values is TextColumn { IsOrdered: true } words ? new TextColumn(words.Name, words.Storage, words.Words) : values;
    }

    static TextColumn InOrder(TextColumn column, ValueList<string> order)
    {
        var named = Enumerable.Range(0, column.Words.Count).Select(code => order.Contains(column.Words[code])).ToArray();
        if (Array.FindIndex(column.Storage, code => code >= 0 && !named[code]) is >= 0 and var row)
            throw new Refusal($"`{column.Name}` is `{column.Show(row)}` in row {Wording.Count(row + 1)}, which the order does not name.",
                Spelling.List("values", column.Show(row), order))
            { Argument = nameof(Order) };
        return new TextColumn(column.Name, [.. Enumerable.Range(0, order.Count)], TextPool.Of(order));
    }
}
