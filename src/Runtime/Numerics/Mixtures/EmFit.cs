namespace Runtime.Numerics.Mixtures;

/// <summary>Expectation–maximisation from a given start to convergence.</summary>
/// <remarks>Dempster, Laird &amp; Rubin 1977. The stop rule is scikit-learn's: the change of the mean log-likelihood.</remarks>
/// <param name="prior">What the likelihood is multiplied by; nothing for maximum likelihood.</param>
/// <param name="tiles">Where tiles are kept from fit to fit.</param>
sealed class EmFit(Matrix points, MixtureOptions options, Work work, MixturePrior? prior = null, EmTiles? tiles = null)
{
    // A component that keeps collapsing is left as it is; the fit says so.
    const int MostRestarts = 5;

    readonly EmPass pass = new(points, work, tiles);

    /// <summary>A component is so far from the middle, for its size, that moments about the middle would lose it.</summary>
    bool scattered;

    int restarts;

    /// <summary>Called after each iteration with its number and the mean (penalised) log-likelihood it started from.</summary>
    public Action<int, double>? Watch { get; init; }

    public MixtureFit Run(GaussianMixture start)
    {
        var (mixture, previous, iteration, converged) = (start, double.NegativeInfinity, 0, false);
        while (iteration < options.MaxIterations && !converged)
        {
            var (next, mean) = Step(mixture);
            iteration++;
            Watch?.Invoke(iteration, mean);
            converged = Math.Abs(mean - previous) < options.Tolerance;
            (mixture, previous) = (next, mean);
            if (restarts < MostRestarts && MixtureCollapse.Find(mixture, points.Rows) is { } collapsed)
            {
                restarts++;
                (mixture, converged) = (MixtureCollapse.Restart(mixture, collapsed), false);
            }
        }
        var factors = Factors(ref mixture);
        var sum = pass.Run(factors, EmMoments.None).LogLikelihood;
        return new MixtureFit(mixture, sum / points.Rows, iteration, converged, restarts) { Score = Score(sum, factors, mixture.Kind) };
    }

    /// <summary>One iteration: the mixture after an M-step and the mean (penalised) log-likelihood of the one before it.</summary>
    public (GaussianMixture Next, double MeanLogLikelihood) Step(GaussianMixture mixture)
    {
        var factors = Factors(ref mixture);
        var statistics = scattered ? Own(mixture.Means) : pass.Run(factors, Maximisation.MomentsFor(mixture.Kind, pooled: true));
        var score = Score(statistics.LogLikelihood, factors, mixture.Kind);
        var next = Maximisation.Solve(statistics, mixture.Kind, options.Regularisation, prior, out var accurate);
        if (!accurate)
        {
            scattered = true;
            next = Maximisation.Solve(Own(next.Means), mixture.Kind, options.Regularisation, prior, out _);
        }
        return (next, score);

        EmStatistics Own(double[][] pivots) => pass.Run(factors, Maximisation.MomentsFor(mixture.Kind, pooled: false), pivots);
    }

    /// <summary>The mean log-likelihood, with the prior's share where there is one.</summary>
    double Score(double logLikelihood, MixtureFactors factors, CovarianceKind kind)
    {
        var sum = logLikelihood + (prior?.LogDensity(factors, kind) ?? 0);
        return double.IsFinite(sum) ? sum / points.Rows : throw TooFarApart();
    }

    /// <summary>The factors of the mixture, after shrinking what is not positive definite.</summary>
    public static MixtureFactors Factors(ref GaussianMixture mixture)
    {
        var factors = MixtureFactors.Of(mixture, out var failed);
        var (shrunk, share) = (-1, 0.0);
        while (factors is null)
        {
            (shrunk, share) = (failed, failed == shrunk ? share * 10 : MixtureCollapse.LeastShare);
            // No finite share helps where the variances are not finite themselves.
            if (!double.IsFinite(share)) throw TooFarApart();
            mixture = MixtureCollapse.Shrink(mixture, failed, share);
            factors = MixtureFactors.Of(mixture, out failed);
        }
        return factors;
    }

    static NumericsException TooFarApart() => new("The points are too far apart for a mixture: their densities are not finite.");
}
