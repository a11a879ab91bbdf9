using Runtime.Numerics;

namespace Runtime.Operators.Cluster;

/// <summary>Clusters the points around k centres: greedy k-means++ on a sample, then Lloyd's iterations on all rows.</summary>
[Operator("kmeans", "Group the points around k centres.", Needs = Needs.Points, Costly = true,
    Keywords = "k-means lloyd centroid partition")]
[AlsoCalled("MiniBatchKMeans", "kmeans_plus_plus", "lloyd", "cluster", "clustering", "segment", "partition",
    "KMeansClustering", "kcluster", "fit_predict")]
[InsteadOf("k-medoids", "pam", "kmedoids", "clara", "kmodes", "KPrototypes", "kmedian")]
[InsteadOf("spectral clustering", "SpectralClustering", "spectral", "AffinityPropagation", "birch", "BisectingKMeans", "fuzzy_cmeans",
    "cmeans", "som")]
[InsteadOf("prediction of known classes", "classify", "knn", "KNeighborsClassifier", "random_forest",
    "RandomForestClassifier", "svm", "svc", "logistic_regression", "decision_tree", "rpart", "xgboost", "lightgbm", "train",
    "train_test_split", "naive_bayes", "mlp", "neural_network", "fit", "cross_val_score", "gridsearch")]
[Example("kmeans k=3", After = "scale standard")]
[Cite("Lloyd 1982, IEEE Trans. Inf. Theory 28(2)")]
[Cite("Arthur & Vassilvitskii 2007, SODA")]
public sealed record KMeans : Clustering
{
    [Arg("How many clusters."), Between(1, 100_000)]
    [AlsoCalled("n_clusters", "clusters", "centers", "centres", "n_components", "components", "num_clusters", "nclust", "ncenters",
        "n_cluster", "number_of_clusters", "G")]
    public required int K { get; init; }

    [Arg("How many independent starts to take the best of."), Between(1, 1_000)]
    [AlsoCalled("nstart", "starts", "restarts", "n_starts", "n_restarts", "repeats", "replicates")]
    public int NInit { get; init; } = 1;

    [Arg("Stop after this many iterations on all rows, which come after those on a sample."), Between(1, 1_000_000)]
    [AlsoCalled("iter.max", "iterations", "n_iter", "max_iterations", "maxit")]
    public int MaxIter { get; init; } = 300;

    [Arg("Stop when the centres move by less, in units of the mean variance of the columns."), AtLeast(0)]
    [AlsoCalled("tolerance", "eps", "convergence", "threshold", "epsilon", "stop")]
    public double Tol { get; init; } = 1e-4;

    [Arg("Seed of the starts; the script's own when not given.")]
    [AlsoCalled("random_state", "seed_value", "rng", "random_seed", "rand_seed")]
    public int? Seed { get; init; }

    protected override int? Promised => K;

    protected override bool GivesStrength => false;

    protected override ModelShape Fitted(string name) => ModelShape.Of<KMeansModel>(name);

    protected override void Demand(Shape before, CheckContext check) => DemandRows(K, nameof(K), "Set `k` to", before, check);
    protected override Price Cost(Workload load) => PriceOf(load, K, NInit);

    /// <summary>Starts compete on a sample, and the best goes over all rows some twenty times.</summary>
    internal static Price PriceOf(Workload load, double k, double starts) => starts * new Price
    {
        Shared = 6.5e6 * load.Dimensions * k * Math.Min(1, load.Rows / 25_000) + (70 + 5 * load.Dimensions * k) * load.Rows,
        Memory = 16 * load.Rows,
        Spread = 1.6,
    } + Price.Showing(tables: 2, charts: 1);

    protected override Clusters Fit(string name, Points points, RunContext run)
    {
        var fit = KMeansFit.Of(points.Matrix, K, NInit, MaxIter, Tol, Seed ?? run.Seed, run.Work);
        return new(new KMeansModel(name, fit.Centres, fit.Inertia, fit.SampleIterations, fit.Iterations, fit.Converged), fit.Labels);
    }

    protected override void Tell(Clusterer model, Points points, LabelColumn labels, RunContext run)
    {
        if (!((KMeansModel)model).Converged)
            run.Warn($"`{model.Name}` had not converged after {MaxIter} iterations.",
                "Raise `max_iter`, or `tol` if the digits do not matter.");
        var empty = labels.Sizes.Count(s => s == 0);
        if (empty > 0)
            run.Warn($"{empty} of the {K} clusters {Wording.Are(empty)} empty: the points have fewer than {K} distinct rows.",
                $"Set `k` to {K - empty} or less.");
    }
}
