namespace Runtime.Numerics.Mixtures;

/// <summary>
/// Finds a good start on a sample: many candidates fitted for a few iterations, the better ones for longer, the best few
/// of them to convergence; then moves of single components, as long as they gain.
/// </summary>
/// <remarks>
/// Biernacki, Celeux &amp; Govaert 2003, Comput. Stat. Data Anal. 41 (short runs); Vlassis &amp; Likas 2002, Neural Process.
/// Lett. 15 (a mixture of k grows from one of k − 1 by splitting each component in turn); Ueda, Nakano, Ghahramani &amp;
/// Hinton 2000, Neural Comput. 12 (moves a component to where it is of more use). Half of the k-means candidates see
/// whitened points: k-means alone cuts long clusters across. A few start from random rows.
/// </remarks>
/// <param name="common">Kind and number of components are given to <see cref="Best"/>.</param>
/// <param name="mostComponents">The largest number of components that will be asked for.</param>
sealed class MixtureTrials(Matrix points, MixtureOptions common, int mostComponents, Work work)
{
    const int KMeansTrials = 8;
    const int RandomTrials = 6;

    /// <summary>From this many components down a mixture is grown; what lies below starts from k-means alone.</summary>
    const int MostRungs = 10;

    const int ScreenIterations = 10;
    const int Promising = 6;
    const int Finalists = 3;
    const double LeastGain = 1e-4;
    const int MostMoves = 3;
    const int FewIterations = 3;
    const int FinalIterations = 150;
    const double FinalTolerance = 1e-6;

    readonly Matrix sample = RowSample.Of(points, (int)Math.Min(points.Rows, Math.Max(20_000L, 200L * mostComponents)), common.Seed, work);
    readonly Dictionary<(CovarianceKind, int, int), MixtureFit> found = [];
    readonly Dictionary<(int, int, int), int[]> partitions = [];
    Matrix? screen, whitened;

    /// <summary>The best mixture found on the sample.</summary>
    /// <param name="start">Which independent start it is for.</param>
    public MixtureFit Best(CovarianceKind kind, int components, int start)
    {
        var lowest = Math.Max(1, components - MostRungs + 1);
        if (common.Init == MixtureInit.Random) lowest = components;
        MixtureFit? smaller = null;
        for (var k = lowest; k <= components; k++)
        {
            if (!found.TryGetValue((kind, k, start), out var fit))
            {
                fit = Search(common with { Covariance = kind, Components = k }, start, smaller?.Mixture);
                found[(kind, k, start)] = fit;
            }
            smaller = fit;
        }
        return smaller!;
    }

    MixtureFit Search(MixtureOptions options, int start, GaussianMixture? smaller)
    {
        if (options.Components == 1)
            return Fit(sample, MixtureStart.OfLabels(sample, new int[sample.Rows], [KMeansStart.RowOf(sample, 0)], options), options, 1);
        Prepare();
        GaussianMixture[] grown = smaller is null
            ? []
            : [.. Enumerable.Range(0, smaller.Components).Select(c => MixtureStart.Grow(smaller, c))];
        var candidates = new GaussianMixture[KMeansTrials + RandomTrials + grown.Length];
        grown.CopyTo(candidates, KMeansTrials + RandomTrials);
        Partition(options.Components, start);
        var fits = Every(candidates.Length, t => Fit(screen!, candidates[t] ?? Trial(options, start, t), options, ScreenIterations));
        fits = Keep(fits, Promising, f => Fit(sample, f.Mixture, options, ScreenIterations, f.SampleIterations));
        var finalists = Keep(fits, Finalists, f => Fit(sample, f.Mixture, options, FinalIterations, f.SampleIterations));
        var best = finalists.MaxBy(f => f.MeanLogLikelihood)!;
        return options.Init == MixtureInit.Random ? best : Move(best, options);
    }

    /// <summary>Takes one component away and splits another, as long as that gains.</summary>
    MixtureFit Move(MixtureFit best, MixtureOptions options)
    {
        var (k, spare) = (options.Components, Math.Min(2, options.Components));
        for (var move = 0; move < MostMoves; move++)
        {
            var before = best.SampleIterations + FewIterations;
            var smaller = Keep(Every(k, c => Fit(screen!, MixtureStart.Without(best.Mixture, c), options, FewIterations)), spare, f => f);
            var moved = Every(spare * (k - 1), i =>
                Fit(screen!, MixtureStart.Grow(smaller[i / (k - 1)].Mixture, i % (k - 1)), options, ScreenIterations, before));
            moved = Keep(moved, Finalists, f => Fit(sample, f.Mixture, options, ScreenIterations, f.SampleIterations));
            var next = Keep(moved, 1, f => Fit(sample, f.Mixture, options, FinalIterations, f.SampleIterations))[0];
            if (next.MeanLogLikelihood < best.MeanLogLikelihood + LeastGain) return best;
            best = next;
        }
        return best;
    }

    void Prepare()
    {
        if (screen is not null) return;
        screen = sample.Take([.. Enumerable.Range(0, (int)Math.Min(sample.Rows, Math.Max(5_000L, 50L * mostComponents)))]);
        whitened = Whiten(screen);
    }

    // Stable, so that equal ones stay in the order of their trials.
    MixtureFit[] Keep(MixtureFit[] fits, int count, Func<MixtureFit, MixtureFit> refine)
    {
        var kept = fits.OrderByDescending(f => f.MeanLogLikelihood).Take(count).ToArray();
        return Every(kept.Length, i => refine(kept[i]));
    }

    MixtureFit[] Every(int count, Func<int, MixtureFit> fit)
    {
        var fits = new MixtureFit[count];
        work.For(count, i => fits[i] = fit(i));
        return fits;
    }

    MixtureFit Fit(Matrix rows, GaussianMixture start, MixtureOptions options, int iterations, int before = 0)
    {
        var tolerance = Math.Min(options.Tolerance, FinalTolerance);
        var few = options with { MaxIterations = iterations, Tolerance = tolerance };
        var fit = new EmFit(rows, few, new Work(1, cancel: work.Cancel)).Run(start);
        return fit with { SampleIterations = before + fit.Iterations };
    }

    void Partition(int k, int start)
    {
        if (common.Init == MixtureInit.Random || partitions.ContainsKey((k, start, 0))) return;
        var labels = new int[KMeansTrials][];
        work.For(KMeansTrials, trial =>
        {
            var view = trial % 2 == 0 ? screen! : whitened!;
            var centres = KMeansStart.PlusPlus(view, k, new RandomStream(common.Seed, 2, k, start, trial));
            labels[trial] = new KMeansLloyd(view, 15, 1e-3, new Work(1, cancel: work.Cancel)).Run(centres).Labels;
        });
        for (var trial = 0; trial < KMeansTrials; trial++) partitions[(k, start, trial)] = labels[trial];
    }

    GaussianMixture Trial(MixtureOptions options, int start, int trial)
    {
        if (options.Init == MixtureInit.Random || trial >= KMeansTrials)
            return MixtureStart.OfRandomRows(screen!, options, new RandomStream(options.Seed, 2, options.Components, start, trial));
        var labels = partitions[(options.Components, start, trial)];
        return MixtureStart.OfLabels(screen!, labels, MeansOf(screen!, labels, options.Components), options);
    }

    static double[][] MeansOf(Matrix rows, int[] labels, int k)
    {
        var pivots = new double[k][];
        Array.Fill(pivots, KMeansStart.RowOf(rows, 0));
        var sums = EmStatistics.OfLabels(rows, labels, pivots);
        return [.. pivots.Select((pivot, c) => pivot.Select(
            (p, j) => p + sums.First[c * rows.Columns + j] / Math.Max(1, sums.Weight[c])).ToArray())];
    }

    /// <summary>The rows turned and stretched so that their covariance is the identity.</summary>
    static Matrix Whiten(Matrix rows)
    {
        var d = rows.Columns;
        var options = new MixtureOptions { Regularisation = 0 };
        var whole = MixtureStart.OfLabels(rows, new int[rows.Rows], MeansOf(rows, new int[rows.Rows], 1), options);
        var factors = EmFit.Factors(ref whole);
        var columns = new double[d][];
        for (var i = 0; i < d; i++)
        {
            columns[i] = new double[rows.Rows];
            for (var j = 0; j <= i; j++)
            {
                var (entry, mean, column) = (factors.Inverse[0][Cholesky.Packed(i, j)], whole.Means[0][j], rows.Column(j));
                for (var row = 0; row < rows.Rows; row++) columns[i][row] += entry * (column[row] - mean);
            }
        }
        return new Matrix(columns, rows.Rows);
    }
}
