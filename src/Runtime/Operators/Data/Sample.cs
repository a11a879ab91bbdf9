using Runtime.Numerics;

namespace Runtime.Operators.Data;

[Operator("sample", "Keep some rows, drawn by chance without repetition.", Needs = Needs.Table, Keywords = "random subset rows")]
[Example("sample 1000 seed=3")]
public sealed record Sample : Operator
{
    [Arg("How many rows to keep.", Positional = true), AtLeast(1)]
    public required int Rows { get; init; }

    [Arg("Another seed gives other rows; the script's own by default.")]
    public int? Seed { get; init; }

    public override Shape Check(Shape before, CheckContext check) =>
        before with { Rows = before.Rows is { } rows ? Math.Min(rows, Rows) : null };

    public override Study Run(Study study, RunContext run)
    {
        if (Rows >= study.Rows)
        {
            run.Say($"All {study.Rows:N0} rows are kept: there are no more than {Rows:N0}.");
            return study;
        }
        run.Say($"{Rows:N0} of {study.Rows:N0} rows are kept.");
        return study.Take(RowChoice.Sample(study.Rows, Rows, new RandomStream(Seed ?? run.Seed, StreamId)));
    }

    /// <summary>Keeps this stream apart from those of other steps with the same seed.</summary>
    const long StreamId = 0x5A3;
}
