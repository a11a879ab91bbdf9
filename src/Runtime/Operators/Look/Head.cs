namespace Runtime.Operators.Look;

[Operator("head", "Show the first rows; `take` keeps rows.", Needs = Needs.Table, Keywords = "first peek preview glimpse rows print")]
[Example("head")]
[Example("head 20 artist_name energy")]
public sealed record Head : Operator
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
        run.Show(RowSheet.Of("head", "First rows", study.Columns(Columns), [.. Enumerable.Range(0, count)]));
        return study;
    }
}
