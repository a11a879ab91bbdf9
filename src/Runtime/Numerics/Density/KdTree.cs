namespace Runtime.Numerics.Density;

/// <summary>
/// A balanced kd-tree whose points stand in leaf order: point p is lane p mod 32 of leaf p / 32, and only the last leaf
/// may be short. A leaf holds its points column by column, so one vector sweep measures all of them.
/// </summary>
/// <remarks>
/// Friedman, Bentley &amp; Finkel 1977, ACM TOMS 3(3): median cuts across the widest side of the box. Nodes are numbered in
/// preorder: the left child of node i is i + 1.
/// </remarks>
sealed unsafe class KdTree
{
    public const int LeafSize = 32;

    readonly AlignedNumbers blocks;
    readonly AlignedNumbers boxes;

    KdTree(int count, int dimensions)
    {
        Count = count;
        Dimensions = dimensions;
        Leaves = (Count + LeafSize - 1) / LeafSize;
        blocks = new AlignedNumbers(Leaves * LeafSize * Dimensions, double.PositiveInfinity);
        boxes = new AlignedNumbers((2 * Leaves - 1) * 2 * Dimensions, 0);
        FirstLeaf = new int[2 * Leaves - 1];
        LeafCount = new int[2 * Leaves - 1];
        NodeOfLeaf = new int[Leaves];
        Weights = new int[Count];
    }

    /// <summary>Distinct points.</summary>
    public int Count { get; }

    public int Dimensions { get; }

    public int Leaves { get; }

    public int Nodes => FirstLeaf.Length;

    /// <summary>The first leaf below each node.</summary>
    public int[] FirstLeaf { get; }

    /// <summary>How many leaves are below each node.</summary>
    public int[] LeafCount { get; }

    public int[] NodeOfLeaf { get; }

    /// <summary>Rows that each point stands for, in leaf order.</summary>
    public int[] Weights { get; }

    /// <summary>d × 32 numbers: a leaf's points, column by column; lanes that hold no point are +∞.</summary>
    public double* Block(int leaf) => blocks.Pointer + (nint)leaf * LeafSize * Dimensions;

    /// <summary>A node's box: d lower bounds, then d upper bounds.</summary>
    public double* Box(int node) => boxes.Pointer + (nint)node * 2 * Dimensions;

    public int Right(int node) => node + 2 * ((LeafCount[node] + 1) / 2);

    /// <summary>How many points leaf <paramref name="leaf"/> holds.</summary>
    public int PointsIn(int leaf) => Math.Min(LeafSize, Count - leaf * LeafSize);

    public double Coordinate(int point, int column) => Block(point / LeafSize)[column * LeafSize + point % LeafSize];

    /// <summary>The rows that it was made of, in their own unit.</summary>
    /// <param name="places">The place of each of the n rows.</param>
    public Matrix Rows(int[] places, BinaryUnit unit)
    {
        var columns = new double[Dimensions][];
        for (var j = 0; j < columns.Length; j++)
        {
            columns[j] = new double[places.Length];
            for (var row = 0; row < places.Length; row++) columns[j][row] = unit.Length(Coordinate(places[row], j));
        }
        return new Matrix(columns, places.Length);
    }

    public double SquaredDistance(int a, int b)
    {
        double* from = Block(a / LeafSize) + a % LeafSize, to = Block(b / LeafSize) + b % LeafSize;
        var square = 0.0;
        for (var j = 0; j < Dimensions * LeafSize; j += LeafSize) square += (from[j] - to[j]) * (from[j] - to[j]);
        return square;
    }

    /// <summary>From a point of elsewhere, in the unit of the tree.</summary>
    public double SquaredDistance(ReadOnlySpan<double> from, int place)
    {
        var to = Block(place / LeafSize) + place % LeafSize;
        var square = 0.0;
        for (var j = 0; j < from.Length; j++, to += LeafSize) square += (*to - from[j]) * (*to - from[j]);
        return square;
    }

    /// <summary>From a point of elsewhere to a node's box; 0 within it.</summary>
    public double SquaredGap(ReadOnlySpan<double> from, int node)
    {
        var box = Box(node);
        var square = 0.0;
        for (var j = 0; j < from.Length; j++)
        {
            var outside = Math.Max(0, Math.Max(box[j] - from[j], from[j] - box[from.Length + j]));
            square += outside * outside;
        }
        return square;
    }

    /// <summary>The tree of <paramref name="points"/> (at least one), and where each of them stands in it.</summary>
    public static KdTree Of(DistinctPoints points, Work work, out int[] placeOfPoint) =>
        Of(points.Columns, points.Weights, work, out placeOfPoint);

    /// <summary>The tree of points that stand for so many rows each.</summary>
    public static KdTree Of(double[][] columns, int[] weights, Work work, out int[] placeOfPoint)
    {
        var tree = new KdTree(weights.Length, columns.Length);
        var cut = new KdTreeOrder(columns, weights.Length, work);
        var order = cut.Cut(tree);
        tree.Fill(cut.Columns, order, weights, work);
        placeOfPoint = new int[weights.Length];
        for (var place = 0; place < order.Length; place++) placeOfPoint[order[place]] = place;
        return tree;
    }

    void Fill(double[][] columns, int[] order, int[] weights, Work work)
    {
        work.For(Leaves, leaf =>
        {
            var (start, count) = (leaf * LeafSize, PointsIn(leaf));
            double* block = Block(leaf), box = Box(NodeOfLeaf[leaf]);
            for (var i = 0; i < count; i++) Weights[start + i] = weights[order[start + i]];
            for (var j = 0; j < Dimensions; j++)
            {
                var lanes = block + j * LeafSize;
                var column = columns[j];
                var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
                for (var i = 0; i < count; i++)
                {
                    var x = column[start + i];
                    lanes[i] = x;
                    (low, high) = (Math.Min(low, x), Math.Max(high, x));
                }
                (box[j], box[Dimensions + j]) = (low, high);
            }
        });
        for (var node = Nodes - 1; node >= 0; node--) if (LeafCount[node] > 1) Join(node);
    }

    void Join(int node)
    {
        double* box = Box(node), left = Box(node + 1), right = Box(Right(node));
        for (var j = 0; j < Dimensions; j++)
        {
            box[j] = Math.Min(left[j], right[j]);
            box[Dimensions + j] = Math.Max(left[Dimensions + j], right[Dimensions + j]);
        }
    }
}
