using Runtime.Numerics.Density;
using Runtime.Numerics.Statistics;
using Runtime.Operators.Cluster;

namespace Runtime.Operators.Judge;

/// <summary>How far a noise row is from clusters.</summary>
public enum NoiseRange
{
    /// <summary>Within the edge of the nearest cluster.</summary>
    Edge,

    /// <summary>About as near to a second cluster.</summary>
    Bridge,

    /// <summary>At most twice as far as the edge.</summary>
    Near,

    /// <summary>Farther.</summary>
    Far,
}

/// <summary>Which cluster each noise row is near to, and how near, by mutual reachability.</summary>
/// <param name="Edges">Of each cluster, the distance within which 95 % of its rows have their neighbours.</param>
/// <param name="Counts">[cluster][range]: noise rows nearest to it.</param>
sealed record NoiseRanges(NearestClusters Nearest, double[] Edges, int[][] Counts)
{
    const double EdgeShare = 0.95;
    const double Farther = 2;

    /// <summary>A second cluster is as near when it is less than a tenth farther.</summary>
    const double AsNear = 1.1;

    public int Total(NoiseRange range) => Counts.Sum(c => c[(int)range]);

    public static NoiseRanges Of(Matrix points, LabelColumn labels, Labeling labeling, int samples, Work work)
    {
        var cores = NoiseRowsOf.Cores(points, samples, work);
        var nearest = NearestClusters.Of(points, labeling.Labels, cores, work);
        var within = Enumerable.Range(0, labels.Clusters).Select(_ => new List<double>()).ToArray();
        for (var row = 0; row < cores.Length; row++) if (labeling.Labels[row] >= 0) within[labeling.Labels[row]].Add(cores[row]);
        double[] edges = [.. within.Select(c => Distribution.Of(c.ToArray()).Quantile(EdgeShare))];
        var counts = Enumerable.Range(0, labels.Clusters).Select(_ => new int[Enum.GetValues<NoiseRange>().Length]).ToArray();
        for (var row = 0; row < cores.Length; row++)
        {
            if (labeling.Labels[row] >= 0 || nearest.Nearest[row] is not (>= 0 and var cluster)) continue;
            counts[cluster][(int)RangeOf(nearest.ToNearest[row], nearest.ToSecond[row], edges[cluster])]++;
        }
        return new(nearest, edges, counts);
    }

    static NoiseRange RangeOf(double distance, double second, double edge) =>
        distance > Farther * edge ? NoiseRange.Far : second <= AsNear * distance ? NoiseRange.Bridge
            : distance <= edge ? NoiseRange.Edge : NoiseRange.Near;

    public NoiseFindings Findings(string name, Labeling labeling)
    {
        double Share(NoiseRange range) => (double)Total(range) / labeling.Ungrouped;
        return new(name, (double)labeling.Ungrouped / labeling.Labels.Length, Share(NoiseRange.Edge), Share(NoiseRange.Bridge),
            Share(NoiseRange.Near), Share(NoiseRange.Far));
    }
}
