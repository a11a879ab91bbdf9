using Runtime.Expressions;
using Runtime.Numerics;
using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

/// <summary>New columns from expressions. Each sees the ones before it, also those of the same step.</summary>
[Operator("derive", "Compute columns: every name is given an expression.", Needs = Needs.Table,
    Keywords = "mutate assign calculate compute new column formula log transform reverse multiple choice")]
[AlsoCalled("mutate", "assign", "with_column", "with_columns", "extend", "insert", "compute", "calculate", "calc", "eval", "transform",
    "apply", "map", "transmute", "add_column", "new_column", "set_column", "update", "upsert", "formula", "cast", "astype",
    "project_extend", "let_column", "across", "case_when", "pmap", "lambda", "define", "to_numeric", "to_datetime",
    "as.numeric", "as.Date")]
[InsteadOf("window over rows", "rolling", "window", "ewm", "expanding", "rollapply", "moving_average", "rolling_mean",
    "rolling_average", Forms = new[]
    { "derive {1}_mean=({1} + lag({1}, 1) + lag({1}, 2)) / 3", "derive {1}_mean=(cumsum({1}) - lag(cumsum({1}), {#2})) / {#2}" })]
[InsteadOf("window over groups as a step", "over", "partition_by", "add_tally", "add_count", Forms = new[]
    { "derive group_mean=mean({1})", "derive {1}_mean=mean({1}) by={2}" })]
[AlsoCalled("diff", "difference", "delta", Forms = new[] { "derive {1}_diff={1} - lag({1})", "derive {1}_diff={1} - lag({1}, {#2})" })]
[AlsoCalled("pct_change", "percent_change", "growth", "growth_rate", "percentage_change",
    Forms = new[] { "derive {1}_change={1} / lag({1}) - 1" })]
[AlsoCalled("log_transform", "logarithm", "log_transformation", Forms = new[] { "derive {1}_log=log({1})" })]
[AlsoCalled("reverse_code", "reverse_score", "recode", "reverse_coding", "reversed_items",
    Forms = new[] { "derive {1}=max({1}) + min({1}) - {1}" })]
[Example("derive loud = loudness > -5")]
[Example("derive minutes = duration_ms / 60_000 pace = if tempo > quantile(tempo, 0.9) then \"fast\" else \"calm\"")]
[Example("derive above = energy - mean(energy) place = rank(energy) by=genre")]
public sealed record Derive : Operator
{
    [Arg("The columns to compute, as `NAME = EXPRESSION`; a column of that name is replaced.")]
    public required ValueList<NamedValue<Expression>> Columns { get; init; }

    [Arg("The columns whose values make groups: `mean(x)`, `rank(x)`, `lag(x)` … then look at the rows of the row's own group alone.")]
    public ValueList<ColumnRef> By { get; init; } = [];

    protected override Shape Check(Shape before, CheckContext check)
    {
        var shape = before;
        for (var i = 0; i < Columns.Count; i++)
        {
            var type = ColumnScope.TypeOf(Columns[i].Value, shape, check, nameof(Columns), i);
            shape = shape.With(new ColumnShape(Columns[i].Name, TypeOf(type)));
        }
        return shape;
    }
    protected override Price Cost(Workload load) =>
        10 * Price.Touching(load.Rows, 1) + Price.Touching(load.Rows, Math.Max(1, load.Columns));

    protected override Study Run(Study study, RunContext run)
    {
        var table = study.Loaded;
        var groups = By.Count == 0 ? null : Grouping.Of(Ranks.Of(study.Columns(By), missingIsAValue: true, run.Work));
        foreach (var (name, expression) in Columns)
        {
            var column = new RowProgram(table, run.Work) { Groups = groups }.Column(name, expression);
            Tell(column, expression, table, run);
            table = table.With(column);
        }
        return study.With(table);
    }

    static void Tell(Column column, Expression expression, Table table, RunContext run)
    {
        var used = ColumnScope.Names(expression);
        var complete = Missingness.CompleteRows([.. used.Select(n => table[n])], table.Rows, run.Work);
        var lost = Missingness.CountAmong(column, complete);
        var replaces = table.Columns.Has(column.Name) ? " It replaces the column of that name." : "";
        if (column.Missing > 0 || replaces.Length > 0)
            run.Say($"`{column.Name}` is missing in {Wording.Count(column.Missing)} of {Wording.Plural(table.Rows, "row")}.{replaces}");
        // The neighbour of a row at the end is none.
        var looksBeyond = expression.All().Any(e => e is CallExpression { Function: "lag" or "lead" });
        if (lost == 0 || looksBeyond) return;
        var (why, hint) = LostValues.Of(expression, table);
        run.Warn($"`{column.Name}` is missing in {Wording.Plural(lost, "row")} though nothing it is made of is: {why}.", hint);
    }

    /// <summary>Whether numbers are whole shows when they are computed.</summary>
    static ColumnType TypeOf(ExpressionType? type) => type switch
    {
        ExpressionType.Text => ColumnType.Text,
        ExpressionType.Truth => ColumnType.Logical,
        ExpressionType.Time => ColumnType.Time,
        _ => ColumnType.Number,
    };
}
