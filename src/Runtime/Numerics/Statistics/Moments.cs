using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Runtime.Numerics.Statistics;

/// <summary>Count, range, mean and spread of numbers; missing ones (NaN) are left out.</summary>
/// <remarks>
/// An aggregate: moments of parts merge into those of the whole (Chan, Golub &amp; LeVeque 1983, The American Statistician 37(3),
/// eq. 2.1). Squares are taken about the mean, which a second pass corrects (eq. 1.7 there), so nothing cancels however far the
/// numbers are from zero, and in a unit of their own size, so nothing overflows or vanishes however large or small they are.
/// </remarks>
/// <param name="Mean">Zero when there is nothing to average.</param>
/// <param name="Rest">What the mean has beyond the last digit of <paramref name="Mean"/>.</param>
/// <param name="Squares">The sum of squared distances from the mean, in squares of <paramref name="Unit"/>.</param>
/// <param name="Unit">1 for numbers of a usual size.</param>
public readonly record struct Moments(long Count, double Min, double Max, double Mean, double Rest, double Squares, BinaryUnit Unit)
    : IAggregate<Moments, int>
{
    static readonly Moments None = new(0, double.PositiveInfinity, double.NegativeInfinity, 0, 0, 0, BinaryUnit.One);

    /// <summary>All values are the same, or there are none.</summary>
    public bool Constant => !(Min < Max);

    /// <summary>From the least to the greatest value; infinite when no double holds it, 0 without values.</summary>
    public double Extent => Constant ? 0 : Max - Min;

    public double StandardDeviation(int divisorLess) => Unit.Length(Math.Sqrt(InUnits(divisorLess)));

    /// <param name="divisorLess">1 for the sample's (divisor n−1), 0 for the population's.</param>
    /// <returns>NaN when there are too few values; infinite or zero when no double holds it.</returns>
    public double Variance(int divisorLess) => Unit.Area(InUnits(divisorLess));

    double InUnits(int divisorLess) => Count > divisorLess ? Squares / (Count - divisorLess) : double.NaN;

    /// <summary>The moments of n numbers, block by block.</summary>
    public static Moments Of(double[] values, Work work) => work.Aggregate<Moments, int>(new RowBlock([values], [], values.Length), 0);

    /// <summary>The moments of one of the columns.</summary>
    public static Moments Of(RowBlock rows, int column) => Of(rows.Numbers(column));

    /// <summary>The moments of a block.</summary>
    public static Moments Of(ReadOnlySpan<double> block)
    {
        if (block.IsEmpty) return None;
        var (sum, min, max) = SumAndRange(block);
        if (double.IsNaN(sum) && HasGaps(block)) return OfPresent(block);
        // A sum of equal numbers rounds: their mean is taken as it is, so that a constant has no spread at all.
        if (min == max) return new(block.Length, min, max, min, 0, 0, BinaryUnit.One);
        var first = double.IsFinite(sum) ? sum / block.Length : Interpolation.At(min, max, 0.5);
        var moments = About(block, first, min, max);
        // From the middle of the range the squares would cancel.
        return double.IsFinite(sum) ? moments : About(block, moments.Mean, min, max);
    }

    public Moments Merge(Moments other)
    {
        if (Count == 0) return other;
        if (other.Count == 0) return this;
        if (other.Count > Count) return other.Merge(this);
        var (count, unit) = (Count + other.Count, UnitWith(other));
        var distance = unit.Measure(other.Mean) - unit.Measure(Mean) + (unit.Measure(other.Rest) - unit.Measure(Rest));
        var share = (double)other.Count / count;
        var (mean, rest) = Sum(Mean, Rest + unit.Length(distance * share));
        return new(
            count,
            Math.Min(Min, other.Min),
            Math.Max(Max, other.Max),
            mean,
            rest,
            Unit.AreaIn(unit, Squares) + other.Unit.AreaIn(unit, other.Squares) + distance * distance * (Count * share),
            unit);
    }

    /// <summary>The unit in which neither the squares of two parts nor that of the distance of their means overflow or vanish.</summary>
    BinaryUnit UnitWith(Moments other)
    {
        if (Unit == BinaryUnit.One && other.Unit == BinaryUnit.One && Squares > 0 && other.Squares > 0
            && Math.Abs(other.Mean - Mean) < 1e100) return BinaryUnit.One;
        BinaryUnit? unit = Mean == other.Mean ? null : BinaryUnit.Of(Math.Abs(other.Mean - Mean));
        if (Squares > 0) unit = unit is { } u ? BinaryUnit.Larger(u, Unit) : Unit;
        if (other.Squares > 0) unit = unit is { } u ? BinaryUnit.Larger(u, other.Unit) : other.Unit;
        return unit ?? BinaryUnit.One;
    }

    /// <summary>The moments about a first guess of the mean, which they correct.</summary>
    static Moments About(ReadOnlySpan<double> block, double guess, double min, double max)
    {
        var unit = BinaryUnit.Of(max - min);
        if (unit != BinaryUnit.One)
        {
            double[] measured = [.. block];
            unit.Measure(measured);
            block = measured;
        }
        var (sum, squares) = Lanes.About(block, unit.Measure(guess));
        var (mean, rest) = Sum(guess, unit.Length(sum / block.Length));
        return new(block.Length, min, max, mean, rest, Math.Max(0, squares - sum * (sum / block.Length)), unit);
    }

    /// <summary>A sum and what rounding takes from it (Knuth's two-sum; Dekker 1971, Numerische Mathematik 18).</summary>
    static (double Rounded, double Left) Sum(double a, double b)
    {
        var sum = a + b;
        var added = sum - a;
        return (sum, a - (sum - added) + (b - added));
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

    static bool HasGaps(ReadOnlySpan<double> block)
    {
        foreach (var value in block) if (double.IsNaN(value)) return true;
        return false;
    }

    /// <summary>In one look; the range means nothing when a value is NaN.</summary>
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
