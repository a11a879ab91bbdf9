using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Runtime.Numerics.Density;

namespace Runtime.Numerics.Hierarchies;

/// <summary>Finds the nearest clusters by Ward's distance, 2 ‖a − b‖² / (1/n + 1/m) for sizes n and m.</summary>
/// <remarks>
/// Twice what a merge adds to the sum of squares within clusters (Ward 1963, J. Am. Stat. Assoc. 58). A subtree whose smallest cluster
/// has size m, at a distance r from the box of the group, holds nothing nearer than 2 r² / (1/n + 1/m): the bound of Yu, Wang, Gu,
/// Dhulipala &amp; Shun 2021 (ParChain), PVLDB 15(2).
/// </remarks>
sealed unsafe class WardSearch(ClusterForest forest) : ClusterSearch(forest)
{
    const int Width = 8;

    readonly AlignedNumbers limits = new(Lanes, 0);

    protected override double Distance(int a, int b) => 2 * Forest.Square(a, b) / (Forest.Inverse.Pointer[a] + Forest.Inverse.Pointer[b]);

    protected override void Measure(int leaf)
    {
        double* inverse = Forest.Inverse.Pointer + (nint)leaf * Lanes, bounds = Group.Bounds;
        var (most, share) = (-1.0, -1.0);
        for (var lane = 0; lane < Lanes; lane++)
        {
            most = double.MaxNative(most, bounds[lane]);
            share = double.MaxNative(share, bounds[lane] * inverse[lane]);
        }
        (Most, MostShare) = (most / 2 * Slack, share / 2 * Slack);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Visit(int leaf, int other, int kind, uint open)
    {
        var tree = Forest.Tree(kind);
        var node = tree.NodeOfLeaf[other - Forest.FirstLeaf(kind)];
        var heaviest = Vector512.Create(Forest.Heaviest(kind)[node]);
        double* bounds = Group.Bounds, inverse = Forest.Inverse.Pointer + (nint)leaf * Lanes, squares = Group.Squares;
        for (var lane = 0; lane < Lanes; lane += Width)
        {
            var limit = Vector512.Load(bounds + lane) * (Vector512.Load(inverse + lane) + heaviest) * Vector512.Create(Slack / 2);
            limit.Store(limits.Pointer + lane);
        }
        var lanes = LeafSweep.NearBox(Forest.Block(leaf), tree.Box(node), tree.Dimensions, limits.Pointer, squares) & open;
        if (lanes == 0) return;
        double* block = Forest.Block(other), others = Forest.Inverse.Pointer + (nint)other * Lanes;
        var changed = false;
        for (; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            LeafSweep.Measure(block, Group.Queries + lane * tree.Dimensions, tree.Dimensions, squares);
            var hits = Within(others, bounds[lane] * (Slack / 2), inverse[lane]);
            if (leaf == other) hits &= ~(1u << lane);
            for (; hits != 0; hits &= hits - 1)
            {
                var hit = BitOperations.TrailingZeroCount(hits);
                changed |= Offer(lane, other * Lanes + hit, 2 * squares[hit] / (inverse[lane] + others[hit]));
            }
        }
        if (changed) Measure(leaf);
    }

    /// <summary>The lanes whose squared distance is at most bound · (1/n + 1/m).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    uint Within(double* others, double bound, double inverse)
    {
        var (limit, own) = (Vector512.Create(bound), Vector512.Create(inverse));
        var hits = 0u;
        for (var lane = 0; lane < Lanes; lane += Width)
        {
            var reach = limit * (Vector512.Load(others + lane) + own);
            hits |= (uint)Vector512.LessThanOrEqual(Vector512.Load(Group.Squares + lane), reach).ExtractMostSignificantBits() << lane;
        }
        return hits;
    }
}
