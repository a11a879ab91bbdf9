namespace Runtime.Numerics.Mixtures;

/// <summary>Chooses among the candidates of a sample, and polishes: expectation–maximisation on all rows, without a prior.</summary>
/// <remarks>
/// The likelihood has no maximum and many spurious ones near components of few rows that are all but singular (McLachlan &amp; Peel 2000,
/// section 3.10; García-Escudero, Gordaliza, Matrán &amp; Mayo-Iscar 2015, Stat. Comput. 25). Where the best candidate runs into one of
/// these, the next takes its place, unless the penalised likelihoods are farther apart than a component costs: a row that really lies far
/// off stays alone.
/// </remarks>
sealed class MixtureChoice(Matrix points, MixtureOptions options, int mostComponents, Work work)
{
    readonly MixtureTrials trials = new(points, options, mostComponents, work);

    public MixtureFit Fit(CovarianceKind kind, int components)
    {
        var (one, prior) = (options with { Covariance = kind, Components = components }, trials.Prior(kind, components));
        var candidates = trials.Ranked(kind, components);
        MixtureFit? first = null;
        foreach (var candidate in candidates)
        {
            var worse = (candidates[0].Score - candidate.Score) * points.Rows;
            if (first is not null && worse > candidate.Mixture.CostOfComponent(points.Rows)) break;
            var start = trials.Sharpened(candidate, one, prior);
            var fit = MixtureFit.From(points, start.Mixture, one, work) with { SampleIterations = start.SampleIterations };
            var spurious = prior?.Spurious(fit.Mixture, points.Rows) ?? [];
            if (spurious.Length == 0) return fit;
            first ??= fit with { Spurious = spurious, Judged = candidate.Mixture.MeanLogLikelihood(points, work) };
        }
        return first!;
    }
}
