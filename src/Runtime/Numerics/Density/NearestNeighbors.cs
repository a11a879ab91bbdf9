using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Runtime.Numerics.Density;

/// <summary>The exact nearest neighbours of all points of a tree, leaf by leaf.</summary>
/// <remarks>
/// A point that stands for several rows counts as often. The core distance is that of the <c>samples</c>-th other row, so
/// it is 0 for a point with more than <c>samples</c> equal rows. Ties at the border of a list do not change it.
/// </remarks>
/// <param name="room">How many neighbours of each are kept; without it, as many as serve for joining components.</param>
sealed unsafe class NearestNeighbors(KdTree tree, int samples, Work work, int? room = null)
{
    /// <summary>Leaves that a thread takes at a time.</summary>
    const int Chunk = 8;

    readonly int d = tree.Dimensions;
    readonly int wanted = Math.Min(samples, tree.Count - 1);
    readonly int kept = room ?? Neighborhoods.Room(samples, tree);
    readonly AlignedNumbers cores = new(tree.Leaves * KdTree.LeafSize, double.PositiveInfinity);
    readonly int[] lists = GC.AllocateUninitializedArray<int>(tree.Count * (room ?? Neighborhoods.Room(samples, tree)));
    readonly ConcurrentBag<NeighborSearch> idle = [];
    readonly NearFilter? filter = NearFilter.Of(tree, work);

    /// <summary>O(n k log n) in few dimensions; memory for the lists and two searches.</summary>
    public Neighborhoods Find()
    {
        var progress = new Progress(work, "finding neighbours", (tree.Leaves + Chunk - 1) / Chunk);
        work.For((tree.Leaves + Chunk - 1) / Chunk, chunk =>
        {
            if (!idle.TryTake(out var search)) search = new NeighborSearch(d, wanted, filter);
            var end = Math.Min(tree.Leaves, (chunk + 1) * Chunk);
            for (var leaf = chunk * Chunk; leaf < end; leaf++)
            {
                Search(leaf, search, All(leaf));
                search.Finish();
                Keep(leaf, search);
            }
            idle.Add(search);
            progress.Step();
        });
        GC.KeepAlive(tree);
        return new Neighborhoods(samples, cores, lists, kept);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Search(int leaf, NeighborSearch search, uint lanes)
    {
        var group = search.Group;
        search.Start(lanes);
        group.Load(tree.Block(leaf), d, lanes);
        search.Masks?.Load(leaf, lanes);
        if (wanted == 0) return;
        group.Clear();
        Descend(leaf, search);
        var reach = Visit(leaf, leaf, search);
        while (group.TryPop(out var node, out var gap))
        {
            if (gap > reach) continue;
            while (tree.LeafCount[node] > 1)
            {
                var (near, far) = (node + 1, tree.Right(node));
                var (toNear, toFar) = (Gap(near, search), Gap(far, search));
                if (toFar < toNear) (near, far, toNear, toFar) = (far, near, toFar, toNear);
                if (toFar <= reach) group.Push(far, toFar);
                (node, gap) = (near, toNear);
                if (gap > reach) break;
            }
            if (gap <= reach) reach = Visit(leaf, tree.FirstLeaf[node], search);
        }
    }

    uint All(int leaf) => uint.MaxValue >> (KdTree.LeafSize - tree.PointsIn(leaf));

    /// <summary>
    /// The squared core distances of some points of every so-manieth leaf, each as often as it has rows, in the order of the tree: leaves
    /// have about as many points each, so every part of space is there as it has rows.
    /// </summary>
    /// <param name="lanes">A bit for each place in a leaf whose point is asked for.</param>
    public double[] Sample(int every, uint lanes)
    {
        var leaves = (tree.Leaves + every - 1) / every;
        var found = new double[leaves][];
        work.For(leaves, at =>
        {
            if (!idle.TryTake(out var search)) search = new NeighborSearch(d, wanted, filter);
            var leaf = at * every;
            var asked = lanes & All(leaf);
            Search(leaf, search, asked);
            search.Finish();
            Keep(leaf, search);
            idle.Add(search);
            found[at] = [.. Enumerable.Range(0, KdTree.LeafSize).Where(lane => (asked >> lane & 1) == 1)
                .Select(lane => leaf * KdTree.LeafSize + lane)
                .SelectMany(point => Enumerable.Repeat(CoreOf(point), tree.Weights[point]))];
        });
        GC.KeepAlive(tree);
        return [.. found.SelectMany(f => f)];
    }

    double CoreOf(int point) => cores.Pointer[point];

    /// <summary>Goes from the root to the leaf and leaves the siblings on the stack, the nearest on top.</summary>
    void Descend(int leaf, NeighborSearch search)
    {
        var node = 0;
        while (tree.LeafCount[node] > 1)
        {
            var (left, right) = (node + 1, tree.Right(node));
            var (next, other) = leaf < tree.FirstLeaf[right] ? (left, right) : (right, left);
            search.Group.Push(other, Gap(other, search));
            node = next;
        }
    }

    double Gap(int node, NeighborSearch search) => search.Masks?.Gap(node) ?? LeafGroup.Gap(search.Group.Box, tree.Box(node), d);

    /// <summary>Measures the points of another leaf against those that still look that far. Gives the new reach.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    double Visit(int leaf, int other, NeighborSearch search)
    {
        var group = search.Group;
        double* bounds = group.Bounds, squares = group.Squares, block = tree.Block(other);
        var lanes = search.Masks is { } masks ? masks.Mark(other, All(leaf), bounds)
            : LeafSweep.NearBox(tree.Block(leaf), tree.Box(tree.NodeOfLeaf[other]), d, bounds, squares);
        for (; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            var query = group.Queries + lane * d;
            var hits = search.Masks is { } marked ? LeafSweep.Nearer(block, query, d, bounds[lane], squares, marked[lane])
                : LeafSweep.Nearer(block, query, d, bounds[lane], squares);
            if (leaf == other) hits &= ~(1u << lane);
            if (hits != 0) search.Take(lane, other * KdTree.LeafSize, hits);
        }
        return group.Reach();
    }

    void Keep(int leaf, NeighborSearch search)
    {
        var first = leaf * KdTree.LeafSize;
        var count = tree.PointsIn(leaf);
        for (var lane = 0; lane < count; lane++)
        {
            var point = first + lane;
            var distances = search.Squares(lane);
            var places = search.Places(lane);
            var core = Core(point, distances, places);
            cores.Pointer[point] = core;
            var list = lists.AsSpan(point * kept, kept);
            for (var i = 0; i < kept; i++) list[i] = distances[i] <= core ? (int)places[i] : -1;
        }
    }

    double Core(int point, ReadOnlySpan<double> squares, ReadOnlySpan<double> places)
    {
        var rows = tree.Weights[point] - 1;
        if (rows >= samples) return 0;
        for (var i = 0; i < wanted; i++)
        {
            rows += tree.Weights[(int)places[i]];
            if (rows >= samples) return squares[i];
        }
        return wanted == 0 ? 0 : squares[wanted - 1];
    }
}
