namespace Runtime.Numerics.Mixtures;

/// <summary>Fits a mixture for every number of components and covariance kind.</summary>
public sealed class MixtureSearch(Matrix points, MixtureOptions options, Work work)
{
    /// <summary>The fits by [kind][k − first].</summary>
    public MixtureFit[][] Run(Interval components, IReadOnlyList<CovarianceKind> kinds)
    {
        if (components.Last > points.Rows)
        {
            throw new Refusal($"`k` is {components.Last}, but there are {points.Rows} rows.", $"End the range at {points.Rows} or less.") { Argument = "K" };
        }
        var trials = new MixtureTrials(points, options, components.Last, work);
        var fits = new MixtureFit[kinds.Count][];
        for (var kind = 0; kind < kinds.Count; kind++)
        {
            fits[kind] = new MixtureFit[components.Count];
            for (var i = 0; i < components.Count; i++)
            {
                work.Report($"{kinds[kind]}, k = {components.First + i}".ToLowerInvariant(), (kind * components.Count + i) / (double)(kinds.Count * components.Count));
                var one = options with { Components = components.First + i, Covariance = kinds[kind] };
                fits[kind][i] = Fit(trials, one);
            }
        }
        return fits;
    }

    /// <summary>The mean log-likelihood of the rows left out, over contiguous folds as scikit-learn's unshuffled KFold cuts them.</summary>
    /// <returns>By [kind][k − first].</returns>
    public double[][] CrossValidate(Interval components, IReadOnlyList<CovarianceKind> kinds, int folds)
    {
        var scores = kinds.Select(_ => new double[components.Count]).ToArray();
        var start = 0;
        for (var fold = 0; fold < folds; fold++)
        {
            var size = points.Rows / folds + (fold < points.Rows % folds ? 1 : 0);
            var (first, end) = (start, start + size);
            var test = points.Take([.. Enumerable.Range(first, size)]);
            var train = points.Take([.. Enumerable.Range(0, points.Rows).Where(r => r < first || r >= end)]);
            var fits = new MixtureSearch(train, options, work).Run(components, kinds);
            for (var kind = 0; kind < kinds.Count; kind++)
            {
                for (var i = 0; i < components.Count; i++) scores[kind][i] += fits[kind][i].Mixture.MeanLogLikelihood(test, work) / folds;
            }
            start = end;
        }
        return scores;
    }

    MixtureFit Fit(MixtureTrials trials, MixtureOptions one)
    {
        MixtureFit? best = null;
        for (var start = 0; start < (one.Components == 1 ? 1 : one.Starts); start++)
        {
            var fit = MixtureFit.From(points, trials.Best(one.Covariance, one.Components, start), one, work);
            if (best is null || fit.MeanLogLikelihood > best.MeanLogLikelihood) best = fit;
        }
        return best!;
    }
}
