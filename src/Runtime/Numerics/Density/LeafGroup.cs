using System.Numerics;
using System.Runtime.CompilerServices;

namespace Runtime.Numerics.Density;

/// <summary>Thread's own memory of a search that asks for all points of one leaf at once.</summary>
/// <remarks>"Query by leaf": the descent is shared by up to 32 neighbouring points. A stack holds what is left to visit.</remarks>
sealed unsafe class LeafGroup
{
    readonly AlignedNumbers numbers;
    readonly int[] stack = new int[64];
    readonly double[] gaps = new double[64];
    int depth;

    public LeafGroup(int dimensions)
    {
        const int lanes = KdTree.LeafSize;
        numbers = new AlignedNumbers(2 * lanes + lanes * dimensions + 2 * dimensions, 0);
        Bounds = numbers.Pointer;
        Squares = Bounds + lanes;
        Queries = Squares + lanes;
        Box = Queries + lanes * dimensions;
    }

    /// <summary>How far each lane still looks (squared); −1 for lanes that do not.</summary>
    public double* Bounds { get; }

    /// <summary>What a sweep gives.</summary>
    public double* Squares { get; }

    /// <summary>The points row by row.</summary>
    public double* Queries { get; }

    /// <summary>The box of the points that look.</summary>
    public double* Box { get; }

    public void Clear() => depth = 0;

    public void Push(int node, double gap) => (stack[depth], gaps[depth++]) = (node, gap);

    public bool TryPop(out int node, out double gap)
    {
        if (depth == 0)
        {
            (node, gap) = (-1, 0);
            return false;
        }
        (node, gap) = (stack[--depth], gaps[depth]);
        return true;
    }

    /// <summary>The largest bound of all lanes.</summary>
    public double Reach()
    {
        var width = Vector<double>.Count;
        var highest = Vector.Load(Bounds);
        for (var lane = width; lane < KdTree.LeafSize; lane += width) highest = Vector.MaxNative(highest, Vector.Load(Bounds + lane));
        var reach = highest[0];
        for (var lane = 1; lane < width; lane++) reach = double.MaxNative(reach, highest[lane]);
        return reach;
    }

    /// <summary>Copies the points of a leaf row by row, and the box of those in <paramref name="lanes"/>.</summary>
    public void Load(double* block, int d, uint lanes)
    {
        for (var j = 0; j < d; j++)
        {
            var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            for (var lane = 0; lane < KdTree.LeafSize; lane++)
            {
                var x = block[j * KdTree.LeafSize + lane];
                Queries[lane * d + j] = x;
                if ((lanes >> lane & 1) == 0) continue;
                (low, high) = (Math.Min(low, x), Math.Max(high, x));
            }
            (Box[j], Box[d + j]) = (low, high);
        }
    }

    /// <summary>The squared distance between two boxes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Gap(double* a, double* b, int d)
    {
        var square = 0.0;
        for (var j = 0; j < d; j++)
        {
            var gap = double.MaxNative(double.MaxNative(a[j] - b[d + j], b[j] - a[d + j]), 0.0);
            square += gap * gap;
        }
        return square;
    }
}
