using Runtime.Numerics.Mixtures;

namespace Runtime.Operators.Cluster;

/// <summary>Fits a Gaussian mixture by expectation–maximisation and labels every row with its likeliest component.</summary>
[Operator("gmm", "Describe the points as a mixture of k Gaussian clouds.", Needs = Needs.Points,
    Keywords = "gaussian mixture soft cluster em")]
[Example("gmm k=3", After = "scale standard")]
[Example("gmm k=2 covariance=diag n_init=2 as archetypes", After = "scale standard")]
[Cite("Dempster, Laird & Rubin 1977, J. R. Stat. Soc. B 39")]
[Cite("McLachlan & Peel 2000, Finite Mixture Models")]
public sealed record Gmm : MixtureClustering
{
    [Arg("How many components."), AtLeast(1)]
    public required int K { get; init; }

    [Arg("What shape the components may have.")]
    public CovarianceKind Covariance { get; init; }

    protected override int? Promised => K;

    protected override void Demand(Shape before, CheckContext check) => DemandRows(K, nameof(K), "Set `k` to", before, check);

    protected override Clusters Fit(string name, Points points, RunContext run) =>
        Assigned(name, MixtureFit.Of(points.Matrix, Options(run) with { Components = K, Covariance = Covariance }, run.Work), points, run);
}
