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
        Ranges.DemandSquares(points, work);
        var (what, share) = ("", 0.0);
        var choice = new MixtureChoice(points, options, last, work.Within(() => (what, share)));
        var fits = new MixtureFit[kinds.Count][];
        for (var kind = 0; kind < kinds.Count; kind++)
        {
            fits[kind] = new MixtureFit[count];
            for (var i = 0; i < count; i++)
            {
                share = (kind * count + i) / (double)(kinds.Count * count);
                work.Report(what = $"{kinds[kind]}, k = {first + i} of {last}".ToLowerInvariant(), share);
                fits[kind][i] = choice.Fit(kinds[kind], first + i);
            }
        }
        return fits;
    }

    /// <summary>The mean log-likelihood of the rows left out.</summary>
    /// <param name="foldOf">The fold of every row, from 0 on.</param>
    /// <returns>By [kind][k − first][fold].</returns>
    public double[][][] CrossValidate(int first, int last, IReadOnlyList<CovarianceKind> kinds, int[] foldOf)
    {
        var (count, folds) = (last - first + 1, foldOf.Max() + 1);
        double[][][] scores = [.. kinds.Select(_ => Enumerable.Range(0, count).Select(_ => new double[folds]).ToArray())];
        for (var fold = 0; fold < folds; fold++)
        {
            var test = points.Take([.. Enumerable.Range(0, points.Rows).Where(r => foldOf[r] == fold)]);
            var train = points.Take([.. Enumerable.Range(0, points.Rows).Where(r => foldOf[r] != fold)]);
            var fits = new MixtureSearch(train, options, work).Run(first, last, kinds);
            for (var kind = 0; kind < kinds.Count; kind++)
            {
                for (var i = 0; i < count; i++) scores[kind][i][fold] = fits[kind][i].Mixture.MeanLogLikelihood(test, work);
            }
        }
        return scores;
    }

    /// <summary>Folds of equal size, drawn by what the rows are, so that their order in the table does not matter.</summary>
    public int[] Folds(int folds)
    {
        var (order, foldOf) = (RowSample.Order(points, options.Seed, work), new int[points.Rows]);
        for (var i = 0; i < order.Length; i++) foldOf[order[i]] = i % folds;
        return foldOf;
    }
}
