namespace Runtime.Numerics.Density;

/// <summary>Rows in the order of OPTICS, and how far each was to reach: groups are valleys of this line.</summary>
public sealed class ReachabilityPlot
{
    readonly double[] reach, cores;
    readonly int[] from;

    /// <summary>An empty one, with room for n rows.</summary>
    internal ReachabilityPlot(int rows) => (reach, cores, from) = (new double[rows], new double[rows], new int[rows]);

    /// <param name="reach">n reachabilities in order; +∞ where nothing reaches a row.</param>
    /// <param name="cores">n core distances in that order; +∞ beyond the limit.</param>
    /// <param name="from">The place in the order of the row that each was reached from; −1 for none.</param>
    public ReachabilityPlot(double[] reach, double[] cores, int[] from) =>
        (this.reach, this.cores, this.from, Count) = (reach, cores, from, reach.Length);

    public int Count { get; private set; }

    public ReadOnlySpan<double> Reach => reach;

    public ReadOnlySpan<double> Cores => cores;

    /// <summary>Adds equal rows. The second is reached from the first, where that is nearer than what reached the first.</summary>
    internal void Add(double reached, double core, int source, int rows)
    {
        var first = Count;
        for (; rows > 0; rows--)
        {
            var isNearer = Count > first && core < reached;
            (reach[Count], cores[Count], from[Count]) = (isNearer ? core : reached, core, isNearer ? first : source);
            Count++;
        }
    }

    /// <summary>
    /// What DBSCAN finds with a radius, but for border rows that come before their core rows: they are noise (§ 4.1 of the paper).
    /// </summary>
    /// <returns>n labels in the order, −1 for noise, clusters in the order in which they come.</returns>
    public int[] Cut(double eps)
    {
        var (labels, cluster) = (new int[Count], -1);
        for (var at = 0; at < Count; at++)
        {
            var isFar = !EqualLengths.Reaches(eps, reach[at]);
            var isDense = EqualLengths.Reaches(eps, cores[at]);
            if (isFar && isDense) cluster++;
            labels[at] = isFar && !isDense ? -1 : cluster;
        }
        return labels;
    }

    /// <summary>Clusters between a steep way down and a steep way up; of such that lie in each other the innermost.</summary>
    /// <inheritdoc cref="Cut" path="/returns"/>
    /// <param name="xi">By what share reachability falls from a row to the next where it is steep, 0 to 1.</param>
    /// <param name="minSamples">So many rows in a row may be not steep within a steep stretch.</param>
    /// <param name="minCluster">The fewest rows of a cluster.</param>
    public int[] Steep(double xi, int minSamples, int minCluster)
    {
        var labels = new int[Count];
        Array.Fill(labels, -1);
        var cluster = 0;
        foreach (var (start, end) in new SteepStretches(reach, from, xi, minSamples, minCluster).Clusters())
        {
            var within = labels.AsSpan(start..(end + 1));
            if (within.ContainsAnyExcept(-1)) continue;
            within.Fill(cluster++);
        }
        return labels;
    }
}
