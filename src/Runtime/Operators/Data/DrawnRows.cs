using Runtime.Numerics;

namespace Runtime.Operators.Data;

/// <summary>Where a part of the data will do, it is drawn from all of them: the first rows of a sorted file are all alike.</summary>
static class DrawnRows
{
    /// <summary>Keeps this stream apart from those of steps with the same seed.</summary>
    const long StreamId = 0x7E57;

    public static Table Of(RunContext run, Table table)
    {
        if (run.RowLimit is not { } limit || table.Rows <= limit) return table;
        run.Say($"{Wording.Count(limit)} of {Wording.Plural(table.Rows, "row")} {Wording.Are(limit)} drawn by chance.");
        return table.Take(RowChoice.Sample(table.Rows, limit, new RandomStream(run.Seed, StreamId)), run.Work);
    }
}
