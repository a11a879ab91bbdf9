namespace Runtime.Operators.Look;

/// <summary>How much of each column is not there.</summary>
[Operator("missing", "Count the missing values of every column, and which columns miss them together.", Needs = Needs.Table,
    Keywords = "null na nan empty gaps patterns together")]
[AlsoCalled("isna", "isnull", "null_count", "count_na", "nulls", "na", "gaps", "missingness", "vis_miss", "naniar", "isna_sum",
    "null_counts")]
[Example("missing")]
public sealed record Missing : Operator
{
    [Arg("The columns to look at; all when none is named.", Positional = true), AllByDefault]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    protected override Shape Check(Shape before, CheckContext check) => before;
    protected override Price Cost(Workload load) => Price.Slight(load.Rows);

    protected override Study Run(Study study, RunContext run)
    {
        var (table, columns) = (study.Loaded, study.Columns(Columns));
        var rows = Math.Max(1, table.Rows);
        Column[] gaps = [.. columns.Where(c => c.Missing > 0)];
        if (gaps.Length > 0)
            run.Show(new Sheet("missing", "Missing values",
            [
                new("column", CellFormat.Text, [.. gaps.Select(c => c.Name)]),
                new("missing", CellFormat.Count, [.. gaps.Select(c => (object)c.Missing)]),
                new("share", CellFormat.Share, [.. gaps.Select(c => (object)((double)c.Missing / rows))]),
            ]));
        run.Say(gaps.Length == 0
            ? $"No missing values in {Wording.Plural(columns.Length, "column")}."
            : $"{Wording.Count(gaps.Length)} of {Wording.Plural(columns.Length, "column")} {(gaps.Length == 1 ? "has" : "have")} "
            + "missing values.");
        MissingView.Show(gaps, table.Rows, run);
        foreach (var column in gaps.Where(c => c.Missing == table.Rows))
            run.Warn($"`{column.Name}` has no value at all.", "Leave it out of the analysis.");
        return study;
    }
}
