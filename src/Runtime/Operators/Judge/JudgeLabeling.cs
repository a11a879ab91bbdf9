using Runtime.Numerics.Agreement;
using Runtime.Numerics.Validity;

namespace Runtime.Operators.Judge;

/// <summary>What a labeling can be judged by.</summary>
public enum JudgeScore
{
    Silhouette,
    CalinskiHarabasz,
    DaviesBouldin,
    Dunn,
    Dbcv,
}

/// <summary>How good a labeling is by the points alone, and against known classes.</summary>
[Operator("judge", "Score how well a labeling divides the points, cluster by cluster.", Needs = Needs.Points,
    Costly = true,
    Keywords = "silhouette quality validity internal dbcv dunn davies bouldin calinski harabasz purity homogeneity completeness")]
[AlsoCalled("silhouette", "silhouette_score", "silhouette_samples", As = "judge {} scores=silhouette")]
[AlsoCalled("davies_bouldin", "davies_bouldin_score", As = "judge {} scores=davies_bouldin")]
[AlsoCalled("calinski_harabasz", "calinski_harabasz_score", As = "judge {} scores=calinski_harabasz")]
[AlsoCalled("dbcv", "validity_index", As = "judge {} scores=dbcv")]
[AlsoCalled("dunn", "cluster_stats", "cluster_quality", "score", "quality", "validity", "clValid")]
[Example("judge kmeans", After = "scale standard | kmeans k=3")]
[Example("judge kmeans scores=silhouette sample=100 against=genre as verdict", After = "scale standard | kmeans k=3")]
[Cite("Rousseeuw 1987, J. Comput. Appl. Math. 20; Caliński & Harabasz 1974, Commun. Stat. 3(1)")]
[Cite("Davies & Bouldin 1979, IEEE TPAMI 1(2); Dunn 1974, J. Cybernetics 4(1); Moulavi et al. 2014, SDM (DBCV)")]
public sealed record JudgeLabeling : Operator
{
    /// <summary>Above so many rows a spanning tree of each cluster takes minutes.</summary>
    const int ManyRows = 100_000;

    /// <summary>Above so many rows all pairs take an hour.</summary>
    const int TooManyPairs = 5_000_000;

    [Arg("The labeling to judge, or a column of texts or whole numbers.", Positional = true)]
    [AlsoCalled("labels", "clusters", "by", "clustering")]
    public required LabelingRef Labeling { get; init; }

    [Arg("The points that it is judged in; by default the current ones.")]
    [AlsoCalled("points", "data", "x", "on")]
    public PointsRef? Of { get; init; }

    [Arg("Known classes that clusters are held against: a labeling, or a column of texts or whole numbers.")]
    [AlsoCalled("truth", "labels_true", "classes", "true_labels", "class")]
    public LabelingRef? Against { get; init; }

    [Arg("The scores; all of them when not given, but `dbcv` only up to 100,000 rows.")]
    [AlsoCalled("score", "metric", "metrics", "measure", "measures")]
    [AlsoCalled("ch", "variance_ratio", "calinski_harabasz_score", Value = "calinski_harabasz")]
    [AlsoCalled("db", "davies_bouldin_score", Value = "davies_bouldin")]
    [AlsoCalled("silhouette_score", "sil", Value = "silhouette")]
    [AlsoCalled("validity", "validity_index", "density", Value = "dbcv")]
    public ValueList<JudgeScore> Scores { get; init; } = [];

    [Arg("Take the silhouettes of so many rows, each against all others, and say how far their mean may be off; without it of all rows."),
        Between(2, 1_000_000_000)]
    [AlsoCalled("sample_size", "rows", "n")]
    public int? Sample { get; init; }

    [Arg("Leave noise out, or judge it as one more cluster.")]
    [AlsoCalled("outliers", "noise_rows")]
    [AlsoCalled("ignore", "skip", "omit", "exclude", "remove", "without", "leave_out", Value = "drop")]
    [AlsoCalled("keep", "count", "include", "as_label", "cluster", "with", Value = "label")]
    public NoiseRows Noise { get; init; } = NoiseRows.Drop;

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (Against == Labeling)
            check.Refuse(nameof(Against), $"`{Labeling}` is held against itself.", "Name a column of known classes, or another labeling.");
        if (before.Rows > TooManyPairs && Sample is null && Asked(JudgeScore.Silhouette))
            check.Warn(nameof(Sample), $"All pairs of {Wording.Count(before.Rows.Value)} rows take hours.",
                "Take a sample, as in `sample=5000`, which is off by a hundredth.");
        return before.With(ModelShape.Of<Judgement>(NameIn(before)));
    }
    protected override Price Cost(Workload load)
    {
        var pairs = Asked(JudgeScore.Silhouette) ? load.Rows * Math.Min(Sample ?? load.Rows, load.Rows) : 0;
        var dense = Scores.Contains(JudgeScore.Dbcv) || Scores.Count == 0 && load.Rows <= ManyRows ? load.Rows * load.Rows : 0;
        return new Price { Shared = (0.5 * pairs + 2 * dense + 40 * load.Rows) * load.Dimensions, Memory = 16 * load.Rows }
            + Price.Showing(tables: 3, charts: 2);
    }

    public override Operator? Cheaper() => Sample is null && Asked(JudgeScore.Silhouette) ? this with { Sample = 5_000 } : null;

    protected override Study Run(Study study, RunContext run)
    {
        var (points, labeling) = (study.PointsOf(Of?.Name), study.Labeling(Labeling.Name));
        var judged = JudgedGroups.Of(labeling, Noise == NoiseRows.Label);
        var found = points.Fit(matrix => Judge(matrix, judged, run));
        var model = found.Judgement with { Name = NameIn(study.Shape), Clusters = judged.Groups, Noise = judged.NoiseShare };
        if (Against is not null) model = Held(model, study.Labeling(Against.Name), labeling);
        new JudgementView(model, labeling, points, judged, found, this, run).Show();
        return study.With(model);
    }

    bool Asked(JudgeScore score) => Scores.Count == 0 || Scores.Contains(score);

    JudgedScores Judge(Matrix points, JudgedGroups judged, RunContext run)
    {
        var (labels, groups, work, made) = (judged.Labels, judged.Groups, run.Work, new Judgement(""));
        double[]? silhouettes = null, density = null;
        if (Scores.Contains(JudgeScore.Dunn) || Sample is null && (Asked(JudgeScore.Silhouette) || Asked(JudgeScore.Dunn)))
        {
            var all = Silhouettes.Of(points, labels, groups, work);
            if (Asked(JudgeScore.Dunn)) made = made with { Dunn = all.Dunn };
            if (Asked(JudgeScore.Silhouette)) silhouettes = all.Values;
        }
        else if (Asked(JudgeScore.Silhouette)) silhouettes = Silhouettes.Sampled(points, labels, groups, Sample!.Value, run.Seed, work);
        if (silhouettes is not null) made = Judged(made, silhouettes, judged.Rows);
        if (Asked(JudgeScore.CalinskiHarabasz) || Asked(JudgeScore.DaviesBouldin))
        {
            var scores = CentroidScores.Of(points, labels, groups, work);
            if (Asked(JudgeScore.CalinskiHarabasz)) made = made with { CalinskiHarabasz = scores.CalinskiHarabasz };
            if (Asked(JudgeScore.DaviesBouldin)) made = made with { DaviesBouldin = scores.DaviesBouldin };
        }
        if (Scores.Contains(JudgeScore.Dbcv) || Scores.Count == 0 && judged.Rows <= ManyRows)
        {
            var validity = DensityValidity.Of(points, labels, groups, work);
            (made, density) = (made with { Dbcv = validity.Value }, validity.OfGroups);
        }
        return new(made, silhouettes, density);
    }

    static Judgement Judged(Judgement made, double[] silhouettes, int rows)
    {
        var (mean, spread, there) = MeanOf(silhouettes);
        var share = (double)there / rows;
        return made with
        {
            Silhouette = mean,
            SilhouetteError = there < rows ? 1.96 * Math.Sqrt(spread / there * (1 - share)) : 0,
            Misplaced = (double)silhouettes.Count(s => s < 0) / there,
        };
    }

    static (double Mean, double Variance, int Count) MeanOf(double[] values)
    {
        var moments = Numerics.Statistics.Moments.Of(values, Work.Alone);
        return (moments.Mean, moments.Count > 1 ? moments.Variance(1) : 0, (int)moments.Count);
    }

    Judgement Held(Judgement model, Labeling classes, Labeling labeling)
    {
        var table = classes.Against(labeling, Noise == NoiseRows.Drop);
        return model with
        {
            Purity = (double)table.Cells.GroupBy(c => c.ColumnLabel).Sum(g => g.Max(c => c.Count)) / table.Total,
            Homogeneity = MutualInformation.Homogeneity(table),
            Completeness = MutualInformation.Completeness(table),
            V = MutualInformation.V(table),
        };
    }
}

/// <param name="Silhouettes">One a row, NaN where none was computed.</param>
/// <param name="Density">DBCV's part of each group.</param>
sealed record JudgedScores(Judgement Judgement, double[]? Silhouettes, double[]? Density);
