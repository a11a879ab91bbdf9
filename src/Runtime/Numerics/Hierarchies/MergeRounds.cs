using System.Collections.Concurrent;
using System.Numerics;
using Runtime.Numerics.Density;

namespace Runtime.Numerics.Hierarchies;

/// <summary>The merges of an agglomeration, by rounds in which all pairs of clusters merge that are each other's nearest.</summary>
/// <remarks>
/// Ward's distance, the mean and the largest one are reducible: a merge of others brings nothing nearer, so such pairs may merge in
/// any order and at once, and a cluster keeps its nearest until that is merged. Only new clusters and those whose nearest is gone look
/// anew. Murtagh 1983, Computer Journal 26(4); Müllner 2011, arXiv:1109.2378. Exact; linear memory, 8 d + 60 bytes a distinct row,
/// thrice while a tree is built. Pairs are in the total order of (distance, lower id, higher id): no order of rows and no thread
/// decides anything.
/// </remarks>
sealed class MergeRounds
{
    const int Lanes = KdTree.LeafSize;
    const int Chunk = 8;

    /// <summary>A forest is built anew when so many of its clusters have merged.</summary>
    const double Worn = 0.15;

    readonly Work work;
    readonly SpanningTree edges;
    readonly int count;
    readonly Func<ClusterForest, ClusterSearch> search;
    readonly Action<int, int> joined;
    ClusterForest forest;
    NearestLinks links;
    int[] hints;
    uint[] open;
    List<int> looking = [];
    int merged;
    int told = -1;

    /// <param name="tree">The points; their places are the ids of the first clusters. A merged one has the lower of both ids.</param>
    /// <param name="edges">Takes the merges as edges between one point of either cluster, weighted by the squared height.</param>
    /// <param name="search">What is near in a forest.</param>
    /// <param name="joined">Hears the ids of two clusters that merge.</param>
    public MergeRounds(
        KdTree tree, SpanningTree edges, Func<ClusterForest, ClusterSearch> search, Action<int, int> joined, Work work)
    {
        (this.work, count, this.edges, this.search, this.joined) = (work, tree.Count, edges, search, joined);
        var columns = new double[tree.Dimensions][];
        for (var j = 0; j < columns.Length; j++)
        {
            var column = columns[j] = new double[count];
            for (var p = 0; p < count; p++) column[p] = tree.Coordinate(p, j);
        }
        forest = new ClusterForest(columns, tree.Weights, [.. Enumerable.Range(0, count)], work, out var slots);
        (links, hints, open) = (new(forest), new int[forest.Sizes.Length], new uint[forest.Leaves]);
        Array.Fill(hints, -1);
        foreach (var slot in slots) Open(slot, -1);
    }

    /// <summary>Merges until so many clusters are left, or a few less, and gives their ids in ascending order.</summary>
    public int[] Join(int left)
    {
        var fresh = 0;
        while (count - edges.Count > left)
        {
            work.Cancel.ThrowIfCancellationRequested();
            Tell();
            if (merged > Worn * (count - fresh) && count - edges.Count > Lanes)
            {
                Rebuild();
                (fresh, merged) = (edges.Count, 0);
            }
            Search();
            MergePairs(links.Settle(looking, open));
        }
        return [.. Enumerable.Range(0, forest.Sizes.Length).Where(s => forest.Sizes[s] > 0).Select(s => forest.Ids[s]).Order()];
    }

    void Tell()
    {
        var percent = (int)(100L * edges.Count / (count - 1));
        if (percent == told) return;
        work.Report("joining clusters", percent / 100.0);
        told = percent;
    }

    void Open(int slot, int hint)
    {
        var leaf = slot / Lanes;
        if (open[leaf] == 0) looking.Add(leaf);
        open[leaf] |= 1u << slot % Lanes;
        hints[slot] = hint;
    }

    /// <summary>Finds the nearest of every open cluster.</summary>
    void Search()
    {
        var (idle, leaves, now) = (new ConcurrentBag<ClusterSearch>(), looking, forest);
        work.For((leaves.Count + Chunk - 1) / Chunk, chunk =>
        {
            if (!idle.TryTake(out var own)) own = search(now);
            for (var i = chunk * Chunk; i < Math.Min(leaves.Count, (chunk + 1) * Chunk); i++)
            {
                var leaf = leaves[i];
                own.Find(leaf, open[leaf], hints);
                for (var lanes = open[leaf]; lanes != 0; lanes &= lanes - 1)
                {
                    var lane = BitOperations.TrailingZeroCount(lanes);
                    (links.Nearest[leaf * Lanes + lane], links.Distance[leaf * Lanes + lane]) = own.Found(lane);
                }
            }
            idle.Add(own);
        });
    }

    /// <summary>Merges those of the given clusters that are their nearest's nearest; whom that concerns looks in the next round.</summary>
    void MergePairs(List<int> changed)
    {
        foreach (var leaf in looking) open[leaf] = 0;
        looking = [];
        foreach (var slot in changed)
        {
            var other = links.Nearest[slot];
            if (other < 0 || links.Nearest[other] != slot) continue;
            var (into, gone) = Order(slot, other);
            edges.Add(forest.Ids[into], forest.Ids[gone], links.Distance[slot]);
            joined(forest.Ids[into], forest.Ids[gone]);
            merged++;
            forest.Merge(into, gone);
            foreach (var orphan in links.Release(into, gone)) Open(orphan, into);
            Open(into, -1);
        }
    }

    /// <summary>The larger one stays where it is; of equal ones the lower id.</summary>
    (int Into, int Gone) Order(int a, int b) =>
        forest.Sizes[a] > forest.Sizes[b] || forest.Sizes[a] == forest.Sizes[b] && forest.Ids[a] < forest.Ids[b] ? (a, b) : (b, a);

    void Rebuild()
    {
        var (before, old) = (forest, links);
        int[] there = [.. Enumerable.Range(0, before.Sizes.Length).Where(s => before.Sizes[s] > 0)];
        var columns = new double[before.Dimensions][];
        work.For(columns.Length, j => columns[j] = Array.ConvertAll(there, s => before.Coordinate(s, j)));
        int[] sizes = Array.ConvertAll(there, s => before.Sizes[s]), ids = Array.ConvertAll(there, s => before.Ids[s]);
        forest = new ClusterForest(columns, sizes, ids, work, out var slotOf);
        var moved = new int[before.Sizes.Length];
        for (var i = 0; i < there.Length; i++) moved[there[i]] = slotOf[i];
        var (were, theirHints) = (open, hints);
        (links, hints, open, looking) = (new(forest), new int[forest.Sizes.Length], new uint[forest.Leaves], []);
        Array.Fill(hints, -1);
        foreach (var slot in there)
        {
            if ((were[slot / Lanes] >> slot % Lanes & 1) != 0) Open(moved[slot], theirHints[slot] < 0 ? -1 : moved[theirHints[slot]]);
            else links.Link(moved[slot], moved[old.Nearest[slot]], old.Distance[slot]);
        }
        GC.KeepAlive(before);
    }
}
