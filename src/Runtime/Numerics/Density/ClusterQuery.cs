namespace Runtime.Numerics.Density;

/// <summary>A search for the two nearest clusters of a row: depth first, the nearer branch before the other.</summary>
sealed class ClusterQuery(ClusteredPlaces places)
{
    readonly KdTree tree = places.Tree;
    readonly double[] query = new double[places.Tree.Dimensions];
    readonly Stack<(int Node, double Gap)> open = new();
    double core, farthest;

    /// <summary>The nearest row of a cluster.</summary>
    /// <param name="Reach">Its squared distance, or the squared core distance of either where that is larger.</param>
    /// <param name="Square">Its squared distance.</param>
    public readonly record struct Hit(double Reach, double Square, int Label)
    {
        public static Hit None { get; } = new(double.PositiveInfinity, double.PositiveInfinity, -1);

        public bool IsBefore(Hit other) => Reach < other.Reach
            || Reach == other.Reach && (Square < other.Square || Square == other.Square && Label < other.Label);
    }

    public Hit Best { get; private set; }

    /// <summary>Of another cluster.</summary>
    public Hit Next { get; private set; }

    /// <summary>Looks as far as there is anything.</summary>
    public void Run(Matrix points, int row, double coreDistance) => Run(points, row, coreDistance, double.PositiveInfinity);

    /// <param name="most">Nothing with a larger squared reach is looked for.</param>
    public void Run(Matrix points, int row, double coreDistance, double most)
    {
        farthest = most;
        for (var j = 0; j < query.Length; j++) query[j] = places.Unit.Measure(points[row, j]);
        core = places.Unit.Measure(coreDistance);
        core *= core;
        (Best, Next) = (Hit.None, Hit.None);
        open.Push((0, tree.SquaredGap(query, 0)));
        while (open.TryPop(out var at))
        {
            if (IsBeyond(at.Node, at.Gap)) continue;
            if (tree.LeafCount[at.Node] == 1)
            {
                Visit(tree.FirstLeaf[at.Node]);
                continue;
            }
            var (near, far) = (at.Node + 1, tree.Right(at.Node));
            var (toNear, toFar) = (tree.SquaredGap(query, near), tree.SquaredGap(query, far));
            if (toFar < toNear) (near, far, toNear, toFar) = (far, near, toFar, toNear);
            open.Push((far, toFar));
            open.Push((near, toNear));
        }
        GC.KeepAlive(tree);
    }

    /// <summary>Nothing below the node comes before what is known.</summary>
    bool IsBeyond(int node, double gap)
    {
        if (gap > farthest) return true;
        var label = places.LabelOfNode[node];
        var least = new Hit(Math.Max(core, gap), gap, label);
        var known = label >= 0 && label == Best.Label ? Best : Next;
        return known.Label >= 0 && known.IsBefore(least);
    }

    void Visit(int leaf)
    {
        for (var lane = 0; lane < tree.PointsIn(leaf); lane++)
        {
            var place = leaf * KdTree.LeafSize + lane;
            var square = tree.SquaredDistance(query, place);
            Take(new(Math.Max(Math.Max(core, places.CoreSquares[place]), square), square, places.LabelOf[place]));
        }
    }

    void Take(Hit hit)
    {
        if (hit.Reach > farthest) return;
        if (hit.Label == Best.Label)
        {
            if (hit.IsBefore(Best)) Best = hit;
        }
        else if (hit.IsBefore(Best)) (Best, Next) = (hit, Best);
        else if (hit.IsBefore(Next)) Next = hit;
    }
}
