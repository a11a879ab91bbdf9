using Runtime.Numerics.Density;

namespace Runtime.Operators.Cluster;

/// <summary>The density tree, and the clusters taken out of it. A row belongs where the tree has it, or where it would join.</summary>
public sealed record HdbscanModel(string Name, DensityTree Tree, FlatClusters Found) : Clusterer(Name)
{
    /// <summary>What was taken out of the tree.</summary>
    public required Extraction Wanted { get; init; }

    /// <summary>From this the same tree grows again: it depends on the points alone.</summary>
    public StoredTree Stored => new(Tree.MinSamples, Wanted, Tree.Points());

    public static HdbscanModel Restored(string name, StoredTree stored, Work work)
    {
        var tree = DensityTree.Of(stored.Points, stored.MinSamples, work);
        return new(name, tree, tree.Extract(stored.Wanted, work).Flat) { Wanted = stored.Wanted };
    }

    internal override void Recalled(Study study) => Tree.Remember(study.Current.Matrix);

    public override int Clusters => Found.Count;

    [Metric("Mean persistence of the clusters: their stability a row over the largest λ.", Decimals = 4)]
    public double Persistence => Found.Count == 0 ? 0 : Found.Persistence.Average();

    public override IReadOnlyList<SheetColumn> PerCluster =>
        [new("persistence", CellFormat.Number, [.. Found.Persistence.Select(p => (object)p)])];

    public override (int[] Labels, double[]? Strength) Apply(Matrix points, Work work) => Tree.Label(points, Found, work);

    protected override void AddContent(ContentHash hash) =>
        hash.Add(Tree.Content).Add<double>([.. Found.Persistence]);
}

/// <summary>What a density tree and its clusters come from.</summary>
public sealed record StoredTree(int MinSamples, Extraction Wanted, Matrix Points);
