using Runtime.Numerics.Density;

namespace Runtime.Operators.Cluster;

/// <summary>
/// HDBSCAN* on the current points, exact: labels, membership strengths, persistence. The tree behind it depends on the
/// points and <c>min_samples</c> alone and is shared by the steps that ask for the same.
/// </summary>
[Operator("hdbscan", "Find dense groups of any shape; leave the rest as noise.", Needs = Needs.Points, Keywords = "density cluster noise outlier dbscan")]
[Example("hdbscan min_cluster=20", After = "scale minmax")]
[Example("hdbscan min_cluster=20 min_samples=5 method=leaf as dense", After = "scale minmax")]
[Cite("Campello, Moulavi & Sander 2013, PAKDD")]
[Cite("McInnes & Healy 2017, ICDMW; Malzer & Baum 2020, MFI (epsilon)")]
public sealed record Hdbscan : Operator
{
    [Arg("Smallest group that counts as a cluster."), AtLeast(2)]
    public int MinCluster { get; init; } = 5;

    [Arg("Neighbours that make a point dense, itself not counted; as `min_cluster` unless given."), AtLeast(1)]
    public int? MinSamples { get; init; }

    [Arg("Take the most stable clusters (`eom`) or the finest (`leaf`).")]
    public ClusterMethod Method { get; init; } = ClusterMethod.Eom;

    [Arg("Do not split clusters that are closer than this distance."), AtLeast(0)]
    public double Epsilon { get; init; }

    [Arg("Allow all points to be one cluster.")]
    public bool SingleCluster { get; init; }

    public override Shape Check(Shape before, CheckContext check)
    {
        OneScale.Ask(before, check);
        if (before.Rows is { } rows)
        {
            if (TooFewRows(rows) is { } refusal) check.Refuse(nameof(MinCluster), refusal.Text, refusal.Hint);
            else if (MinCluster > rows / 2 && !SingleCluster)
                check.Warn("large-min-cluster", "Clusters too large", nameof(MinCluster), $"`min_cluster` is above half of the {rows:N0} rows: they cannot split, and all become noise.", "Give it the size of the smallest group that would be worth a name.");
            else if (MinSamples >= rows) check.Warn(nameof(MinSamples), TooManySamples(rows), SamplesHint);
        }
        var name = NameIn(before);
        return before.With(new LabelingShape(name) { MayHaveNoise = true }).With(new ModelShape(name, HdbscanModel.MetricNames));
    }

    public override Study Run(Study study, RunContext run)
    {
        var points = study.Current;
        var rows = points.Matrix.Rows;
        if (TooFewRows(rows) is { } refusal) throw refusal;
        if (MinSamples >= rows) run.Warn(TooManySamples(rows), SamplesHint);
        var tree = OneScale.Within(() => DensityTree.Of(points.Matrix, MinSamples ?? MinCluster, run.Work));
        var clustering = tree.Extract(new Extraction(MinCluster, Method, Epsilon, SingleCluster), run.Work);
        var name = NameIn(study.Shape);
        var model = new HdbscanModel(name, tree, clustering);
        Show(model, run);
        return study.With(model.Labeling()).With(model);
    }

    const string SamplesHint = "Give a smaller `min_samples`.";

    static string TooManySamples(int rows) =>
        $"`min_samples` is not below the number of rows ({rows}); {Math.Max(1, rows - 1)} is used.";

    Refusal? TooFewRows(int rows) => MinCluster <= rows ? null : new Refusal(
        rows == 1 ? $"`min_cluster` is {MinCluster} but there is 1 row." : $"`min_cluster` is {MinCluster} but there are {rows} rows.",
        rows < 2 ? "Load more rows: a cluster has at least 2." : $"Give `min_cluster` a value from 2 to {rows}.")
    {
        Argument = nameof(MinCluster),
    };

    void Show(HdbscanModel model, RunContext run)
    {
        var clustering = model.Clustering;
        run.Show(Clusters(model));
        run.Show(SizeChart.Of(model.Name, model.Clustering.Sizes, model.Clustering.Noise));
        if (model.Tree.DistinctRows == 1)
            run.Warn("All points are equal: there is nothing to tell them apart by.", "Choose other columns with `features`.");
        else if (clustering.Clusters == 0)
            run.Warn("No cluster was found: every point is noise.", NoClusterHint());
        if (clustering.Clusters == 0) return;
        var noise = (double)clustering.Noise / clustering.Labels.Length;
        var clusters = clustering.Clusters == 1 ? "1 cluster" : $"{clustering.Clusters} clusters";
        run.Say(FormattableString.Invariant($"{clusters}; {100 * noise:0.#} % of the points are noise."));
        if (noise > 0.5) run.Warn(
            FormattableString.Invariant($"{100 * noise:0.#} % of the points are noise."),
            model.Tree.MinSamples > 1
                ? "Try a smaller `min_samples`, a larger `epsilon`, or another `min_cluster`."
                : "Try a larger `epsilon` or another `min_cluster`.");
    }

    string NoClusterHint() => SingleCluster
        ? "Try a smaller `min_cluster` or a smaller `min_samples`."
        : "Try a smaller `min_cluster`, a smaller `min_samples`, or `single_cluster=true` if one dense group is expected.";

    static Sheet Clusters(HdbscanModel model)
    {
        var (clustering, rows) = (model.Clustering, model.Clustering.Labels.Length);
        var names = Enumerable.Range(0, clustering.Clusters).Select(c => (object?)$"{c}").Append("noise");
        var sizes = clustering.Sizes.Append(clustering.Noise).ToArray();
        return new Sheet(model.Name, $"Clusters of {model.Name}",
        [
            new SheetColumn("cluster", CellFormat.Text, [.. names]),
            new SheetColumn("size", CellFormat.Count, [.. sizes.Select(s => (object?)s)]),
            new SheetColumn("share", CellFormat.Share, [.. sizes.Select(s => (object?)((double)s / rows))]),
            new SheetColumn("persistence", CellFormat.Number, [.. clustering.Persistence.Select(p => (object?)p), null]),
            new SheetColumn("mean_strength", CellFormat.Number, [.. clustering.MeanStrengths().Select(p => (object?)p), null]),
        ]);
    }
}

/// <summary>The density tree, and the clusters taken out of it.</summary>
public sealed record HdbscanModel(string Name, DensityTree Tree, DensityClustering Clustering) : Model(Name)
{
    internal static ValueList<string> MetricNames => ["clusters", "noise", "persistence", "strength"];

    /// <summary>Number of clusters, share of noise, mean persistence of the clusters, mean strength of the rows in them.</summary>
    public override IReadOnlyList<Metric> Metrics =>
    [
        new Metric("clusters", Clustering.Clusters),
        new Metric("noise", (double)Clustering.Noise / Clustering.Labels.Length),
        new Metric("persistence", Clustering.Clusters == 0 ? 0 : Clustering.Persistence.Average()),
        new Metric("strength", Clustering.MeanStrength),
    ];

    internal Labeling Labeling() => new(Name, Clustering.Labels, Clustering.Clusters) { Strength = Clustering.Strength };
}
