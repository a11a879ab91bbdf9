using System.Numerics;
using Runtime.Numerics.Density;

namespace Runtime.Numerics.Hierarchies;

/// <summary>The nearest of each cluster, and for each cluster the list of those whose nearest it is.</summary>
sealed class NearestLinks
{
    const int None = -1;

    readonly ClusterForest forest;
    readonly int[] first;
    readonly int[] next;
    readonly int[] previous;

    public NearestLinks(ClusterForest forest)
    {
        this.forest = forest;
        var slots = forest.Sizes.Length;
        (Nearest, Distance) = (new int[slots], new double[slots]);
        (first, next, previous) = (new int[slots], new int[slots], new int[slots]);
        Array.Fill(Nearest, None);
        Array.Fill(first, None);
    }

    /// <summary>The slot of the nearest; −1 where it is not known.</summary>
    public int[] Nearest { get; }

    public double[] Distance { get; }

    public void Link(int slot, int nearest, double distance)
    {
        (Nearest[slot], Distance[slot]) = (nearest, distance);
        (next[slot], previous[slot]) = (first[nearest], None);
        if (first[nearest] != None) previous[first[nearest]] = slot;
        first[nearest] = slot;
    }

    /// <summary>
    /// Enters what the open clusters have found; where a new cluster is nearer to a settled one than what that knows, by rounding,
    /// that is told, so that the least of all pairs always is a mutual one. Gives the clusters whose nearest is new.
    /// </summary>
    public List<int> Settle(List<int> leaves, uint[] open)
    {
        var changed = new List<int>();
        foreach (var leaf in leaves)
            for (var lanes = open[leaf]; lanes != 0; lanes &= lanes - 1)
                changed.Add(leaf * KdTree.LeafSize + BitOperations.TrailingZeroCount(lanes));
        foreach (var slot in changed) Link(slot, Nearest[slot], Distance[slot]);
        for (int i = 0, found = changed.Count; i < found; i++)
        {
            var (slot, other) = (changed[i], Nearest[changed[i]]);
            if ((open[other / KdTree.LeafSize] >> other % KdTree.LeafSize & 1) != 0 || !IsNearer(slot, other)) continue;
            Unlink(other);
            Link(other, slot, Distance[slot]);
            changed.Add(other);
        }
        return changed;
    }

    /// <summary>Forgets the nearest of both, and gives the others whose nearest they were, which have none now.</summary>
    public List<int> Release(int a, int b)
    {
        Unlink(a);
        Unlink(b);
        var orphans = new List<int>();
        foreach (var slot in (ReadOnlySpan<int>)[a, b])
        {
            for (var other = first[slot]; other != None; other = next[other])
            {
                Nearest[other] = None;
                orphans.Add(other);
            }
            (first[slot], Nearest[slot]) = (None, None);
        }
        return orphans;
    }

    /// <summary>The pair of both comes before the one that the settled cluster knows.</summary>
    bool IsNearer(int slot, int settled) => Distance[slot] < Distance[settled]
        || Distance[slot] == Distance[settled] && forest.Ids[slot] < forest.Ids[Nearest[settled]];

    void Unlink(int slot)
    {
        var nearest = Nearest[slot];
        if (previous[slot] == None) first[nearest] = next[slot];
        else next[previous[slot]] = next[slot];
        if (next[slot] != None) previous[next[slot]] = previous[slot];
    }
}
