using Runtime.Numerics.Hierarchies;

namespace Runtime.Operators.Cluster;

/// <summary>The whole hierarchy and a cut through it. A row belongs where the hierarchy has it, or where its nearest row is.</summary>
public sealed record HierarchyModel(string Name, Hierarchy Tree, HierarchyCut Cut) : Clusterer(Name)
{
    /// <summary>From this the same hierarchy grows again: it depends on the points alone.</summary>
    public StoredHierarchy Stored => new(Tree.Linkage, Clusters, Tree.Points());

    public static HierarchyModel Restored(string name, StoredHierarchy stored, Work work)
    {
        var tree = Hierarchy.Of(stored.Points, stored.Linkage, work);
        if (stored.Clusters < 1 || stored.Clusters > tree.DistinctRows) throw new FormatException("there are no such clusters");
        return new(name, tree, tree.Cut(stored.Clusters, work));
    }

    internal override void Recalled(Study study) => Tree.Remember(study.Current.Matrix);

    public override int Clusters => Cut.Sizes.Length;

    [Metric("Sum of the heights of all merges.")]
    public double Heights => Tree.SumOfHeights;

    [Metric("Height of the highest merge within a cluster.")]
    public double Height => Tree.HeightTo(Clusters);

    [Metric("Height at which the next two clusters would merge; 0 when there is only one.")]
    public double NextHeight => Clusters > 1 ? Tree.HeightTo(Clusters - 1) : 0;

    [Metric("Cophenetic correlation of distances and heights, on up to 1,000 rows; 0 when all rows are equal.", Decimals = 4)]
    public double Cophenetic => double.IsNaN(Tree.Cophenetic) ? 0 : Tree.Cophenetic;

    public override IReadOnlyList<SheetColumn> PerCluster => [new("height", CellFormat.Number, [.. Cut.Heights.Select(h => (object)h)])];

    public override (int[] Labels, double[]? Strength) Apply(Matrix points, Work work) => (Tree.Label(points, Cut, work), null);

    protected override void AddContent(ContentHash hash)
    {
        Tree.AddContent(hash);
        hash.Add(Clusters);
    }
}

/// <summary>What a hierarchy and its cut come from.</summary>
public sealed record StoredHierarchy(Linkage Linkage, int Clusters, Matrix Points);
