using Runtime.Operators.Cluster;

namespace Runtime.Operators.Judge;

/// <summary>How surely each cluster comes back when a clustering is done again on rows that are drawn anew.</summary>
[Operator("stability", "Cluster half of the rows again and again, and say which clusters come back.", Needs = Needs.Points,
    Costly = true, Keywords = "bootstrap subsample resample jaccard robust reproducible real clusters seeds")]
[AlsoCalled("clusterboot", "cluster_stability", "bootstrap_clusters", "resample_clusters", "pvclust", "prediction_strength")]
[Example("stability kmeans", After = "scale standard | kmeans k=3")]
[Example("stability hdbscan runs=10 by_row=true as steady", After = "scale minmax | hdbscan min_cluster=20 min_samples=5")]
[Cite("Hennig 2007, Computational Statistics & Data Analysis 52(1)")]
public sealed record Stability : Operator
{
    [Arg("The clustering to do again.", Positional = true)]
    [AlsoCalled("labels", "labeling", "clustering", "clusters")]
    public required LabelingRef Of { get; init; }

    [Arg("How many times rows are drawn and clustered."), Between(2, 500)]
    [AlsoCalled("b", "nboot", "draws", "repeats", "replicates", "times")]
    public int Runs { get; init; } = 20;

    [Arg("How many rows are drawn at most; half of them where that is less."), Between(2, 1_000_000_000)]
    [AlsoCalled("sample", "sample_size", "most", "max_rows")]
    public int Rows { get; init; } = 20_000;

    [Arg("Make a column of how often a row was found with its cluster again, of the times it was drawn.")]
    [AlsoCalled("column", "rowwise", "per_row", "consistency")]
    public bool ByRow { get; init; }

    [Arg("The points that were clustered; by default the current ones.")]
    [AlsoCalled("data", "on")]
    public PointsRef? Points { get; init; }

    [Arg("Seed of the draws and of the starts within them; the script's own when not given.")]
    [AlsoCalled("random_state", "random_seed")]
    public int? Seed { get; init; }

    protected override Reads ReadsUnnamed(Shape before) => NoiseRowsOf.Reads(Of, before);

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (before.Columns?.Find(Of.Name) is { Type: not ColumnType.Label })
            check.Refuse(nameof(Of), $"`{Of}` is no clustering, so that it cannot be done again.",
                "Name what a clustering made, such as `kmeans`.");
        var name = NameIn(before);
        return (ByRow ? before.With(new ColumnShape(name, ColumnType.Number)) : before).With(ModelShape.Of<StabilityFindings>(name));
    }
    protected override Price Cost(Workload load) =>
        Runs * Redone(load, Math.Min(Rows, load.Rows / 2)) + Price.Showing(tables: 2, charts: 2);

    /// <summary>The clustering of so many rows, and each row of the study put into one of its clusters.</summary>
    Price Redone(Workload load, double rows) =>
        (load.Maker(Of.Name) is { } made ? made.Step.PriceOf(made.WithRows(rows)) : Price.Near(rows, load.Dimensions, 5))
            with
        { Charts = 0 } + new Price { Shared = 60 * load.Rows, Memory = 200 * load.Rows, Spread = 2 };

    protected override Study Run(Study study, RunContext run)
    {
        var (points, labels) = (study.PointsOf(Points?.Name), (LabelColumn)study.Column(Of.Name));
        var labeling = Labeling.Of(labels);
        Demand(labeling, points);
        var drawn = Math.Min(Rows, points.Matrix.Rows / 2);
        var steps = StepsOn(points, study);
        steps = steps with { Step = steps.Step.AtShare((double)drawn / points.Matrix.Rows) };
        var redrawn = points.Fit(_ => new RedrawnClusters(steps, points, labeling).Draw(drawn, Runs, Seed ?? run.Seed, run));
        var model = redrawn.Findings(NameIn(study.Shape));
        new StabilityView(model, redrawn, labeling, run).Show();
        run.Say($"`{Of}` was made again {Runs} times, of {Wording.Plural(drawn, "row")} of {Wording.Count(labels.Rows)} each time, by "
            + $"`{steps.Step.Text}`.");
        return (ByRow ? study.With(new NumberColumn(model.Name, redrawn.Consistency(), whole: false)) : study).With(model);
    }

    void Demand(Labeling labeling, Points points)
    {
        if (labeling.Ungrouped == labeling.Labels.Length)
            throw new Refusal($"`{Of}` has no cluster that could come back.", "Find clusters first.") { Argument = nameof(Of) };
        if (points.Matrix.Rows < 4)
            throw new Refusal($"Half of {Wording.Plural(points.Matrix.Rows, "row")} cannot be clustered.", "Load more rows.");
    }

    /// <summary>The steps that made the clustering, where they can be done again on these points.</summary>
    StepsAgain StepsOn(Points points, Study study)
    {
        var steps = StepsAgain.Of(study, Of.Name);
        var (made, same) = (steps.Model, steps.Model.Inputs.Equals(points.Columns));
        if (same && made.Source.Equals(points.Source)) return steps;
        throw new Refusal(same
            ? $"`{Of}` was made of {Wording.Names(made.Source)}, and `{points.Name}` of {Wording.Names(points.Source)}."
            : $"`{Of}` was made of points with the columns {Wording.Names(made.Inputs)}, and `{points.Name}` has others.",
            "Name the points that were clustered with `points=`, or go back to them with `use`.")
        { Argument = nameof(Points) };
    }
}

/// <summary>How surely clusters come back.</summary>
public sealed record StabilityFindings(
    string Name,
    [property: Metric("The mean Jaccard similarity of the clusters with what they came back as, each by its rows.", Decimals = 4)]
    double MeanJaccard,
    [property: Metric("That of the cluster that comes back least.", Decimals = 4)] double LeastJaccard,
    [property: Metric("Clusters below 0.6, which are not to be trusted.")] int Unstable,
    [property: Metric("Clusters from 0.6 to 0.75: something is there, but which rows belong to it is doubtful.")] int Doubtful)
    : Findings(Name)
{
    protected override void AddContent(ContentHash hash) => hash.Add<double>([MeanJaccard, LeastJaccard, Unstable, Doubtful]);
}
