using Runtime.Numerics.Density;

namespace Runtime.Numerics.Embedding;

/// <summary>
/// Which points are neighbours, and how much: each point's nearness of another and the other's of it as "one or the other", p + q − p q.
/// </summary>
/// <remarks>McInnes, Healy &amp; Melville 2018, arXiv:1802.03426, algorithms 2 and 3: the fuzzy simplicial set and its union.</remarks>
/// <param name="Starts">Where the edges of each point begin, and where the last end; m + 1 numbers.</param>
/// <param name="To">The other ends: what a point has among its own neighbours, nearest first, then who else has it among theirs.</param>
/// <param name="Weights">0 to 1, the same both ways.</param>
sealed record NeighbourGraph(int[] Starts, int[] To, float[] Weights)
{
    public int Points => Starts.Length - 1;

    /// <summary>O(m k log m) in few dimensions; memory for about 3 m k numbers.</summary>
    /// <param name="placed">m ≥ 2 points that differ, each standing for itself alone.</param>
    /// <param name="neighbours">k, the point itself counted; m at most, more is taken as that.</param>
    /// <exception cref="NumericsException">Some distances vanish beside the others.</exception>
    public static NeighbourGraph Of(PlacedPoints placed, int neighbours, Work work)
    {
        var tree = placed.Tree;
        var others = Math.Min(neighbours, tree.Count) - 1;
        var lists = new NearestNeighbors(tree, others, work, others).Find().Lists;
        work.Report("weighing neighbours");
        var own = Nearness(placed, lists, others, work);
        var (union, extra) = Union(lists, own, others, work);
        var starts = new int[tree.Count + 1];
        for (var p = 0; p < tree.Count; p++) starts[p + 1] = starts[p] + others + extra[p];
        return Filled(starts, lists, union, others, work);
    }

    /// <summary>Of each point's neighbours as it measures them.</summary>
    static float[] Nearness(PlacedPoints placed, int[] lists, int others, Work work)
    {
        var (tree, nearness, least) = (placed.Tree, new float[lists.Length], new double[placed.Tree.Count]);
        work.ForBlocks(tree.Count, (start, end) =>
        {
            var distances = new double[others];
            for (var p = start; p < end; p++)
            {
                for (var i = 0; i < others; i++) distances[i] = Math.Sqrt(tree.SquaredDistance(p, lists[p * others + i]));
                least[p] = distances[0];
                var smooth = SmoothDistances.Of(distances);
                for (var i = 0; i < others; i++) nearness[p * others + i] = (float)smooth.Nearness(distances[i]);
            }
        });
        placed.DemandDigits(least.Min());
        return nearness;
    }

    /// <summary>The weights of the lists, below zero where the other does not have the point, and how many have each so.</summary>
    static (float[] Union, int[] Extra) Union(int[] lists, float[] own, int others, Work work)
    {
        var (union, extra) = (new float[lists.Length], new int[lists.Length / others]);
        work.ForBlocks(extra.Length, (start, end) =>
        {
            for (var p = start; p < end; p++)
                for (var at = p * others; at < (p + 1) * others; at++)
                {
                    var other = lists[at];
                    var back = lists.AsSpan(other * others, others).IndexOf(p);
                    if (back < 0) Interlocked.Increment(ref extra[other]);
                    union[at] = back < 0 ? -own[at] : own[at] + own[other * others + back] - own[at] * own[other * others + back];
                }
        });
        return (union, extra);
    }

    static NeighbourGraph Filled(int[] starts, int[] lists, float[] union, int others, Work work)
    {
        var (to, weights, next) = (new int[starts[^1]], new float[starts[^1]], new int[starts.Length - 1]);
        work.ForBlocks(next.Length, (start, end) =>
        {
            for (var p = start; p < end; p++)
            {
                next[p] = starts[p] + others;
                for (var i = 0; i < others; i++)
                    (to[starts[p] + i], weights[starts[p] + i]) = (lists[p * others + i], Math.Abs(union[p * others + i]));
            }
        });
        for (var at = 0; at < lists.Length; at++)
            // A weight that has vanished is −0.
            if (float.IsNegative(union[at])) (to[next[lists[at]]], weights[next[lists[at]]++]) = (at / others, -union[at]);
        return new(starts, to, weights);
    }
}
