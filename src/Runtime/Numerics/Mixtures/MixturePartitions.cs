namespace Runtime.Numerics.Mixtures;

/// <summary>Clusterings of some rows by k-means: what mixtures start from, and how far rows of one group spread.</summary>
/// <remarks>Every other one sees whitened points: k-means alone cuts long clusters across.</remarks>
/// <param name="rows">m × d.</param>
sealed class MixturePartitions(Matrix rows, long seed, Work work)
{
    /// <summary>How many there are for each k and start.</summary>
    public const int Trials = 8;

    const int Iterations = 15;

    readonly Dictionary<(int, int), int[][]> found = [];
    readonly Dictionary<int, double[]> spreads = [];
    Matrix? whitened;

    /// <summary>The labels of each of the rows by <see cref="Trials"/> clusterings; the one of least inertia, unwhitened, first.</summary>
    /// <param name="start">Which independent start they are for.</param>
    public int[][] Of(int k, int start)
    {
        if (found.TryGetValue((k, start), out var known)) return known;
        whitened ??= Whiten();
        var fits = new KMeansFit[Trials];
        work.For(Trials, trial =>
        {
            var view = trial % 2 == 0 ? rows : whitened;
            var centres = KMeansStart.PlusPlus(view, k, new RandomStream(seed, 2, k, start, trial));
            // To the end: a share of the variance says nothing where one value far off makes nearly all of it.
            fits[trial] = new KMeansLloyd(view, Iterations, 0, new Work(1, cancel: work.Cancel)).Run(centres);
        });
        var best = fits.Where((_, trial) => trial % 2 == 0).MinBy(f => f.Inertia)!;
        if (start == 0) spreads[k] = Within(best);
        return found[(k, start)] = [best.Labels, .. fits.Where(f => f != best).Select(f => f.Labels)];
    }

    /// <summary>The covariance within the k clusters of the least inertia: d·d, in the units of the points.</summary>
    public double[] Within(int k)
    {
        Of(k, 0);
        return spreads[k];
    }

    /// <summary>The means of a clustering, k × d; those of empty clusters at the first row.</summary>
    public static double[][] MeansOf(Matrix rows, int[] labels, int k)
    {
        var pivots = new double[k][];
        Array.Fill(pivots, KMeansStart.RowOf(rows, 0));
        var sums = EmStatistics.OfLabels(rows, labels, pivots);
        return [.. pivots.Select((pivot, c) => pivot.Select(
            (p, j) => p + sums.First[c * rows.Columns + j] / Math.Max(1, sums.Weight[c])).ToArray())];
    }

    double[] Within(KMeansFit fit)
    {
        var options = new MixtureOptions { Covariance = CovarianceKind.Tied, Regularisation = 0 };
        return MixtureStart.OfLabels(rows, fit.Labels, MeansOf(rows, fit.Labels, fit.Centres.Length), options).Covariances[0];
    }

    /// <summary>The rows turned and stretched so that their covariance is the identity.</summary>
    Matrix Whiten()
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
