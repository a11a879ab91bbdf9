using Runtime.Numerics.Density;

namespace Runtime.Operators.Cluster;

/// <summary>What settings of a density clustering are chosen by.</summary>
public enum DensityGoal
{
    /// <summary>The most valid of those that leave little enough noise.</summary>
    Coverage,

    /// <summary>How much denser rows are than where their cluster parts from the others.</summary>
    Validity,

    /// <summary>How much the neighbouring settings agree.</summary>
    Stability,

    /// <summary>Over how many sizes clusters stay the finest of the tree: of all smallest sizes at once, without a grid.</summary>
    Persistence,
}

/// <summary>HDBSCAN* over a grid of settings: one pass over the neighbours, one tree for each min_samples, cuts that cost little.</summary>
[Operator("hdbscan search", "Try settings of hdbscan, show what each makes of the rows, and keep the best for a goal.",
    Needs = Needs.Points, Costly = true,
    Keywords = "tune parameters min_cluster_size min_samples grid coverage noise validity dbcv plateau plscan")]
[AlsoCalled("plscan", "hdbscan_grid", "tune_hdbscan", "hdbscan_tuning", "density_search")]
[Example("hdbscan search min_cluster=10,20,40 min_samples=5,10 goal=coverage coverage=50%", After = "scale minmax")]
[Example("hdbscan search goal=stability as settled", After = "scale minmax")]
[Example("hdbscan search min_samples=5 goal=persistence as lasting", After = "scale minmax")]
[Cite("Campello, Moulavi & Sander 2013, PAKDD; McInnes & Healy 2017, ICDMW")]
[Cite("Bot, McInnes & Aerts 2025, arXiv:2512.16558 (persistence)")]
public sealed record HdbscanSearch : Clustering
{
    static readonly double[] Shares = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02];

    [Arg("Smallest groups that count as clusters, to be tried; by default six from 0.05 % to 2 % of the rows, and all with "
        + "`goal=persistence`."), Between(2, 1_000_000_000)]
    [AlsoCalled("min_cluster_size", "min_size", "sizes")]
    public ValueList<int> MinCluster { get; init; } = [];

    [Arg("Neighbours that make a point dense, to be tried."), Between(1, 10_000)]
    [AlsoCalled("min_sample", "samples", "neighbors", "neighbours")]
    public ValueList<int> MinSamples { get; init; } = [5, 10, 20];

    [Arg("What to choose by; `coverage` takes the most valid of those that cover enough, `persistence` the clusters that stay the finest "
        + "over most sizes.")]
    [AlsoCalled("criterion", "by", "metric", "score", "optimize")]
    [AlsoCalled("dbcv", "relative_validity", Value = "validity")]
    [AlsoCalled("noise", "cover", Value = "coverage")]
    [AlsoCalled("robust", "plateau", "consistency", Value = "stability")]
    [AlsoCalled("plscan", "persistent", "lifetime", "multiscale", Value = "persistence")]
    public DensityGoal Goal { get; init; } = DensityGoal.Validity;

    [Arg("The share of the rows that are to be in clusters, with `goal=coverage`; 85 % when not given."), Between(0, 1)]
    [AlsoCalled("cover", "min_coverage", "target")]
    public double? Coverage { get; init; }

    [Arg("Take the most stable clusters (`eom`) or the finest (`leaf`); `eom` unless `goal=persistence`, which is of the finest.")]
    [AlsoCalled("cluster_selection_method", "selection", "selection_method")]
    public ClusterMethod? Method { get; init; }

    protected override bool MayLeaveNoise => true;

    protected override ModelShape Fitted(string name) => ModelShape.Of<HdbscanModel>(name);

    protected override void Demand(Shape before, CheckContext check)
    {
        if (Coverage is not null && Goal != DensityGoal.Coverage)
            check.Refuse(nameof(Coverage), "`coverage` is of `goal=coverage`.", "Say `goal=coverage`, or leave it out.");
        if (Goal == DensityGoal.Persistence && Method == ClusterMethod.Eom)
            check.Refuse(nameof(Method), "`goal=persistence` is of the finest clusters of the tree, not of the most stable.",
                "Leave `method` out, or choose by another `goal`.");
        if (MinSamples.Count == 0)
            check.Refuse(nameof(MinSamples), "`min_samples` names nothing to try.", "Give some, as in `min_samples=5,10,20`.");
        if (before.Rows is { } rows && MinCluster.Count > 0 && MinCluster.Min() > rows / 2)
            check.Warn(nameof(MinCluster), $"`min_cluster` is above half of the {Wording.Count(rows)} rows throughout: they cannot split.",
                "Try smaller ones too.");
    }
    protected override Price Cost(Workload load) => Price.Near(load.Rows, load.Dimensions, MinSamples.DefaultIfEmpty(1).Max())
        + (double)MinSamples.Count * new Price
        {
            Shared = 1_000 * load.Rows,
            Alone = (200 + 100.0 * Math.Max(1, MinCluster.Count)) * load.Rows,
        }
        + new Price { Alone = 4 * Price.Compiling } + Price.Showing(tables: 2, charts: 2);

    protected override Clusters Fit(string name, Points points, RunContext run)
    {
        int[] samples = [.. MinSamples.Distinct().Order()];
        if (Goal == DensityGoal.Persistence) return MostPersistent(name, points.Matrix, samples, run);
        var (sizes, method) = (MinCluster.Count > 0 ? [.. MinCluster.Distinct().Order()] : Usual(points.Matrix.Rows), Method ?? default);
        var grid = DensityGrid.Of(points.Matrix, sizes, samples, method, run.Work);
        var choice = new DensityChoice(grid, Goal, Coverage ?? 0.85);
        new DensityGridView(name, grid, choice, run).Show();
        var kept = choice.Kept;
        var model = new HdbscanModel(name, kept.Tree, kept.Found.Flat) { Wanted = new(kept.MinCluster, method) };
        return new(model, kept.Found.Labels, kept.Found.Strength);
    }

    Clusters MostPersistent(string name, Matrix points, int[] samples, RunContext run)
    {
        var choice = PersistenceChoice.Of(points, [.. MinCluster.Distinct().Order()], samples, run.Work);
        var found = choice.Kept.Extract(run.Work);
        new PersistenceView(name, choice, found, run).Show();
        return new(new HdbscanModel(name, choice.Kept.Tree, found.Flat) { Wanted = choice.Kept.Wanted }, found.Labels, found.Strength);
    }

    protected override void Tell(Clusterer model, Points points, LabelColumn labels, RunContext run)
    {
        HdbscanView.Show((HdbscanModel)model, run);
        if (model.Clusters == 0)
            run.Warn("No setting finds a cluster: every point is noise.", "Try smaller `min_cluster` and `min_samples`.");
    }

    protected internal override Clustering AtShare(double share) => this with
    {
        MinCluster = [.. MinCluster.Select(c => AtShare(c, share, Hdbscan.LeastCount))],
        MinSamples = [.. MinSamples.Select(s => AtShare(s, share, Hdbscan.LeastCount))],
    };

    /// <summary>Shares of the rows in two digits, as one would write them.</summary>
    static int[] Usual(int rows)
    {
        return [.. Shares.Select(s => Math.Max(5, Round(s * rows))).Distinct()];

        static int Round(double value)
        {
            var unit = 1;
            while (value / unit >= 100) unit *= 10;
            return (int)Math.Round(value / unit) * unit;
        }
    }
}
