namespace Runtime.Numerics.Density;

/// <summary>Which clusters of a condensed tree are taken.</summary>
public enum ClusterMethod
{
    /// <summary>Excess of mass: the antichain with the largest total stability.</summary>
    Eom,

    /// <summary>The leaves of the condensed tree.</summary>
    Leaf,
}

/// <summary>What to take out of a density tree.</summary>
/// <param name="MinCluster">Rows that make a cluster, at least 2.</param>
/// <param name="Epsilon">Clusters born below this distance are joined into their ancestors; 0 for none.</param>
/// <param name="SingleCluster">The root may be a cluster.</param>
public sealed record Extraction(int MinCluster, ClusterMethod Method = ClusterMethod.Eom, double Epsilon = 0, bool SingleCluster = false);

/// <summary>Flat clusters of a density tree, and where each row is.</summary>
/// <param name="Labels">n numbers in −1..Clusters−1, −1 for noise.</param>
/// <param name="Strength">n numbers in 0..1: how far into its cluster each row stays, 0 for noise.</param>
public sealed record DensityClustering(FlatClusters Flat, int[] Labels, double[] Strength)
{
    public int Clusters => Flat.Count;

    /// <summary>Rows in each cluster.</summary>
    public int[] Sizes { get; } = Count(Labels, Flat.Count);

    public int Noise => Labels.Length - Sizes.Sum();

    /// <summary>From points to the rows that stand there.</summary>
    /// <param name="placeOfRow">The point of each of the n rows.</param>
    internal static DensityClustering Of(FlatClusters flat, int points, int[] placeOfRow, Work work)
    {
        // Side by side, so that a row, whose point may be anywhere, waits for memory once.
        var found = new (int Label, double Strength)[points];
        work.ForBlocks(points, (start, end) =>
        {
            for (var point = start; point < end; point++) found[point] = flat.Of(point);
        });
        var (labels, strength) = (new int[placeOfRow.Length], new double[placeOfRow.Length]);
        work.ForBlocks(labels.Length, (start, end) =>
        {
            for (var row = start; row < end; row++) (labels[row], strength[row]) = found[placeOfRow[row]];
        });
        return new DensityClustering(flat, labels, strength);
    }

    static int[] Count(int[] labels, int clusters)
    {
        var sizes = new int[clusters];
        foreach (var label in labels) if (label >= 0) sizes[label]++;
        return sizes;
    }
}
