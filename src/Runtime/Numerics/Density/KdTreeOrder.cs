using System.Numerics;

namespace Runtime.Numerics.Density;

/// <summary>Cuts points at medians, level by level, into the order of a kd-tree's leaves.</summary>
/// <remarks>What it does is a function of the sequence of points alone, not of threads.</remarks>
sealed class KdTreeOrder(double[][] points, int count, Work work)
{
    readonly int[] order = [.. Enumerable.Range(0, count)];

    /// <summary>The columns in that order, d × m: they move along, so that every part is read and cut where it lies.</summary>
    public double[][] Columns { get; } = new double[points.Length][];

    /// <summary>Numbers the nodes of <paramref name="tree"/> and gives the point at each place.</summary>
    public int[] Cut(KdTree tree)
    {
        work.For(Columns.Length, j => Columns[j] = (double[])points[j].Clone());
        var level = new List<int> { 0 };
        tree.LeafCount[0] = tree.Leaves;
        while (level.Count > 0)
        {
            var nodes = level;
            work.For(nodes.Count, i => Split(tree, nodes[i]));
            level = [];
            foreach (var node in nodes)
            {
                if (tree.LeafCount[node] == 1) tree.NodeOfLeaf[tree.FirstLeaf[node]] = node;
                else level.AddRange([node + 1, tree.Right(node)]);
            }
        }
        return order;
    }

    void Split(KdTree tree, int node)
    {
        var (first, leaves) = (tree.FirstLeaf[node], tree.LeafCount[node]);
        if (leaves == 1) return;
        var left = (leaves + 1) / 2;
        var right = tree.Right(node);
        (tree.FirstLeaf[node + 1], tree.LeafCount[node + 1]) = (first, left);
        (tree.FirstLeaf[right], tree.LeafCount[right]) = (first + left, leaves - left);
        var start = first * KdTree.LeafSize;
        var length = Math.Min(count, (first + leaves) * KdTree.LeafSize) - start;
        var axis = Widest(start, length);
        if (axis >= 0) Select(Columns[axis], start, start + length - 1, start + left * KdTree.LeafSize);
    }

    int Widest(int start, int length)
    {
        var (widest, axis) = (double.NegativeInfinity, -1);
        for (var j = 0; j < Columns.Length; j++)
        {
            var width = Width(Columns[j].AsSpan(start, length));
            if (width > widest) (widest, axis) = (width, j);
        }
        return axis;
    }

    static double Width(ReadOnlySpan<double> values)
    {
        var (low, high, at) = (values[0], values[0], 0);
        if (values.Length >= Vector<double>.Count)
        {
            Vector<double> lows = new(low), highs = lows;
            for (; at <= values.Length - Vector<double>.Count; at += Vector<double>.Count)
            {
                var x = new Vector<double>(values[at..]);
                (lows, highs) = (Vector.MinNative(lows, x), Vector.MaxNative(highs, x));
            }
            for (var lane = 0; lane < Vector<double>.Count; lane++) (low, high) = (Math.Min(low, lows[lane]), Math.Max(high, highs[lane]));
        }
        for (; at < values.Length; at++) (low, high) = (Math.Min(low, values[at]), Math.Max(high, values[at]));
        return high - low;
    }

    /// <summary>
    /// Moves the points with the smallest values to the places from low to <paramref name="k"/> − 1: Hoare's selection,
    /// pivots by medians of three.
    /// </summary>
    void Select(double[] values, int low, int high, int k)
    {
        while (low < high)
        {
            var pivot = Pivot(values, low, high);
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] < pivot) i++;
                while (values[j] > pivot) j--;
                if (i > j) break;
                Swap(i++, j--);
            }
            if (k <= j) high = j;
            else if (k >= i) low = i;
            else return;
        }
    }

    void Swap(int a, int b)
    {
        (order[a], order[b]) = (order[b], order[a]);
        foreach (var column in Columns) (column[a], column[b]) = (column[b], column[a]);
    }

    /// <summary>The median of nine values spread over the range (three medians of three).</summary>
    static double Pivot(double[] values, int low, int high)
    {
        var step = (high - low) / 8;
        return Median(
            Median(values[low], values[low + step], values[low + 2 * step]),
            Median(values[low + 3 * step], values[low + 4 * step], values[high - 3 * step]),
            Median(values[high - 2 * step], values[high - step], values[high]));
    }

    static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
