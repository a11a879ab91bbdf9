namespace Runtime.Operators.Look;

[Operator("tail", "Show the last rows; `take` keeps rows.", Needs = Needs.Table, Keywords = "last end rows print")]
[Example("tail")]
[Example("tail 20 artist_name energy")]
public sealed record Tail : Operator
{
    [Arg("How many rows.", Positional = true), Between(1, 10_000)]
    public int N { get; init; } = 10;

    [Arg("The columns to show; all when none is named.", Positional = true), AllByDefault]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    protected override Shape Check(Shape before, CheckContext check) => before;

    protected override Study Run(Study study, RunContext run)
    {
        var table = study.Loaded;
        var count = Math.Min(N, table.Rows);
        run.Show(RowSheet.Of("tail", "Last rows", study.Columns(Columns), [.. Enumerable.Range(table.Rows - count, count)]));
        return study;
    }
}
