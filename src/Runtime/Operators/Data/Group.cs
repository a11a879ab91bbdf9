using Runtime.Numerics.Rows;
using Runtime.Operators.Look;

namespace Runtime.Operators.Data;

/// <summary>What becomes of rows that miss a value of a key.</summary>
public enum MissingKeys
{
    Drop,
    Keep,
}

/// <summary>Makes a table with a row a group, which stands aside: the study goes on with the rows it has.</summary>
[Operator("group", "Make a table with a row for each group; `use` goes on with it.", Needs = Needs.Table,
    Keywords = "aggregate summarise groupby by quantiles distinct nunique share count rows per group total")]
[AlsoCalled("group_by", "summarize", "summarise", "aggregate", "agg", "reduce", "rollup", "by", "collapse", "group_with",
    "tapply", "ddply", "summarise_at", "summarise_all", "summarize_by")]
[AlsoCalled("count", "tally", "n_rows", "count_rows", As = "group by={} agg=count")]
[AlsoCalled("count_per_group", "rows_per_group", "group_size", "group_sizes", "grand_total", "subtotal", As = "group by={} agg=count")]
[InsteadOf("change of dates to months or weeks", "resample", "groupby_dynamic", "asfreq", "time_bucket", Forms = new[]
{
    "derive period=text({1}, \"yyyy-MM\") | group by=period agg=mean",
    "derive period=text({2}, \"yyyy-MM\") | group {1} by=period agg=mean",
})]
[Example("group energy valence by=genre agg=mean,sd,count")]
[Example("group artist_name tempo by=genre agg=distinct,q10,median,q90")]
[Example("group by=artist_name agg=count,share")]
[Example("group tempo agg=sum,mean")]
public sealed record Group : Operator
{
    const int MostShown = 20;

    [Arg("The columns to compute figures of; by default all that are not in `by` and have any.", Positional = true)]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    [Arg("The columns whose values make the groups; without them all rows are one.")]
    [AlsoCalled("keys", "groupby", "on", "group", "groups", "key", "within")]
    public ValueList<ColumnRef> By { get; init; } = [];

    [Arg("The figures, each a column `COLUMN_FIGURE`; `count` and `share` are of the group's rows, in a column each.")]
    [AlsoCalled("aggregate", "func", "fun", "figures", "stats", "aggfunc", "how", "summary", "functions", "aggregation")]
    [AlsoCalled("std", "stdev", "stddev", "standard_deviation", "stdev_samp", Value = "sd")]
    [AlsoCalled("average", "avg", Value = "mean")]
    [AlsoCalled("n", "size", "len", "rows", "nrow", "length", "tally", "number", Value = "count")]
    [AlsoCalled("nunique", "n_distinct", "count_distinct", "dcount", "unique", Value = "distinct")]
    [AlsoCalled("med", "p50", "q50", "q2", "middle", Value = "median")]
    [AlsoCalled("p25", "quartile1", "q1", "lower_quartile", Value = "q25")]
    [AlsoCalled("p75", "quartile3", "q3", "upper_quartile", Value = "q75")]
    [AlsoCalled("p1", "p01", Value = "q01")]
    [AlsoCalled("p5", "p05", "q5", Value = "q05")]
    [AlsoCalled("p10", Value = "q10")]
    [AlsoCalled("p90", Value = "q90")]
    [AlsoCalled("p95", Value = "q95")]
    [AlsoCalled("p99", Value = "q99")]
    [Lacks("iqr", "interquartile_range", "quantile", "quartiles", "quantiles", Forms = new[] { "q25,q75" },
        Why = "their difference is the range of the middle half")]
    [Lacks("range", "ptp", "spread", Forms = new[] { "min,max" }, Why = "their difference is the range")]
    [Lacks("var", "variance", Forms = new[] { "sd" }, Why = "its square is the variance")]
    [Lacks("sem", "stderr", "standard_error", Forms = new[] { "sd,count" }, Why = "`sd / count ^ 0.5` is the standard error")]
    [Lacks("mode", "most_frequent", "most_common", Why = "write `top COLUMN 1 by=GROUP` for the most frequent value of each group")]
    [Lacks("any", "all", Forms = new[] { "max,min" }, Why = "of what is true or false, the greatest tells `any` and the least `all`")]
    [AlsoCalled("total", "add", Value = "sum")]
    [AlsoCalled("proportion", "percent", "pct", "freq", Value = "share")]
    [AlsoCalled("any_value", "take_any", "head", Value = "first")]
    [AlsoCalled("tail", Value = "last")]
    [AlsoCalled("minimum", "least", "lowest", "smallest", Value = "min")]
    [AlsoCalled("maximum", "greatest", "highest", "largest", Value = "max")]
    public required ValueList<GroupFigure> Agg { get; init; }

    [Arg("Rows that miss a key are left out, or make groups of their own, the last.")]
    [AlsoCalled("dropna", "na", "drop_nulls", "missing_keys", "na_rm")]
    public MissingKeys Missing { get; init; } = MissingKeys.Drop;

    protected override Reads ReadsUnnamed(Shape before) => Columns.Count > 0 ? Runtime.Reads.Nothing
        : before.Columns is not { } columns || before.AnyColumn ? new Reads { AllColumns = true }
        : new Reads { Columns = [.. Made(columns).Select(m => m.Column).OfType<string>().Distinct()] };

    protected override Shape Check(Shape before, CheckContext check)
    {
        foreach (var twice in Agg.Where((a, i) => Agg.Take(i).Contains(a)).Distinct())
            check.Refuse(nameof(Agg), $"`{Word(twice)}` is named twice.", "Leave one of them out.");
        return before.Beside(NameIn(before), Grouped(before, check));
    }

    Shape Grouped(Shape before, CheckContext check)
    {
        var shape = new Shape { AnyColumn = before.AnyColumn, ColumnsFromData = before.ColumnsFromData };
        if (before.Columns is not { } columns) return shape;
        if (Columns.Concat(By).Any(c => c is ColumnChoice)) return shape with { AnyColumn = true };
        var made = Made(columns).ToArray();
        var isLacking = Columns.Count > 0 && !Agg.All(a => a.IsOfRows()) && made.All(m => m.Column is null);
        if (isLacking && columns.Find(Columns[0].Name) is { } first)
            check.Add(Complaints.NotNumeric(Catalog.Of(this).Find("columns")!, first, columns.Where(c => c.IsNumeric).Select(c => c.Name)));
        foreach (var clash in made.Select(m => m.Shape.Name).Where(n => By.Contains(n)))
            check.Refuse(nameof(By), $"`{clash}` would be the name of a group's key and of a figure.",
                "Give the column another name with `rename` first.");
        return shape with { Columns = new([.. columns.Where(c => By.Contains(c.Name)), .. made.Select(m => m.Shape)]) };
    }
    public override double RowsAfter(Workload load) =>
        By.Count == 0 ? 1 : Math.Min(load.Rows, By.Aggregate(1.0, (groups, by) => groups * load.Groups(by.Name)));

    protected override Study Run(Study study, RunContext run)
    {
        var (groups, keys) = By.Count == 0 ? (Grouping.Of(new int[study.Rows], 1), []) : Keyed(study, run);
        var (name, table) = (NameIn(study.Shape), new Table(new([.. keys, .. Figures(groups, study, run)]), groups.Count));
        run.Show(RowSheet.Of(name, By.Count == 0 ? "All rows" : $"Groups by {Wording.Names(By.Select(b => b.Name))}", [.. table.Columns],
            [.. Enumerable.Range(0, Math.Min(table.Rows, MostShown))]));
        Tell(groups, study, name, run);
        return study.Beside(name, table);
    }

    /// <summary>The groups, and the columns of their keys.</summary>
    (Grouping Groups, Column[] Keys) Keyed(Study study, RunContext run)
    {
        var ranks = Ranks.Of(study.Columns(By), missingIsAValue: Missing == MissingKeys.Keep, run.Work, MissingRows.Last);
        if (ranks.Count == 0)
            throw new Refusal("There is no group: every row misses a value of `by`.", "Group by columns that have values.")
            { Argument = nameof(By) };
        return (Grouping.Of(ranks), [.. study.Loaded.Columns.Where(c => By.Contains(c.Name)).Select(k => k.Take(ranks.FirstRows()))]);
    }

    Column[] Figures(Grouping groups, Study study, RunContext run)
    {
        var columns = new Dictionary<string, GroupedColumn>();
        return [.. Made(study.Loaded.Columns.Map(ColumnShape.Of)).Select(Figure)];

        Column Figure((ColumnShape Shape, string? Column, GroupFigure Figure) wanted)
        {
            if (wanted.Column is null) return GroupedFigures.OfRows(wanted.Shape.Name, wanted.Figure, groups);
            if (!columns.TryGetValue(wanted.Column, out var column))
                columns.Add(wanted.Column, column = new(study.Column(wanted.Column), groups, run.Work));
            var made = column.Of(wanted.Shape.Name, wanted.Figure);
            if (wanted.Figure == GroupFigure.Sum) WarnOfSums((NumberColumn)made, column, study.Column(wanted.Column), run);
            return made;
        }
    }

    /// <summary>Sums that no double holds, and sums of whole numbers whose last digits a double does not hold.</summary>
    static void WarnOfSums(NumberColumn sums, GroupedColumn column, Column summed, RunContext run)
    {
        var lost = Enumerable.Range(0, sums.Rows).Count(g => column.CountOf(g) > 0 && sums.IsMissing(g));
        if (lost > 0)
            run.Warn($"`{sums.Name}` of {Wording.Plural(lost, "group")} is beyond any number and left missing.",
                $"Bring `{summed.Name}` to a larger unit with `derive` first.");
        var inexact = sums.Storage.Count(s => !double.IsNaN(s) && !NumberColumn.IsWhole(s));
        if (summed.Type == ColumnType.Integer && inexact > 0)
            run.Warn($"`{sums.Name}` of {Wording.Plural(inexact, "group")} is beyond 2^53: its last digits may be wrong.",
                "Sum smaller amounts: numbers have about 16 digits.");
    }

    void Tell(Grouping groups, Study study, string name, RunContext run)
    {
        var keyless = Missing == MissingKeys.Drop ? study.Rows - groups.Grouped : Keyless(study);
        var shown = groups.Count > MostShown ? $" The first {MostShown} are shown." : "";
        var said = keyless == 0 ? ""
            : Missing == MissingKeys.Drop ? $" {Wording.Plural(keyless, "row")} without a key {(keyless == 1 ? "is" : "are")} left out."
            : $" {Wording.Plural(keyless, "row")} without a key {(keyless == 1 ? "makes a group" : "make groups")} of "
                + $"{(keyless == 1 ? "its" : "their")} own, the last.";
        var alone = Columns.Select(c => c.Name).Except(Made(study.Loaded.Columns.Map(ColumnShape.Of)).Select(m => m.Column)).ToArray();
        if (alone.Length > 0 && !Agg.All(a => a.IsOfRows()))
            said += $" {Wording.Names(alone!)} {(alone.Length == 1 ? "has" : "have")} none of the figures.";
        run.Say($"{Wording.Plural(groups.Count, "group")} of {Wording.Plural(groups.Grouped, "row")}.{shown}{said}"
            + $" `use {name}` goes on with the groups.");
    }

    int Keyless(Study study)
    {
        Column[] keys = [.. study.Columns(By).Where(k => k.Missing > 0)];
        return keys.Length == 0 ? 0 : Enumerable.Range(0, study.Rows).Count(r => Array.Exists(keys, k => k.IsMissing(r)));
    }

    /// <summary>The columns to make, with the column and figure each is of; no column for what is of rows.</summary>
    IEnumerable<(ColumnShape Shape, string? Column, GroupFigure Figure)> Made(NamedList<ColumnShape> all)
    {
        foreach (var figure in Agg.Where(a => a.IsOfRows()))
            yield return (new(Word(figure), figure == GroupFigure.Count ? ColumnType.Integer : ColumnType.Number), null, figure);
        var columns = Columns.Count > 0 ? Columns.Select(c => all.Find(c.Name)).OfType<ColumnShape>()
            : all.Where(c => !By.Contains(c.Name));
        foreach (var column in columns)
            foreach (var figure in Agg.Where(a => !a.IsOfRows()))
                if (figure.TypeOf(column.Type) is { } type)
                    yield return (Named(column, figure, type), column.Name, figure);
    }

    static ColumnShape Named(ColumnShape column, GroupFigure figure, ColumnType type)
    {
        var name = $"{column.Name}_{Word(figure)}";
        return figure is GroupFigure.First or GroupFigure.Last ? column with { Name = name }
            : new(name, type) { IsGuessed = column.IsGuessed };
    }

    static string Word(GroupFigure figure) => Signature.SnakeCase(figure.ToString());
}
