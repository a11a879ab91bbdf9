using System.Runtime.CompilerServices;
using Runtime.Numerics.Density;

namespace Runtime.Numerics.Hierarchies;

/// <summary>Finds the nearest clusters of those of one leaf at a time. A thread's own.</summary>
/// <param name="forest">What is searched.</param>
abstract unsafe class ClusterSearch(ClusterForest forest)
{
    protected const int Lanes = KdTree.LeafSize;

    /// <summary>Products and roots of bounds may round below what they bound.</summary>
    protected const double Slack = 1 + 1e-12;

    /// <summary>Far above all distances, and no factor that it meets brings it to infinity.</summary>
    protected const double Unbounded = double.MaxValue / 8;

    readonly int[] nearest = new int[Lanes];

    protected ClusterForest Forest => forest;

    /// <summary>Its bounds are the least distances found so far, −1 for lanes that do not look.</summary>
    protected LeafGroup Group { get; } = new(forest.Dimensions);

    /// <summary>No lane looks farther (squared) than <see cref="Most"/> times the other's inverse size and this.</summary>
    protected double MostShare { get; set; }

    /// <inheritdoc cref="MostShare"/>
    protected double Most { get; set; }

    /// <summary>The slot of the cluster nearest to that of a lane, and how far it is; ties go to the lower id.</summary>
    public (int Slot, double Distance) Found(int lane) => (nearest[lane], Group.Bounds[lane]);

    /// <param name="open">The lanes that look.</param>
    /// <param name="hints">For each slot of the forest a cluster that may be near; −1 for none.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(int leaf, uint open, int[] hints)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            nearest[lane] = -1;
            Group.Bounds[lane] = -1;
            if ((open >> lane & 1) == 0) continue;
            var slot = leaf * Lanes + lane;
            Group.Bounds[lane] = hints[slot] < 0 ? Unbounded : Distance(slot, hints[slot]);
            nearest[lane] = hints[slot];
        }
        Measure(leaf);
        Group.Load(forest.Block(leaf), forest.Dimensions, open);
        var own = forest.TreeOf(leaf);
        Look(leaf, own, open, true);
        for (var step = 1; step < forest.Trees; step++)
        {
            if (own - step >= 0) Look(leaf, own - step, open, false);
            if (own + step < forest.Trees) Look(leaf, own + step, open, false);
        }
        GC.KeepAlive(forest);
    }

    /// <summary>How far two clusters are apart: the square of the height of their merge.</summary>
    protected abstract double Distance(int a, int b);

    /// <summary>Sets how far the group reaches.</summary>
    protected abstract void Measure(int leaf);

    /// <summary>Measures the clusters of another leaf against those lanes that still look that far.</summary>
    protected abstract void Visit(int leaf, int other, int kind, uint open);

    /// <summary>A cluster at a distance from that of a lane; it is kept when it comes before what was found.</summary>
    protected bool Offer(int lane, int slot, double distance)
    {
        var (best, at) = (Group.Bounds[lane], nearest[lane]);
        if (distance > best || distance == best && at >= 0 && forest.Ids[slot] >= forest.Ids[at]) return false;
        (Group.Bounds[lane], nearest[lane]) = (distance, slot);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Look(int leaf, int kind, uint open, bool isOwn)
    {
        var (tree, heaviest, first, d) = (forest.Tree(kind), forest.Heaviest(kind), forest.FirstLeaf(kind), forest.Dimensions);
        var box = Group.Box;
        Group.Clear();
        if (isOwn) Descend(tree, leaf - first);
        else Group.Push(0, LeafGroup.Gap(box, tree.Box(0), d));
        if (isOwn) Visit(leaf, leaf, kind, open);
        while (Group.TryPop(out var node, out var gap))
        {
            if (gap > MostShare + Most * heaviest[node]) continue;
            while (tree.LeafCount[node] > 1)
            {
                var (near, far) = (node + 1, tree.Right(node));
                var (toNear, toFar) = (LeafGroup.Gap(box, tree.Box(near), d), LeafGroup.Gap(box, tree.Box(far), d));
                if (toFar < toNear) (near, far, toNear, toFar) = (far, near, toFar, toNear);
                if (toFar <= MostShare + Most * heaviest[far]) Group.Push(far, toFar);
                (node, gap) = (near, toNear);
                if (gap > MostShare + Most * heaviest[node]) break;
            }
            if (gap <= MostShare + Most * heaviest[node]) Visit(leaf, first + tree.FirstLeaf[node], kind, open);
        }
    }

    /// <summary>Goes from the root to the leaf and leaves the siblings on the stack, the nearest on top.</summary>
    void Descend(KdTree tree, int leaf)
    {
        var node = 0;
        while (tree.LeafCount[node] > 1)
        {
            var (left, right) = (node + 1, tree.Right(node));
            var (next, other) = leaf < tree.FirstLeaf[right] ? (left, right) : (right, left);
            Group.Push(other, LeafGroup.Gap(Group.Box, tree.Box(other), tree.Dimensions));
            node = next;
        }
    }
}
