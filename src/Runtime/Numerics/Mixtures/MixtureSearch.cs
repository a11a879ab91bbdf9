namespace Runtime.Numerics.Mixtures;

/// <summary>Fits a mixture for every number of components and covariance kind.</summary>
public sealed class MixtureSearch(Matrix points, MixtureOptions options, Work work)
{
    /// <summary>The fits by [kind][k − first].</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer rows than components.</exception>
    /// <exception cref="NumericsException">Densities overflow.</exception>
    public MixtureFit[][] Run(int first, int last, IReadOnlyList<CovarianceKind> kinds)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last, points.Rows);
        var count = last - first + 1;
        var trials = new MixtureTrials(points, options, last, work);
        var fits = new MixtureFit[kinds.Count][];
        for (var kind = 0; kind < kinds.Count; kind++)
        {
            fits[kind] = new MixtureFit[count];
            for (var i = 0; i < count; i++)
            {
                work.Report($"{kinds[kind]}, k = {first + i}".ToLowerInvariant(), (kind * count + i) / (double)(kinds.Count * count));
                var one = options with { Components = first + i, Covariance = kinds[kind] };
                fits[kind][i] = Fit(trials, one);
            }
        }
        return fits;
    }

    /// <summary>The mean log-likelihood of the rows left out, over contiguous folds as scikit-learn's unshuffled KFold cuts them.</summary>
    /// <returns>By [kind][k − first].</returns>
    public double[][] CrossValidate(int first, int last, IReadOnlyList<CovarianceKind> kinds, int folds)
    {
        var count = last - first + 1;
        var scores = kinds.Select(_ => new double[count]).ToArray();
        var start = 0;
        for (var fold = 0; fold < folds; fold++)
        {
            var size = points.Rows / folds + (fold < points.Rows % folds ? 1 : 0);
            var end = start + size;
            var test = points.Take([.. Enumerable.Range(start, size)]);
            var train = points.Take([.. Enumerable.Range(0, points.Rows).Where(r => r < start || r >= end)]);
            var fits = new MixtureSearch(train, options, work).Run(first, last, kinds);
            for (var kind = 0; kind < kinds.Count; kind++)
            {
                for (var i = 0; i < count; i++) scores[kind][i] += fits[kind][i].Mixture.MeanLogLikelihood(test, work) / folds;
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
