using Runtime.Numerics.Mixtures;

namespace Runtime.Operators.Cluster;

/// <summary>A fitted Gaussian mixture; memberships are computed from it on demand.</summary>
/// <param name="Fit">The parameters and how the fit went.</param>
/// <param name="Rows">How many rows it was fitted to.</param>
public sealed record MixtureModel(string Name, MixtureFit Fit, int Rows) : Model(Name)
{
    internal static readonly ValueList<string> MetricNames = ["bic", "aic", "log_likelihood", "sample_iterations", "iterations", "converged", "clusters"];

    public GaussianMixture Mixture => Fit.Mixture;

    public double Bic => Mixture.Bic(Fit.MeanLogLikelihood, Rows);

    public double Aic => Mixture.Aic(Fit.MeanLogLikelihood, Rows);

    public override IReadOnlyList<Metric> Metrics =>
    [
        new("bic", Bic),
        new("aic", Aic),
        new("log_likelihood", Fit.MeanLogLikelihood),
        new("sample_iterations", Fit.SampleIterations),
        new("iterations", Fit.Iterations),
        new("converged", Fit.Converged ? 1 : 0),
        new("clusters", Mixture.Components),
    ];
}
