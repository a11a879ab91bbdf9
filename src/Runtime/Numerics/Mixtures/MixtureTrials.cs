namespace Runtime.Numerics.Mixtures;

/// <summary>
/// Finds good starts on a sample: many candidates fitted for a few iterations, the better ones for longer, the best few
/// of them to convergence; then moves of single components, as long as they gain. All compete by the penalised likelihood, and optima
/// that differ by less than the rows can tell go to the plain start.
/// </summary>
/// <remarks>
/// Biernacki, Celeux &amp; Govaert 2003, Comput. Stat. Data Anal. 41 (short runs); Vlassis &amp; Likas 2002, Neural Process.
/// Lett. 15 (a mixture of k grows from one of k − 1 by splitting a component); Ueda, Nakano, Ghahramani &amp;
/// Hinton 2000, Neural Comput. 12 (moves a component to where it is of more use). A few start from random rows.
/// What is tried does not grow with k, so that the time is linear in it.
/// </remarks>
/// <param name="common">Kind and number of components are given to <see cref="Ranked"/>.</param>
/// <param name="mostComponents">The largest number of components that will be asked for.</param>
sealed class MixtureTrials(Matrix points, MixtureOptions common, int mostComponents, Work work)
{
    const int RandomTrials = 6;

    /// <summary>From this many components down a mixture is grown; what lies below starts from k-means alone.</summary>
    const int MostRungs = 10;

    /// <summary>Of more components no one is moved, and none is grown from fewer that were not asked for.</summary>
    const int MostMoved = 20;

    /// <summary>So many components, the heaviest, are tried to be split, and so many, the lightest, to be taken away.</summary>
    const int MostTried = 10;

    const int ScreenIterations = 10;
    const int Promising = 6;
    const int Finalists = 3;

    /// <summary>Fits whose scores are nearer have come to the same optimum.</summary>
    const double SameOptimum = 1e-4;

    const double LeastGain = 1e-4;
    const int MostMoves = 3;
    /// <summary>
    /// What a candidate must be ahead by of the one that starts from the k-means of least inertia, in nats over all rows: less is not worth
    /// more than a bare mention (Kass &amp; Raftery 1995), and in many columns likelier optima are no nearer to the groups.
    /// </summary>
    const double Worth = 1;

    const int FewIterations = 3;
    const int FinalIterations = 150;
    const double FinalTolerance = 1e-5;
    const int SharpIterations = 20;
    const double SharpTolerance = 1e-4;

    readonly Matrix sample = MixtureSample.Of(
        points, (int)Math.Min(points.Rows, Math.Max(20_000L, 200L * mostComponents)), common.Seed, work);

    readonly EmTiles tiles = new();
    readonly Dictionary<(CovarianceKind, int), MixtureFit[]> found = [];
    Matrix? screen;
    MixturePartitions? partitions;

    /// <summary>What candidates compete under; none for the bare likelihood, and where it has a maximum: with one covariance.</summary>
    public MixturePrior? Prior(CovarianceKind kind, int k)
    {
        if (common.Penalty == MixturePenalty.None || kind == CovarianceKind.Tied || k == 1) return null;
        Prepare();
        return new MixturePrior(partitions!.Within(k), common.Regularisation);
    }

    /// <summary>The mixtures found on the sample, the best first.</summary>
    public MixtureFit[] Ranked(CovarianceKind kind, int components)
    {
        var lowest = components > MostMoved ? components : Math.Max(1, components - MostRungs + 1);
        if (common.Init == MixtureInit.Random) lowest = components;
        for (var k = lowest; k <= components; k++)
        {
            if (found.ContainsKey((kind, k))) continue;
            var smaller = common.Init == MixtureInit.Random ? null : found.GetValueOrDefault((kind, k - 1))?[0].Mixture;
            found[(kind, k)] = Search(common with { Covariance = kind, Components = k }, smaller);
        }
        return found[(kind, components)];
    }

    /// <summary>
    /// A candidate led to the maximum of the bare likelihood on the sample, which saves iterations on all rows: the prior widens
    /// components that are next to flat. As it was where that makes spurious ones, and where the sample is all there is.
    /// </summary>
    public MixtureFit Sharpened(MixtureFit candidate, MixtureOptions options, MixturePrior? prior)
    {
        if (prior is null || sample.Rows == points.Rows) return candidate;
        var few = options with { MaxIterations = SharpIterations, Tolerance = Math.Min(options.Tolerance, SharpTolerance) };
        var sharp = new EmFit(sample, few, work, null, tiles).Run(candidate.Mixture);
        return prior.Spurious(sharp.Mixture, sample.Rows).Length > 0 ? candidate
            : sharp with { SampleIterations = candidate.SampleIterations + sharp.Iterations };
    }

    MixtureFit[] Search(MixtureOptions options, GaussianMixture? smaller)
    {
        if (options.Components == 1)
        {
            var one = MixtureStart.OfLabels(sample, new int[sample.Rows], [KMeansStart.RowOf(sample, 0)], options);
            return [Fit(sample, one, options, null, 1)];
        }
        Prepare();
        var (prior, all) = (Prior(options.Covariance, options.Components), new List<MixtureFit>());
        for (var start = 0; start < options.Starts; start++)
        {
            var candidates = Candidates(options, start, start == 0 ? smaller : null);
            MixtureFit Screened(int t) => Fit(screen!, candidates[t], options, prior, ScreenIterations) with { Lead = Lead(options, t) };
            var fits = Every(candidates.Length, Screened);
            fits = Keep(fits, Promising, f => Fit(sample, f.Mixture, options, prior, ScreenIterations, f.SampleIterations));
            all.AddRange(Keep(fits, Finalists, f => Fit(sample, f.Mixture, options, prior, FinalIterations, f.SampleIterations)));
        }
        if (options.Init != MixtureInit.Random && options.Components <= MostMoved) all.AddRange(Move(Best(all), options, prior));
        return Keep([.. all], Finalists, f => f);
    }

    /// <summary>Takes one component away and splits another, as long as that gains; gives what each step came to.</summary>
    List<MixtureFit> Move(MixtureFit best, MixtureOptions options, MixturePrior? prior)
    {
        var (steps, spare) = (new List<MixtureFit>(), Math.Min(2, options.Components));
        for (var move = 0; move < MostMoves; move++)
        {
            var before = best.SampleIterations + FewIterations;
            var least = Lightest(best.Mixture);
            var without = Every(
                least.Length, i => Fit(screen!, MixtureStart.Without(best.Mixture, least[i]), options, prior, FewIterations));
            var smaller = Keep(without, spare, f => f);
            GaussianMixture[] split = [.. smaller.SelectMany(f => Heaviest(f.Mixture).Select(c => MixtureStart.Grow(f.Mixture, c)))];
            var moved = Every(split.Length, i => Fit(screen!, split[i], options, prior, ScreenIterations, before));
            moved = Keep(moved, Finalists, f => Fit(sample, f.Mixture, options, prior, ScreenIterations, f.SampleIterations));
            var next = Keep(moved, 1, f => Fit(sample, f.Mixture, options, prior, FinalIterations, f.SampleIterations))[0];
            if (next.Rank < best.Rank + LeastGain) break;
            steps.Add(best = next);
        }
        return steps;
    }

    void Prepare()
    {
        if (screen is not null) return;
        screen = sample.Take([.. Enumerable.Range(0, (int)Math.Min(sample.Rows, Math.Max(5_000L, 50L * mostComponents)))]);
        partitions = new MixturePartitions(screen, common.Seed, work);
    }

    static int[] Heaviest(GaussianMixture mixture) =>
        [.. Enumerable.Range(0, mixture.Components).OrderByDescending(c => mixture.Weights[c]).Take(MostTried)];

    static int[] Lightest(GaussianMixture mixture) =>
        [.. Enumerable.Range(0, mixture.Components).OrderBy(c => mixture.Weights[c]).Take(MostTried)];

    static MixtureFit Best(IEnumerable<MixtureFit> fits) => fits.MaxBy(f => f.Rank)!;

    // Stable, so that equal ones stay in the order of their trials.
    MixtureFit[] Keep(MixtureFit[] fits, int count, Func<MixtureFit, MixtureFit> refine)
    {
        var kept = new List<MixtureFit>();
        foreach (var fit in fits.OrderByDescending(f => f.Rank))
            if (kept.Count < count && (kept.Count == 0 || Math.Abs(kept[^1].Score - fit.Score) > SameOptimum)) kept.Add(fit);
        return [.. Every(kept.Count, i => refine(kept[i]) with { Lead = kept[i].Lead }).OrderByDescending(f => f.Rank)];
    }

    MixtureFit[] Every(int count, Func<int, MixtureFit> fit)
    {
        var fits = new MixtureFit[count];
        work.For(count, i => fits[i] = fit(i));
        return fits;
    }

    MixtureFit Fit(Matrix rows, GaussianMixture start, MixtureOptions options, MixturePrior? prior, int iterations, int before = 0)
    {
        var tolerance = iterations < FinalIterations ? options.Tolerance : Math.Min(options.Tolerance, FinalTolerance);
        var few = options with { MaxIterations = iterations, Tolerance = tolerance };
        var share = Math.Min(1, rows.Rows / (double)points.Rows);
        var fit = new EmFit(rows, few, new Work(1, cancel: work.Cancel), prior?.OnSample(share), tiles).Run(start);
        return fit with { SampleIterations = before + fit.Iterations };
    }

    /// <summary>What a candidate is given ahead, by its number among them; in nats a row.</summary>
    double Lead(MixtureOptions options, int candidate) =>
        candidate == 0 && options.Init != MixtureInit.Random ? Worth / points.Rows : 0;

    GaussianMixture[] Candidates(MixtureOptions options, int start, GaussianMixture? smaller)
    {
        var k = options.Components;
        GaussianMixture Random(int trial) =>
            MixtureStart.OfRandomRows(screen!, options, new RandomStream(options.Seed, 2, k, start, trial));
        var random = Enumerable.Range(MixturePartitions.Trials, RandomTrials).Select(Random);
        if (options.Init == MixtureInit.Random) return [.. Enumerable.Range(0, MixturePartitions.Trials).Select(Random), .. random];
        var clustered = partitions!.Of(k, start)
            .Select(labels => MixtureStart.OfLabels(screen!, labels, MixturePartitions.MeansOf(screen!, labels, k), options));
        var grown = smaller is null ? [] : Heaviest(smaller).Select(c => MixtureStart.Grow(smaller, c));
        return [.. clustered, .. random, .. grown];
    }
}
