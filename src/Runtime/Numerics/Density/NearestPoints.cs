namespace Runtime.Numerics.Density;

/// <summary>Where other points would join a density tree: the fitted point that is nearest by mutual reachability.</summary>
/// <remarks>
/// Exact, by best-first search of the kd-tree. The core distance of another point is that of its (min_samples + 1)-th fitted
/// row, as in the package hdbscan. One search at a time.
/// </remarks>
/// <param name="unit">What the tree's coordinates are measured in.</param>
sealed class NearestPoints(KdTree tree, double[] cores, int minSamples, BinaryUnit unit)
{
    readonly double[] query = new double[tree.Dimensions];
    readonly PriorityQueue<int, double> open = new();

    /// <summary>The nearest squared distances so far, the farthest of them first out, each with the rows that stand there.</summary>
    readonly PriorityQueue<(double Square, int Rows), double> near = new();

    /// <summary>The fitted point, the mutual reachability distance to it, and whether the row equals it.</summary>
    public (int Point, double Distance, bool IsFitted) Of(Matrix others, int row)
    {
        for (var j = 0; j < query.Length; j++) query[j] = unit.Measure(others[row, j]);
        var (equal, core) = CoreSquare();
        if (equal >= 0) return (equal, 0, true);
        var (best, at) = (double.PositiveInfinity, 0);
        Search(best, (point, square) =>
        {
            var reach = Math.Max(Math.Max(square, core), cores[point] * cores[point]);
            if (reach < best || reach == best && point < at) (best, at) = (reach, point);
            return best;
        });
        return (at, Math.Sqrt(best), false);
    }

    /// <summary>The point that equals the query, or −1, and the squared core distance of the query.</summary>
    (int Equal, double Square) CoreSquare()
    {
        near.Clear();
        var (equal, rows) = (-1, 0);
        Search(double.PositiveInfinity, (point, square) =>
        {
            if (square == 0) equal = point;
            near.Enqueue((square, tree.Weights[point]), -square);
            rows += tree.Weights[point];
            while (near.TryPeek(out var farthest, out _) && rows - farthest.Rows > minSamples) rows -= near.Dequeue().Rows;
            return rows > minSamples ? near.Peek().Square : double.PositiveInfinity;
        });
        return (equal, near.Peek().Square);
    }

    /// <summary>Shows <paramref name="visit"/> all points within the bound, near boxes first; it gives the new bound.</summary>
    void Search(double bound, Func<int, double, double> visit)
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
