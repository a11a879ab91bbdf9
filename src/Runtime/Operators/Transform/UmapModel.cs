using Runtime.Numerics.Embedding;

namespace Runtime.Operators.Transform;

/// <summary>Places of points in a picture. A row that was laid out keeps its place; another comes among its nearest neighbours.</summary>
public sealed record UmapModel(string Name, NeighbourEmbedding Fit, NeighbourPreservation Preserved) : Projection(Name)
{
    /// <summary>The neighbours that figures are about, whatever held the rows, so that settings compare.</summary>
    internal const int Judged = 15;

    /// <summary>Rows that they are computed on.</summary>
    internal const int MostJudged = 2_000;

    [Metric("The share of a row's 15 nearest neighbours that are among its 15 nearest in the picture, on up to 2,000 rows.", Decimals = 4)]
    public double NeighborsKept => Preserved.Kept;

    [Metric("Half of the 95 % interval of that; 0 where all rows were looked at.", Decimals = 4)]
    public double NeighborsKeptError => Preserved.KeptError;

    [Metric("1 when all neighbours in the picture are some, less the farther they are down the ranks; 0.5 by chance.", Decimals = 4)]
    public double Trustworthiness => Preserved.Trustworthiness;

    [Metric("Half of the 95 % interval of that; 0 where all rows were looked at.", Decimals = 4)]
    public double TrustworthinessError => Preserved.TrustworthinessError;

    public override bool IsOfOneUnit => true;

    public override bool KeepsDistances => false;

    public override IReadOnlyList<string> AxisTitles => [.. Outputs.Select(name => $"{name}, no unit")];

    public override Matrix Apply(Matrix points, Work work) => Fit.Transform(points, work);

    protected override void AddContent(ContentHash hash) =>
        hash.Add(Fit.Points.Content).Add(Fit.Places.Content).Add(Fit.Neighbours);
}
