using System.Diagnostics;
using Runtime.Numerics;

namespace Runtime;

/// <summary>How fast a machine is, beside the one that prices were fitted on.</summary>
/// <param name="Threads">That work together.</param>
/// <param name="Slowness">How many times as long one thread computes.</param>
/// <param name="Together">How many times as much all threads compute.</param>
/// <param name="Bandwidth">Bytes that all threads read in a nanosecond.</param>
public sealed record Machine(int Threads, double Slowness, double Together, double Bandwidth)
{
    /// <summary>The reference: two threads of an x64 processor with AVX2 at 2.25 GHz.</summary>
    public static Machine Reference { get; } = new(2, 1, 1.9, 12.5);

    /// <summary>Nanoseconds that one thread of that takes to sum a number of a block in its cache.</summary>
    const double ReferenceNumber = 0.775;

    /// <summary>Nanoseconds to draw and write a chart.</summary>
    const double Chart = 6e7;

    /// <summary>Numbers in a block that stays in the first cache, and in one that stays in none.</summary>
    const int Near = 2_048, Far = 1 << 22;

    /// <summary>The best of so many tries counts: what else the machine does only takes away.</summary>
    const int Tries = 5;

    static readonly TimeSpan Each = TimeSpan.FromMilliseconds(12);

    /// <summary>Whoever wrote it down.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsSound => Threads > 0 && Slowness is > 0 and < 1000 && Together is >= 1 and < 10_000 && Bandwidth is > 0 and < 100_000;

    public double Seconds(Price price) =>
        1e-9 * (Slowness * (price.Alone + Chart * price.Charts + price.Shared / Together) + price.Moved / Bandwidth);

    /// <summary>Measured here, in about a fifth of a second.</summary>
    public static Machine Measured(int threads, CancellationToken cancel = default)
    {
        var near = Enumerable.Range(0, threads).Select(_ => Numbers(Near)).ToArray();
        var far = Numbers(Far);
        var one = Best(() => Computed(near[..1], cancel));
        var all = threads == 1 ? one : Best(() => Computed(near, cancel));
        return new(threads, 1 / (one * ReferenceNumber), Math.Max(1, all / one), Best(() => Read(far, threads, cancel)));
    }

    static double Best(Func<double> speed) => Enumerable.Range(0, Tries).Max(_ => speed());

    /// <summary>Numbers that threads sum in a nanosecond, one for each block.</summary>
    static double Computed(double[][] blocks, CancellationToken cancel)
    {
        var (sums, start) = (new long[blocks.Length], Stopwatch.GetTimestamp());
        new Work(blocks.Length, cancel: cancel).For(blocks.Length, thread =>
        {
            while (Stopwatch.GetElapsedTime(start) < Each)
            {
                for (var i = 0; i < 50; i++) Lanes.About(blocks[thread], 0.5);
                sums[thread] += 50L * Near;
            }
        });
        return sums.Sum() / Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    static double Read(double[] numbers, int threads, CancellationToken cancel)
    {
        var (work, rounds, start) = (new Work(threads, cancel: cancel), 0, Stopwatch.GetTimestamp());
        while (rounds == 0 || Stopwatch.GetElapsedTime(start) < Each)
        {
            work.ForBlocks(Far, (first, end) => Lanes.Sum(numbers.AsSpan(first..end)));
            rounds++;
        }
        return 8.0 * Far * rounds / Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    static double[] Numbers(int count)
    {
        var numbers = new double[count];
        for (var i = 0; i < count; i++) numbers[i] = i & 1023;
        return numbers;
    }
}
