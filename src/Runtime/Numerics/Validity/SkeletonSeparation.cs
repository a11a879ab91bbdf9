using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Runtime.Numerics.Validity;

/// <summary>How far the inner rows of each group are from those of the nearest other group, by mutual reachability.</summary>
static unsafe class SkeletonSeparation
{
    const int Tile = 64;

    /// <summary>The least square for each group.</summary>
    public static double[] Squares(GroupSkeleton[] groups, int dimensions, Work work)
    {
        var labels = groups.SelectMany((s, g) => Enumerable.Repeat(g, s.CoreSquares.Length)).ToArray();
        var columns = Enumerable.Range(0, dimensions).Select(c => groups.SelectMany(s => s.Columns[c]).ToArray()).ToArray();
        double[] cores = [.. groups.SelectMany(s => s.CoreSquares)];
        var points = GroupedPoints.Of(new Matrix(columns, labels.Length), labels, groups.Length, work);
        var beyond = new AlignedNumbers(points.Places, double.PositiveInfinity);
        for (var at = 0; at < points.Places; at++) if (points.RowOf[at] >= 0) beyond.Pointer[at] = cores[points.RowOf[at]];
        var least = new double[groups.Length];
        Array.Fill(least, double.PositiveInfinity);
        var (tiles, gate) = (Tiles(points).ToArray(), new Lock());
        var progress = 0;
        work.For(tiles.Length, t =>
        {
            var (group, first, count) = tiles[t];
            var rows = points.RowsAt(first, count);
            for (var other = group + 1; other < points.Groups; other++)
            {
                var square = double.PositiveInfinity;
                for (var i = 0; i < count; i++)
                {
                    var core = beyond.Pointer[first + i];
                    square = Math.Min(square, Nearest(points, beyond.Pointer, rows.AsSpan(i * dimensions, dimensions), core, other));
                }
                lock (gate) (least[group], least[other]) = (Math.Min(least[group], square), Math.Min(least[other], square));
            }
            work.Report("measuring what is between clusters", (double)Interlocked.Increment(ref progress) / tiles.Length);
        });
        GC.KeepAlive(beyond);
        return least;
    }

    static IEnumerable<(int Group, int First, int Count)> Tiles(GroupedPoints points)
    {
        for (var group = 0; group < points.Groups; group++)
            for (var first = points.Starts[group]; first < points.End(group); first += Tile)
                yield return (group, first, Math.Min(Tile, points.End(group) - first));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static double Nearest(GroupedPoints points, double* cores, ReadOnlySpan<double> row, double core, int group)
    {
        var least = Vector512.Create(double.PositiveInfinity);
        for (var at = points.Starts[group]; at < points.End(group); at += Lanes.Count)
        {
            var square = Vector512<double>.Zero;
            for (var c = 0; c < row.Length; c++)
            {
                var apart = Vector512.Load(points.Column(c) + at) - Vector512.Create(row[c]);
                square = Vector512.FusedMultiplyAdd(apart, apart, square);
            }
            least = Vector512.MinNative(least, Vector512.MaxNative(square, Vector512.Load(cores + at)));
        }
        var nearest = double.PositiveInfinity;
        for (var lane = 0; lane < Lanes.Count; lane++) nearest = Math.Min(nearest, least[lane]);
        return Math.Max(nearest, core);
    }
}
