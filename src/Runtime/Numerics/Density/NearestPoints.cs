namespace Runtime.Numerics.Density;

/// <summary>Where other points would join a density tree: the fitted point that is nearest by mutual reachability.</summary>
/// <remarks>
/// Exact, by best-first search of the kd-tree. The core distance of another point is that of its (min_samples + 1)-th fitted
/// row, as in the package hdbscan. One search at a time.
/// </remarks>
/// <param name="unit">What the tree's coordinates are measured in.</param>
sealed class NearestPoints(KdTree tree, double[] cores, int minSamples, BinaryUnit unit)
{
    readonly PointSearch search = new(tree, unit);

    /// <summary>The nearest squared distances so far, the farthest of them first out, each with the rows that stand there.</summary>
    readonly PriorityQueue<(double Square, int Rows), double> near = new();

    /// <summary>The fitted point, the mutual reachability distance to it, and whether the row equals it.</summary>
    public (int Point, double Distance, bool IsFitted) Of(Matrix others, int row)
    {
        search.From(others, row);
        var (equal, core) = CoreSquare();
        if (equal >= 0) return (equal, 0, true);
        var (best, at) = (double.PositiveInfinity, 0);
        search.Visit(best, (point, square) =>
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
        search.Visit(double.PositiveInfinity, (point, square) =>
        {
            if (square == 0) equal = point;
            near.Enqueue((square, tree.Weights[point]), -square);
            rows += tree.Weights[point];
            while (near.TryPeek(out var farthest, out _) && rows - farthest.Rows > minSamples) rows -= near.Dequeue().Rows;
            return rows > minSamples ? near.Peek().Square : double.PositiveInfinity;
        });
        return (equal, near.Peek().Square);
    }
}
