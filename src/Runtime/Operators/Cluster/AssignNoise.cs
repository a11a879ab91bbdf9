namespace Runtime.Operators.Cluster;

/// <summary>What makes a cluster near.</summary>
public enum NoiseDistance
{
    /// <summary>Mutual reachability: no distance is below what it takes to have neighbours.</summary>
    Density,

    /// <summary>The distance to the nearest row.</summary>
    Nearest,
}

/// <summary>Another labeling, in which each noise row is in the cluster that is nearest to it.</summary>
[Operator("assign noise", "Put the noise of a labeling into the nearest clusters, as a new labeling with its confidence.",
    Needs = Needs.Points, Costly = true,
    Keywords = "outliers soft clustering approximate predict coverage reassign noise rows to clusters")]
[AlsoCalled("reduce_outliers", "all_points_membership_vectors", "reassign_noise", "fill_noise", "membership_vector")]
[Example("assign noise of=hdbscan", After = "scale minmax | hdbscan min_cluster=20 min_samples=5")]
[Example("assign noise of=hdbscan by=nearest as whole", After = "scale minmax | hdbscan min_cluster=20 min_samples=5")]
[Cite("Campello, Moulavi & Sander 2013, PAKDD (mutual reachability)")]
public sealed record AssignNoise : Operator
{
    [Arg("The labeling whose noise is assigned; it stays as it is.", Positional = true)]
    [AlsoCalled("labels", "labeling", "clusters", "noise")]
    public required LabelingRef Of { get; init; }

    [Arg("By mutual reachability, or by the distance to the nearest row.")]
    [AlsoCalled("method", "strategy")]
    [AlsoCalled("reachability", "hdbscan", Value = "density")]
    [AlsoCalled("distance", "euclidean", "neighbour", "neighbor", "knn", Value = "nearest")]
    public NoiseDistance By { get; init; }

    [Arg("Neighbours that make a point dense, itself not counted, with `density`; as the clustering had it, else 5."), Between(1, 10_000)]
    [AlsoCalled("min_sample", "samples", "core_size")]
    public int? MinSamples { get; init; }

    [Arg("The points that say what is near; by default the current ones.")]
    [AlsoCalled("data", "on")]
    public PointsRef? Points { get; init; }

    protected override Reads ReadsUnnamed(Shape before) => NoiseRowsOf.Reads(Of, before);

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (By == NoiseDistance.Nearest && MinSamples is not null)
            check.Refuse(nameof(MinSamples), "`min_samples` is of `by=density`.", "Say `by=density`, or leave it out.");
        if (before.Columns?.Find(Of.Name) is { Type: not ColumnType.Label })
            check.Refuse(nameof(Of), $"`{Of}` is no clustering, so that it has no noise.",
                "Name what a clustering made, such as `hdbscan`.");
        var name = NameIn(before);
        return before.With(ColumnShape.Labeling(name, before.Columns?.Find(Of.Name)?.Clusters, mayHaveNoise: true, hasStrength: true))
            .With(new ColumnShape(Confidence(name), ColumnType.Number));
    }

    static string Confidence(string name) => $"{name}_confidence";
    protected override Price Cost(Workload load) =>
        2.4 * Price.Near(load.Rows, load.Dimensions, MinSamples ?? 5) + Price.Showing(tables: 2, charts: 1);

    protected override Study Run(Study study, RunContext run)
    {
        var (points, labels, name) = (study.PointsOf(Points?.Name), (LabelColumn)study.Column(Of.Name), NameIn(study.Shape));
        var near = points.Fit(matrix => NoiseRowsOf.Near(matrix, labels, By == NoiseDistance.Density
            ? NoiseRowsOf.Samples(MinSamples, study, Of.Name) : null, run.Work));
        var (made, confidence) = (labels.Storage.ToArray(), new double[labels.Rows]);
        for (var row = 0; row < made.Length; row++)
        {
            if (made[row] == LabelColumn.Noise) made[row] = near.Nearest[row];
            confidence[row] = made[row] < 0 ? 0 : labels.Labels[row] >= 0 ? 1 : Sure(near.ToNearest[row], near.ToSecond[row]);
        }
        var assigned = new LabelColumn(name, made, labels.Clusters) { Strength = confidence };
        Show(assigned, labels, confidence, run);
        return study.With(assigned).With(new NumberColumn(Confidence(name), confidence, whole: false));
    }

    /// <summary>1 − nearest / next: 0 halfway between two clusters, 1 within one.</summary>
    static double Sure(double nearest, double second) => second > 0 ? 1 - nearest / second : 0;

    void Show(LabelColumn made, LabelColumn before, double[] confidence, RunContext run)
    {
        var (was, now) = (Labeling.Of(before), Labeling.Of(made));
        var (sizes, grown, sure) = (was.Sizes(), now.Sizes(), new double[before.Clusters]);
        for (var row = 0; row < made.Rows; row++)
            if (made.Labels[row] >= 0 && before.Labels[row] < 0) sure[made.Labels[row]] += confidence[row];
        int[] clusters = [.. Enumerable.Range(0, before.Clusters)];
        run.Show(new Sheet($"{made.Name}_clusters", $"Clusters of `{made.Name}`",
        [
            new("cluster", CellFormat.Text, [.. clusters.Select(Wording.Cluster)]),
            new("size", CellFormat.Count, [.. grown.Select(s => (object)s)]),
            new("before", CellFormat.Count, [.. sizes.Select(s => (object)s)]),
            new("assigned", CellFormat.Count, [.. clusters.Select(c => (object)(grown[c] - sizes[c]))]),
            new("mean_confidence", CellFormat.Number,
                [.. clusters.Select(c => grown[c] == sizes[c] ? null : (object)(sure[c] / (grown[c] - sizes[c])))]),
        ]));
        run.Show(SizeChart.Of(made.Name, grown, now.Ungrouped));
        if (before.Clusters == 0 || sizes.Sum() == 0)
            run.Warn($"`{before.Name}` has no cluster that noise could be put into.", "Find clusters first: a smaller `min_cluster`.");
        else if (was.Ungrouped == 0) run.Say($"`{before.Name}` has no noise: `{made.Name}` is the same.");
        else Say(made, before, confidence, was.Ungrouped, run);
    }

    void Say(LabelColumn made, LabelColumn before, double[] confidence, int noise, RunContext run)
    {
        var unsure = Enumerable.Range(0, made.Rows).Count(r => before.Labels[r] < 0 && confidence[r] < 0.1);
        run.Say($"{Wording.Plural(noise, "noise row")} of `{before.Name}` {(noise == 1 ? "is" : "are")} in the nearest cluster in "
            + $"`{made.Name}`, by {(By == NoiseDistance.Density ? "mutual reachability" : "the distance to the nearest row")}. "
            + $"{Wording.Share((double)unsure / noise)} of them are nearly as near to another one (`{Confidence(made.Name)}` below 0.1). "
            + $"That they are in a cluster was asked for, not found: `{before.Name}` is what was found.");
    }
}
