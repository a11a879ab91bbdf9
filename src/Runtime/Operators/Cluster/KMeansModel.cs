namespace Runtime.Operators.Cluster;

/// <summary>Fitted centres.</summary>
/// <param name="Fit">The centres and how the fit went.</param>
public sealed record KMeansModel(string Name, Numerics.KMeansFit Fit) : Model(Name)
{
    internal static readonly ValueList<string> MetricNames = ["inertia", "iterations", "converged", "clusters"];

    public override IReadOnlyList<Metric> Metrics =>
    [
        new("inertia", Fit.Inertia),
        new("iterations", Fit.Iterations),
        new("converged", Fit.Converged ? 1 : 0),
        new("clusters", Fit.Centres.Length),
    ];
}
