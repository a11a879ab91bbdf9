namespace Runtime.Numerics;

/// <summary>What k-means found.</summary>
/// <param name="Centres">k × d.</param>
/// <param name="Labels">The nearest centre of each of the n rows.</param>
/// <param name="Inertia">Sum of squared distances to the nearest centre (units of the points, squared).</param>
public sealed record KMeansFit(double[][] Centres, int[] Labels, double Inertia, int Iterations, bool Converged)
{
    /// <summary>Iterations on a sample that led to the start.</summary>
    public int SampleIterations { get; init; }

    /// <summary>Rows that starts are tried on.</summary>
    const int SampleRows = 25_000;

    /// <summary>Starts tried on the sample for each start on all rows: of few rows, where they cost nothing, more.</summary>
    const int Trials = 8, MostTrials = 64, ManyRows = 64_000;

    /// <summary>k-means of n × d points: the best of several starts on a sample, then Lloyd's iterations on all rows.</summary>
    /// <param name="k">1..n.</param>
    /// <param name="starts">Independent starts on all rows; the least inertia wins.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is not in 1..n.</exception>
    /// <exception cref="NumericsException">Squares of distances overflow or vanish.</exception>
    public static KMeansFit Of(Matrix points, int k, int starts, int maxIterations, double tolerance, long seed, Work work)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, points.Rows);
        Ranges.DemandSquares(points, work);
        var sample = RowSample.Of(points, SampleRows, seed, work);
        KMeansFit? best = null;
        for (var start = 0; start < starts; start++)
        {
            work.Report($"start {start + 1} of {starts}", (double)start / starts);
            var begun = Start(sample, k, seed, start, work);
            var fit = From(points, begun.Centres, maxIterations, tolerance, work);
            if (best is null || fit.Inertia < best.Inertia) best = fit with { SampleIterations = begun.Iterations };
        }
        return best!;
    }

    /// <summary>Lloyd's iterations from given centres (k × d). The largest cluster comes first.</summary>
    public static KMeansFit From(Matrix points, double[][] centres, int maxIterations, double tolerance, Work work) =>
        new KMeansLloyd(points, maxIterations, tolerance, work).Run(centres).Ordered();

    /// <summary>The nearest of k centres (k × d) of each of n × d points; of equally near ones the first.</summary>
    public static int[] Assign(Matrix points, double[][] centres, Work work) => new KMeansState(centres, []).Assign(points, work).Labels;

    static KMeansFit Start(Matrix sample, int k, long seed, int start, Work work)
    {
        var fits = new KMeansFit[Math.Clamp(ManyRows / sample.Rows, Trials, MostTrials)];
        work.For(fits.Length, trial =>
        {
            var centres = KMeansStart.PlusPlus(sample, k, new RandomStream(seed, 1, start, trial));
            fits[trial] = new KMeansLloyd(sample, 50, 1e-5, new Work(1, cancel: work.Cancel)).Run(centres);
        });
        return fits.MinBy(f => f.Inertia)!;
    }

    /// <summary>The same clusters, the largest first; equal sizes by their centres.</summary>
    KMeansFit Ordered()
    {
        var sizes = new int[Centres.Length];
        foreach (var label in Labels) sizes[label]++;
        var order = Enumerable.Range(0, sizes.Length).ToArray();
        Array.Sort(order, (a, b) => sizes[a] != sizes[b] ? sizes[b] - sizes[a] : Centres[a].AsSpan().SequenceCompareTo(Centres[b]));
        var place = new int[order.Length];
        for (var i = 0; i < order.Length; i++) place[order[i]] = i;
        return this with { Centres = [.. order.Select(c => Centres[c])], Labels = Array.ConvertAll(Labels, l => place[l]) };
    }
}
