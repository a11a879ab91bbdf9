using Runtime.Numerics.Mixtures;

namespace Runtime.Operators.Cluster;

/// <summary>Fits a mixture for every number of components and covariance kind, and keeps the best.</summary>
[Operator("gmm search", "Fit mixtures over a range of k and covariance kinds and keep the best.", Needs = Needs.Points,
    Costly = true, Keywords = "model selection grid bic aic number of clusters")]
[AlsoCalled("model_selection", "mclustBIC", "bic_search", "select_k", "choose_k", "best_k", "number_of_clusters", "gmm_select",
    "GridSearchCV")]
[Example("gmm search k=1..3 covariance=full,diag", After = "scale standard")]
[Example("gmm search k=1..2 covariance=spherical cv=5", After = "scale standard")]
[Cite("Schwarz 1978, Ann. Statist. 6; Akaike 1974, IEEE Trans. Autom. Control 19")]
[Cite("Kass & Raftery 1995, J. Am. Stat. Assoc. 90")]
public sealed record GmmSearch : MixtureClustering
{
    [Arg("How many components, from and to."), Between(1, 1_000)]
    [AlsoCalled("n_clusters", "clusters", "centers", "centres", "n_components", "components", "num_clusters", "nclust", "ncenters",
        "n_cluster", "number_of_clusters", "G")]
    public Interval K { get; init; } = new(1, 10);

    [Arg("The covariance kinds to try.")]
    [AlsoCalled("covariance_type", "cov", "covar", "modelNames", "shape", "covariance_kind")]
    [AlsoCalled("diagonal", "diagonals", "VVI", "EEI", "independent", "axis_aligned", Value = "diag")]
    [AlsoCalled("sphere", "isotropic", "VII", "EII", "round", "ball", Value = "spherical")]
    [AlsoCalled("VVV", "unconstrained", "free", "complete", "general", "each", "any", Value = "full")]
    [AlsoCalled("shared", "EEE", "common", "same", "equal", "pooled", Value = "tied")]
    public ValueList<CovarianceKind> Covariance { get; init; } = [CovarianceKind.Full, CovarianceKind.Tied, CovarianceKind.Diag,
        CovarianceKind.Spherical];

    [Arg("What to judge a model by.")]
    [AlsoCalled("metric", "score", "scoring", "by", "information_criterion", "ic", "select_by")]
    [AlsoCalled("schwarz", "sbc", "bayesian", Value = "bic")]
    [AlsoCalled("akaike", Value = "aic")]
    public MixtureCriterion Criterion { get; init; }

    [Arg("Judge by the mean log-likelihood of this many held-out folds instead."), Between(2, 1_000)]
    [AlsoCalled("folds", "n_splits", "kfold", "cross_validation", "nfolds")]
    public int? Cv { get; init; }

    protected override void Demand(Shape before, CheckContext check)
    {
        if (K.Count < 1)
            check.Refuse(nameof(K), $"`k` is {K}, which holds no range of components.", "Give it from 1 up, such as `k=1..10`.");
        DemandRows(K.Last, nameof(K), "End the range at", before, check);
        if (before.Rows is { } rows && rows < Cv)
            check.Refuse(nameof(Cv), $"`cv` is {Cv}, but there are {rows} rows.", $"Set `cv` to {rows} or less.");
    }

    /// <summary>Of the time of each fit alone: they share their starts.</summary>
    const double Saved = 0.2;

    /// <summary>Each once, and once more for each fold that is held out.</summary>
    protected override Price Cost(Workload load) => Saved * (1 + (Cv ?? 0)) * K.Values
        .SelectMany(k => Covariance.Select(kind => PriceOf(load, k, kind, NInit))).Aggregate(new Price(), (all, next) => all + next)
        + new Price { Alone = 7 * Price.Compiling + 300 * load.Rows };

    protected override Clusters Fit(string name, Points points, RunContext run)
    {
        var search = new MixtureSearch(points.Matrix, Options(run), run.Work);
        var fits = search.Run(K.First, K.Last, Covariance);
        var (rows, held) = (points.Matrix.Rows, Cv is not null);
        var selection = Cv is { } folds
            ? MixtureSelection.ByHeldOut(search.CrossValidate(K.First, K.Last, Covariance, search.Folds(folds)), fits, rows)
            : MixtureSelection.By(Criterion, fits, rows);
        new MixtureGrid(fits, K, Covariance, rows, held ? null : Criterion, selection).Show(name, run);
        var (kind, k) = selection.Kept;
        return Assigned(name, fits[kind][k], points, run);
    }
}
