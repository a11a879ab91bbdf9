using Runtime.Numerics.Rows;
using Runtime.Operators.Look;

namespace Runtime.Operators.Data;

/// <summary>Makes a table with a row a group, which stands aside: the study goes on with the rows it has.</summary>
[Operator("group", "Make a table with a row for each group; `use` goes on with it.", Needs = Needs.Table,
    Keywords = "aggregate summarise groupby pivot by")]
[AlsoCalled("group_by", "summarize", "summarise", "aggregate", "agg", "reduce", "pivot_table", "rollup", "by", "collapse", "group_with",
    "tapply", "ddply", "summarise_at", "summarise_all", "summarize_by")]
[AlsoCalled("count", "tally", "n_rows", "count_rows", As = "group by={} agg=count")]
[InsteadOf("reshaping of tables", "pivot", "pivot_wider", "pivot_longer", "melt", "unpivot", "spread", "gather", "reshape", "stack",
    "unstack", "transpose", "wide_to_long", "dcast", "cast_wide")]
[InsteadOf("window over rows", "rolling", "resample", "window", "over", "partition_by", "ewm", "expanding", "groupby_dynamic")]
[Example("group energy valence by=genre agg=mean,sd,count")]
[Example("group by=artist_name agg=count")]
public sealed record Group : Operator
{
    const int MostShown = 20;

    [Arg("The columns of numbers to compute figures of; by default all that are not in `by`.", Positional = true), Numeric, AllByDefault]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    [Arg("The columns whose values make the groups; rows that miss one are left out.")]
    [AlsoCalled("keys", "groupby", "on", "group", "groups", "key", "within")]
    public required ValueList<ColumnRef> By { get; init; }

    [Arg("The figures, each a column `COLUMN_FIGURE`; `count` is that of rows, in one column `count`.")]
    [AlsoCalled("aggregate", "func", "fun", "figures", "stats", "aggfunc", "how", "summary", "functions", "aggregation")]
    [AlsoCalled("std", "stdev", "stddev", "standard_deviation", "stdev_samp", Value = "sd")]
    [AlsoCalled("average", "avg", Value = "mean")]
    [AlsoCalled("n", "size", "len", "rows", "nrow", "length", "tally", "number", Value = "count")]
    [AlsoCalled("med", "p50", Value = "median")]
    [AlsoCalled("total", "add", Value = "sum")]
    [AlsoCalled("minimum", "least", "lowest", "smallest", Value = "min")]
    [AlsoCalled("maximum", "greatest", "highest", "largest", Value = "max")]
    public required ValueList<GroupFigure> Agg { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        foreach (var twice in Agg.Where((a, i) => Agg.Take(i).Contains(a)))
            check.Refuse(nameof(Agg), $"`{Word(twice)}` is named twice.", "Leave one of them out.");
        return before.Beside(NameIn(before), Grouped(before, check));
    }

    Shape Grouped(Shape before, CheckContext check)
    {
        var shape = new Shape { AnyColumn = before.AnyColumn, ColumnsFromData = before.ColumnsFromData };
        if (before.Columns is not { } columns) return shape;
        if (Columns.Concat(By).Any(c => c is ColumnChoice)) return shape with { AnyColumn = true };
        var made = Names(columns.Where(c => c.IsNumeric).Select(c => c.Name)).ToArray();
        foreach (var clash in made.Select(m => m.Name).Where(n => By.Contains(n)))
            check.Refuse(nameof(By), $"`{clash}` would be the name of a group's key and of a figure.",
                "Give the column another name with `rename` first.");
        return shape with
        {
            Columns = new([.. columns.Where(c => By.Contains(c.Name)), .. made.Select(m => new ColumnShape(m.Name, TypeOf(m.Figure)))]),
        };
    }

    protected override Study Run(Study study, RunContext run)
    {
        var ranks = Ranks.Of(study.Columns(By), missingIsAValue: false, run.Work);
        if (ranks.Count == 0)
            throw new Refusal("There is no group: every row misses a value of `by`.",
                "Group by columns that have values.")
            { Argument = nameof(By) };
        var groups = Grouping.Of(ranks);
        var first = ranks.FirstRows();
        Column[] made = [
            .. Names(study.Loaded.Columns.Where(c => c.Type.IsNumeric()).Select(c => c.Name)).Select(m => Made(m, groups, study, run))];
        var keys = study.Loaded.Columns.Where(c => By.Contains(c.Name)).Select(k => k.Take(first));
        var (name, table) = (NameIn(study.Shape), new Table(new([.. keys, .. made]), groups.Rows.Length));
        run.Show(RowSheet.Of(name, $"Groups by {Wording.Names(By.Select(b => b.Name))}", [.. table.Columns],
            [.. Enumerable.Range(0, Math.Min(table.Rows, MostShown))]));
        Tell(ranks, study, name, run);
        return study.Beside(name, table);
    }

    static NumberColumn Made((string Name, string? Column, GroupFigure Figure) wanted, Grouping groups, Study study, RunContext run)
    {
        if (wanted.Column is null) return new NumberColumn(wanted.Name, Array.ConvertAll(groups.Rows, r => (double)r.Length), whole: true);
        var of = (NumberColumn)study.Column(wanted.Column);
        var made = NumberColumn.Of(wanted.Name, groups.Of(wanted.Figure, of, run.Work));
        if (wanted.Figure == GroupFigure.Sum) SayTooLarge(made, of, groups, run);
        return made;
    }

    /// <summary>A sum is missing where there are no numbers, and where they are too large for one: the latter is said.</summary>
    static void SayTooLarge(NumberColumn sums, NumberColumn of, Grouping groups, RunContext run)
    {
        var counts = groups.Of(GroupFigure.Count, of, run.Work);
        var lost = counts.Where((count, group) => count > 0 && sums.IsMissing(group)).Count();
        if (lost > 0)
            run.Warn($"`{sums.Name}` of {Wording.Plural(lost, "group")} is beyond any number and left missing.",
                $"Bring `{of.Name}` to a larger unit with `derive` first.");
    }

    static void Tell(Ranks ranks, Study study, string name, RunContext run)
    {
        var left = ranks.OfRow.AsSpan().Count(-1);
        var shown = ranks.Count > MostShown ? $" The first {MostShown} are shown." : "";
        run.Say($"{Wording.Plural(ranks.Count, "group")} of {Wording.Plural(study.Rows - left, "row")}.{shown}"
            + (left > 0 ? $" {Wording.Plural(left, "row")} without a key {(left == 1 ? "is" : "are")} left out." : "")
            + $" `use {name}` goes on with the groups.");
    }

    /// <summary>The columns to make, with the column and figure each is of; no column for the count.</summary>
    IEnumerable<(string Name, string? Column, GroupFigure Figure)> Names(IEnumerable<string> numeric)
    {
        var columns = Columns.Count > 0 ? Columns.Select(c => c.Name) : numeric.Where(n => !By.Contains(n));
        var figures = columns.SelectMany(c => Agg.Where(a => a != GroupFigure.Count).Select(a => ($"{c}_{Word(a)}", (string?)c, a)));
        return Agg.Contains(GroupFigure.Count) ? figures.Prepend(("count", null, GroupFigure.Count)) : figures;
    }

    static ColumnType TypeOf(GroupFigure figure) => figure == GroupFigure.Count ? ColumnType.Integer : ColumnType.Number;

    static string Word(GroupFigure figure) => Signature.SnakeCase(figure.ToString());
}
