using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Runtime.Numerics.Statistics;

/// <summary>Count, range, mean and spread of numbers; missing ones (NaN) are left out.</summary>
/// <remarks>
/// An aggregate: moments of parts merge into those of the whole (Chan, Golub &amp; LeVeque 1983, The American Statistician 37(3),
/// eq. 2.1). Squares are taken about the mean, so nothing cancels however far the numbers are from zero.
/// </remarks>
/// <param name="Mean">Zero when there is nothing to average.</param>
/// <param name="Squares">The sum of squared distances from the mean.</param>
public readonly record struct Moments(long Count, double Min, double Max, double Mean, double Squares) : IAggregate<Moments, int>
{
    static readonly Moments None = new(0, double.PositiveInfinity, double.NegativeInfinity, 0, 0);

    /// <summary>All values are the same, or there are none.</summary>
    public bool Constant => !(Min < Max);

    public double StandardDeviation(int divisorLess) => Math.Sqrt(Variance(divisorLess));

    /// <param name="divisorLess">1 for the sample's (divisor n−1), 0 for the population's.</param>
    /// <returns>NaN when there are too few values.</returns>
    public double Variance(int divisorLess) => Count > divisorLess ? Squares / (Count - divisorLess) : double.NaN;

    /// <summary>The moments of n numbers, block by block.</summary>
    public static Moments Of(double[] values, Work work) => work.Aggregate<Moments, int>(new RowBlock([values], [], values.Length), 0);

    /// <summary>The moments of one of the columns.</summary>
    public static Moments Of(RowBlock rows, int column) => Of(rows.Numbers(column));

    /// <summary>The moments of a block.</summary>
    public static Moments Of(ReadOnlySpan<double> block)
    {
        if (block.IsEmpty) return None;
        var (sum, min, max) = SumAndRange(block);
        if (double.IsNaN(sum)) return OfPresent(block);
        // A sum of equal numbers rounds: their mean is taken as it is, so that a constant has no spread at all.
        var mean = min == max ? min : sum / block.Length;
        return new(block.Length, min, max, mean, Lanes.SquaresAbout(block, mean));
    }

    public Moments Merge(Moments other)
    {
        if (Count == 0) return other;
        if (other.Count == 0) return this;
        var (count, distance) = (Count + other.Count, other.Mean - Mean);
        return new(
            count,
            Math.Min(Min, other.Min),
            Math.Max(Max, other.Max),
            Mean + distance * ((double)other.Count / count),
            Squares + other.Squares + distance * distance * ((double)Count * other.Count / count));
    }

    public void Write(BinaryWriter to) => to.WriteAll<Moments>([this]);

    public static Moments Read(BinaryReader from) => from.ReadAll<Moments>()[0];

    static Moments OfPresent(ReadOnlySpan<double> block)
    {
        var present = new double[block.Length];
        var count = 0;
        foreach (var value in block) if (!double.IsNaN(value)) present[count++] = value;
        return Of(present.AsSpan(0, count));
    }

    /// <summary>In one look; the range means nothing when the sum is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static (double Sum, double Min, double Max) SumAndRange(ReadOnlySpan<double> block)
    {
        var whole = block.Length / Lanes.Count * Lanes.Count;
        var rest = Lanes.Load(block, whole, 0);
        Vector512<double> sum = default, low = Vector512.Create(block[0]), high = low;
        for (var at = 0; at < whole; at += Lanes.Count)
        {
            var x = Lanes.Load(block, at, 0);
            (sum, low, high) = (sum + x, Vector512.MinNative(low, x), Vector512.MaxNative(high, x));
        }
        var (min, max) = (block[0], block[0]);
        for (var lane = 0; lane < Lanes.Count; lane++) (min, max) = (Math.Min(min, low[lane]), Math.Max(max, high[lane]));
        foreach (var x in block[whole..]) (min, max) = (Math.Min(min, x), Math.Max(max, x));
        // Which of 0 and −0 a vector calls the lesser depends on the processor: adding 0 makes them the same.
        return (Lanes.Sum(sum + rest), min + 0.0, max + 0.0);
    }
}
