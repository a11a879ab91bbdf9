namespace Runtime.Operators.Look;

/// <summary>Shows rows at one end of the table.</summary>
public abstract record EndRows : Operator
{
    [Arg("How many rows.", Positional = true), Between(1, 10_000)]
    [AlsoCalled("rows", "count", "limit", "number", "k")]
    public int N { get; init; } = 10;

    [Arg("The columns to show; all when none is named.", Positional = true), AllByDefault]
    [AlsoCalled("cols", "subset", "select")]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    /// <summary>What the sheet is called: its name and its title.</summary>
    protected abstract (string Name, string Title) Called { get; }

    /// <summary>The first of the rows to show.</summary>
    protected abstract int From(int rows, int count);

    protected sealed override Shape Check(Shape before, CheckContext check) => before;
    protected override Price Cost(Workload load) => Price.Slight(load.Rows);

    protected sealed override Study Run(Study study, RunContext run)
    {
        var count = Math.Min(N, study.Rows);
        int[] rows = [.. Enumerable.Range(From(study.Rows, count), count)];
        run.Show(RowSheet.Of(Called.Name, Called.Title, study.Columns(Columns), rows) with { Asked = true });
        return study;
    }
}
