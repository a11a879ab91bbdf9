namespace Runtime.Numerics.Density;

/// <summary>The single-linkage tree of points under mutual reachability, from which clusters of any size can be taken.</summary>
public sealed class DensityTree
{
    DensityTree(int minSamples) => MinSamples = minSamples;

    /// <summary>Neighbours that make a point dense, itself not counted.</summary>
    public int MinSamples { get; }

    /// <summary>The tree of <paramref name="points"/>; the same object again while the matrix lives.</summary>
    public static DensityTree Of(Matrix points, int minSamples, Work work)
    {
        work.Cancel.ThrowIfCancellationRequested();
        return new DensityTree(Math.Min(minSamples, Math.Max(1, points.Rows - 1)));
    }

    public DensityClustering Extract(Extraction extraction) =>
        throw new NotSupportedException($"The tree for {MinSamples} samples is not made yet: {extraction}.");
}
