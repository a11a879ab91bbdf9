using Runtime.Charts;
using Runtime.Numerics;
using Runtime.Numerics.Validity;
using Runtime.Operators.Draw;

namespace Runtime.Operators.Cluster;

/// <summary>What a number of clusters is chosen by.</summary>
public enum KMeansGoal
{
    Silhouette,
    CalinskiHarabasz,
    Gap,
}

/// <summary>K-means over a range of k, judged by inertia, silhouette, Caliński–Harabasz and the gap statistic.</summary>
[Operator("kmeans search", "Try numbers of clusters with kmeans, show how each is judged, and keep the best for a goal.",
    Needs = Needs.Points, Costly = true, Keywords = "elbow inertia silhouette gap statistic number of clusters choose k")]
[AlsoCalled("elbow", "elbow_method", "KElbowVisualizer", "fviz_nbclust", "nbclust", "clusGap", "gap_statistic", "kmeans_elbow",
    "inertia")]
[Example("kmeans search k=2..5", After = "scale standard")]
[Example("kmeans search k=1..4 goal=gap as counted", After = "scale standard")]
[Cite("Rousseeuw 1987, J. Comput. Appl. Math. 20; Caliński & Harabasz 1974, Commun. Stat. 3(1)")]
[Cite("Tibshirani, Walther & Hastie 2001, J. R. Stat. Soc. B 63(2)")]
public sealed record KMeansSearch : Clustering
{
    /// <summary>Up to so many rows silhouettes are those of all.</summary>
    const int AllRows = 20_000;

    /// <summary>Above it, of so many, each against all others.</summary>
    const int SampleRows = 2_000;

    [Arg("How many clusters, from and to."), Between(1, 1_000)]
    [AlsoCalled("n_clusters", "clusters", "centers", "k_range", "num_clusters")]
    public Interval K { get; init; } = new(2, 10);

    [Arg("What to choose by; all are shown.")]
    [AlsoCalled("criterion", "by", "metric", "score")]
    [AlsoCalled("ch", "variance_ratio", "calinski", Value = "calinski_harabasz")]
    [AlsoCalled("gap_statistic", Value = "gap")]
    public KMeansGoal Goal { get; init; }

    [Arg("How many independent starts to take the best of."), Between(1, 1_000)]
    [AlsoCalled("nstart", "starts", "restarts", "n_starts")]
    public int NInit { get; init; } = 1;

    [Arg("Seed of the starts; the script's own when not given.")]
    [AlsoCalled("random_state", "random_seed")]
    public int? Seed { get; init; }

    protected override bool GivesStrength => false;

    protected override ModelShape Fitted(string name) => ModelShape.Of<KMeansModel>(name);

    protected override void Demand(Shape before, CheckContext check)
    {
        if (K.Count < 1)
            check.Refuse(nameof(K), $"`k` is {K}, which holds no number of clusters.", "Give it upwards, such as `k=2..10`.");
        else if (K.Last < 2 && Goal != KMeansGoal.Gap)
            check.Refuse(nameof(K), "One cluster can only be judged by `goal=gap`.", "Give `k` a range, such as `k=2..10`.");
        DemandRows(K.Last, nameof(K), "End the range at", before, check);
    }
    protected override Price Cost(Workload load) =>
        K.Values.Select(k => KMeans.PriceOf(load, k, NInit)).Append(Judging(load)).Aggregate((all, next) => all + next)
        + new Price { Alone = 3 * Price.Compiling };

    /// <summary>Silhouettes of all rows or of a sample, and the same clusterings of reference data.</summary>
    Price Judging(Workload load) => (double)K.Count * new Price
    {
        Shared = load.Rows * (load.Rows <= AllRows ? load.Rows : SampleRows) * load.Dimensions * 1.1,
        Memory = 8 * load.Rows * load.Dimensions,
    };

    protected override Clusters Fit(string name, Points points, RunContext run)
    {
        var (tried, seed) = (new List<KMeansTrial>(), Seed ?? run.Seed);
        foreach (var k in K.Values)
        {
            run.Work.Report($"clustering with k={k}", (double)tried.Count / K.Count);
            var fit = KMeansFit.Of(points.Matrix, k, NInit, 300, 1e-4, seed, run.Work);
            tried.Add(Judged(fit, k, points.Matrix, seed, run.Work));
        }
        var gaps = GapStatistic.Of(points.Matrix, [.. K.Values], seed, run.Work);
        var kept = Goal switch
        {
            KMeansGoal.Gap => gaps.Choice(),
            KMeansGoal.CalinskiHarabasz => Best(tried, t => t.CalinskiHarabasz),
            _ => Best(tried, t => t.Silhouette),
        };
        Show(name, tried, gaps, kept, run);
        Flows(name, tried, kept, run);
        var best = tried[kept].Fit;
        return new(new KMeansModel(name, best.Centres, best.Inertia, best.SampleIterations, best.Iterations, best.Converged), best.Labels);
    }

    /// <summary>The greatest; of equal ones the fewest clusters.</summary>
    static int Best(List<KMeansTrial> tried, Func<KMeansTrial, double> score) =>
        Enumerable.Range(0, tried.Count).MaxBy(i => double.IsNaN(score(tried[i])) ? double.NegativeInfinity : score(tried[i]));

    static KMeansTrial Judged(KMeansFit fit, int k, Matrix points, long seed, Work work)
    {
        int[] there = [.. fit.Labels.Distinct().Order()];
        if (there.Length < 2) return new(fit, k, double.NaN, double.NaN);
        var labels = there.Length == k ? fit.Labels : Array.ConvertAll(fit.Labels, l => Array.BinarySearch(there, l));
        var silhouettes = points.Rows <= AllRows ? Silhouettes.Of(points, labels, there.Length, work).Values
            : Silhouettes.Sampled(points, labels, there.Length, SampleRows, seed, work);
        var mean = Numerics.Statistics.Moments.Of(silhouettes, work).Mean;
        return new(fit, k, mean, CentroidScores.Of(points, labels, there.Length, work).CalinskiHarabasz);
    }

    void Show(string name, List<KMeansTrial> tried, GapStatistic gaps, int kept, RunContext run)
    {
        static object? Cell(double value) => double.IsNaN(value) ? null : value;
        run.Show(new Sheet($"{name}_by_k", $"Numbers of clusters tried by `{name}`",
        [
            new("k", CellFormat.Count, [.. tried.Select(t => (object)t.K)]),
            new("inertia", CellFormat.Number, [.. tried.Select(t => (object)t.Fit.Inertia)]),
            new("silhouette", CellFormat.Number, [.. tried.Select(t => Cell(t.Silhouette))]),
            new("calinski_harabasz", CellFormat.Number, [.. tried.Select(t => Cell(t.CalinskiHarabasz))]),
            new("gap", CellFormat.Number, [.. gaps.Gap.Select(g => (object)g)]),
            new("gap_error", CellFormat.Number, [.. gaps.Error.Select(e => (object)e)]),
            new("kept", CellFormat.Text, [.. tried.Select((_, i) => i == kept ? "kept" : "")]),
        ]));
        foreach (var (what, values) in ((string, double[])[])[("inertia", [.. tried.Select(t => t.Fit.Inertia)]),
            ("silhouette", [.. tried.Select(t => t.Silhouette)]), ("gap", gaps.Gap)])
            run.Show(new LineChart($"{name}_{what}", $"{char.ToUpperInvariant(what[0])}{what[1..]} over the number of clusters",
                [.. tried.Select(t => (double)t.K)], [new Series(what, values)])
            {
                XAxis = "k",
                YAxis = what,
                Marked = (0, kept),
                Note = $"{CellText.Number(values[kept])} at k = {tried[kept].K}, which is kept.",
            });
        Say(tried, gaps, kept, run);
    }

    static void Flows(string name, List<KMeansTrial> tried, int kept, RunContext run)
    {
        if (tried.Count > 1)
            run.Show(LabelingFlows.OverSettings(
                $"{name}_flows", "How the clusters part as `k` grows", "k", [.. tried.Select(LabelingOf)], kept, run));
    }

    static Labeling LabelingOf(KMeansTrial trial) =>
        new(Wording.Count(trial.K), trial.Fit.Labels, [.. Enumerable.Range(0, trial.K).Select(Wording.Cluster)], Wording.Cluster(-1));

    void Say(List<KMeansTrial> tried, GapStatistic gaps, int kept, RunContext run)
    {
        var (bySilhouette, byRatio, byGap) = (Best(tried, t => t.Silhouette), Best(tried, t => t.CalinskiHarabasz), gaps.Choice());
        var goal = Goal switch { KMeansGoal.Gap => "the gap", KMeansGoal.CalinskiHarabasz => "Caliński–Harabasz", _ => "the silhouette" };
        run.Say($"`k={tried[kept].K}` is kept by {goal}. The silhouette would take {tried[bySilhouette].K}, Caliński–Harabasz "
            + $"{tried[byRatio].K}, the gap {tried[byGap].K}.");
        if (tried[bySilhouette].Silhouette < 0.25)
            run.Say($"No number of clusters has a silhouette of 0.25 ({Wording.Number(tried[bySilhouette].Silhouette)} at most): "
                + "the points do not fall into groups around centres.");
        if (kept == tried.Count - 1 && tried.Count > 1)
            run.Say("The best is at the end of the range: more clusters may be better still.");
    }

    protected override void Tell(Clusterer model, Points points, LabelColumn labels, RunContext run)
    {
        if (!((KMeansModel)model).Converged)
            run.Warn($"`{model.Name}` had not converged after 300 iterations.", "Fit it with `kmeans` and a larger `max_iter`.");
    }
}

/// <param name="Silhouette">NaN for one cluster.</param>
/// <param name="CalinskiHarabasz">NaN for one cluster.</param>
sealed record KMeansTrial(KMeansFit Fit, int K, double Silhouette, double CalinskiHarabasz);
