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
        OneScale.Ask(before, check);
        if (before.Rows is { } rows && K > rows) check.Refuse(nameof(K), Gmm.TooMany(K, rows), $"Set `k` to {rows} or less.");
        var name = NameIn(before);
        return before.With(new LabelingShape(name, K)).With(new ModelShape(name, KMeansModel.MetricNames));
    }

    public override Study Run(Study study, RunContext run)
    {
        var points = study.Current;
        Gmm.Require(K, points.Matrix.Rows, $"Set `k` to {points.Matrix.Rows} or less.");
        var fit = Numerics.KMeansFit.Of(points.Matrix, K, NInit, MaxIter, Tol, Seed ?? run.Seed, run.Work);
        var name = NameIn(study.Shape);
        var labeling = new Labeling(name, fit.Labels, fit.Centres.Length);
        var sizes = labeling.Sizes();
        run.Show(Sheet(name, points, fit, sizes));
        run.Show(SizeChart.Of(name, sizes));
        var model = new KMeansModel(name, fit);
        foreach (var metric in model.Metrics) run.Show(metric);
        if (!fit.Converged) run.Warn($"`{name}` had not converged after {MaxIter} iterations.", "Raise `max_iter`.");
        var empty = sizes.Count(s => s == 0);
        if (empty > 0) run.Warn($"{empty} of the {K} clusters are empty: the points have fewer than {K} distinct rows.", $"Set `k` to {K - empty} or less.");
        return study.With(labeling).With(model);
    }

    static Sheet Sheet(string name, Points points, Numerics.KMeansFit fit, int[] sizes) => new($"{name}_clusters", $"Clusters of `{name}`",
    [
        new("cluster", CellFormat.Count, [.. sizes.Select((_, c) => (object?)c)]),
        new("size", CellFormat.Count, [.. sizes.Select(s => (object?)s)]),
        new("share", CellFormat.Share, [.. sizes.Select(s => (object?)((double)s / points.Matrix.Rows))]),
        .. points.Columns.Select((column, j) => new SheetColumn(column, CellFormat.Number, [.. fit.Centres.Select(c => (object?)c[j])])),
    ]);
}
