using Runtime.Charts;
using Runtime.Numerics.Density;
using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Cluster;

/// <summary>What says how strange a row is.</summary>
public enum OutlierMethod
{
    /// <summary>How early a row leaves its density cluster.</summary>
    Glosh,

    /// <summary>How much denser it is about a row's neighbours than about the row.</summary>
    Lof,
}

/// <summary>How strange each row is, as a column.</summary>
[Operator("outliers", "Score how strange each row is beside its neighbours or its cluster.", Needs = Needs.Points,
    Costly = true, Keywords = "anomaly detection novelty glosh lof local outlier factor strange")]
[AlsoCalled("lof", "local_outlier_factor", As = "outliers method=lof")]
[AlsoCalled("glosh", "outlier_scores", As = "outliers method=glosh")]
[AlsoCalled("anomaly", "anomalies", "anomaly_detection", "outlier_detection", "novelty", "outlier")]
[InsteadOf("isolation forest or one-class models", "isolation_forest", "OneClassSVM", "EllipticEnvelope")]
[Example("outliers", After = "scale standard")]
[Example("outliers method=lof neighbors=10 as strange", After = "scale standard")]
[Cite("Campello, Moulavi, Zimek & Sander 2015, ACM TKDD 10(1) (GLOSH)")]
[Cite("Breunig, Kriegel, Ng & Sander 2000, SIGMOD (LOF)")]
public sealed record Outliers : Operator
{
    const int Strangest = 10;
    const int Steps = 100;

    [Arg("By the density tree (`glosh`, 0 to 1) or by the neighbours (`lof`, 1 is usual).", Positional = true)]
    [AlsoCalled("by", "algorithm")]
    [AlsoCalled("local_outlier_factor", "local", Value = "lof")]
    [AlsoCalled("hdbscan", "density", Value = "glosh")]
    public OutlierMethod Method { get; init; }

    [Arg("Neighbours that a row is held against, itself not counted, with `lof`; 20 when not given."), Between(1, 10_000)]
    [AlsoCalled("n_neighbors", "neighbours", "k", "n_neighbours", "minPts")]
    public int? Neighbors { get; init; }

    [Arg("Smallest group that counts as a cluster, with `glosh`; 5 when not given."), Between(2, 1_000_000_000)]
    [AlsoCalled("min_cluster_size", "min_size")]
    public int? MinCluster { get; init; }

    [Arg("Neighbours that make a point dense, with `glosh`; as `min_cluster` unless given."), Between(1, 10_000)]
    [AlsoCalled("min_sample", "samples", "core_size")]
    public int? MinSamples { get; init; }

    [Arg("The points to look at; by default the current ones.")]
    [AlsoCalled("points", "data", "on")]
    public PointsRef? Of { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (Method == OutlierMethod.Glosh && Neighbors is not null)
            check.Refuse(nameof(Neighbors), "`neighbors` is of `method=lof`; `glosh` takes `min_samples`.",
                "Say `method=lof`, or `min_samples` in its place.");
        if (Method == OutlierMethod.Lof && (MinCluster ?? MinSamples) is not null)
            check.Refuse(MinCluster is null ? nameof(MinSamples) : nameof(MinCluster),
                "`min_cluster` and `min_samples` are of `method=glosh`; `lof` takes `neighbors`.", "Say `method=glosh`, or `neighbors`.");
        if (Neighbors >= before.Rows)
            check.Warn(nameof(Neighbors), $"`neighbors` is not below the number of rows ({before.Rows}); all others are taken.",
                "Give a smaller `neighbors`.");
        OneScale.Ask(before, check);
        return before.With(new ColumnShape(NameIn(before), ColumnType.Number));
    }
    protected override Price Cost(Workload load) => Price.Near(load.Rows, load.Dimensions, Method == OutlierMethod.Lof ? Neighbors ?? 20
        : MinSamples ?? MinCluster ?? 5) + Price.Showing(tables: 2, charts: 1);

    protected override Study Run(Study study, RunContext run)
    {
        var points = study.PointsOf(Of?.Name);
        if (points.Matrix.Rows == 0) throw new Refusal("There are no rows to score.", "Check the file or the last `filter`.");
        var (name, minCluster) = (NameIn(study.Shape), MinCluster ?? 5);
        var scores = points.Fit(matrix => Method == OutlierMethod.Lof
            ? LocalOutlierFactor.Of(matrix, Neighbors ?? 20, run.Work)
            : DensityTree.Of(matrix, MinSamples ?? minCluster, run.Work).OutlierScores(minCluster));
        Show(name, scores, points, run);
        return study.With(new NumberColumn(name, scores, whole: false));
    }

    void Show(string name, double[] scores, Points points, RunContext run)
    {
        int[] rows = [.. Enumerable.Range(0, scores.Length).OrderByDescending(r => scores[r]).Take(Strangest)];
        run.Show(new Sheet($"{name}_top", $"The strangest rows by `{name}`",
        [
            new("row", CellFormat.Count, [.. rows.Select(r => (object)(r + 1))]),
            new(name, CellFormat.Number, [.. rows.Select(r => (object)scores[r])]),
            .. points.Columns.Select((c, j) => new SheetColumn(c, CellFormat.Number, [.. rows.Select(r => (object)points.Matrix[r, j])])),
        ]));
        var all = Distribution.Of(scores);
        var (middle, high) = (CellText.Number(all.Quantile(0.5)), CellText.Number(all.Quantile(0.99)));
        double[] shares = [.. Enumerable.Range(0, Steps + 1).Select(i => (double)i / Steps)];
        run.Show(new LineChart($"{name}_scores", $"How strange rows are by `{name}`", shares,
            [new("score", [.. shares.Select(all.Quantile)])])
        {
            XAxis = "share of the rows",
            YAxis = Method == OutlierMethod.Lof ? "local outlier factor" : "GLOSH",
            Note = $"Half of the rows score below {middle}, 99 % below {high}.",
        });
        run.Say($"Half of the rows score below {middle}, 99 % below {high}; the strangest is row {Wording.Count(rows[0] + 1)} with "
            + $"{CellText.Number(scores[rows[0]])}. {(Method == OutlierMethod.Lof
                ? "1 is as dense as the neighbours, 2 half as dense."
                : "0 stays in its cluster to the last, near 1 leaves it at once.")}");
    }
}
