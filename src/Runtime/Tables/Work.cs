using System.Runtime.ExceptionServices;

namespace Runtime.Tables;

/// <summary>How a computation may work: on how many threads, until when, and whom it tells how far it is.</summary>
/// <remarks>
/// Rows are cut into blocks of a fixed size and what the blocks give is merged in a fixed tree, so results have the same bits on
/// any number of threads.
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

    /// <summary>For a part of a whole that knows itself how far it is: its own reports tell that.</summary>
    public Work Within(Func<(string What, double Share)> whole) => report is null ? this : new Work(Threads, (_, _) =>
    {
        var (what, share) = whole();
        report(what, share);
    }, cancel);

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
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancel }, body);
        }
        catch (AggregateException several)
        {
            // As one thread would: what fails, fails with its own exception.
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }

    /// <summary>Runs <paramref name="body"/>(start, end) for every block of rows, in any order, on all threads.</summary>
    public void ForBlocks(int rows, Action<int, int> body) =>
        For(Blocks(rows), b => body(b * BlockRows, Math.Min(rows, (b + 1) * BlockRows)));

    /// <summary>The aggregate of all rows, merged in a fixed tree over their blocks.</summary>
    public TPart Aggregate<TPart, TState>(RowBlock rows, TState state) where TPart : IAggregate<TPart, TState> =>
        rows.Rows == 0 ? TPart.Of(rows, state) : Blocks<TPart, TState>(rows, state).Whole();

    /// <summary>The aggregates of some of the blocks, to be merged with those of the others; the rows start where a block does.</summary>
    public BlockTree<TPart, TState> Blocks<TPart, TState>(RowBlock rows, TState state) where TPart : IAggregate<TPart, TState>
    {
        if (rows.First % BlockRows != 0) throw new ArgumentException("The rows start within a block.", nameof(rows));
        var tree = new BlockTree<TPart, TState>();
        ForBlocks(rows.Rows, (start, end) => tree.Add((rows.First + start) / BlockRows, TPart.Of(rows.Slice(start, end - start), state)));
        return tree;
    }

    static int Blocks(int rows) => (rows + BlockRows - 1) / BlockRows;
}
