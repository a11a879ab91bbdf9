using System.Numerics;
using System.Runtime.CompilerServices;
using Runtime.Numerics.Density;

namespace Runtime.Numerics.Hierarchies;

/// <summary>Finds the nearest clusters by the mean or the largest distance of their rows.</summary>
/// <remarks>
/// With c the distance of the means, s² the spreads and r the radii of both, the mean of the squared distances is c² + s² + s², and no
/// distance is above c + r + r. So the mean distance is at least c, at least (c² + s² + s²) / (c + r + r) and at most √(c² + s² + s²);
/// the largest distance is between that root and c + r + r. Only what these let through is measured row by row.
/// </remarks>
sealed unsafe class MemberSearch(ClusterForest forest, ClusterMembers members, bool farthest) : ClusterSearch(forest)
{
    readonly double[] reach = new double[Lanes];

    protected override double Distance(int a, int b) => Between(Forest.Ids[a], Forest.Ids[b]);

    protected override void Measure(int leaf)
    {
        var most = -1.0;
        for (var lane = 0; lane < Lanes; lane++)
        {
            reach[lane] = Reach(leaf * Lanes + lane, Group.Bounds[lane]);
            most = Math.Max(most, reach[lane]);
        }
        (Most, MostShare) = (0, most);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Visit(int leaf, int other, int kind, uint open)
    {
        var (tree, d) = (Forest.Tree(kind), Forest.Dimensions);
        var node = tree.NodeOfLeaf[other - Forest.FirstLeaf(kind)];
        uint lanes;
        fixed (double* reaches = reach) lanes = LeafSweep.NearBox(Forest.Block(leaf), tree.Box(node), d, reaches, Group.Squares) & open;
        for (; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            var hits = LeafSweep.Nearer(Forest.Block(other), Group.Queries + lane * d, d, Math.BitIncrement(reach[lane]), Group.Squares);
            if (leaf == other) hits &= ~(1u << lane);
            for (; hits != 0; hits &= hits - 1) Try(leaf, lane, other * Lanes + BitOperations.TrailingZeroCount(hits));
        }
        var most = -1.0;
        foreach (var far in reach) most = Math.Max(most, far);
        MostShare = most;
    }

    void Try(int leaf, int lane, int slot)
    {
        var (own, id) = (Forest.Ids[leaf * Lanes + lane], Forest.Ids[slot]);
        var square = Group.Squares[slot % Lanes];
        var squares = square + members.Spread[own] + members.Spread[id];
        var largest = Math.Sqrt(square) + members.Radius[own] + members.Radius[id];
        var least = farthest ? squares : squares / largest * (squares / largest);
        if (largest > 0 && least > Group.Bounds[lane] * Slack) return;
        if (Offer(lane, slot, Between(own, id))) reach[lane] = Reach(leaf * Lanes + lane, Group.Bounds[lane]);
    }

    /// <summary>How far (squared) the mean of another cluster may be that is at most so far away.</summary>
    double Reach(int slot, double bound) =>
        bound < 0 ? -1 : farthest ? Math.Max(0, bound * Slack - members.Spread[Forest.Ids[slot]]) : bound * Slack;

    double Between(int a, int b) => farthest ? members.Farthest(a, b) : members.Mean(a, b) is var mean ? mean * mean : 0;
}
