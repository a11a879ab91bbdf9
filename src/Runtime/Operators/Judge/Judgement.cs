namespace Runtime.Operators.Judge;

/// <summary>What the scores of a labeling are; NaN for those that were not asked for or cannot be.</summary>
public sealed record Judgement(string Name) : Findings(Name)
{
    [Metric("Clusters that were judged; noise is one of them with `noise=label`.")]
    public int Clusters { get; init; }

    [Metric("Share of the rows that are noise.")]
    public double Noise { get; init; }

    [Metric("Mean silhouette of the rows, −1 to 1.")]
    public double Silhouette { get; init; } = double.NaN;

    [Metric("How far the mean silhouette of a sample may be off (95 %); 0 of all rows.")]
    public double SilhouetteError { get; init; } = double.NaN;

    [Metric("Share of the rows that are nearer to another cluster than to their own.")]
    public double Misplaced { get; init; } = double.NaN;

    [Metric("Caliński–Harabasz: variance between clusters over that within; higher is better.")]
    public double CalinskiHarabasz { get; init; } = double.NaN;

    [Metric("Davies–Bouldin: how alike clusters are to the one most like them; lower is better.")]
    public double DaviesBouldin { get; init; } = double.NaN;

    [Metric("Dunn: the least distance between clusters over the greatest within one.")]
    public double Dunn { get; init; } = double.NaN;

    [Metric("DBCV: how dense clusters are against what is between them, −1 to 1; noise counts as 0.")]
    public double Dbcv { get; init; } = double.NaN;

    [Metric("Share of the rows that are of the commonest class of their cluster, with `against`.")]
    public double Purity { get; init; } = double.NaN;

    [Metric("1 when each cluster is of one class, with `against`.")]
    public double Homogeneity { get; init; } = double.NaN;

    [Metric("1 when each class is in one cluster, with `against`.")]
    public double Completeness { get; init; } = double.NaN;

    [Metric("V-measure: the harmonic mean of homogeneity and completeness, with `against`.")]
    public double V { get; init; } = double.NaN;

    protected override void AddContent(ContentHash hash) => hash.Add<double>([.. Metrics.Select(m => m.Value)]);
}
