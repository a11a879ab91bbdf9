using Runtime.Numerics;
using Runtime.Numerics.Mixtures;

namespace Bench.Steps;

/// <summary>Gaussian mixtures: one iteration, one fit, the grid; and k-means.</summary>
static class MixtureSteps
{
    public static Step[] All => [new("em", Iteration), new("gmm", Fit), new("grid", Grid), new("kmeans", Means)];

    /// <summary>One E-step and one M-step, full covariances, from means at evenly spaced rows and covariance 4·I.</summary>
    static Func<string> Iteration(StepInput input)
    {
        var (points, k) = (input.Points(), input.Arguments[0]);
        var d = points.Columns;
        double[] covariance = [.. Enumerable.Range(0, d * d).Select(i => i % (d + 1) == 0 ? 4.0 : 0)];
        double[][] means = [.. Enumerable.Range(0, k).Select(c => KMeansStart.RowOf(points, (int)((long)c * points.Rows / k)))];
        var start = new GaussianMixture(CovarianceKind.Full, [.. Enumerable.Repeat(1.0 / k, k)], means, [.. Enumerable.Repeat(covariance, k)]);
        var em = new EmFit(points, new MixtureOptions { Components = k }, input.Work);
        return () => FormattableString.Invariant($"mean log-likelihood before it {em.Step(start).MeanLogLikelihood:F9}");
    }

    static Func<string> Fit(StepInput input)
    {
        var (points, options) = (input.Points(), new MixtureOptions { Components = input.Arguments[0] });
        return () =>
        {
            var fit = MixtureFit.Of(points, options, input.Work);
            return FormattableString.Invariant($"mean log-likelihood {fit.MeanLogLikelihood:F6}, {fit.Iterations} iterations");
        };
    }

    static Func<string> Grid(StepInput input)
    {
        var points = input.Points();
        var kinds = Enum.GetValues<CovarianceKind>();
        return () =>
        {
            var fits = new MixtureSearch(points, new MixtureOptions(), input.Work).Run(1, input.Arguments[0], kinds);
            var best = fits.SelectMany(f => f).MinBy(f => f.Mixture.Bic(f.MeanLogLikelihood, points.Rows))!;
            var mean = fits.SelectMany(f => f).Average(f => f.MeanLogLikelihood);
            return FormattableString.Invariant($"best {best.Mixture.Kind} {best.Mixture.Components}, mean log-likelihood {best.MeanLogLikelihood:F6}, of all {mean:F6}").ToLowerInvariant();
        };
    }

    static Func<string> Means(StepInput input)
    {
        var points = input.Points();
        return () =>
        {
            var fit = KMeansFit.Of(points, input.Arguments[0], starts: 1, maxIterations: 300, tolerance: 1e-4, seed: 0, input.Work);
            return FormattableString.Invariant($"inertia a row {fit.Inertia / points.Rows:F6}, {fit.Iterations} iterations");
        };
    }
}
