namespace Runtime.Operators.Data;

[Operator("drop columns", "Leave columns, also labelings, out of the table.", Needs = Needs.Table,
    Keywords = "remove delete columns")]
[AlsoCalled("drop", "remove", "delete", "project_away", "select_except", "pop", "del", "rm", "remove_columns", "delete_columns",
    "drop_column", "reject_columns", "exclude")]
[Example("drop columns track_name artist_name")]
[Example("drop columns texts")]
public sealed record DropColumns : Operator
{
    [Arg("The columns to leave out; points that were made of them stay.", Positional = true)]
    [AlsoCalled("cols", "labels", "names")]
    public required ValueList<ColumnRef> Columns { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (Columns.Any(c => c is ColumnChoice)) return before with { AnyColumn = true };
        var dropped = Dropped;
        return before with { Columns = before.Columns is { } columns ? new([.. columns.Where(c => !dropped.Contains(c.Name))]) : null };
    }
    protected override Price Cost(Workload load) => Price.Slight(load.Rows);

    protected override Study Run(Study study, RunContext run) => study.With(study.Loaded.Without(Dropped.Contains));

    HashSet<string> Dropped => [.. Columns.Select(c => c.Name)];
}
