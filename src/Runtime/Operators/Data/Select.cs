namespace Runtime.Operators.Data;

[Operator("select", "Keep columns of the table, in the order they are named; `drop columns` leaves some out.", Needs = Needs.Table,
    Keywords = "keep choose columns subset reorder")]
[AlsoCalled("keep", "select_columns")]
[InsteadOf("index of rows", "set_index", "reset_index", "reindex", "rownames")]
[Example("select genre danceability..energy")]
[Example("select numbers except=year")]
public sealed record Select : Operator
{
    [Arg("The columns to keep; points that were made of others stay.", Positional = true)]
    public required ValueList<ColumnRef> Columns { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (before.Columns is not { } columns || Columns.Any(c => c is ColumnChoice)) return before with { AnyColumn = true };
        return before with { Columns = new([.. Names.Select(columns.Find).OfType<ColumnShape>()]) };
    }
    protected override Price Cost(Workload load) => Price.Slight(load.Rows);

    protected override Study Run(Study study, RunContext run) =>
        study.With(new Table(new([.. Names.Select(study.Column)]), study.Rows));

    IEnumerable<string> Names => Columns.Select(c => c.Name).Distinct();
}
