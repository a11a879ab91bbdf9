using System.Runtime.CompilerServices;

namespace Runtime.Numerics.Density;

/// <summary>
/// The points of a tree in single precision, whose products tell which of a leaf's points are surely not near those of another leaf.
/// </summary>
/// <remarks>
/// ‖x − q‖² = ‖x‖² − 2 q·x + ‖q‖², about the middle of all points, takes one multiply-add a column, for twice as many points at once as the
/// difference in double precision that takes three operations. With u = 2⁻²⁴ what rounding does to it is below 2 (d + 2) u (‖x‖² + ‖q‖²)
/// (Higham 2002, Accuracy and Stability of Numerical Algorithms, § 3.1), which is added to the bound: what is left out is farther than
/// that. What is not is measured by its difference, so that no result depends on this.
/// </remarks>
sealed unsafe class NearFilter
{
    /// <summary>In fewer columns the boxes of leaves leave out as much for less.</summary>
    const int FewestColumns = 8;

    const int FewestLeaves = 32;

    /// <summary>Ranges beyond two to this power either way have squares that are no doubles.</summary>
    const int MostExponent = 480;

    const int Size = KdTree.LeafSize, Width = 8;

    /// <summary>So much more than it must does a leaf look at, where rounding asks for some.</summary>
    const double Loose = 1e-3;

    /// <summary>More than single precision is off.</summary>
    const double Ulp = 2e-7;

    /// <summary>What is below the least number of single precision with all digits, squared and summed.</summary>
    const double Vanishing = 1e-30;

    readonly KdTree tree;
    readonly AlignedNumbers singles;
    readonly AlignedNumbers boxes;
    readonly double[] largest;
    readonly double area, rounding;

    NearFilter(KdTree tree, int exponent)
    {
        this.tree = tree;
        (area, rounding) = (Math.ScaleB(1, -2 * exponent), 2 * (tree.Dimensions + 8) * Math.ScaleB(1, -24));
        Stride = (tree.Dimensions + Width - 1) / Width * Width;
        singles = new AlignedNumbers(tree.Leaves * (Size / 2) * (tree.Dimensions + 1), 0);
        boxes = new AlignedNumbers(tree.Nodes * Stride, 0);
        largest = new double[tree.Leaves];
    }

    public int Dimensions => tree.Dimensions;

    /// <summary>Numbers of single precision that a side of a box takes.</summary>
    public int Stride { get; }

    /// <summary>The filter of a tree; null where it would gain nothing. Linear time, about 4 (d + 1) bytes a point.</summary>
    public static NearFilter? Of(KdTree tree, Work work)
    {
        if (tree.Dimensions < FewestColumns || tree.Leaves < FewestLeaves) return null;
        var widest = 0.0;
        var box = tree.Box(0);
        var middle = new double[tree.Dimensions];
        for (var j = 0; j < middle.Length; j++)
        {
            middle[j] = box[j] + (box[middle.Length + j] - box[j]) / 2;
            widest = Math.Max(widest, box[middle.Length + j] - box[j]);
        }
        if (!(widest > 0) || Math.Abs(Math.ILogB(widest)) > MostExponent) return null;
        var exponent = Math.ILogB(widest);
        var filter = new NearFilter(tree, exponent);
        var scale = Math.ScaleB(1, -exponent);
        work.For(tree.Leaves, leaf => filter.Fill(leaf, middle, scale));
        for (var node = 0; node < tree.Nodes; node++) filter.FillBox(node, middle, scale);
        GC.KeepAlive(tree);
        return filter;
    }

    /// <summary>32 squared norms, +∞ for a lane that holds no point, and then the points column by column.</summary>
    public float* Block(int leaf) => (float*)singles.Pointer + (nint)leaf * Size * (Dimensions + 1);

    /// <summary>A node's box, no smaller than it is: lower bounds, then upper ones, each with zeros up to whole vectors.</summary>
    public float* Box(int node) => (float*)boxes.Pointer + (nint)node * 2 * Stride;

    /// <summary>What ‖x‖² − 2 q·x is at most for a point x of the leaf whose squared distance from q is at most the bound.</summary>
    /// <param name="norm">‖q‖².</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Limit(int leaf, double norm, double bound)
    {
        var limit = bound * area - norm + rounding * (norm + largest[leaf]) + Vanishing;
        return Math.Min((float)(limit + Math.Abs(limit) * Ulp), float.MaxValue);
    }

    public int NodeOf(int leaf) => tree.NodeOfLeaf[leaf];

    /// <summary>
    /// What a squared bound is multiplied by, and what is added, for distances to a box: (a + b)² is at most (1 + t) a² + (1 + 1 / t) b²,
    /// for b of one rounding of each coordinate.
    /// </summary>
    public double Slope => area * (1 + Loose);

    public double More => 2 * tree.Dimensions / Loose * Math.ScaleB(1, -48) + Vanishing;

    /// <summary>A squared length in the unit of the tree, no longer than one that was rounded as sums of squares are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Least(float square) => square * (1 - rounding) / area;

    void FillBox(int node, double[] middle, double scale)
    {
        float* low = Box(node), high = low + Stride;
        var box = tree.Box(node);
        for (var j = 0; j < middle.Length; j++)
        {
            low[j] = MathF.BitDecrement((float)((box[j] - middle[j]) * scale));
            high[j] = MathF.BitIncrement((float)((box[middle.Length + j] - middle[j]) * scale));
        }
    }

    void Fill(int leaf, double[] middle, double scale)
    {
        float* norms = Block(leaf), at = norms + Size;
        var source = tree.Block(leaf);
        for (var lane = 0; lane < Size; lane++)
        {
            norms[lane] = float.PositiveInfinity;
            if (lane >= tree.PointsIn(leaf)) continue;
            var norm = 0.0;
            for (var j = 0; j < middle.Length; j++)
            {
                var x = (float)((source[j * Size + lane] - middle[j]) * scale);
                at[j * Size + lane] = x;
                norm += (double)x * x;
            }
            norms[lane] = (float)norm;
            largest[leaf] = Math.Max(largest[leaf], norm);
        }
    }
}
