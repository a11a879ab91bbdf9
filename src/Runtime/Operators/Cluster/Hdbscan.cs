using Runtime.Numerics.Density;

namespace Runtime.Operators.Cluster;

/// <summary>
/// HDBSCAN* on the current points, exact: labels, membership strengths, persistence. The tree behind it depends on the
/// points and <c>min_samples</c> alone and is shared by the steps that ask for the same.
/// </summary>
[Operator("hdbscan", "Find dense groups of any shape; leave the rest as noise.", Needs = Needs.Points,
    Costly = true, Keywords = "density cluster noise outlier dbscan")]
[AlsoCalled("density_clustering", "density_based")]
[InsteadOf("mean shift", "MeanShift")]
[Example("hdbscan min_cluster=20", After = "scale minmax")]
[Example("hdbscan min_cluster=20 min_samples=5 method=leaf as dense", After = "scale minmax")]
[Cite("Campello, Moulavi & Sander 2013, PAKDD")]
[Cite("McInnes & Healy 2017, ICDMW; Malzer & Baum 2020, MFI (epsilon)")]
public sealed record Hdbscan : Clustering
{
    [Arg("Smallest group that counts as a cluster."), Between(2, 1_000_000_000)]
    [AlsoCalled("min_cluster_size", "minPts", "min_points", "min_size", "minimum", "size", "smallest")]
    public int MinCluster { get; init; } = 5;

    [Arg("Neighbours that make a point dense, itself not counted; as `min_cluster` unless given."), Between(1, 10_000)]
    [AlsoCalled("min_sample", "neighbours", "neighbors", "core_size", "k_neighbors", "n_neighbors", "samples")]
    public int? MinSamples { get; init; }

    [Arg("Take the most stable clusters (`eom`) or the finest (`leaf`).")]
    [AlsoCalled("cluster_selection_method", "selection", "selection_method")]
    [AlsoCalled("excess_of_mass", "mass", "stable", Value = "eom")]
    [AlsoCalled("leaves", "fine", "finest", Value = "leaf")]
    public ClusterMethod Method { get; init; } = ClusterMethod.Eom;

    [Arg("Do not split clusters that are closer than this distance."), AtLeast(0)]
    [AlsoCalled("cluster_selection_epsilon", "eps", "distance", "radius", "selection_epsilon")]
    public double Epsilon { get; init; }

    [Arg("Allow all points to be one cluster.")]
    [AlsoCalled("allow_single_cluster", "allow_single", "one_cluster")]
    public bool SingleCluster { get; init; }

    internal static readonly DiagnosticCode LargeMinCluster = new("large-min-cluster", "Clusters too large",
        "A split needs two groups of `min_cluster` rows each. Above half of the rows there can be none, and everything becomes "
        + "noise.",
        CodeExamples.Scaled + "hdbscan min_cluster=600", CodeExamples.Scaled + "hdbscan min_cluster=60")
    { Severity = Severity.Warning };

    protected override bool MayLeaveNoise => true;

    protected override ModelShape Fitted(string name) => ModelShape.Of<HdbscanModel>(name);

    protected override void Demand(Shape before, CheckContext check)
    {
        if (before.Rows is not { } rows) return;
        if (MinCluster > rows)
        {
            check.Refuse(nameof(MinCluster),
                $"`min_cluster` is {MinCluster} but there {(rows == 1 ? "is" : "are")} {Wording.Plural(rows, "row")}.",
                rows < 2 ? "Load more rows: a cluster has at least 2." : $"Give `min_cluster` a value from 2 to {rows}.");
        }
        else if (MinCluster > rows / 2 && !SingleCluster)
        {
            check.Warn(LargeMinCluster, nameof(MinCluster),
                $"`min_cluster` is above half of the {Wording.Count(rows)} rows: they cannot split, and all become noise.",
                "Give it the size of the smallest group that would be worth a name.");
        }
        else if (MinSamples >= rows) check.Warn(nameof(MinSamples), TooManySamples(rows), SamplesHint);
    }
    protected override Price Cost(Workload load) =>
        (load.Earlier.Any(e => HasTree(e, load)) ? new Price { Alone = 200 * load.Rows, Memory = 60 * load.Rows }
            : Price.Near(load.Rows, load.Dimensions, Neighbours)) + Price.Showing(tables: 2, charts: 2);

    int Neighbours => MinSamples ?? MinCluster;

    /// <summary>A step before it has grown the tree, which only another cut is made of.</summary>
    bool HasTree(Workload earlier, Workload load) => earlier.Step is Hdbscan other && other.Neighbours == Neighbours
        && earlier.Before.Rows == load.Before.Rows && earlier.Before.Current == load.Before.Current;

    protected override Clusters Fit(string name, Points points, RunContext run)
    {
        if (MinSamples >= points.Matrix.Rows) run.Warn(TooManySamples(points.Matrix.Rows), SamplesHint);
        var tree = DensityTree.HeldOf(points.Matrix, Neighbours, run.Work);
        var wanted = new Extraction(MinCluster, Method, Epsilon, SingleCluster);
        var found = tree.Value.Extract(wanted, run.Work);
        return new(new HdbscanModel(name, tree, found.Flat) { Wanted = wanted }, found.Labels, found.Strength);
    }

    protected override void Tell(Clusterer model, Points points, LabelColumn labels, RunContext run)
    {
        var tree = ((HdbscanModel)model).Tree;
        if (tree.DistinctRows == 1)
            run.Warn("All points are equal: there is nothing to tell them apart by.", "Choose other columns with `features`.");
        else if (model.Clusters == 0)
            run.Warn("No cluster was found: every point is noise.", NoClusterHint());
        HdbscanView.Show((HdbscanModel)model, run);
        if (model.Clusters == 0) return;
        var rows = labels.Labels.Count(LabelColumn.Noise);
        var noise = (double)rows / labels.Rows;
        var found = $"`{model.Name}`: {Wording.Plural(model.Clusters, "cluster")};";
        run.Say(noise is > 0 and < 0.001
            ? FormattableString.Invariant($"{found} {Wording.Plural(rows, "row")} ({100 * noise:G2} %) of noise.")
            : FormattableString.Invariant($"{found} {100 * noise:0.#} % of the points are noise."));
        if (noise > 0.5) run.Warn(
            FormattableString.Invariant($"{100 * noise:0.#} % of the points are noise."),
            tree.MinSamples > 1
                ? "Try a smaller `min_samples`, a larger `epsilon`, or another `min_cluster`."
                : "Try a larger `epsilon` or another `min_cluster`.");
    }

    protected internal override Clustering AtShare(double share) => this with
    {
        MinCluster = AtShare(MinCluster, share, LeastCount),
        MinSamples = MinSamples is { } samples ? AtShare(samples, share, LeastCount) : null,
    };

    /// <summary>Fewer rows or neighbours than these say little about density.</summary>
    internal const int LeastCount = 5;

    const string SamplesHint = "Give a smaller `min_samples`.";

    static string TooManySamples(int rows) =>
        $"`min_samples` is not below the number of rows ({rows}); {Math.Max(1, rows - 1)} is used.";

    string NoClusterHint() => SingleCluster
        ? "Try a smaller `min_cluster` or a smaller `min_samples`."
        : "Try a smaller `min_cluster`, a smaller `min_samples`, or `single_cluster=true` if one dense group is expected.";
}
