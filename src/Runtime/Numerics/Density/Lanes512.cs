using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Runtime.Numerics.Density;

/// <summary>Eight lanes at a time: AVX-512.</summary>
readonly unsafe struct Lanes512 : ILanes
{
    const int Width = 8;
    const int Next = KdTree.LeafSize;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Nearer<T>(double* leaf, double* query, int dimensions, double bound, double* squares) where T : struct, IDimensions
    {
        var limit = Vector512.Create(bound);
        var hits = 0u;
        for (var lane = 0; lane < KdTree.LeafSize; lane += Width)
        {
            var square = Square<T>(leaf + lane, query, dimensions);
            square.Store(squares + lane);
            hits |= (uint)Vector512.LessThan(square, limit).ExtractMostSignificantBits() << lane;
        }
        return hits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Reachable<T>(double* leaf, double* cores, double* query, int dimensions, double bound, double* squares) where T : struct, IDimensions
    {
        var limit = Vector512.Create(bound);
        var hits = 0u;
        for (var lane = 0; lane < KdTree.LeafSize; lane += Width)
        {
            var square = Vector512.MaxNative(Square<T>(leaf + lane, query, dimensions), Vector512.Load(cores + lane));
            square.Store(squares + lane);
            hits |= (uint)Vector512.LessThanOrEqual(square, limit).ExtractMostSignificantBits() << lane;
        }
        return hits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NearBox<T>(double* leaf, double* box, int dimensions, double* bounds) where T : struct, IDimensions
    {
        var d = T.Fixed > 0 ? T.Fixed : dimensions;
        var hits = 0u;
        for (var lane = 0; lane < KdTree.LeafSize; lane += Width)
        {
            var square = Vector512<double>.Zero;
            for (var j = 0; j < d; j++)
            {
                var x = Vector512.Load(leaf + j * Next + lane);
                var gap = Vector512.MaxNative(Vector512.Create(box[j]) - x, x - Vector512.Create(box[d + j]));
                gap = Vector512.MaxNative(gap, Vector512<double>.Zero);
                square += gap * gap;
            }
            hits |= (uint)Vector512.LessThanOrEqual(square, Vector512.Load(bounds + lane)).ExtractMostSignificantBits() << lane;
        }
        return hits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Square<T>(double* lanes, double* query, int dimensions) where T : struct, IDimensions
    {
        var sum = Vector512<double>.Zero;
        if (T.Fixed == 0)
        {
            for (var j = 0; j < dimensions; j++) sum += Term(lanes + j * Next, query[j]);
            return sum;
        }
        sum = Term(lanes, query[0]);
        if (T.Fixed > 1) sum += Term(lanes + Next, query[1]);
        if (T.Fixed > 2) sum += Term(lanes + 2 * Next, query[2]);
        if (T.Fixed > 3) sum += Term(lanes + 3 * Next, query[3]);
        if (T.Fixed > 4) sum += Term(lanes + 4 * Next, query[4]);
        if (T.Fixed > 5) sum += Term(lanes + 5 * Next, query[5]);
        if (T.Fixed > 6) sum += Term(lanes + 6 * Next, query[6]);
        if (T.Fixed > 7) sum += Term(lanes + 7 * Next, query[7]);
        if (T.Fixed > 8) sum += Term(lanes + 8 * Next, query[8]);
        if (T.Fixed > 9) sum += Term(lanes + 9 * Next, query[9]);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> Term(double* lanes, double coordinate)
    {
        var difference = Vector512.Load(lanes) - Vector512.Create(coordinate);
        return difference * difference;
    }
}
