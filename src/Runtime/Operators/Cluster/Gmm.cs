using Runtime.Numerics.Mixtures;

namespace Runtime.Operators.Cluster;

/// <summary>Fits a Gaussian mixture by expectation–maximisation and labels every row with its likeliest component.</summary>
[Operator("gmm", "Describe the points as a mixture of k Gaussian clouds.", Needs = Needs.Points,
    Costly = true, Keywords = "gaussian mixture soft cluster em")]
[AlsoCalled("GaussianMixture", "mixture", "mclust", "gaussian_mixture_model", "em", "expectation_maximization", "soft_clustering",
    "gaussianmm")]
[InsteadOf("Bayesian mixture", "BayesianGaussianMixture", "dpgmm", "dirichlet")]
[Example("gmm k=3", After = "scale standard")]
[Example("gmm k=2 covariance=diag n_init=2 as archetypes", After = "scale standard")]
[Cite("Dempster, Laird & Rubin 1977, J. R. Stat. Soc. B 39")]
[Cite("McLachlan & Peel 2000, Finite Mixture Models")]
public sealed record Gmm : MixtureClustering
{
    [Arg("How many components."), Between(1, 1_000)]
    [AlsoCalled("n_clusters", "clusters", "centers", "centres", "n_components", "components", "num_clusters", "nclust", "ncenters",
        "n_cluster", "number_of_clusters", "G")]
    public required int K { get; init; }

    [Arg("What shape the components may have.")]
    [AlsoCalled("covariance_type", "cov", "covar", "modelNames", "shape", "covariance_kind")]
    [AlsoCalled("diagonal", "diagonals", "VVI", "EEI", "independent", "axis_aligned", Value = "diag")]
    [AlsoCalled("sphere", "isotropic", "VII", "EII", "round", "ball", Value = "spherical")]
    [AlsoCalled("VVV", "unconstrained", "free", "complete", "general", "each", "any", Value = "full")]
    [AlsoCalled("shared", "EEE", "common", "same", "equal", "pooled", Value = "tied")]
    public CovarianceKind Covariance { get; init; }

    protected override int? Promised => K;

    protected override void Demand(Shape before, CheckContext check) => DemandRows(K, nameof(K), "Set `k` to", before, check);
    protected override Price Cost(Workload load) =>
        PriceOf(load, K, Covariance, NInit) + new Price { Alone = 3 * Price.Compiling + 200 * load.Rows };

    protected override Clusters Fit(string name, Points points, RunContext run) =>
        Assigned(name, MixtureFit.Of(points.Matrix, Options(run) with { Components = K, Covariance = Covariance }, run.Work), points, run);
}
