namespace Runtime.Numerics.Density;

/// <summary>Exact searches of a kd-tree from points of elsewhere, near boxes first. One search at a time.</summary>
/// <param name="unit">What the tree's coordinates are measured in.</param>
sealed class PointSearch(KdTree tree, BinaryUnit unit)
{
    readonly double[] query = new double[tree.Dimensions];
    readonly PriorityQueue<int, double> open = new();

    /// <summary>What is searched from.</summary>
    public void From(Matrix points, int row)
    {
        for (var j = 0; j < query.Length; j++) query[j] = unit.Measure(points[row, j]);
    }

    /// <summary>Shows <paramref name="visit"/> all points within the bound (squared); it gives the new bound.</summary>
    public void Visit(double bound, Func<int, double, double> visit)
    {
        open.Clear();
        open.Enqueue(0, tree.SquaredGap(query, 0));
        while (open.TryDequeue(out var node, out var gap) && gap <= bound)
        {
            if (tree.LeafCount[node] > 1)
            {
                open.Enqueue(node + 1, tree.SquaredGap(query, node + 1));
                open.Enqueue(tree.Right(node), tree.SquaredGap(query, tree.Right(node)));
                continue;
            }
            var leaf = tree.FirstLeaf[node];
            for (var lane = 0; lane < tree.PointsIn(leaf); lane++)
            {
                var point = leaf * KdTree.LeafSize + lane;
                if (tree.SquaredDistance(query, point) is var square && square <= bound) bound = visit(point, square);
            }
        }
        GC.KeepAlive(tree);
    }
}
