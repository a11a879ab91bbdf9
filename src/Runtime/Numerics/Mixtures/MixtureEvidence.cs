namespace Runtime.Numerics.Mixtures;

/// <summary>−2 ln of what is left of the likelihood of a mixture when its parameters are integrated out, on the scale of BIC.</summary>
/// <remarks>
/// BIC (Schwarz 1978, Ann. Statist. 6) charges ½ ln n for every parameter, and so for each of the d(d + 1)/2 of a covariance as much as if
/// nothing were known of it: from few rows in many columns it prefers many round components to few long ones. Here weights and means cost
/// what they do there, but covariances are drawn about a common one, C ~ W⁻¹(aS, a), whose integral has a closed form (Gelman et al.
/// 2013, Bayesian Data Analysis, section 3.6): alike ones cost little, and one of few rows, however flat, gains nothing. S, the pooled
/// covariance, costs ½ ln n a parameter, or what it costs when drawn about its own diagonal, whichever is less; a, taken where the evidence
/// is greatest, costs as one parameter. For one component of kind diag or spherical it is BIC.
/// </remarks>
static class MixtureEvidence
{
    /// <summary>a − d + 1: from covariances that have little in common to all but equal ones.</summary>
    static readonly double[] Degrees = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

    /// <param name="meanLogLikelihood">In nats a row.</param>
    /// <param name="rows">n.</param>
    public static double Of(GaussianMixture mixture, double meanLogLikelihood, int rows)
    {
        var (bic, k) = (mixture.Bic(meanLogLikelihood, rows), mixture.Components);
        _ = EmFit.Factors(ref mixture);
        var common = CommonCost(mixture, rows);
        var shared = k == 1 || mixture.Kind == CovarianceKind.Tied;
        var parameters = mixture.Parameters - k * mixture.Dimension - k + 1;
        var own = shared ? 0 : Cost([.. Enumerable.Range(0, k).SelectMany(c => Scatters(mixture, c, rows))], rows, 1);
        var evidence = bic - parameters * Logarithm.Of(rows) + 2 * (own + common);
        return double.IsFinite(evidence) ? evidence : bic;
    }

    /// <summary>What the common covariance costs: ½ ln n a parameter, or being drawn about its own diagonal, which costs that.</summary>
    static double CommonCost(GaussianMixture mixture, int rows)
    {
        var (d, k) = (mixture.Dimension, mixture.Components);
        if (mixture.Kind is CovarianceKind.Diag or CovarianceKind.Spherical)
            return 0.5 * (mixture.Kind == CovarianceKind.Diag ? d : 1) * Logarithm.Of(rows);
        double Pooled(int i) => Enumerable.Range(0, k).Sum(c => mixture.Weights[c] * mixture.Covariances[c][i]);
        double[] pooled = mixture.Kind == CovarianceKind.Tied ? mixture.Covariances[0] : [.. Enumerable.Range(0, d * d).Select(Pooled)];
        double[] diagonal = [.. pooled.Select((x, i) => i % (d + 1) == 0 ? x : 0)];
        return Math.Min(0.25 * d * (d + 1) * Logarithm.Of(rows), Cost([new(rows, pooled, diagonal, d)], rows, d + 1));
    }

    /// <summary>What covariances cost that are drawn about something of so many parameters, at the best number of degrees.</summary>
    static double Cost(Scatter[] scatters, int rows, int parameters) =>
        Degrees.Min(degrees => scatters.Sum(s => s.Cost(degrees))) + 0.5 * parameters * Logarithm.Of(rows);

    /// <summary>What a covariance is made of: itself, its variances along the axes, or one variance that all axes share.</summary>
    static IEnumerable<Scatter> Scatters(GaussianMixture mixture, int component, int rows)
    {
        var (d, k) = (mixture.Dimension, mixture.Components);
        var (own, n) = (mixture.Covariances[component], rows * mixture.Weights[component]);
        double Pooled(int i) => Enumerable.Range(0, k).Sum(c => mixture.Weights[c] * mixture.Covariances[c][i]);
        return mixture.Kind switch
        {
            CovarianceKind.Full => [new(n, own, [.. own.Select((_, i) => Pooled(i))], d)],
            CovarianceKind.Diag => own.Select((variance, j) => new Scatter(n, [variance], [Pooled(j)], 1)),
            _ => [new(n * d, own, [Pooled(0)], 1)],
        };
    }

    /// <summary>A covariance C of d dimensions that n rows have, beside that of all components, S.</summary>
    sealed record Scatter(double Rows, double[] Own, double[] Pooled, int Dimension)
    {
        readonly double own = LogDeterminant(Own, Dimension), pooled = LogDeterminant(Pooled, Dimension);

        /// <summary>By how much the likelihood at C is above its mean over all covariances that may be, in nats.</summary>
        public double Cost(double degrees)
        {
            var (n, d, a) = (Rows, Dimension, degrees + Dimension - 1);
            double[] posterior = [.. Own.Zip(Pooled, (c, s) => (n * c + a * s) / (n + a))];
            var likelihood = -0.5 * n * (own + d);
            var mean = 0.5 * n * d * Logarithm.Of(2) + LogGamma.Of((a + n) / 2, d) - LogGamma.Of(a / 2, d)
                + 0.5 * a * (pooled + d * Logarithm.Of(a)) - 0.5 * (a + n) * (LogDeterminant(posterior, d) + d * Logarithm.Of(a + n));
            return likelihood - mean;
        }

        static double LogDeterminant(double[] matrix, int d) => Cholesky.Factor(matrix, d) is { } factor
            ? 2 * Enumerable.Range(0, d).Sum(j => Logarithm.Of(factor[Cholesky.Packed(j, j)])) : double.NaN;
    }
}
