using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Runtime.Numerics.Density;

/// <summary>A thread's own memory of a filter: the points of a leaf that look, and which points of another leaf each may take.</summary>
sealed unsafe class NearMasks(NearFilter filter)
{
    const int Size = KdTree.LeafSize, Width = 8;

    readonly AlignedNumbers queries = new(Size * filter.Dimensions / 2 + filter.Stride, 0);
    readonly uint[] masks = new uint[Size];
    float* norms;

    /// <summary>The lanes of the leaf that was marked last that may be within the bound of a lane.</summary>
    public uint this[int lane] => masks[lane];

    /// <summary>The lower and the upper bounds of the points that look.</summary>
    float* Box => (float*)queries.Pointer + Size * filter.Dimensions;

    /// <summary>The points of this leaf look, those of some lanes: their coordinates row by row, times −2, and their box.</summary>
    public void Load(int leaf, uint lanes)
    {
        norms = filter.Block(leaf);
        float* block = norms + Size, rows = (float*)queries.Pointer;
        for (var j = 0; j < filter.Dimensions; j++)
        {
            var (low, high) = (float.PositiveInfinity, float.NegativeInfinity);
            for (var lane = 0; lane < Size; lane++)
            {
                var x = block[j * Size + lane];
                rows[lane * filter.Dimensions + j] = -2 * x;
                if ((lanes >> lane & 1) == 1) (low, high) = (Math.Min(low, x), Math.Max(high, x));
            }
            (Box[j], Box[filter.Stride + j]) = (MathF.BitDecrement(low), MathF.BitIncrement(high));
        }
    }

    /// <summary>No point of the node is nearer (squared, in the unit of the tree) to one that looks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Gap(int node)
    {
        float* low = filter.Box(node), high = low + filter.Stride, ownLow = Box, ownHigh = ownLow + filter.Stride;
        var sum = Vector256<float>.Zero;
        for (var j = 0; j < filter.Stride; j += Width)
        {
            var above = Vector256.Load(low + j) - Vector256.Load(ownHigh + j);
            var below = Vector256.Load(ownLow + j) - Vector256.Load(high + j);
            sum += Square(Vector256.MaxNative(Vector256.MaxNative(above, below), Vector256<float>.Zero));
        }
        var four = sum.GetLower() + sum.GetUpper();
        return filter.Least(four[0] + four[1] + (four[2] + four[3]));
    }

    /// <summary>Looks at another leaf for some lanes; gives those that may have something there.</summary>
    /// <param name="bounds">How far each lane looks, squared.</param>
    public uint Mark(int leaf, uint lanes, double* bounds)
    {
        var some = 0u;
        var block = filter.Block(leaf);
        lanes &= NearBox(filter.Box(filter.NodeOf(leaf)), bounds);
        while (lanes != 0)
        {
            var a = BitOperations.TrailingZeroCount(lanes);
            lanes &= lanes - 1;
            // An odd one is looked at twice at once, which costs nothing.
            var b = lanes == 0 ? a : BitOperations.TrailingZeroCount(lanes);
            lanes &= lanes - 1;
            (masks[a], masks[b]) = Pair(block, a, b, filter.Limit(leaf, norms[a], bounds[a]), filter.Limit(leaf, norms[b], bounds[b]));
            if (masks[a] != 0) some |= 1u << a;
            if (masks[b] != 0) some |= 1u << b;
        }
        GC.KeepAlive(filter);
        return some;
    }

    /// <summary>The lanes whose squared distance to a box is at most their bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    uint NearBox(float* low, double* bounds)
    {
        float* block = norms + Size, high = low + filter.Stride;
        Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
        for (var j = 0; j < filter.Dimensions; j++, block += Size)
        {
            var (lower, upper) = (Vector256.Create(low[j]), Vector256.Create(high[j]));
            s0 += Square(Beyond(Vector256.Load(block), lower, upper));
            s1 += Square(Beyond(Vector256.Load(block + Width), lower, upper));
            s2 += Square(Beyond(Vector256.Load(block + 2 * Width), lower, upper));
            s3 += Square(Beyond(Vector256.Load(block + 3 * Width), lower, upper));
        }
        return Below(s0, bounds) | Below(s1, bounds + Width) << Width | Below(s2, bounds + 2 * Width) << 2 * Width
            | Below(s3, bounds + 3 * Width) << 3 * Width;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    uint Below(Vector256<float> squares, double* bounds)
    {
        var (slope, more) = (Vector256.Create(filter.Slope), Vector256.Create(filter.More));
        var reach = Vector256.Narrow(Vector256.Load(bounds) * slope + more, Vector256.Load(bounds + Width / 2) * slope + more);
        return Vector256.LessThanOrEqual(squares, reach).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> Beyond(Vector256<float> x, Vector256<float> low, Vector256<float> high) =>
        Vector256.MaxNative(Vector256.MaxNative(low - x, x - high), Vector256<float>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> Square(Vector256<float> x) => x * x;

    /// <summary>Two lanes at once share the loads of the leaf's points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    (uint A, uint B) Pair(float* block, int a, int b, float limitA, float limitB)
    {
        var d = filter.Dimensions;
        float* rowA = (float*)queries.Pointer + a * d, rowB = (float*)queries.Pointer + b * d;
        Vector256<float> a0 = Vector256.Load(block), a1 = Vector256.Load(block + Width);
        Vector256<float> a2 = Vector256.Load(block + 2 * Width), a3 = Vector256.Load(block + 3 * Width);
        Vector256<float> b0 = a0, b1 = a1, b2 = a2, b3 = a3;
        for (var j = 0; j < d; j++)
        {
            block += Size;
            Vector256<float> qa = Vector256.Create(rowA[j]), qb = Vector256.Create(rowB[j]), x = Vector256.Load(block);
            (a0, b0) = (Vector256.FusedMultiplyAdd(x, qa, a0), Vector256.FusedMultiplyAdd(x, qb, b0));
            x = Vector256.Load(block + Width);
            (a1, b1) = (Vector256.FusedMultiplyAdd(x, qa, a1), Vector256.FusedMultiplyAdd(x, qb, b1));
            x = Vector256.Load(block + 2 * Width);
            (a2, b2) = (Vector256.FusedMultiplyAdd(x, qa, a2), Vector256.FusedMultiplyAdd(x, qb, b2));
            x = Vector256.Load(block + 3 * Width);
            (a3, b3) = (Vector256.FusedMultiplyAdd(x, qa, a3), Vector256.FusedMultiplyAdd(x, qb, b3));
        }
        return (Within(a0, a1, a2, a3, limitA), Within(b0, b1, b2, b3, limitB));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Within(Vector256<float> s0, Vector256<float> s1, Vector256<float> s2, Vector256<float> s3, float most)
    {
        var limit = Vector256.Create(most);
        return Vector256.LessThanOrEqual(s0, limit).ExtractMostSignificantBits()
            | Vector256.LessThanOrEqual(s1, limit).ExtractMostSignificantBits() << Width
            | Vector256.LessThanOrEqual(s2, limit).ExtractMostSignificantBits() << 2 * Width
            | Vector256.LessThanOrEqual(s3, limit).ExtractMostSignificantBits() << 3 * Width;
    }
}
