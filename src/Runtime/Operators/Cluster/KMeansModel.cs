using Runtime.Numerics;

namespace Runtime.Operators.Cluster;

/// <summary>Centres; a row belongs to the nearest.</summary>
/// <param name="Centres">k × d.</param>
public sealed record KMeansModel(
    string Name,
    double[][] Centres,
    [property: Metric("Sum of squared distances to the nearest centre.")] double Inertia,
    [property: Metric("Iterations on a sample that led to the start.")] int SampleIterations,
    [property: Metric("How many times the centres were then moved on all rows.")] int Iterations,
    [property: Metric("1 when the centres had settled, 0 when the iterations ran out.")] bool Converged) : Clusterer(Name)
{
    public override int Clusters => Centres.Length;

    public override IReadOnlyList<SheetColumn> PerCluster =>
        [.. Inputs.Select((column, j) => new SheetColumn(column, CellFormat.Number, [.. Centres.Select(c => (object)c[j])]))];

    public override (int[] Labels, double[]? Strength) Apply(Matrix points, Work work) => (KMeansFit.Assign(points, Centres, work), null);

    protected override void AddContent(ContentHash hash)
    {
        foreach (var centre in Centres) hash.Add<double>(centre);
    }
}
