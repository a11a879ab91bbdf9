using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

[Operator("drop duplicates", "Keep the first of the rows that have the same values.", Needs = Needs.Table, Rows = RowEffect.Subset,
    Keywords = "unique distinct repeated dedupe clean")]
[AlsoCalled("unique", "distinct", "dedup", "dedupe", "deduplicate", "uniq", "drop_dups", "drop_duplicated", "duplicated",
    "remove_duplicates", "duplicates", "unique_rows", "select_distinct", "nub")]
[Example("drop duplicates")]
[Example("drop duplicates artist_name track_name")]
public sealed record DropDuplicates : Operator
{
    [Arg("The columns to compare, where missing equals missing; all of them by default.", Positional = true), AllByDefault]
    [AlsoCalled("subset", "on", "by", "cols", "keys")]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    protected override Shape Check(Shape before, CheckContext check) => before with { Rows = null };
    public override double RowsAfter(Workload load) => 0.95 * load.Rows;
    protected override Price Cost(Workload load) => 3 * Price.Touching(load.Rows, load.AllColumns);

    protected override Study Run(Study study, RunContext run)
    {
        var table = study.Loaded;
        Column[] columns = study.Columns(Columns);
        if (columns.Length == 0 || table.Rows == 0) return study;
        var first = EqualRows.Of(columns, missingIsAValue: true, run.Work).First;
        var repeats = table.Rows - first.Length;
        run.Say($"{Wording.Count(first.Length)} of {Wording.Plural(table.Rows, "row")} {Wording.Are(first.Length)} kept; "
            + $"{Wording.Count(repeats)} {(repeats == 1 ? "repeats" : "repeat")} an earlier one.");
        return first.Length == table.Rows ? study : study.Take(first, run.Work);
    }
}
