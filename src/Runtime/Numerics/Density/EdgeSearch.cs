using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Runtime.Numerics.Density;

/// <summary>One round's search of the tree for the shortest edges out of components, leaf by leaf.</summary>
/// <param name="filter">What leaves points out before they are measured.</param>
/// <param name="looking">The components that look; all where there is none.</param>
sealed unsafe class EdgeSearch(KdTree tree, ForestState state, NearFilter? filter, bool[]? looking, Work work)
{
    const int Chunk = 16;

    readonly int d = tree.Dimensions;
    readonly ConcurrentBag<(LeafGroup Group, NearMasks? Masks)> idle = [];

    public void Run()
    {
        var chunks = (tree.Leaves + Chunk - 1) / Chunk;
        var step = Stride(chunks);
        work.For(chunks, at =>
        {
            var chunk = (int)((long)at * step % chunks);
            if (!idle.TryTake(out var own)) own = (new LeafGroup(d), filter is null ? null : new NearMasks(filter));
            var end = Math.Min(tree.Leaves, (chunk + 1) * Chunk);
            for (var leaf = chunk * Chunk; leaf < end; leaf++) Search(leaf, own.Group, own.Masks);
            idle.Add(own);
        });
        GC.KeepAlive(tree);
        GC.KeepAlive(state);
    }

    /// <summary>
    /// A step that goes through all chunks and meets every part of space early, by the golden section: what is found there bounds how far
    /// the others look.
    /// </summary>
    static int Stride(int chunks)
    {
        var step = Math.Max(1, (int)(chunks * 0.618));
        while (BigInteger.GreatestCommonDivisor(step, chunks) > 1) step++;
        return step;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Search(int leaf, LeafGroup group, NearMasks? masks)
    {
        var open = Open(leaf, group, out var own);
        if (open == 0) return;
        group.Load(tree.Block(leaf), d, open);
        masks?.Load(leaf, open);
        group.Clear();
        group.Push(0, 0);
        var reach = group.Reach();
        while (group.TryPop(out var node, out var gap))
        {
            if (gap > reach) continue;
            while (tree.LeafCount[node] > 1)
            {
                var (near, far) = (node + 1, tree.Right(node));
                var (toNear, toFar) = (Gap(near, own, group, masks), Gap(far, own, group, masks));
                if (toFar < toNear) (near, far, toNear, toFar) = (far, near, toFar, toNear);
                if (toFar <= reach) group.Push(far, toFar);
                (node, gap) = (near, toNear);
                if (gap > reach) break;
            }
            if (gap <= reach) reach = Visit(leaf, tree.FirstLeaf[node], open, group, masks);
        }
        Settle(leaf, open, group);
    }

    /// <summary>The lanes of a leaf that have to look, their bounds, and the component if they share one (else −1).</summary>
    uint Open(int leaf, LeafGroup group, out int own)
    {
        var (open, first) = (0u, leaf * KdTree.LeafSize);
        own = -1;
        for (var lane = 0; lane < KdTree.LeafSize; lane++)
        {
            group.Bounds[lane] = -1;
            var point = first + lane;
            if (point >= tree.Count || looking?[state.Component[point]] == false || !state.IsOpen(point)) continue;
            var component = state.Component[point];
            own = open == 0 || own == component ? component : -1;
            open |= 1u << lane;
            group.Bounds[lane] = Volatile.Read(ref state.Best[component]);
        }
        return open;
    }

    /// <summary>How far a subtree is from the open points: not to be visited when it has nothing for them.</summary>
    double Gap(int node, int own, LeafGroup group, NearMasks? masks) =>
        own >= 0 && state.ComponentOfNode[node] == own
            ? double.PositiveInfinity
            : Math.Max(state.LeastCoreOf(node), masks?.Gap(node) ?? LeafGroup.Gap(group.Box, tree.Box(node), d));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    double Visit(int leaf, int other, uint open, LeafGroup group, NearMasks? masks)
    {
        double* bounds = group.Bounds, block = tree.Block(other);
        var (first, node) = (leaf * KdTree.LeafSize, tree.NodeOfLeaf[other]);
        var whole = state.ComponentOfNode[node];
        var lanes = masks?.Mark(other, open, bounds)
            ?? LeafSweep.NearBox(tree.Block(leaf), tree.Box(node), d, bounds, group.Squares) & open;
        for (; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            var point = first + lane;
            var own = state.Component[point];
            if (own == whole) continue;
            bounds[lane] = Math.Min(bounds[lane], Volatile.Read(ref state.Best[own]));
            var (cores, query) = (other * KdTree.LeafSize, lane * d);
            var hits = masks is null
                ? LeafSweep.Reachable(block, state.Cores.Pointer + cores, group.Queries + query, d, bounds[lane], group.Squares)
                : Reachable(own, other, masks[lane], group.Queries + query, bounds[lane], group.Squares);
            if (hits != 0) Take(point, lane, other * KdTree.LeafSize, hits, group);
        }
        return group.Reach();
    }

    /// <summary>As <see cref="LeafSweep.Reachable"/>, of what a filter left and is of another component.</summary>
    uint Reachable(int own, int other, uint marked, double* query, double bound, double* squares)
    {
        var (first, hits) = (other * KdTree.LeafSize, 0u);
        var cores = state.Cores.Pointer + first;
        for (var rest = marked; rest != 0; rest &= rest - 1)
        {
            var lane = BitOperations.TrailingZeroCount(rest);
            if (state.Component[first + lane] != own && cores[lane] <= bound) hits |= 1u << lane;
        }
        hits = LeafSweep.Nearer(tree.Block(other), query, d, Math.BitIncrement(bound), squares, hits);
        for (var rest = hits; rest != 0; rest &= rest - 1)
        {
            var lane = BitOperations.TrailingZeroCount(rest);
            squares[lane] = Math.Max(squares[lane], cores[lane]);
        }
        return hits;
    }

    void Take(int point, int lane, int first, uint hits, LeafGroup group)
    {
        var (own, core) = (state.Component[point], state.Cores.Pointer[point]);
        for (; hits != 0; hits &= hits - 1)
        {
            var hit = BitOperations.TrailingZeroCount(hits);
            var other = first + hit;
            if (state.Component[other] == own) continue;
            var square = Math.Max(core, group.Squares[hit]);
            if (square > state.Square[point] || square == state.Square[point] && other > state.Target[point]) continue;
            (state.Square[point], state.Target[point]) = (square, other);
            group.Bounds[lane] = Math.Min(group.Bounds[lane], square);
            Lower(ref state.Best[own], square);
        }
    }

    static void Lower(ref double best, double square)
    {
        for (var seen = Volatile.Read(ref best); square < seen;)
        {
            var before = Interlocked.CompareExchange(ref best, square, seen);
            if (before == seen) return;
            seen = before;
        }
    }

    /// <summary>All within the bounds has been seen: an edge that short is the shortest, otherwise the floor is above.</summary>
    void Settle(int leaf, uint open, LeafGroup group)
    {
        for (; open != 0; open &= open - 1)
        {
            var lane = BitOperations.TrailingZeroCount(open);
            var (point, bound) = (leaf * KdTree.LeafSize + lane, group.Bounds[lane]);
            var seen = state.Target[point] >= 0 && state.Square[point] <= bound;
            state.Floor[point] = Math.Max(state.Floor[point], seen ? state.Square[point] : Math.BitIncrement(bound));
        }
    }
}
