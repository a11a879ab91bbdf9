namespace Runtime.Numerics.Mixtures;

/// <summary>Expectation–maximisation from a given start to convergence.</summary>
/// <remarks>Dempster, Laird &amp; Rubin 1977. The stop rule is scikit-learn's: the change of the mean log-likelihood.</remarks>
sealed class EmFit(Matrix points, MixtureOptions options, Work work)
{
    // A component that keeps collapsing is left as it is; the fit says so.
    const int MostRestarts = 5;

    readonly EmPass pass = new(points, work);

    /// <summary>A component is so far from the middle, for its size, that moments about the middle would lose it.</summary>
    bool scattered;

    int restarts;

    /// <summary>Called after each iteration with its number and the mean log-likelihood it started from.</summary>
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
        return new MixtureFit(mixture, MeanLogLikelihood(mixture), iteration, converged, restarts);
    }

    /// <summary>One iteration: the mixture after an M-step and the mean log-likelihood of the one before it.</summary>
    public (GaussianMixture Next, double MeanLogLikelihood) Step(GaussianMixture mixture)
    {
        var factors = Factors(ref mixture);
        var statistics = scattered ? Own(mixture.Means) : pass.Run(factors, Maximisation.MomentsFor(mixture.Kind, pooled: true));
        Judge(statistics.LogLikelihood);
        var next = Maximisation.Solve(statistics, mixture.Kind, options.Regularisation, out var accurate);
        if (!accurate)
        {
            scattered = true;
            next = Maximisation.Solve(Own(next.Means), mixture.Kind, options.Regularisation, out _);
        }
        return (next, statistics.LogLikelihood / points.Rows);

        EmStatistics Own(double[][] pivots) => pass.Run(factors, Maximisation.MomentsFor(mixture.Kind, pooled: false), pivots);
    }

    public double MeanLogLikelihood(GaussianMixture mixture)
    {
        var factors = Factors(ref mixture);
        var sum = pass.Run(factors, EmMoments.None).LogLikelihood;
        Judge(sum);
        return sum / points.Rows;
    }

    /// <summary>The factors of the mixture, after shrinking what is not positive definite.</summary>
    public static MixtureFactors Factors(ref GaussianMixture mixture)
    {
        var factors = MixtureFactors.Of(mixture, out var failed);
        for (var strength = 1e-9; factors is null; strength *= 10)
        {
            // No finite share helps where the variances are not finite themselves.
            if (!double.IsFinite(strength)) throw TooFarApart();
            mixture = MixtureCollapse.Shrink(mixture, failed, strength);
            factors = MixtureFactors.Of(mixture, out failed);
        }
        return factors;
    }

    static void Judge(double logLikelihood)
    {
        if (double.IsFinite(logLikelihood)) return;
        throw TooFarApart();
    }

    static NumericsException TooFarApart() => new("The points are too far apart for a mixture: their densities are not finite.");
}
