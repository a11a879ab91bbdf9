using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Runtime.Numerics.Density;

/// <summary>Four lanes at a time: AVX2, and pairs of 128-bit vectors where those are all there is.</summary>
// Columns outside, lanes inside: a coordinate is spread once for the whole leaf, whose sums stay in registers.
readonly unsafe struct Lanes256 : ILanes
{
    const int Width = 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Nearer(double* leaf, double* query, int dimensions, double bound, double* squares)
    {
        Measure(leaf, query, dimensions, squares);
        var limit = Vector256.Create(bound);
        var hits = 0u;
        for (var lane = 0; lane < KdTree.LeafSize; lane += Width)
        {
            hits |= (uint)Vector256.LessThan(Vector256.Load(squares + lane), limit).ExtractMostSignificantBits() << lane;
        }
        return hits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Reachable(double* leaf, double* cores, double* query, int dimensions, double bound, double* squares)
    {
        Measure(leaf, query, dimensions, squares);
        var limit = Vector256.Create(bound);
        var hits = 0u;
        for (var lane = 0; lane < KdTree.LeafSize; lane += Width)
        {
            var square = Vector256.MaxNative(Vector256.Load(squares + lane), Vector256.Load(cores + lane));
            square.Store(squares + lane);
            hits |= (uint)Vector256.LessThanOrEqual(square, limit).ExtractMostSignificantBits() << lane;
        }
        return hits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NearBox(double* leaf, double* box, int dimensions, double* bounds, double* squares)
    {
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        for (var j = 0; j < dimensions; j++, leaf += KdTree.LeafSize)
        {
            var (low, high) = (Vector256.Create(box[j]), Vector256.Create(box[dimensions + j]));
            s0 += Square(Beyond(Vector256.Load(leaf), low, high));
            s1 += Square(Beyond(Vector256.Load(leaf + Width), low, high));
            s2 += Square(Beyond(Vector256.Load(leaf + 2 * Width), low, high));
            s3 += Square(Beyond(Vector256.Load(leaf + 3 * Width), low, high));
            s4 += Square(Beyond(Vector256.Load(leaf + 4 * Width), low, high));
            s5 += Square(Beyond(Vector256.Load(leaf + 5 * Width), low, high));
            s6 += Square(Beyond(Vector256.Load(leaf + 6 * Width), low, high));
            s7 += Square(Beyond(Vector256.Load(leaf + 7 * Width), low, high));
        }
        s0.Store(squares);
        s1.Store(squares + Width);
        s2.Store(squares + 2 * Width);
        s3.Store(squares + 3 * Width);
        s4.Store(squares + 4 * Width);
        s5.Store(squares + 5 * Width);
        s6.Store(squares + 6 * Width);
        s7.Store(squares + 7 * Width);
        var hits = 0u;
        for (var lane = 0; lane < KdTree.LeafSize; lane += Width)
        {
            hits |= (uint)Vector256.LessThanOrEqual(Vector256.Load(squares + lane), Vector256.Load(bounds + lane)).ExtractMostSignificantBits() << lane;
        }
        return hits;
    }

    /// <summary>The squared distances from the query to all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Measure(double* leaf, double* query, int dimensions, double* squares)
    {
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        for (var j = 0; j < dimensions; j++, leaf += KdTree.LeafSize)
        {
            var q = Vector256.Create(query[j]);
            s0 += Square(Vector256.Load(leaf) - q);
            s1 += Square(Vector256.Load(leaf + Width) - q);
            s2 += Square(Vector256.Load(leaf + 2 * Width) - q);
            s3 += Square(Vector256.Load(leaf + 3 * Width) - q);
            s4 += Square(Vector256.Load(leaf + 4 * Width) - q);
            s5 += Square(Vector256.Load(leaf + 5 * Width) - q);
            s6 += Square(Vector256.Load(leaf + 6 * Width) - q);
            s7 += Square(Vector256.Load(leaf + 7 * Width) - q);
        }
        s0.Store(squares);
        s1.Store(squares + Width);
        s2.Store(squares + 2 * Width);
        s3.Store(squares + 3 * Width);
        s4.Store(squares + 4 * Width);
        s5.Store(squares + 5 * Width);
        s6.Store(squares + 6 * Width);
        s7.Store(squares + 7 * Width);
    }

    /// <summary>How far x is outside low..high.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> Beyond(Vector256<double> x, Vector256<double> low, Vector256<double> high) =>
        Vector256.MaxNative(Vector256.MaxNative(low - x, x - high), Vector256<double>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> Square(Vector256<double> x) => x * x;
}
