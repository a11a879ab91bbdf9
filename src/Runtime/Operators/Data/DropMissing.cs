using Runtime.Numerics;

namespace Runtime.Operators.Data;

[Operator("drop missing", "Leave out the rows that miss a value.", Needs = Needs.Table, Keywords = "na null nan complete cases")]
[Example("drop missing danceability energy")]
public sealed record DropMissing : Operator
{
    [Arg("The columns to look at; all of them by default.", Positional = true)]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    public override Shape Check(Shape before, CheckContext check) => before with { Rows = null };

    public override Study Run(Study study, RunContext run)
    {
        var table = study.Table ?? throw new Refusal("There is no table to drop rows from.", "Read one with `load` first.");
        Column[] columns = Columns.Count == 0 ? [.. table.Columns] : [.. Columns.Select(c => table[c.Name])];
        var complete = Missingness.CompleteRows(columns, table.Rows, run.Work);
        if (complete.Length == 0) throw new Refusal("No row is left: every row misses a value.", "Name only the columns that matter: `drop missing NAME…`.");
        run.Say($"{complete.Length:N0} of {table.Rows:N0} rows are complete and kept.");
        return complete.Length == table.Rows ? study : study.Take(complete);
    }
}
