using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Runtime.Numerics.Density;

namespace Runtime.Numerics.Validity;

/// <summary>The inner rows of a group's spanning tree under mutual reachability: those with more than one edge.</summary>
/// <param name="Columns">d columns of m numbers.</param>
/// <param name="CoreSquares">m squared core distances.</param>
/// <param name="SparsenessSquare">The square of the longest edge between inner rows.</param>
sealed record GroupSkeleton(double[][] Columns, double[] CoreSquares, double SparsenessSquare)
{
    const int Width = Lanes.Count;

    /// <summary>Squared core distances: a = (Σ (1/distance)^d / (n−1))^(−1/d) over the other rows of the group.</summary>
    public static double[] SquaredCores(DistinctPoints points, Work work)
    {
        var (cores, others) = (new double[points.Count], points.Weights.Sum() - 1);
        double[] weights = [.. points.Weights.Select(w => (double)w)];
        work.For((points.Count + 63) / 64, part =>
        {
            var end = Math.Min(points.Count, (part + 1) * 64);
            for (var i = part * 64; i < end; i++) cores[i] = CoreSquare(points.Columns, weights, i, others);
        });
        return cores;
    }

    // In units of the nearest row's distance no power overflows.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static double CoreSquare(double[][] columns, double[] weights, int row, int others)
    {
        var (d, zero, least) = (columns.Length, Vector512<double>.Zero, Vector512.Create(double.PositiveInfinity));
        for (var at = 0; at < weights.Length; at += Width)
        {
            var square = Square(columns, row, at);
            least = Vector512.ConditionalSelect(Vector512.GreaterThan(square, zero), Vector512.MinNative(least, square), least);
        }
        var unit = double.PositiveInfinity;
        for (var lane = 0; lane < Width; lane++) unit = Math.Min(unit, least[lane]);
        if (double.IsInfinity(unit)) return 0;
        var sum = Vector512<double>.Zero;
        for (var at = 0; at < weights.Length; at += Width)
        {
            var square = Square(columns, row, at);
            var ratio = Vector512.ConditionalSelect(Vector512.GreaterThan(square, zero), Vector512.Create(unit) / square, zero);
            sum = Vector512.FusedMultiplyAdd(Power(ratio, d), Lanes.Load(weights, at, 0), sum);
        }
        return unit * Powers.Of(Lanes.Sum(sum) / others, -2.0 / d);
    }

    /// <summary>Squared distances from a row to eight others; beyond the end the row itself stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Square(double[][] columns, int row, int at)
    {
        var square = Vector512<double>.Zero;
        foreach (var column in columns)
        {
            var apart = Lanes.Load(column, at, column[row]) - Vector512.Create(column[row]);
            square = Vector512.FusedMultiplyAdd(apart, apart, square);
        }
        return square;
    }

    /// <summary>x^(d/2).</summary>
    static Vector512<double> Power(Vector512<double> x, int d)
    {
        var power = (d & 1) == 1 ? Vector512.Sqrt(x) : Vector512<double>.One;
        for (var half = d >> 1; half > 0; half >>= 1, x *= x) if ((half & 1) == 1) power *= x;
        return power;
    }

    public static GroupSkeleton Of(DistinctPoints points, double[] cores, CancellationToken cancel)
    {
        var tree = new ReachabilityTree(points.Columns, cores).Grow(cancel);
        var edges = new int[points.Count];
        foreach (var (from, to, _) in tree)
        {
            edges[from]++;
            edges[to]++;
        }
        bool[] isInner = [.. edges.Select(e => e > 1)];
        if (!isInner.Contains(true)) Array.Fill(isInner, true);
        var between = tree.Where(e => isInner[e.From] && isInner[e.To]).Select(e => e.Square).ToArray();
        if (between.Length == 0) between = [.. tree.Select(e => e.Square)];
        int[] inner = [.. Enumerable.Range(0, isInner.Length).Where(p => isInner[p])];
        return new([.. points.Columns.Select(c => Array.ConvertAll(inner, p => c[p]))], Array.ConvertAll(inner, p => cores[p]),
            between.DefaultIfEmpty(0).Max());
    }
}
