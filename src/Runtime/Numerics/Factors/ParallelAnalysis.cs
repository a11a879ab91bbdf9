namespace Runtime.Numerics.Factors;

/// <summary>How many factors there are: as many as have larger eigenvalues than columns that have nothing in common.</summary>
/// <remarks>
/// Horn 1965, Psychometrika 30(2). Correlations of n × p normal numbers are drawn as a Wishart matrix by its triangular factor (Bartlett
/// 1933; Odell &amp; Feiveson 1966, J. Am. Stat. Assoc. 61), so a million rows cost no more than ten.
/// </remarks>
/// <param name="Eigenvalues">Those of the data, the largest first.</param>
/// <param name="Random">The 95 % quantile of those of random columns.</param>
public sealed record ParallelAnalysis(double[] Eigenvalues, double[] Random)
{
    const int Sets = 100;
    const double Quantile = 0.95;

    /// <summary>How many lead that are larger than random ones; at least 1.</summary>
    public int Factors => Math.Max(1, Eigenvalues.Zip(Random).TakeWhile(pair => pair.First > pair.Second).Count());

    public static ParallelAnalysis Of(CorrelationMatrix correlations, long seed, Work work)
    {
        var (p, sets) = (correlations.Columns, new double[Sets][]);
        work.For(Sets, s => sets[s] = SymmetricEigen.Descending(Drawn(p, correlations.Rows - 1, new RandomStream(seed, 77, s))).Values);
        double[] random = [.. Enumerable.Range(0, p).Select(j => QuantileOf([.. sets.Select(s => s[j]).Order()]))];
        return new(correlations.Eigenvalues, random);
    }

    static double QuantileOf(double[] sorted)
    {
        var at = Quantile * (sorted.Length - 1);
        var below = (int)at;
        return sorted[below] + (at - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
    }

    /// <summary>The correlations of p independent normal columns with so many degrees of freedom.</summary>
    static double[][] Drawn(int p, long degrees, RandomStream random)
    {
        var factor = Enumerable.Range(0, p).Select(i => new double[p]).ToArray();
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < i; j++) factor[i][j] = random.NextNormal();
            factor[i][i] = Math.Sqrt(ChiSquare(Math.Max(1, degrees - i), random));
        }
        double[] lengths = [.. factor.Select(row => Math.Sqrt(row.Sum(x => x * x)))];
        return [.. factor.Select((a, i) => factor
            .Select((b, j) => i == j ? 1 : a.Zip(b, (x, y) => x * y).Sum() / (lengths[i] * lengths[j])).ToArray())];
    }

    /// <summary>Marsaglia &amp; Tsang 2000, ACM TOMS 26(3), for shapes of ½ and more.</summary>
    static double ChiSquare(long degrees, RandomStream random)
    {
        if (degrees == 1) return random.NextNormal() is var z ? z * z : 0;
        var d = degrees / 2.0 - 1 / 3.0;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = random.NextNormal();
            var v = (1 + c * x) * (1 + c * x) * (1 + c * x);
            if (v <= 0) continue;
            var u = 1 - random.NextDouble();
            if (Logarithm.Of(u) < x * x / 2 + d - d * v + d * Logarithm.Of(v)) return 2 * d * v;
        }
    }
}
