namespace Runtime.Numerics.Density;

/// <summary>Cuts points at medians, level by level, into the order of a kd-tree's leaves.</summary>
/// <remarks>What it does is a function of the sequence of points alone, not of threads.</remarks>
sealed class KdTreeOrder(DistinctPoints points, Work work)
{
    readonly int[] order = [.. Enumerable.Range(0, points.Count)];
    readonly double[] keys = new double[points.Count];

    /// <summary>Numbers the nodes of <paramref name="tree"/> and gives the point at each place.</summary>
    public int[] Cut(KdTree tree)
    {
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
        var (first, count) = (tree.FirstLeaf[node], tree.LeafCount[node]);
        if (count == 1) return;
        var left = (count + 1) / 2;
        var right = tree.Right(node);
        (tree.FirstLeaf[node + 1], tree.LeafCount[node + 1]) = (first, left);
        (tree.FirstLeaf[right], tree.LeafCount[right]) = (first + left, count - left);
        var start = first * KdTree.LeafSize;
        var length = Math.Min(points.Count, (first + count) * KdTree.LeafSize) - start;
        var items = order.AsSpan(start, length);
        var axis = Widest(items);
        if (axis < 0) return;
        var values = keys.AsSpan(start, length);
        var column = points.Columns[axis];
        for (var i = 0; i < length; i++) values[i] = column[items[i]];
        Select(values, items, left * KdTree.LeafSize);
    }

    int Widest(Span<int> items)
    {
        var (widest, axis) = (double.NegativeInfinity, -1);
        for (var j = 0; j < points.Columns.Length; j++)
        {
            var column = points.Columns[j];
            var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var item in items)
            {
                var x = column[item];
                if (x < low) low = x;
                if (x > high) high = x;
            }
            if (high - low > widest) (widest, axis) = (high - low, j);
        }
        return axis;
    }

    /// <summary>Moves the <paramref name="k"/> smallest to the front: Hoare's selection, pivots by medians of three.</summary>
    static void Select(Span<double> values, Span<int> items, int k)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = Pivot(values, low, high);
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] < pivot) i++;
                while (values[j] > pivot) j--;
                if (i > j) break;
                (values[i], values[j]) = (values[j], values[i]);
                (items[i], items[j]) = (items[j], items[i]);
                i++;
                j--;
            }
            if (k <= j) high = j;
            else if (k >= i) low = i;
            else return;
        }
    }

    /// <summary>The median of nine values spread over the range (three medians of three).</summary>
    static double Pivot(Span<double> values, int low, int high)
    {
        var step = (high - low) / 8;
        return Median(
            Median(values[low], values[low + step], values[low + 2 * step]),
            Median(values[low + 3 * step], values[low + 4 * step], values[high - 3 * step]),
            Median(values[high - 2 * step], values[high - step], values[high]));
    }

    static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
