using Runtime.Numerics;

namespace Runtime.Operators.Data;

[Operator("drop missing", "Leave out the rows that miss a value.", Needs = Needs.Table, Rows = RowEffect.Subset,
    Keywords = "na null nan complete cases clean")]
[AlsoCalled("dropna", "drop_nulls", "drop_null", "na.omit", "complete_cases", "remove_na", "compact", "remove_missing", "drop_nan",
    "filter_null", "remove_nulls", "omit")]
[Example("drop missing danceability energy")]
public sealed record DropMissing : Operator
{
    [Arg("The columns to look at; all of them by default.", Positional = true), AllByDefault]
    [AlsoCalled("subset", "on", "in", "cols", "by", "how")]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    protected override Shape Check(Shape before, CheckContext check) => before with { Rows = null };
    public override double RowsAfter(Workload load) => 0.95 * load.Rows;

    protected override Study Run(Study study, RunContext run)
    {
        var table = study.Loaded;
        Column[] columns = study.Columns(Columns);
        var complete = Missingness.CompleteRows(columns, table.Rows, run.Work);
        if (complete.Length == 0)
            throw new Refusal("No row is left: every row misses a value.", "Name only the columns that matter: `drop missing NAME…`.");
        run.Say($"{Wording.Count(complete.Length)} of {Wording.Plural(table.Rows, "row")} "
            + $"{Wording.Are(complete.Length)} complete and kept.");
        return complete.Length == table.Rows ? study : study.Take(complete, run.Work);
    }
}
