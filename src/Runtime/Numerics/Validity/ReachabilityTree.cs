using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Runtime.Numerics.Validity;

/// <summary>Prim's spanning tree under mutual reachability; equal edges are told apart by distance, then by the order of points.</summary>
/// <remarks>Prim 1957, Bell System Technical Journal 36(6). O(m²) time, O(m) memory.</remarks>
/// <param name="points">d columns of m numbers, in lexicographic order.</param>
/// <param name="coreSquares">m squared core distances.</param>
sealed class ReachabilityTree(double[][] points, double[] coreSquares)
{
    const int Width = Lanes.Count;

    // What is not in the tree yet stands at the front.
    readonly double[][] columns = [.. points.Select(Padded)];
    readonly double[] cores = Padded(coreSquares);
    readonly double[] numbers = Padded([.. Enumerable.Range(0, coreSquares.Length).Select(i => (double)i)]);
    readonly double[] reaches = Far(coreSquares.Length);
    readonly double[] squares = Far(coreSquares.Length);
    readonly double[] from = new double[RoomFor(coreSquares.Length)];

    public (int From, int To, double Square)[] Grow(CancellationToken cancel)
    {
        var tree = new (int From, int To, double Square)[coreSquares.Length - 1];
        var (last, left) = (0, coreSquares.Length);
        var place = 0;
        for (var edge = 0; edge < tree.Length; edge++)
        {
            if (edge % Work.BlockRows == 0) cancel.ThrowIfCancellationRequested();
            Remove(place, --left);
            place = Look(last, left);
            last = (int)numbers[place];
            tree[edge] = ((int)from[place], last, reaches[place]);
        }
        return tree;
    }

    /// <summary>The last of those that are left takes the place of one that leaves.</summary>
    void Remove(int place, int last)
    {
        foreach (var column in columns) column[place] = column[last];
        (cores[place], numbers[place], from[place]) = (cores[last], numbers[last], from[last]);
        (reaches[place], squares[place]) = (reaches[last], squares[last]);
        (reaches[last], squares[last]) = (double.PositiveInfinity, double.PositiveInfinity);
    }

    /// <summary>Measures what is left against the point that joined last; where the nearest to the tree stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int Look(int point, int left)
    {
        var (core, own) = (Vector512.Create(coreSquares[point]), Vector512.Create((double)point));
        var (bestReach, bestSquare) = (Vector512.Create(double.PositiveInfinity), Vector512.Create(double.PositiveInfinity));
        var (bestNumber, bestPlace) = (Vector512.Create(double.PositiveInfinity), Vector512<double>.Zero);
        var places = Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7);
        for (var at = 0; at < left; at += Width, places += Vector512.Create((double)Width))
        {
            var square = Vector512<double>.Zero;
            for (var c = 0; c < columns.Length; c++)
            {
                var apart = Lanes.Load(columns[c], at, 0) - Vector512.Create(points[c][point]);
                square = Vector512.FusedMultiplyAdd(apart, apart, square);
            }
            var reach = Vector512.MaxNative(square, Vector512.MaxNative(core, Lanes.Load(cores, at, 0)));
            var (oldReach, oldSquare) = (Lanes.Load(reaches, at, 0), Lanes.Load(squares, at, 0));
            var nearer = Less(reach, square, oldReach, oldSquare);
            if (at + Width > left) nearer &= Vector512.LessThan(places, Vector512.Create((double)left));
            reach = Vector512.ConditionalSelect(nearer, reach, oldReach);
            square = Vector512.ConditionalSelect(nearer, square, oldSquare);
            Lanes.Store(reach, reaches, at);
            Lanes.Store(square, squares, at);
            Lanes.Store(Vector512.ConditionalSelect(nearer, own, Lanes.Load(from, at, 0)), from, at);
            var number = Lanes.Load(numbers, at, 0);
            var equal = Vector512.Equals(reach, bestReach) & Vector512.Equals(square, bestSquare) & Vector512.LessThan(number, bestNumber);
            var better = Less(reach, square, bestReach, bestSquare) | equal;
            bestReach = Vector512.ConditionalSelect(better, reach, bestReach);
            bestSquare = Vector512.ConditionalSelect(better, square, bestSquare);
            bestNumber = Vector512.ConditionalSelect(better, number, bestNumber);
            bestPlace = Vector512.ConditionalSelect(better, places, bestPlace);
        }
        var lane = Enumerable.Range(0, Width).MinBy(l => (bestReach[l], bestSquare[l], bestNumber[l]));
        return (int)bestPlace[lane];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Less(Vector512<double> reach, Vector512<double> square, Vector512<double> reach2, Vector512<double> square2) =>
        Vector512.LessThan(reach, reach2) | (Vector512.Equals(reach, reach2) & Vector512.LessThan(square, square2));

    static int RoomFor(int count) => (count + Width - 1) / Width * Width;

    static double[] Padded(double[] values)
    {
        var padded = new double[RoomFor(values.Length)];
        values.CopyTo(padded, 0);
        return padded;
    }

    static double[] Far(int count)
    {
        var far = new double[RoomFor(count)];
        Array.Fill(far, double.PositiveInfinity);
        return far;
    }
}
