namespace Runtime.Operators.Look;

[Operator("show", "Show rows from anywhere in the table.", Needs = Needs.Table, Keywords = "print rows look view slice")]
[AlsoCalled("print", "view", "display_rows", "look_at", "cat", "echo", "table_view", "browse", "list", "printf", "puts", "show_rows")]
[Example("show artist_name genre from=100")]
[Example("show from=1 rows=5")]
public sealed record Show : Operator
{
    [Arg("The columns to show; all when none is named.", Positional = true), AllByDefault]
    [AlsoCalled("cols", "subset", "select")]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    [Arg("The first row to show, counted from 1."), Between(1, 1_000_000_000)]
    [AlsoCalled("start", "offset", "first", "skip", "begin")]
    public int From { get; init; } = 1;

    [Arg("How many rows."), Between(1, 10_000)]
    [AlsoCalled("n", "count", "limit", "number", "take")]
    public int Rows { get; init; } = 10;

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (From > before.Rows)
            check.Refuse(nameof(From), $"There are {Wording.Plural(before.Rows.Value, "row")}, so none is the {Wording.Count(From)}th.",
                $"Give `from` a value from 1 to {before.Rows}.");
        return before;
    }
    protected override Price Cost(Workload load) => Price.Slight(load.Rows);

    protected override Study Run(Study study, RunContext run)
    {
        var count = Math.Min(Rows, study.Rows - (From - 1));
        int[] rows = [.. Enumerable.Range(From - 1, count)];
        run.Show(RowSheet.Of("show", $"Rows from {Wording.Count(From)}", study.Columns(Columns), rows) with { Asked = true });
        return study;
    }
}
