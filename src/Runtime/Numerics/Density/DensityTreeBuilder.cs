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

/// <summary>The way from points to their single-linkage tree: collapse equal rows, kd-tree, neighbours, spanning tree, merges.</summary>
static class DensityTreeBuilder
{
    public static LaneWidth Widest =>
        Vector512.IsHardwareAccelerated ? LaneWidth.Eight : Vector128.IsHardwareAccelerated ? LaneWidth.Four : LaneWidth.One;

    public static DensityTree Build(Matrix points, int samples, Work work, Func<SingleLinkage, double[], int[], DensityTree> make)
    {
        work.Report("sorting points");
        var distinct = DistinctPoints.Of(points, work);
        var tree = KdTree.Of(distinct, work, out var placeOfPoint);
        if (!double.IsFinite(tree.SquaredDiagonal()))
            throw new Refusal("Distances between the points are too large for double precision.", "Scale the points first with `scale standard`.");
        var (near, edges) = Join(tree, samples, work, Widest);
        work.Report("merging");
        var linkage = SingleLinkage.Of(edges, tree.Weights);
        var cores = near.CoreSquares.Span[..tree.Count].ToArray();
        for (var i = 0; i < cores.Length; i++) cores[i] = Math.Sqrt(cores[i]);
        return make(linkage, cores, Array.ConvertAll(distinct.PointOfRow, p => placeOfPoint[p]));
    }

    /// <summary>Neighbours and spanning tree with kernels of the given width.</summary>
    public static (Neighborhoods Near, SpanningTree Edges) Join(KdTree tree, int samples, Work work, LaneWidth width) => tree.Dimensions switch
    {
        2 => Join<Dimensions2>(tree, samples, work, width),
        3 => Join<Dimensions3>(tree, samples, work, width),
        4 => Join<Dimensions4>(tree, samples, work, width),
        5 => Join<Dimensions5>(tree, samples, work, width),
        6 => Join<Dimensions6>(tree, samples, work, width),
        7 => Join<Dimensions7>(tree, samples, work, width),
        8 => Join<Dimensions8>(tree, samples, work, width),
        9 => Join<Dimensions9>(tree, samples, work, width),
        10 => Join<Dimensions10>(tree, samples, work, width),
        _ => Join<AnyDimensions>(tree, samples, work, width),
    };

    static (Neighborhoods, SpanningTree) Join<T>(KdTree tree, int samples, Work work, LaneWidth width) where T : struct, IDimensions => width switch
    {
        LaneWidth.Eight => Join<T, Lanes512>(tree, samples, work),
        LaneWidth.Four => Join<T, Lanes256>(tree, samples, work),
        _ => Join<T, PortableLanes>(tree, samples, work),
    };

    static (Neighborhoods, SpanningTree) Join<T, TLanes>(KdTree tree, int samples, Work work)
        where T : struct, IDimensions
        where TLanes : struct, ILanes
    {
        var near = new NearestNeighbors<T, TLanes>(tree, samples, work).Find();
        return (near, new Boruvka<T, TLanes>(tree, near, work).Join());
    }
}
