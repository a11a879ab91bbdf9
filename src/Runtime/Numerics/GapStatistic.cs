namespace Runtime.Numerics;

/// <summary>How much tighter k clusters are than k clusters of evenly spread rows.</summary>
/// <remarks>
/// Tibshirani, Walther &amp; Hastie 2001, J. R. Stat. Soc. B 63(2), with references spread over the box of the columns, on a sample.
/// </remarks>
/// <param name="Gap">For each k: mean logarithm of the references' inertia minus that of the rows.</param>
/// <param name="Error">For each k: what the mean may be off.</param>
public sealed record GapStatistic(double[] Gap, double[] Error)
{
    const int SampleRows = 2_000;
    const int References = 10;

    /// <param name="clusters">The numbers of clusters, ascending.</param>
    /// <exception cref="NumericsException">Squares of distances overflow or vanish.</exception>
    public static GapStatistic Of(Matrix points, int[] clusters, long seed, Work work)
    {
        var sample = RowSample.Of(points, SampleRows, seed, work);
        Matrix[] references = [.. Enumerable.Range(0, References).Select(r => Spread(sample, new RandomStream(seed, 7, r)))];
        var (gap, error) = (new double[clusters.Length], new double[clusters.Length]);
        for (var i = 0; i < clusters.Length; i++)
        {
            work.Report("comparing with evenly spread rows", (double)i / clusters.Length);
            var k = Math.Min(clusters[i], sample.Rows);
            double[] logs = [.. references.Select(r => LogInertia(r, k, seed, work))];
            var mean = logs.Average();
            gap[i] = mean - LogInertia(sample, k, seed, work);
            error[i] = Math.Sqrt(logs.Average(l => (l - mean) * (l - mean)) * (1 + 1.0 / References));
        }
        return new(gap, error);
    }

    /// <summary>The least number of clusters whose gap the next does not exceed by its error; the last when there is none.</summary>
    public int Choice()
    {
        for (var i = 0; i + 1 < Gap.Length; i++) if (Gap[i] >= Gap[i + 1] - Error[i + 1]) return i;
        return Gap.Length - 1;
    }

    static double LogInertia(Matrix points, int k, long seed, Work work) =>
        Logarithm.Of(Math.Max(KMeansFit.Of(points, k, 1, 100, 1e-4, seed, work).Inertia, 1e-300));

    static Matrix Spread(Matrix like, RandomStream random)
    {
        var columns = new double[like.Columns][];
        for (var j = 0; j < columns.Length; j++)
        {
            var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var x in like[j]) (low, high) = (Math.Min(low, x), Math.Max(high, x));
            columns[j] = [.. Enumerable.Range(0, like.Rows).Select(_ => low + (high - low) * random.NextDouble())];
        }
        return new Matrix(columns, like.Rows);
    }
}
