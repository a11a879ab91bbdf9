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
        return new DensityTree(samples, linkage, cores, placeOfRow);
    }

    /// <summary>
    /// Neighbours and spanning tree with kernels of the given width; <paramref name="known"/> neighbours are used if there
    /// are enough, otherwise replaced.
    /// </summary>
    public static (Neighborhoods Near, SpanningTree Edges) Join(KdTree tree, int samples, ref Neighborhoods? known, Work work, LaneWidth width) => tree.Dimensions switch
    {
        2 => Join<Dimensions2>(tree, samples, ref known, work, width),
        3 => Join<Dimensions3>(tree, samples, ref known, work, width),
        4 => Join<Dimensions4>(tree, samples, ref known, work, width),
        5 => Join<Dimensions5>(tree, samples, ref known, work, width),
        6 => Join<Dimensions6>(tree, samples, ref known, work, width),
        7 => Join<Dimensions7>(tree, samples, ref known, work, width),
        8 => Join<Dimensions8>(tree, samples, ref known, work, width),
        9 => Join<Dimensions9>(tree, samples, ref known, work, width),
        10 => Join<Dimensions10>(tree, samples, ref known, work, width),
        _ => Join<AnyDimensions>(tree, samples, ref known, work, width),
    };

    static (Neighborhoods, SpanningTree) Join<T>(KdTree tree, int samples, ref Neighborhoods? known, Work work, LaneWidth width) where T : struct, IDimensions => width switch
    {
        LaneWidth.Eight => Join<T, Lanes512>(tree, samples, ref known, work),
        LaneWidth.Four => Join<T, Lanes256>(tree, samples, ref known, work),
        _ => Join<T, PortableLanes>(tree, samples, ref known, work),
    };

    static (Neighborhoods, SpanningTree) Join<T, TLanes>(KdTree tree, int samples, ref Neighborhoods? known, Work work)
        where T : struct, IDimensions
        where TLanes : struct, ILanes
    {
        if (known is null || !known.Cover(samples)) known = new NearestNeighbors<T, TLanes>(tree, samples, work).Find();
        var near = known.For(samples, tree, work);
        return (near, new Boruvka<T, TLanes>(tree, near, work).Join());
    }
}
