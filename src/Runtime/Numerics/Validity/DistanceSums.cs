using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Runtime.Numerics.Validity;

/// <summary>Sums of Euclidean distances between rows and a stretch of a group, and the least or the greatest of them.</summary>
/// <remarks>
/// Four rows at a time share the loads, and a stretch that stays in the first-level cache is swept for all rows before the next. Lanes
/// do not meet but in <see cref="Lanes.Sum(Vector512{double})"/>, and square roots are rounded correctly: the bits are the same everywhere.
/// </remarks>
/// <param name="points">The groups.</param>
/// <param name="column">What is added to at the places of the stretch, the distance of each row; null for nothing.</param>
/// <param name="isWithin">The extreme is the greatest square, else the least.</param>
unsafe ref struct DistanceSums(GroupedPoints points, double* column, bool isWithin)
{
    const int Width = Lanes.Count;
    const int Stretch = 512;

    readonly int d = points.Dimensions;

    /// <summary>The greatest squared distance, or the least.</summary>
    public double Extreme { get; private set; } = isWithin ? 0 : double.PositiveInfinity;

    /// <summary>Adds the sums of the distances from each row to the places of one group from one up to before another.</summary>
    /// <param name="rows">The rows, one by one.</param>
    /// <param name="from">At the start of a vector.</param>
    public void Add(scoped ReadOnlySpan<double> rows, int from, int to, scoped Span<double> sums)
    {
        fixed (double* row = rows)
        {
            for (var start = from; start < to; start += Stretch)
            {
                var end = Math.Min(to, start + Stretch);
                var i = 0;
                for (; i + 4 <= sums.Length; i += 4) Four(row + i * d, start, end, sums[i..]);
                for (; i < sums.Length; i++) sums[i] += One(row + i * d, start, end);
            }
        }
        GC.KeepAlive(points);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Four(double* row, int from, int to, scoped Span<double> sums)
    {
        Vector512<double> a0 = default, a1 = default, a2 = default, a3 = default;
        var (extreme, there) = (Vector512.Create(Extreme), Vector512<double>.AllBitsSet);
        for (var at = from; at < to; at += Width)
        {
            Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
            for (var c = 0; c < d; c++)
            {
                var x = Vector512.Load(points.Column(c) + at);
                s0 = Squared(x, row[c], s0);
                s1 = Squared(x, row[d + c], s1);
                s2 = Squared(x, row[2 * d + c], s2);
                s3 = Squared(x, row[3 * d + c], s3);
            }
            if (at + Width > to) there = Present(to - at);
            extreme = Further(extreme, Further(Further(s0, s1), Further(s2, s3)), there);
            (s0, s1, s2, s3) = (Root(s0, there), Root(s1, there), Root(s2, there), Root(s3, there));
            (a0, a1, a2, a3) = (a0 + s0, a1 + s1, a2 + s2, a3 + s3);
            if (column != null) (Vector512.Load(column + at) + (s0 + s1 + (s2 + s3))).Store(column + at);
        }
        sums[0] += Lanes.Sum(a0);
        sums[1] += Lanes.Sum(a1);
        sums[2] += Lanes.Sum(a2);
        sums[3] += Lanes.Sum(a3);
        Keep(extreme);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    double One(double* row, int from, int to)
    {
        Vector512<double> sum = default;
        var (extreme, there) = (Vector512.Create(Extreme), Vector512<double>.AllBitsSet);
        for (var at = from; at < to; at += Width)
        {
            Vector512<double> s = default;
            for (var c = 0; c < d; c++) s = Squared(Vector512.Load(points.Column(c) + at), row[c], s);
            if (at + Width > to) there = Present(to - at);
            extreme = Further(extreme, s, there);
            s = Root(s, there);
            sum += s;
            if (column != null) (Vector512.Load(column + at) + s).Store(column + at);
        }
        Keep(extreme);
        return Lanes.Sum(sum);
    }

    void Keep(Vector512<double> lanes)
    {
        for (var lane = 0; lane < Width; lane++) Extreme = isWithin ? Math.Max(Extreme, lanes[lane]) : Math.Min(Extreme, lanes[lane]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    readonly Vector512<double> Further(Vector512<double> a, Vector512<double> b) =>
        isWithin ? Vector512.MaxNative(a, b) : Vector512.MinNative(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    readonly Vector512<double> Further(Vector512<double> sofar, Vector512<double> next, Vector512<double> there) =>
        Vector512.ConditionalSelect(there, Further(sofar, next), sofar);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Squared(Vector512<double> x, double from, Vector512<double> sum)
    {
        var apart = x - Vector512.Create(from);
        return Vector512.FusedMultiplyAdd(apart, apart, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Root(Vector512<double> square, Vector512<double> there) => Vector512.Sqrt(square) & there;

    static Vector512<double> Present(int lanes) =>
        Vector512.LessThan(Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((double)lanes));
}
