using Runtime.Numerics.Density;

namespace Runtime.Operators.Cluster;

/// <summary>What steps about the noise of a labeling read and measure.</summary>
static class NoiseRowsOf
{
    const int UsualSamples = 5;

    /// <summary>The clustering itself, where it is there: it knows how many neighbours make a point dense.</summary>
    public static Reads Reads(LabelingRef labeling, Shape before) =>
        before.Models.Has(labeling.Name) ? new() { Models = [labeling.Name] } : Runtime.Reads.Nothing;

    public static int Samples(int? given, Study study, string labeling) =>
        given ?? (study.Models.Find(labeling) as HdbscanModel)?.Tree.MinSamples ?? UsualSamples;

    /// <param name="samples">Neighbours that make a point dense; null for plain distances.</param>
    public static NearestClusters Near(Matrix points, LabelColumn labels, int? samples, Work work)
    {
        int[] clusters = [.. labels.Storage.Select(l => Math.Max(l, LabelColumn.Noise))];
        return NearestClusters.Of(points, clusters, samples is { } s ? Cores(points, s, work) : null, work);
    }

    public static double[] Cores(Matrix points, int samples, Work work)
    {
        var tree = DensityTree.Of(points, samples, work);
        var cores = new double[points.Rows];
        for (var row = 0; row < cores.Length; row++) cores[row] = tree.CoreDistance(row);
        return cores;
    }
}
