using Runtime.Numerics.Mixtures;

namespace Runtime.Operators.Cluster;

/// <summary>A fitted Gaussian mixture; a row belongs to its likeliest component, as strongly as that is likely.</summary>
/// <param name="Restarts">Components that collapsed on the way and were set up anew.</param>
/// <param name="Spurious">Components of few rows that are all but singular.</param>
public sealed record MixtureModel(
    string Name,
    GaussianMixture Mixture,
    [property: Metric("Bayesian information criterion, −2 ln L + p ln n; smaller is better.", Decimals = 1)] double Bic,
    [property: Metric("Akaike information criterion, −2 ln L + 2 p; smaller is better.", Decimals = 1)] double Aic,
    [property: Metric("Mean ln p of the rows that it was fitted to, in nats.", Decimals = 4)] double LogLikelihood,
    [property: Metric("Iterations on a sample that led to the start.")] int SampleIterations,
    [property: Metric("Iterations on all rows.")] int Iterations,
    [property: Metric("1 when the last change was below `tol`, 0 when the iterations ran out.")] bool Converged,
    int Restarts,
    ValueList<int> Spurious) : Clusterer(Name)
{
    public override int Clusters => Mixture.Components;

    public override IReadOnlyList<SheetColumn> PerCluster =>
    [
        new("weight", CellFormat.Share, [.. Mixture.Weights.Select(w => (object)w)]),
        .. Inputs.Select((column, j) => new SheetColumn(column, CellFormat.Number, [.. Mixture.Means.Select(m => (object)m[j])])),
    ];

    public override (int[] Labels, double[]? Strength) Apply(Matrix points, Work work) => Mixture.Assign(points, work);

    /// <param name="rows">How many rows it was fitted to.</param>
    internal static MixtureModel Of(string name, MixtureFit fit, int rows) => new(
        name,
        fit.Mixture,
        fit.Mixture.Bic(fit.MeanLogLikelihood, rows),
        fit.Mixture.Aic(fit.MeanLogLikelihood, rows),
        fit.MeanLogLikelihood,
        fit.SampleIterations,
        fit.Iterations,
        fit.Converged,
        fit.Restarts,
        [.. fit.Spurious]);

    protected override void AddContent(ContentHash hash)
    {
        hash.Add((int)Mixture.Kind).Add<double>(Mixture.Weights);
        foreach (var numbers in Mixture.Means.Concat(Mixture.Covariances)) hash.Add<double>(numbers);
    }
}
