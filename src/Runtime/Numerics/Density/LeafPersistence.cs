namespace Runtime.Numerics.Density;

/// <summary>A cluster of a density tree that is a leaf, without clusters below it, over a range of smallest sizes.</summary>
/// <param name="Birth">The largest size at which something in it still splits, or one below the least of all: above, it is a leaf.</param>
/// <param name="Death">The largest size at which it splits off from others.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Persistence">What it adds to the total; in rows.</param>
readonly record struct LeafRange(int Birth, int Death, int Rows, double Persistence);

/// <summary>The leaves of a density tree at some smallest size of a cluster.</summary>
/// <param name="MinCluster">Rows that make a cluster.</param>
/// <param name="Last">The largest such number that has the same leaves.</param>
/// <param name="Covered">The rows in them.</param>
/// <param name="Persistence">The total of the leaves; in rows.</param>
public sealed record LeafLayer(int MinCluster, int Last, int Clusters, long Covered, double Persistence);

/// <summary>The leaf clusters of a density tree for every smallest size of a cluster at once, and how long they persist.</summary>
/// <remarks>
/// Bot, McInnes &amp; Aerts 2025, arXiv:2512.16558 (PLSCAN). A leaf that is one from above b to d rows has persistence d − λ b, as in the
/// package fast_hdbscan: λ = exp(−exp(δ)), where δ is the distance at which it splits off less the least core distance, over the mean of
/// these less the least. The paper's own, d − b, is what comes of λ = 1. Where several parts split off at one distance, all are leaves of
/// one split; the package takes two at a time, in an order that follows the rows.
/// </remarks>
public sealed class LeafPersistence
{
    /// <summary>A layer that shares more of its leaves (Jaccard) with a more persistent one is not told of.</summary>
    const double MostShared = 0.2;

    const int MostLayers = 9;

    readonly LeafRange[] leaves;
    readonly int[] births;
    readonly double[] totals;

    /// <param name="leaves">In any order: what is summed is sorted first.</param>
    /// <param name="last">The largest size at which anything splits.</param>
    internal LeafPersistence(IEnumerable<LeafRange> leaves, int least, int last)
    {
        this.leaves = [.. leaves.Order(Comparer<LeafRange>.Create(Compare))];
        births = [.. this.leaves.Select(l => Math.Max(least, l.Birth)).Append(last).Distinct().Order()];
        totals = new double[births.Length];
        foreach (var leaf in this.leaves)
            for (var at = Array.BinarySearch(births, Math.Max(least, leaf.Birth)); at < births.Length && births[at] < leaf.Death; at++)
                totals[at] += leaf.Persistence;
    }

    /// <summary>Ascending: the smallest sizes at which the leaves change, one for each total.</summary>
    public IEnumerable<int> MinClusters => births.Select(b => b + 1);

    /// <summary>The total persistence from each of <see cref="MinClusters"/> on; in rows.</summary>
    public IReadOnlyList<double> Totals => totals;

    /// <summary>The total at a smallest size of a cluster; in rows. NaN below the least.</summary>
    public double TotalAt(int minCluster)
    {
        var at = Array.BinarySearch(births, minCluster - 1);
        at = at < 0 ? ~at - 1 : at;
        return at < 0 ? double.NaN : totals[at];
    }

    /// <summary>The leaves at a smallest size of a cluster, from the least that was looked at on.</summary>
    public LeafLayer LayerAt(int minCluster)
    {
        var there = leaves.Where(l => l.Birth < minCluster && l.Death >= minCluster).ToArray();
        // What splits before it is a cluster of its own is never a leaf.
        var later = leaves.Where(l => l.Birth >= minCluster && l.Death > l.Birth).Select(l => l.Birth);
        var last = later.Concat(there.Select(l => l.Death)).DefaultIfEmpty(minCluster).Min();
        return new(minCluster, last, there.Length, there.Sum(l => (long)l.Rows), there.Sum(l => l.Persistence));
    }

    /// <summary>
    /// Where the total has peaks, the most persistent first: those whose leaves are others than the leaves of all before. Both ends are
    /// none: towards small sizes the total rises with every handful of equal rows.
    /// </summary>
    public IReadOnlyList<LeafLayer> Peaks()
    {
        var kept = new List<int>();
        foreach (var peak in Maxima().OrderByDescending(at => totals[at]).ThenByDescending(at => at))
            if (kept.Count < MostLayers && kept.TrueForAll(other => Shared(births[other], births[peak]) <= MostShared)) kept.Add(peak);
        return [.. kept.Select(at => LayerAt(births[at] + 1))];
    }

    /// <summary>Places above both neighbours; of a level stretch the middle.</summary>
    IEnumerable<int> Maxima()
    {
        for (var at = 1; at < totals.Length - 1; at++)
        {
            if (totals[at - 1] >= totals[at]) continue;
            var end = at;
            while (end < totals.Length - 1 && totals[end + 1] == totals[at]) end++;
            if (end < totals.Length - 1 && totals[end + 1] < totals[at]) yield return (at + end) / 2;
            at = end;
        }
    }

    /// <summary>Jaccard index of the leaves at two sizes.</summary>
    double Shared(int one, int other)
    {
        var (both, either) = (0, 0);
        foreach (var leaf in leaves)
        {
            var (here, there) = (leaf.Birth <= one && leaf.Death > one, leaf.Birth <= other && leaf.Death > other);
            both += here && there ? 1 : 0;
            either += here || there ? 1 : 0;
        }
        return either == 0 ? 0 : (double)both / either;
    }

    static int Compare(LeafRange a, LeafRange b) =>
        (a.Birth, a.Death, a.Rows, a.Persistence).CompareTo((b.Birth, b.Death, b.Rows, b.Persistence));
}
