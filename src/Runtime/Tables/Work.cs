namespace Runtime.Tables;

/// <summary>How a computation may work: on how many threads, until when, and whom it tells how far it is.</summary>
/// <remarks>
/// Rows are cut into blocks of a fixed size and what the blocks give is merged in their order, so results have the
/// same bits on any number of threads.
/// </remarks>
public sealed class Work(int threads, Action<string, double>? report = null, CancellationToken cancel = default)
{
    /// <summary>Rows in a block: a few columns of it stay in the second-level cache.</summary>
    public const int BlockRows = 4096;

    /// <summary>One thread, no way to stop it, silent.</summary>
    public static Work Alone { get; } = new(1);

    public int Threads { get; } = Math.Max(1, threads);

    public CancellationToken Cancel => cancel;

    /// <param name="what">What is being done, as a person would say it: "joining components".</param>
    /// <param name="share">How much of it is done, 0..1; NaN when that is not known.</param>
    public void Report(string what, double share = double.NaN) => report?.Invoke(what, share);

    /// <summary>Runs <paramref name="body"/> for 0..count−1, in any order, on all threads.</summary>
    public void For(int count, Action<int> body)
    {
        if (Threads == 1 || count <= 1)
        {
            for (var i = 0; i < count; i++)
            {
                cancel.ThrowIfCancellationRequested();
                body(i);
            }
            return;
        }
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancel }, body);
    }

    /// <summary>Runs <paramref name="body"/>(start, end) for every block of rows, in any order, on all threads.</summary>
    public void ForBlocks(int rows, Action<int, int> body) =>
        For(Blocks(rows), b => body(b * BlockRows, Math.Min(rows, (b + 1) * BlockRows)));

    /// <summary>Makes one part from each block of rows and merges them in the order of the blocks.</summary>
    public TPart Aggregate<TPart>(int rows, Func<int, int, TPart> part, Func<TPart, TPart, TPart> merge)
    {
        var parts = new TPart[Math.Max(1, Blocks(rows))];
        if (rows == 0) return part(0, 0);
        For(parts.Length, b => parts[b] = part(b * BlockRows, Math.Min(rows, (b + 1) * BlockRows)));
        var whole = parts[0];
        for (var b = 1; b < parts.Length; b++) whole = merge(whole, parts[b]);
        return whole;
    }

    static int Blocks(int rows) => (rows + BlockRows - 1) / BlockRows;
}
