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

/// <summary>Flat clusters of a density tree, numbered by decreasing size.</summary>
/// <param name="Labels">n numbers in −1..Clusters−1, −1 for noise.</param>
/// <param name="Strength">n numbers in 0..1: how far into its cluster each row stays, 0 for noise.</param>
/// <param name="Sizes">Rows a cluster.</param>
/// <param name="Persistence">Stability a row over the largest λ of the tree, in 0..1, a number a cluster; may be above 1 when all is one cluster.</param>
public sealed record DensityClustering(int[] Labels, double[] Strength, int[] Sizes, double[] Persistence)
{
    public int Clusters => Sizes.Length;

    public int Noise { get; } = Labels.Length - Sizes.Sum();

    /// <summary>Mean strength of the rows that are in a cluster; 0 when none is.</summary>
    public double MeanStrength => Noise == Labels.Length ? 0 : Strength.Sum() / (Labels.Length - Noise);

    /// <summary>Mean strength of the rows of each cluster.</summary>
    public double[] MeanStrengths()
    {
        var means = new double[Clusters];
        for (var row = 0; row < Labels.Length; row++) if (Labels[row] >= 0) means[Labels[row]] += Strength[row];
        for (var cluster = 0; cluster < means.Length; cluster++) means[cluster] /= Sizes[cluster];
        return means;
    }
}
