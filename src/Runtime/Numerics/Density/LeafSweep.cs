using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Runtime.Numerics.Density;

/// <summary>The kernels of the tree's searches: sweeps over the 32 lanes of a leaf, no fused multiply-add.</summary>
/// <remarks>
/// Lanes do not meet, so the processor's vectors may be of any width: one of 512 bits is two of 256 where those are the widest.
/// </remarks>
// Columns outside, lanes inside: a coordinate is spread once for the whole leaf, whose sums stay in registers.
static unsafe class LeafSweep
{
    const int Width = 8;

    /// <summary>Lanes that are measured one by one; more of them are quicker together.</summary>
    const int MostAlone = 3;

    /// <summary>
    /// Squared distances from <paramref name="query"/> to a leaf's points, and the lanes where they are below <paramref
    /// name="bound"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Nearer(double* leaf, double* query, int dimensions, double bound, double* squares)
    {
        Measure(leaf, query, dimensions, squares);
        var limit = Vector512.Create(bound);
        var hits = 0u;
        for (var lane = 0; lane < KdTree.LeafSize; lane += Width)
        {
            hits |= (uint)Vector512.LessThan(Vector512.Load(squares + lane), limit).ExtractMostSignificantBits() << lane;
        }
        return hits;
    }

    /// <summary>The same of some lanes alone; of the others nothing is measured.</summary>
    public static uint Nearer(double* leaf, double* query, int dimensions, double bound, double* squares, uint lanes)
    {
        if (BitOperations.PopCount(lanes) > MostAlone) return Nearer(leaf, query, dimensions, bound, squares) & lanes;
        var hits = 0u;
        for (; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            var square = 0.0;
            for (var j = 0; j < dimensions; j++)
            {
                var difference = leaf[j * KdTree.LeafSize + lane] - query[j];
                square += difference * difference;
            }
            squares[lane] = square;
            if (square < bound) hits |= 1u << lane;
        }
        return hits;
    }

    /// <summary>
    /// As <see cref="Nearer(double*, double*, int, double, double*)"/> for max(squared distance, squared core distance of the lane), and
    /// the lanes where that is at most <paramref name="bound"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Reachable(double* leaf, double* cores, double* query, int dimensions, double bound, double* squares)
    {
        Measure(leaf, query, dimensions, squares);
        var limit = Vector512.Create(bound);
        var hits = 0u;
        for (var lane = 0; lane < KdTree.LeafSize; lane += Width)
        {
            var square = Vector512.MaxNative(Vector512.Load(squares + lane), Vector512.Load(cores + lane));
            square.Store(squares + lane);
            hits |= (uint)Vector512.LessThanOrEqual(square, limit).ExtractMostSignificantBits() << lane;
        }
        return hits;
    }

    /// <summary>
    /// The lanes of a leaf whose squared distance to a box is at most their bound; <paramref name="squares"/> is
    /// overwritten.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NearBox(double* leaf, double* box, int dimensions, double* bounds, double* squares)
    {
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        for (var j = 0; j < dimensions; j++, leaf += KdTree.LeafSize)
        {
            var (low, high) = (Vector512.Create(box[j]), Vector512.Create(box[dimensions + j]));
            s0 += Square(Beyond(Vector512.Load(leaf), low, high));
            s1 += Square(Beyond(Vector512.Load(leaf + Width), low, high));
            s2 += Square(Beyond(Vector512.Load(leaf + 2 * Width), low, high));
            s3 += Square(Beyond(Vector512.Load(leaf + 3 * Width), low, high));
        }
        Store(s0, s1, s2, s3, squares);
        var hits = 0u;
        for (var lane = 0; lane < KdTree.LeafSize; lane += Width)
        {
            var near = Vector512.LessThanOrEqual(Vector512.Load(squares + lane), Vector512.Load(bounds + lane));
            hits |= (uint)near.ExtractMostSignificantBits() << lane;
        }
        return hits;
    }

    /// <summary>The squared distances from the query to all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Measure(double* leaf, double* query, int dimensions, double* squares)
    {
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        for (var j = 0; j < dimensions; j++, leaf += KdTree.LeafSize)
        {
            var q = Vector512.Create(query[j]);
            s0 += Square(Vector512.Load(leaf) - q);
            s1 += Square(Vector512.Load(leaf + Width) - q);
            s2 += Square(Vector512.Load(leaf + 2 * Width) - q);
            s3 += Square(Vector512.Load(leaf + 3 * Width) - q);
        }
        Store(s0, s1, s2, s3, squares);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store(Vector512<double> s0, Vector512<double> s1, Vector512<double> s2, Vector512<double> s3, double* squares)
    {
        s0.Store(squares);
        s1.Store(squares + Width);
        s2.Store(squares + 2 * Width);
        s3.Store(squares + 3 * Width);
    }

    /// <summary>How far x is outside low..high.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Beyond(Vector512<double> x, Vector512<double> low, Vector512<double> high) =>
        Vector512.MaxNative(Vector512.MaxNative(low - x, x - high), Vector512<double>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Square(Vector512<double> x) => x * x;
}
