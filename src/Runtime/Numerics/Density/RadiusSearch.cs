using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Runtime.Numerics.Density;

/// <summary>What is within the radius of a point: the lanes of a leaf that are, and their squared distances.</summary>
/// <param name="point">The point whose radius it is.</param>
/// <param name="first">The point in lane 0.</param>
unsafe delegate void WithinRadius(int point, int first, uint hits, double* squares);

/// <summary>For all points of a tree, all points within a radius of each one's own, itself among them. O(m log m + pairs) time.</summary>
/// <param name="squares">The squared radius of each point; lengths that differ by rounding alone are within.</param>
sealed unsafe class RadiusSearch(KdTree tree, double[] squares, Work work)
{
    const int Chunk = 8;

    /// <summary>Of squares: twice that of lengths (<see cref="EqualLengths"/>).</summary>
    const double Rounding = 2e-12;

    readonly ConcurrentBag<(LeafGroup Group, NearMasks? Masks)> idle = [];
    readonly NearFilter? filter = NearFilter.Of(tree, work);

    /// <summary>Shows all of them: each point by one thread, its leaves in a fixed order.</summary>
    public void Visit(string what, WithinRadius visit)
    {
        var chunks = (tree.Leaves + Chunk - 1) / Chunk;
        var progress = new Progress(work, what, chunks);
        work.For(chunks, chunk =>
        {
            if (!idle.TryTake(out var own)) own = (new LeafGroup(tree.Dimensions), filter is null ? null : new NearMasks(filter));
            var end = Math.Min(tree.Leaves, (chunk + 1) * Chunk);
            for (var leaf = chunk * Chunk; leaf < end; leaf++) Search(leaf, own.Group, own.Masks, visit);
            idle.Add(own);
            progress.Step();
        });
        GC.KeepAlive(tree);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Search(int leaf, LeafGroup group, NearMasks? masks, WithinRadius visit)
    {
        var (d, count, first) = (tree.Dimensions, tree.PointsIn(leaf), leaf * KdTree.LeafSize);
        for (var lane = 0; lane < KdTree.LeafSize; lane++)
            group.Bounds[lane] = lane < count ? squares[first + lane] * (1 + Rounding) : -1;
        var all = uint.MaxValue >> (KdTree.LeafSize - count);
        group.Load(tree.Block(leaf), d, all);
        masks?.Load(leaf, all);
        group.Clear();
        group.Push(0, 0);
        var reach = group.Reach();
        while (group.TryPop(out var node, out var gap))
        {
            if (gap > reach) continue;
            if (tree.LeafCount[node] == 1)
            {
                Measure(leaf, tree.FirstLeaf[node], group, masks, visit);
                continue;
            }
            var (left, right) = (node + 1, tree.Right(node));
            group.Push(right, masks?.Gap(right) ?? LeafGroup.Gap(group.Box, tree.Box(right), d));
            group.Push(left, masks?.Gap(left) ?? LeafGroup.Gap(group.Box, tree.Box(left), d));
        }
    }

    void Measure(int leaf, int other, LeafGroup group, NearMasks? masks, WithinRadius visit)
    {
        var d = tree.Dimensions;
        var lanes = masks?.Mark(other, uint.MaxValue >> (KdTree.LeafSize - tree.PointsIn(leaf)), group.Bounds)
            ?? LeafSweep.NearBox(tree.Block(leaf), tree.Box(tree.NodeOfLeaf[other]), d, group.Bounds, group.Squares);
        for (; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            var bound = Math.BitIncrement(group.Bounds[lane]);
            var query = group.Queries + lane * d;
            var hits = masks is null ? LeafSweep.Nearer(tree.Block(other), query, d, bound, group.Squares)
                : LeafSweep.Nearer(tree.Block(other), query, d, bound, group.Squares, masks[lane]);
            if (hits != 0) visit(leaf * KdTree.LeafSize + lane, other * KdTree.LeafSize, hits, group.Squares);
        }
    }
}
