namespace Runtime.Numerics.Density;

/// <summary>
/// The kernels of the tree's searches: sweeps over the 32 lanes of a leaf. Every implementation gives the same bits: the
/// same operations in the same order, no fused multiply-add.
/// </summary>
unsafe interface ILanes
{
    /// <summary>Squared distances from <paramref name="query"/> to a leaf's points, and the lanes where they are below <paramref name="bound"/>.</summary>
    static abstract uint Nearer(double* leaf, double* query, int dimensions, double bound, double* squares);

    /// <summary>
    /// As <see cref="Nearer"/> for max(squared distance, squared core distance of the lane), and the lanes where that is at
    /// most <paramref name="bound"/>.
    /// </summary>
    static abstract uint Reachable(double* leaf, double* cores, double* query, int dimensions, double bound, double* squares);

    /// <summary>The lanes of a leaf whose squared distance to a box is at most their bound; <paramref name="squares"/> is overwritten.</summary>
    static abstract uint NearBox(double* leaf, double* box, int dimensions, double* bounds, double* squares);
}

/// <summary>One lane at a time, for any machine.</summary>
readonly unsafe struct PortableLanes : ILanes
{
    public static uint Nearer(double* leaf, double* query, int dimensions, double bound, double* squares)
    {
        var hits = 0u;
        for (var lane = 0; lane < KdTree.LeafSize; lane++)
        {
            squares[lane] = Square(leaf + lane, query, dimensions);
            if (squares[lane] < bound) hits |= 1u << lane;
        }
        return hits;
    }

    public static uint Reachable(double* leaf, double* cores, double* query, int dimensions, double bound, double* squares)
    {
        var hits = 0u;
        for (var lane = 0; lane < KdTree.LeafSize; lane++)
        {
            squares[lane] = Math.Max(Square(leaf + lane, query, dimensions), cores[lane]);
            if (squares[lane] <= bound) hits |= 1u << lane;
        }
        return hits;
    }

    public static uint NearBox(double* leaf, double* box, int dimensions, double* bounds, double* squares)
    {
        var hits = 0u;
        for (var lane = 0; lane < KdTree.LeafSize; lane++)
        {
            var square = 0.0;
            for (var j = 0; j < dimensions; j++)
            {
                var x = leaf[j * KdTree.LeafSize + lane];
                var gap = Math.Max(Math.Max(box[j] - x, x - box[dimensions + j]), 0.0);
                square += gap * gap;
            }
            if (square <= bounds[lane]) hits |= 1u << lane;
        }
        return hits;
    }

    static double Square(double* lane, double* query, int dimensions)
    {
        var square = 0.0;
        for (var j = 0; j < dimensions; j++)
        {
            var difference = lane[j * KdTree.LeafSize] - query[j];
            square += difference * difference;
        }
        return square;
    }
}
