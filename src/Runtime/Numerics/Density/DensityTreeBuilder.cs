namespace Runtime.Numerics.Density;

/// <summary>
/// The way from points to their single-linkage trees: kd-tree of distinct rows, neighbours, spanning tree, merges.
/// It keeps the kd-tree and the neighbours of the largest pass, which serve every tree for fewer of them.
/// </summary>
sealed class DensityTreeBuilder
{
    readonly PlacedPoints placed;
    Neighborhoods? known;

    public DensityTreeBuilder(Matrix points, Work work) => placed = PlacedPoints.Of(points, work);

    public DensityTree Build(int samples, Work work)
    {
        var (tree, unit) = (placed.Tree, placed.Unit);
        var (near, edges) = Join(tree, samples, ref known, work);
        work.Report("merging");
        var linkage = Dendrogram.Of(edges, tree.Weights, work);
        placed.DemandDigits(linkage);
        var cores = near.CoreSquares.Span[..tree.Count].ToArray();
        for (var i = 0; i < cores.Length; i++) cores[i] = Math.Sqrt(cores[i]);
        return new DensityTree(samples, linkage, cores, placed.PlaceOfRow, tree, unit);
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
