using System.Runtime.Intrinsics;

namespace Runtime.Numerics.Density;

/// <summary>Which kernels to run.</summary>
enum LaneWidth
{
    /// <summary>One number at a time.</summary>
    One,
    Four,
    Eight,
}

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
            throw new Refusal("Distances between the points are too large for double precision.", "Scale the points first with `scale standard`.");
        placeOfRow = Array.ConvertAll(distinct.PointOfRow, p => placeOfPoint[p]);
    }

    public static LaneWidth Widest =>
        Vector512.IsHardwareAccelerated ? LaneWidth.Eight : Vector128.IsHardwareAccelerated ? LaneWidth.Four : LaneWidth.One;

    public DensityTree Build(int samples, Work work)
    {
        var (near, edges) = Join(tree, samples, ref known, work, Widest);
        work.Report("merging");
        var linkage = SingleLinkage.Of(edges, tree.Weights, work);
        var cores = near.CoreSquares.Span[..tree.Count].ToArray();
        for (var i = 0; i < cores.Length; i++) cores[i] = Math.Sqrt(cores[i]);
        return new DensityTree(samples, linkage, cores, placeOfRow, tree);
    }

    /// <summary>
    /// Neighbours and spanning tree with kernels of the given width; <paramref name="known"/> neighbours are used if there
    /// are enough, otherwise replaced.
    /// </summary>
    public static (Neighborhoods Near, SpanningTree Edges) Join(KdTree tree, int samples, ref Neighborhoods? known, Work work, LaneWidth width) => width switch
    {
        LaneWidth.Eight => Join<Lanes512>(tree, samples, ref known, work),
        LaneWidth.Four => Join<Lanes256>(tree, samples, ref known, work),
        _ => Join<PortableLanes>(tree, samples, ref known, work),
    };

    static (Neighborhoods, SpanningTree) Join<TLanes>(KdTree tree, int samples, ref Neighborhoods? known, Work work) where TLanes : struct, ILanes
    {
        if (known is null || !known.Cover(samples)) known = new NearestNeighbors<TLanes>(tree, samples, work).Find();
        var near = known.For(samples, tree, work);
        return (near, new Boruvka<TLanes>(tree, near, work).Join());
    }
}
