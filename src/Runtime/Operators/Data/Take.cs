namespace Runtime.Operators.Data;

[Operator("take", "Keep the first rows.", Needs = Needs.Table, Rows = RowEffect.Subset, Keywords = "first limit head rows keep")]
[AlsoCalled("limit", "first_rows", "slice_head", "top_n_rows", "fetch_first", "nlargest_rows", "keep_first", "slice", "iloc")]
[InsteadOf("skipping of the first rows", "offset", "skip_rows", "tail_from")]
[Example("take 100", After = "sort popularity descending=true")]
[Example("take 10%")]
public sealed record Take : Operator
{
    [Arg("How many rows, or what share of them.", Positional = true), Above(0)]
    [AlsoCalled("n", "count", "limit")]
    public required CountOrShare Rows { get; init; }

    protected override Shape Check(Shape before, CheckContext check) =>
        before with { Rows = before.Rows is { } rows ? Rows.Of(rows) : null };

    protected override Study Run(Study study, RunContext run)
    {
        var all = study.Loaded.Rows;
        var count = Rows.Of(all);
        run.Say($"{Wording.Count(count)} of {Wording.Plural(all, "row")} are kept.");
        return count == all ? study : study.Take([.. Enumerable.Range(0, count)]);
    }
}
