using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Runtime.Numerics;

/// <summary>
/// Sums of many numbers in eight lanes: number i goes to lane i mod 8, and one tree adds the lanes. So a sum has the same bits
/// whether the processor's vectors hold eight numbers, four, two or one.
/// </summary>
/// <remarks>
/// What is done lane by lane (sums, products, fused multiply-add, which is exact in software too) does not depend on the width of
/// vectors; what is done across lanes is written out here. Vector.Sum, TensorPrimitives.Sum and the like, multiply-add estimates and
/// the elementary functions of Math depend on the machine: none of them is used where a result can be seen. What loops is compiled
/// where it runs: code made ahead of time has no vectors of 512 bits.
/// </remarks>
static class Lanes
{
    public const int Count = 8;

    /// <summary>((0+4)+(2+6)) + ((1+5)+(3+7)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> lanes)
    {
        var four = lanes.GetLower() + lanes.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two.ToScalar() + two.GetElement(1);
    }

    /// <summary>Eight numbers from a place on; those beyond the end are the padding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(ReadOnlySpan<double> values, int at, double padding) => at + Count <= values.Length
        ? Vector512.LoadUnsafe(in MemoryMarshal.GetReference(values), (nuint)at)
        : Rest(values[at..], padding);

    /// <summary>Eight numbers to a place on; those beyond the end are left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> lanes, Span<double> values, int at)
    {
        if (at + Count <= values.Length) lanes.StoreUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at);
        else for (var lane = 0; at + lane < values.Length; lane++) values[at + lane] = lanes[lane];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sum(ReadOnlySpan<double> values)
    {
        var sum = Vector512<double>.Zero;
        for (var at = 0; at < values.Length; at += Count) sum += Load(values, at, 0);
        return Sum(sum);
    }

    /// <summary>Σ (x − centre) and Σ (x − centre)².</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (double Sum, double Squares) About(ReadOnlySpan<double> values, double centre)
    {
        var (sum, squares, middle) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512.Create(centre));
        for (var at = 0; at < values.Length; at += Count)
        {
            var x = Load(values, at, centre) - middle;
            sum += x;
            squares = Vector512.FusedMultiplyAdd(x, x, squares);
        }
        return (Sum(sum), Sum(squares));
    }

    /// <summary>Σ x·y of a column x with each of the columns y, which stand one behind the other.</summary>
    // Four at a time share the loads of x and hide the latency of the additions.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Products(ReadOnlySpan<double> x, ReadOnlySpan<double> columns, Span<double> products)
    {
        var c = 0;
        for (; c + 4 <= products.Length; c += 4) Four(x, columns[(c * x.Length)..], products[c..]);
        for (; c < products.Length; c++)
        {
            var y = columns.Slice(c * x.Length, x.Length);
            var sum = Vector512<double>.Zero;
            for (var at = 0; at < x.Length; at += Count) sum = Vector512.FusedMultiplyAdd(Load(x, at, 0), Load(y, at, 0), sum);
            products[c] = Sum(sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Four(ReadOnlySpan<double> x, ReadOnlySpan<double> columns, Span<double> products)
    {
        var n = x.Length;
        ReadOnlySpan<double> y0 = columns[..n], y1 = columns.Slice(n, n), y2 = columns.Slice(2 * n, n), y3 = columns.Slice(3 * n, n);
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        for (var at = 0; at < n; at += Count)
        {
            var u = Load(x, at, 0);
            s0 = Vector512.FusedMultiplyAdd(u, Load(y0, at, 0), s0);
            s1 = Vector512.FusedMultiplyAdd(u, Load(y1, at, 0), s1);
            s2 = Vector512.FusedMultiplyAdd(u, Load(y2, at, 0), s2);
            s3 = Vector512.FusedMultiplyAdd(u, Load(y3, at, 0), s3);
        }
        (products[0], products[1], products[2], products[3]) = (Sum(s0), Sum(s1), Sum(s2), Sum(s3));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static Vector512<double> Rest(ReadOnlySpan<double> rest, double padding)
    {
        Span<double> eight = stackalloc double[Count];
        eight.Fill(padding);
        rest.CopyTo(eight);
        return Vector512.Create<double>(eight);
    }
}
