using Runtime.Numerics.Explanation;
using Runtime.Operators.Cluster;

namespace Runtime.Operators.Judge;

/// <summary>What the noise of a labeling is: near which clusters, how near, and how it differs from what is clustered.</summary>
[Operator("noise", "Say what the noise of a labeling is: near which clusters, how far, and how it differs from clustered rows.",
    Needs = Needs.Points, Costly = true, Keywords = "outliers unclustered border bridge why noise explain coverage")]
[AlsoCalled("explain_noise", "unclustered", "border_points", "noise_points")]
[Example("noise hdbscan", After = "scale minmax | hdbscan min_cluster=20 min_samples=5")]
[Example("noise hdbscan columns=danceability..energy as rest", After = "scale minmax | hdbscan min_cluster=20 min_samples=5")]
[Cite("Campello, Moulavi & Sander 2013, PAKDD (mutual reachability)")]
public sealed record Noise : Operator
{
    [Arg("The labeling whose noise is looked at.", Positional = true)]
    [AlsoCalled("labels", "clusters", "by")]
    public required LabelingRef Labeling { get; init; }

    [Arg("The points that say what is near; by default the current ones.")]
    [AlsoCalled("points", "data", "on")]
    public PointsRef? Of { get; init; }

    [Arg("The columns of the table that noise and clustered rows are compared in; those of the points when not given."), Numeric]
    [AlsoCalled("vars", "cols", "features")]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    [Arg("Neighbours that make a point dense, itself not counted; as the clustering had it, else 5."), Between(1, 10_000)]
    [AlsoCalled("min_sample", "samples", "core_size")]
    public int? MinSamples { get; init; }

    protected override Reads ReadsUnnamed(Shape before) => NoiseRowsOf.Reads(Labeling, before)
        .And(Of is null && Columns.Count > 0 && before.CurrentPoints is { } current ? new() { Points = [current] } : Runtime.Reads.Nothing);

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (before.Columns?.Find(Labeling.Name) is { Type: not ColumnType.Label })
            check.Refuse(nameof(Labeling), $"`{Labeling}` is no clustering, so that it has no noise.",
                "Name what a clustering made, such as `hdbscan`.");
        return before.With(ModelShape.Of<NoiseFindings>(NameIn(before)));
    }
    protected override Price Cost(Workload load) =>
        3 * Price.Near(load.Rows, load.Dimensions, MinSamples ?? 5) + Price.Showing(tables: 3, charts: 2);

    protected override Study Run(Study study, RunContext run)
    {
        var (points, labels) = (study.PointsOf(Of?.Name), (LabelColumn)study.Column(Labeling.Name));
        var labeling = Runtime.Labeling.Of(labels);
        Demand(labeling);
        var samples = NoiseRowsOf.Samples(MinSamples, study, Labeling.Name);
        var ranges = points.Fit(matrix => NoiseRanges.Of(matrix, labels, labeling, samples, run.Work));
        var compared = Columns.Count > 0 ? TablePoints.Of("columns", study.Loaded, Columns) : points;
        int[] sides = Array.ConvertAll(labeling.Labels, l => l < 0 ? 1 : 0);
        var effects = compared.Fit(matrix => GroupEffects.Of(matrix, sides, 2, run.Work));
        var model = ranges.Findings(NameIn(study.Shape), labeling);
        new NoiseView(model, labeling, ranges, compared, effects, run).Show();
        return study.With(model);
    }

    void Demand(Labeling labeling)
    {
        if (labeling.Ungrouped == 0)
            throw new Refusal($"`{Labeling}` has no noise: all {Wording.Plural(labeling.Labels.Length, "row")} are in clusters.",
                "Leave this step out, or score rows with `outliers`.")
            { Argument = nameof(Labeling) };
        if (labeling.Ungrouped == labeling.Labels.Length)
            throw new Refusal($"`{Labeling}` has no cluster: all rows are noise, and there is nothing to be near to.",
                "Find clusters first: a smaller `min_cluster` or `min_samples`.")
            { Argument = nameof(Labeling) };
    }
}

/// <summary>What the noise of a labeling is.</summary>
/// <param name="Share">Of all rows.</param>
public sealed record NoiseFindings(
    string Name,
    [property: Metric("Share of the rows that are noise.")] double Share,
    [property: Metric("Share of the noise that is as near to a cluster as the edge of that is to itself.")] double Edge,
    [property: Metric("Share of the noise that is about as near to two clusters, and not far.")] double Bridge,
    [property: Metric("Share of the noise that is at most twice as far as the edge.")] double Near,
    [property: Metric("Share of the noise that is farther.")] double Far) : Findings(Name)
{
    protected override void AddContent(ContentHash hash) => hash.Add<double>([Share, Edge, Bridge, Near, Far]);
}
