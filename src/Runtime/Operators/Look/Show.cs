namespace Runtime.Operators.Look;

[Operator("show", "Show rows from anywhere in the table.", Needs = Needs.Table, Keywords = "print rows look view slice")]
[Example("show artist_name genre from=100")]
[Example("show from=1 rows=5")]
public sealed record Show : Operator
{
    [Arg("The columns to show; all when none is named.", Positional = true), AllByDefault]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    [Arg("The first row to show, counted from 1."), AtLeast(1)]
    public int From { get; init; } = 1;

    [Arg("How many rows."), Between(1, 10_000)]
    public int Rows { get; init; } = 10;

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (From > before.Rows)
            check.Refuse(nameof(From), $"There are {Wording.Plural(before.Rows.Value, "row")}, so none is the {Wording.Count(From)}th.",
                $"Give `from` a value from 1 to {before.Rows}.");
        return before;
    }

    protected override Study Run(Study study, RunContext run)
    {
        var count = Math.Min(Rows, study.Rows - (From - 1));
        run.Show(RowSheet.Of("show", $"Rows from {Wording.Count(From)}", study.Columns(Columns), [.. Enumerable.Range(From - 1, count)]));
        return study;
    }
}
