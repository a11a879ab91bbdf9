namespace Runtime.Operators.Cluster;

/// <summary>Clusters the points around k centres: greedy k-means++ on a sample, then Lloyd's iterations on all rows.</summary>
[Operator("kmeans", "Group the points around k centres.", Needs = Needs.Points, Keywords = "k-means lloyd centroid partition")]
[Example("kmeans k=3", After = "scale standard")]
[Cite("Lloyd 1982, IEEE Trans. Inf. Theory 28(2)")]
[Cite("Arthur & Vassilvitskii 2007, SODA")]
public sealed record KMeans : Operator
{
    [Arg("How many clusters."), AtLeast(1)]
    public required int K { get; init; }

    [Arg("How many independent starts to take the best of."), AtLeast(1)]
    public int NInit { get; init; } = 1;

    [Arg("Stop after this many iterations."), AtLeast(1)]
    public int MaxIter { get; init; } = 300;

    [Arg("Stop when the centres move by less, in units of the mean variance of the columns."), AtLeast(0)]
    public double Tol { get; init; } = 1e-4;

    [Arg("Seed of the starts; the script's own when not given.")]
    public int? Seed { get; init; }

    public override Shape Check(Shape before, CheckContext check)
    {
        if (before.Rows is { } rows && K > rows) check.Refuse(nameof(K), Gmm.TooMany(K, rows), $"Set `k` to {rows} or less.");
        var name = NameIn(before);
        return before.With(new LabelingShape(name, K)).With(new ModelShape(name, KMeansModel.MetricNames));
    }

    public override Study Run(Study study, RunContext run) => throw new NotImplementedException();
}
