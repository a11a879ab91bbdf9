using Runtime.Numerics.Density;

namespace Runtime.Operators.Cluster;

/// <summary>The density tree, and the clusters taken out of it. A row belongs where the tree has it, or where it would join.</summary>
public sealed record HdbscanModel : Clusterer
{
    readonly Held<DensityTree> tree;
    readonly Held<FlatClusters> found;
    readonly int minSamples;
    readonly double[] persistence;

    public HdbscanModel(string name, Held<DensityTree> tree, FlatClusters found) : base(name)
    {
        (this.tree, this.found) = (tree, new(found));
        (minSamples, persistence) = (tree.Value.MinSamples, [.. found.Persistence]);
    }

    public DensityTree Tree => tree.Value;

    public FlatClusters Found => found.Value;

    /// <summary>What was taken out of the tree.</summary>
    public required Extraction Wanted { get; init; }

    /// <summary>From this the same tree grows again: it depends on the points alone.</summary>
    public StoredTree Stored => new(minSamples, Wanted, Tree.Points());

    public static HdbscanModel Restored(string name, StoredTree stored, Work work)
    {
        var tree = DensityTree.HeldOf(stored.Points, stored.MinSamples, work);
        return new(name, tree, tree.Value.Extract(stored.Wanted, work).Flat) { Wanted = stored.Wanted };
    }

    internal override void Recalled(Study study) => DensityTree.Remember(study.Current.Matrix, minSamples, tree);

    public override int Clusters => persistence.Length;

    [Metric("Mean persistence of the clusters: their stability a row over the largest λ.", Decimals = 4)]
    public double Persistence => persistence.Length == 0 ? 0 : persistence.Average();

    public override IReadOnlyList<SheetColumn> PerCluster =>
        [new("persistence", CellFormat.Number, [.. persistence.Select(p => (object)p)])];

    public override (int[] Labels, double[]? Strength) Apply(Matrix points, Work work) => Tree.Label(points, Found, work);

    protected override void AddContent(ContentHash hash) =>
        hash.Add(Tree.Content).Add<double>(persistence);
}

/// <summary>What a density tree and its clusters come from.</summary>
public sealed record StoredTree(int MinSamples, Extraction Wanted, Matrix Points);
