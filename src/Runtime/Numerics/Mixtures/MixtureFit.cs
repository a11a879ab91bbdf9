namespace Runtime.Numerics.Mixtures;

/// <summary>A mixture as expectation–maximisation left it.</summary>
/// <param name="MeanLogLikelihood">Of the mixture's final parameters, in nats a row.</param>
/// <param name="Iterations">M-steps on all rows.</param>
/// <param name="Converged">The last change was below the tolerance.</param>
/// <param name="Restarts">Components that collapsed on the way and were set up anew.</param>
public sealed record MixtureFit(GaussianMixture Mixture, double MeanLogLikelihood, int Iterations, bool Converged, int Restarts)
{
    /// <summary>M-steps on a sample that led to the start on all rows; 0 when the start was given.</summary>
    public int SampleIterations { get; init; }

    /// <summary>What it competes by: the mean log-likelihood, penalised where there is a prior; in nats a row.</summary>
    internal double Score { get; init; }

    /// <summary>What it is given ahead of other candidates, in nats a row.</summary>
    internal double Lead { get; init; }

    internal double Rank => Score + Lead;

    /// <summary>Components of few rows that are all but singular: what the likelihood rewards without bound.</summary>
    public int[] Spurious { get; init; } = [];

    /// <summary>
    /// The mean log-likelihood that information criteria compare: that of maximum likelihood, but with spurious components that of the
    /// penalised fit.
    /// </summary>
    public double Judged
    {
        get => double.IsNaN(field) ? MeanLogLikelihood : field;
        init;
    } = double.NaN;

    /// <summary>
    /// Fits a mixture to n × d points: starts tried on a sample, then EM on all rows. The heaviest component comes first.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of components is not in 1..n.</exception>
    /// <exception cref="NumericsException">Densities overflow.</exception>
    public static MixtureFit Of(Matrix points, MixtureOptions options, Work work)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Components);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Components, points.Rows);
        Ranges.DemandSquares(points, work);
        work.Report("trying starts", 0);
        return new MixtureChoice(points, options, options.Components, work).Fit(options.Covariance, options.Components);
    }

    /// <summary>EM on all rows from a given start.</summary>
    public static MixtureFit From(Matrix points, GaussianMixture start, MixtureOptions options, Work work)
    {
        var em = new EmFit(points, options, work)
        {
            Watch = (iteration, mean) =>
                work.Report($"iteration {iteration}, mean log-likelihood {mean:F4}", (double)iteration / options.MaxIterations),
        };
        var fit = em.Run(start);
        return fit with { Mixture = fit.Mixture.Ordered() };
    }
}
