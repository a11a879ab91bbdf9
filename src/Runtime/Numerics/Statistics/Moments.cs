using System.Numerics.Tensors;

namespace Runtime.Numerics.Statistics;

/// <summary>Count, range, mean and spread of numbers; missing ones (NaN) are left out.</summary>
/// <remarks>
/// An aggregate: moments of parts merge into those of the whole (Chan, Golub &amp; LeVeque 1983, The American Statistician 37(3),
/// eq. 2.1). Squares are taken about the mean, so nothing cancels however far the numbers are from zero.
/// </remarks>
/// <param name="Mean">Zero when there is nothing to average.</param>
/// <param name="Squares">The sum of squared distances from the mean.</param>
public readonly record struct Moments(long Count, double Min, double Max, double Mean, double Squares)
{
    static readonly Moments None = new(0, double.PositiveInfinity, double.NegativeInfinity, 0, 0);

    /// <summary>All values are the same, or there are none.</summary>
    public bool Constant => !(Min < Max);

    public double StandardDeviation(int divisorLess) => Math.Sqrt(Variance(divisorLess));

    /// <param name="divisorLess">1 for the sample's (divisor n−1), 0 for the population's.</param>
    /// <returns>NaN when there are too few values.</returns>
    public double Variance(int divisorLess) => Count > divisorLess ? Squares / (Count - divisorLess) : double.NaN;

    /// <summary>The moments of n numbers, block by block.</summary>
    public static Moments Of(double[] values, Work work) =>
        work.Aggregate(values.Length, (start, end) => Of(values.AsSpan(start, end - start)), (a, b) => a.Merge(b));

    /// <summary>The moments of a block.</summary>
    public static Moments Of(ReadOnlySpan<double> block)
    {
        if (double.IsNaN(TensorPrimitives.Sum(block))) return OfPresent(block);
        return block.IsEmpty ? None : OfComplete(block);
    }

    static Moments OfComplete(ReadOnlySpan<double> block)
    {
        var (min, max) = (TensorPrimitives.Min(block), TensorPrimitives.Max(block));
        // A sum of equal numbers rounds: their mean is taken as it is, so that a constant has no spread at all.
        var mean = min == max ? min : TensorPrimitives.Sum(block) / block.Length;
        return new(block.Length, min, max, mean, SquaresAbout(block, mean));
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

    static Moments OfPresent(ReadOnlySpan<double> block)
    {
        var present = new double[block.Length];
        var count = 0;
        foreach (var value in block) if (!double.IsNaN(value)) present[count++] = value;
        return count == 0 ? None : OfComplete(present.AsSpan(0, count));
    }

    static double SquaresAbout(ReadOnlySpan<double> block, double mean)
    {
        Span<double> centred = stackalloc double[256];
        var sum = 0.0;
        for (var start = 0; start < block.Length; start += centred.Length)
        {
            var part = block.Slice(start, Math.Min(centred.Length, block.Length - start));
            TensorPrimitives.Subtract(part, mean, centred);
            sum += TensorPrimitives.SumOfSquares(centred[..part.Length]);
        }
        return sum;
    }
}
