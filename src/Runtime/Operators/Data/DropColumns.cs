namespace Runtime.Operators.Data;

[Operator("drop columns", "Leave columns out of the table.", Needs = Needs.Table, Keywords = "remove delete select columns")]
[Example("drop columns track_name artist_name")]
public sealed record DropColumns : Operator
{
    [Arg("The columns to leave out; points that were made of them stay.", Positional = true)]
    public required ValueList<ColumnRef> Columns { get; init; }

    public override Shape Check(Shape before, CheckContext check) =>
        before with { Columns = before.Columns is { } columns ? new([.. columns.Where(c => !IsDropped(c.Name))]) : null };

    public override Study Run(Study study, RunContext run)
    {
        foreach (var column in Columns) study.Get(column);
        var table = study.Loaded;
        return study with { Table = new Table(new([.. table.Columns.Where(c => !IsDropped(c.Name))]), table.Rows) };
    }

    bool IsDropped(string name) => Columns.Contains(new ColumnRef(name));
}
