namespace Runtime.Numerics.Mixtures;

/// <summary>Finds a good start: many short fits on a sample, the best few of them to convergence, the best of those wins.</summary>
/// <remarks>
/// Biernacki, Celeux &amp; Govaert 2003, Comput. Stat. Data Anal. 41 (short runs). Half of the k-means starts see whitened
/// points: k-means alone cuts long clusters across.
/// </remarks>
sealed class MixtureTrials(Matrix points, long seed, Work work)
{
    const int SampleRows = 20_000;
    const int Trials = 8;
    const int ShortIterations = 15;
    const int Finalists = 3;

    readonly Matrix sample = RowSample.Of(points, SampleRows, seed, work);
    Matrix? whitened;

    /// <summary>The best mixture found on the sample.</summary>
    /// <param name="start">Which independent start it is for.</param>
    /// <param name="more">Mixtures that are worth a try too.</param>
    public MixtureFit Best(MixtureOptions options, int start, params IReadOnlyList<GaussianMixture> more)
    {
        if (options.Components == 1) return Fit(MixtureStart.OfLabels(sample, new int[sample.Rows], [KMeansStart.RowOf(sample, 0)], options), options, 1);
        whitened ??= Whiten();
        var fits = new MixtureFit[Trials + more.Count];
        work.For(fits.Length, t => fits[t] = Fit(t < Trials ? Trial(options, start, t) : more[t - Trials], options, ShortIterations));
        // Stable, so that equal ones stay in the order of their trials.
        var finalists = fits.OrderByDescending(f => f.MeanLogLikelihood).Take(Finalists).ToArray();
        work.For(finalists.Length, f => finalists[f] = Fit(finalists[f].Mixture, options, 10 * ShortIterations));
        return finalists.MaxBy(f => f.MeanLogLikelihood)!;
    }

    MixtureFit Fit(GaussianMixture start, MixtureOptions options, int iterations)
    {
        var tolerance = Math.Min(options.Tolerance, 1e-5);
        return new EmFit(sample, options with { MaxIterations = iterations, Tolerance = tolerance }, new Work(1, cancel: work.Cancel)).Run(start);
    }

    GaussianMixture Trial(MixtureOptions options, int start, int trial)
    {
        var random = new RandomStream(options.Seed, 2, options.Components, start, trial);
        if (options.Init == MixtureInit.Random) return MixtureStart.OfRandomRows(sample, options, random);
        var view = trial % 2 == 0 ? sample : whitened!;
        var centres = KMeansStart.PlusPlus(view, options.Components, random);
        var labels = new KMeansLloyd(view, ShortIterations, 1e-3, new Work(1, cancel: work.Cancel)).Run(centres).Labels;
        return MixtureStart.OfLabels(sample, labels, MeansOf(labels, options.Components), options);
    }

    double[][] MeansOf(int[] labels, int k)
    {
        var pivots = new double[k][];
        Array.Fill(pivots, KMeansStart.RowOf(sample, 0));
        var sums = EmStatistics.OfLabels(sample, labels, pivots);
        return [.. Enumerable.Range(0, k).Select(c => pivots[c].Select((p, j) => p + sums.First[c * sample.Columns + j] / Math.Max(1, sums.Weight[c])).ToArray())];
    }

    /// <summary>The sample turned and stretched so that its covariance is the identity.</summary>
    Matrix Whiten()
    {
        var d = sample.Columns;
        var options = new MixtureOptions { Regularisation = 0 };
        var whole = MixtureStart.OfLabels(sample, new int[sample.Rows], MeansOf(new int[sample.Rows], 1), options);
        var factors = EmFit.Factors(ref whole);
        var columns = new double[d][];
        for (var i = 0; i < d; i++)
        {
            columns[i] = new double[sample.Rows];
            for (var j = 0; j <= i; j++)
            {
                var (entry, mean, column) = (factors.Inverse[0][Cholesky.Packed(i, j)], whole.Means[0][j], sample.Column(j));
                for (var row = 0; row < sample.Rows; row++) columns[i][row] += entry * (column[row] - mean);
            }
        }
        return new Matrix(columns, sample.Rows);
    }
}
