namespace Runtime.Numerics.Density;

/// <summary>
/// The way from points to their single-linkage trees: collapse equal rows, kd-tree, neighbours, spanning tree, merges.
/// It keeps the kd-tree and the neighbours of the largest pass, which serve every tree for fewer of them.
/// </summary>
sealed class DensityTreeBuilder
{
    readonly KdTree tree;
    readonly int[] placeOfRow;
    Neighborhoods? known;

    public DensityTreeBuilder(Matrix points, Work work)
    {
        work.Report("sorting points");
        var distinct = DistinctPoints.Of(points, work);
        tree = KdTree.Of(distinct, work, out var placeOfPoint);
        if (!double.IsFinite(tree.SquaredDiagonal()))
            throw new NumericsException("Distances between the points are too large for double precision.");
        placeOfRow = Array.ConvertAll(distinct.PointOfRow, p => placeOfPoint[p]);
    }

    public DensityTree Build(int samples, Work work)
    {
        var (near, edges) = Join(tree, samples, ref known, work);
        work.Report("merging");
        var linkage = SingleLinkage.Of(edges, tree.Weights, work);
        var cores = near.CoreSquares.Span[..tree.Count].ToArray();
        for (var i = 0; i < cores.Length; i++) cores[i] = Math.Sqrt(cores[i]);
        return new DensityTree(samples, linkage, cores, placeOfRow, tree);
    }

    /// <summary>
    /// Neighbours and spanning tree; <paramref name="known"/> neighbours are used if there are enough, otherwise replaced.
    /// </summary>
    public static (Neighborhoods Near, SpanningTree Edges) Join(KdTree tree, int samples, ref Neighborhoods? known, Work work)
    {
        if (known is null || !known.Cover(samples)) known = new NearestNeighbors(tree, samples, work).Find();
        var near = known.For(samples, tree, work);
        return (near, new Boruvka(tree, near, work).Join());
    }
}
