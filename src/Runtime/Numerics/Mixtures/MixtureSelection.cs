namespace Runtime.Numerics.Mixtures;

/// <summary>Which mixture of a search is kept: the best, but no component more than there is good reason for.</summary>
/// <remarks>
/// Where fewer components come within 10 of the best by an information criterion, nothing strong speaks for more (Kass &amp; Raftery 1995,
/// J. Am. Stat. Assoc. 90; for AIC Burnham &amp; Anderson 2004, Sociol. Methods Res. 33); by held-out rows within one standard error
/// (Breiman, Friedman, Olshen &amp; Stone 1984, section 3.4.3). A mixture with spurious components, whose likelihood has no bound, is set
/// aside where an ordinary one is worse by no more than these components cost.
/// </remarks>
/// <param name="Scores">By [kind][k − first]; the smaller the better, but for held-out rows.</param>
/// <param name="Best">Of the best score among those not set aside.</param>
/// <param name="Kept">Of the fewest components that are hardly worse.</param>
public sealed record MixtureSelection(double[][] Scores, (int Kind, int K) Best, (int Kind, int K) Kept)
{
    /// <summary>What a criterion on the scale of −2 ln L must fall by to be strong evidence.</summary>
    public const double Strong = 10;

    public double Score((int Kind, int K) cell) => Scores[cell.Kind][cell.K];

    /// <summary>By an information criterion, over n rows.</summary>
    public static MixtureSelection By(MixtureCriterion criterion, MixtureFit[][] fits, int rows)
    {
        double[][] scores = [.. fits.Select(some => some.Select(fit => criterion switch
        {
            MixtureCriterion.Evidence => MixtureEvidence.Of(fit.Mixture, fit.MeanLogLikelihood, rows),
            MixtureCriterion.Bic => fit.Mixture.Bic(fit.Judged, rows),
            _ => fit.Mixture.Aic(fit.Judged, rows),
        }).ToArray())];
        return Of(scores, fits, (kind, k) => scores[kind][k], rows, _ => Strong);
    }

    /// <summary>By the mean log-likelihood of held-out rows, of n in all.</summary>
    /// <param name="folds">By [kind][k − first][fold], in nats a row.</param>
    public static MixtureSelection ByHeldOut(double[][][] folds, MixtureFit[][] fits, int rows)
    {
        double[][] scores = [.. folds.Select(some => some.Select(s => s.Average()).ToArray())];
        return Of(scores, fits, (kind, k) => -2 * rows * scores[kind][k], rows, best => 2 * rows * Error(folds[best.Kind][best.K]));
    }

    /// <summary>The standard error of a mean.</summary>
    static double Error(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1) / values.Length);
    }

    static MixtureSelection Of(
        double[][] scores, MixtureFit[][] fits, Func<int, int, double> loss, int rows, Func<(int Kind, int K), double> slack)
    {
        (int Kind, int K)[] all = [.. fits.SelectMany((some, kind) => some.Select((_, k) => (kind, k)))];
        var ordinary = all.Where(c => fits[c.Kind][c.K].Spurious.Length == 0).ToArray();
        // The first of equal ones: by the order of kinds, then the smaller k.
        var best = all.MinBy(c => loss(c.Kind, c.K));
        var fit = fits[best.Kind][best.K];
        var rivals = all;
        if (fit.Spurious.Length > 0 && ordinary.Length > 0)
        {
            var rival = ordinary.MinBy(c => loss(c.Kind, c.K));
            var cost = 2 * fit.Spurious.Length * fit.Mixture.CostOfComponent(rows);
            if (loss(rival.Kind, rival.K) - loss(best.Kind, best.K) <= cost) best = rival;
        }
        if (fits[best.Kind][best.K].Spurious.Length == 0) rivals = ordinary;
        var most = loss(best.Kind, best.K) + slack(best);
        var kept = rivals.Where(c => loss(c.Kind, c.K) <= most).OrderBy(c => c.K).ThenBy(c => loss(c.Kind, c.K)).First();
        return new(scores, best, kept);
    }
}
