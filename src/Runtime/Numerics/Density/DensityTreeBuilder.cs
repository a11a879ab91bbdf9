namespace Runtime.Numerics.Density;

/// <summary>
/// The way from points to their single-linkage trees: collapse equal rows, kd-tree, neighbours, spanning tree, merges.
/// It keeps the kd-tree and the neighbours of the largest pass, which serve every tree for fewer of them.
/// </summary>
sealed class DensityTreeBuilder
{
    /// <summary>Squares of shorter distances have lost digits.</summary>
    const double LeastDistance = 1e-145;

    readonly KdTree tree;
    readonly int[] placeOfRow;
    readonly BinaryUnit unit;
    readonly int widest;
    Neighborhoods? known;

    public DensityTreeBuilder(Matrix points, Work work)
    {
        work.Report("sorting points");
        var distinct = DistinctPoints.Of(points, work);
        (unit, widest) = Unit(points, work);
        foreach (var column in distinct.Columns) unit.Measure(column);
        tree = KdTree.Of(distinct, work, out var placeOfPoint);
        placeOfRow = Array.ConvertAll(distinct.PointOfRow, p => placeOfPoint[p]);
    }

    public DensityTree Build(int samples, Work work)
    {
        var (near, edges) = Join(tree, samples, ref known, work);
        work.Report("merging");
        var linkage = SingleLinkage.Of(edges, tree.Weights, work);
        if (linkage.Merges > 0 && linkage.Distance(0) < LeastDistance) throw Ranges.TooWide(widest);
        var cores = near.CoreSquares.Span[..tree.Count].ToArray();
        for (var i = 0; i < cores.Length; i++) cores[i] = Math.Sqrt(cores[i]);
        return new DensityTree(samples, linkage, cores, placeOfRow, tree, unit);
    }

    /// <summary>The unit in which no square of a distance overflows, and the column that asks for it.</summary>
    static (BinaryUnit Unit, int Widest) Unit(Matrix points, Work work)
    {
        var ranges = Ranges.Of(points, work);
        var widest = Array.IndexOf(ranges, ranges.DefaultIfEmpty(0).Max());
        return (widest < 0 ? BinaryUnit.One : BinaryUnit.Of(ranges[widest]), widest);
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
