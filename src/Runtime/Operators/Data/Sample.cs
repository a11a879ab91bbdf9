using Runtime.Numerics;
using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

[Operator("sample", "Keep some rows, drawn by chance without repetition.", Needs = Needs.Table, Rows = RowEffect.Subset,
    Keywords = "random subset rows stratified")]
[AlsoCalled("sample_n", "sample_frac", "slice_sample", "random_sample", "tablesample", "shuffle", "resample_rows", "draw", "subsample",
    "choice_rows", "random")]
[Example("sample 1000 seed=3")]
[Example("sample 10% by=genre")]
public sealed record Sample : Operator
{
    [Arg("How many rows to keep, or what share of them.", Positional = true), Above(0)]
    [AlsoCalled("n", "frac", "fraction", "size", "share", "count", "prop", "n_samples")]
    public required CountOrShare Rows { get; init; }

    [Arg("Draw from the rows of each value of this column in proportion; a missing value is one too.")]
    [AlsoCalled("stratify", "strata", "group", "group_by", "stratified", "groups", "within")]
    public ColumnRef? By { get; init; }

    [Arg("Another seed gives other rows; the script's own by default.")]
    [AlsoCalled("random_state", "random_seed")]
    public int? Seed { get; init; }

    protected override Shape Check(Shape before, CheckContext check) =>
        before with { Rows = before.Rows is { } rows ? Rows.Of(rows) : null };

    protected override Study Run(Study study, RunContext run)
    {
        var count = Rows.Of(study.Rows);
        if (count >= study.Rows)
        {
            run.Say($"All {Wording.Count(study.Rows)} rows are kept: there are no more than {Rows}.");
            return study;
        }
        run.Say($"{Wording.Count(count)} of {Wording.Plural(study.Rows, "row")} {Wording.Are(count)} kept.");
        return study.Take(
            By is { } by
            ? Stratified(study.Column(by.Name), count, run)
            : RowChoice.Sample(study.Rows, count, new RandomStream(Seed ?? run.Seed, StreamId)));
    }

    int[] Stratified(Column column, int count, RunContext run)
    {
        var groups = Grouping.Of(Ranks.Of([column], missingIsAValue: true, run.Work));
        return groups.Sample(count, group => new RandomStream(Seed ?? run.Seed, StreamId, group));
    }

    /// <summary>Keeps this stream apart from those of other steps with the same seed.</summary>
    const long StreamId = 0x5A3;
}
