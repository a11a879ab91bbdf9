using Runtime.Numerics.Density;

namespace Runtime.Operators.Cluster;

/// <summary>The density tree, and the clusters taken out of it. A row belongs where the tree has it, or where it would join.</summary>
public sealed record HdbscanModel(string Name, DensityTree Tree, FlatClusters Found) : Clusterer(Name)
{
    public override int Clusters => Found.Count;

    [Metric("Mean persistence of the clusters: their stability a row over the largest λ.", Decimals = 4)]
    public double Persistence => Found.Count == 0 ? 0 : Found.Persistence.Average();

    public override IReadOnlyList<SheetColumn> PerCluster =>
        [new("persistence", CellFormat.Number, [.. Found.Persistence.Select(p => (object)p)])];

    public override (int[] Labels, double[]? Strength) Apply(Matrix points, Work work) => Tree.Label(points, Found, work);

    protected override void AddContent(ContentHash hash) =>
        hash.Add(Tree.MinSamples).Add<double>(Tree.Weights()).Add<double>([.. Found.Persistence]);
}
