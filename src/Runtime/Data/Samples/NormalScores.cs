using Runtime.Numerics;

namespace Runtime.Data.Samples;

/// <summary>Numbers as the normal values of their ranks, and how those go together: a Gaussian copula.</summary>
static class NormalScores
{
    /// <summary>The normal score of each value, ties sharing the mean of theirs; 0 where missing.</summary>
    /// <param name="values">NaN where missing.</param>
    public static double[] Of(double[] values)
    {
        var rows = Enumerable.Range(0, values.Length).Where(r => !double.IsNaN(values[r])).ToArray();
        var sorted = Array.ConvertAll(rows, r => values[r]);
        Array.Sort(sorted, rows);
        var scores = new double[values.Length];
        for (var start = 0; start < rows.Length;)
        {
            var (end, sum) = (start, 0.0);
            for (; end < rows.Length && sorted[end] == sorted[start]; end++) sum += StandardNormal.Quantile((end + 0.5) / rows.Length);
            for (var i = start; i < end; i++) scores[rows[i]] = sum / (end - start);
            start = end;
        }
        return scores;
    }

    /// <summary>
    /// The correlation of the normal variables behind two columns of scores: their covariance over both variances, since
    /// ties shrink a score's variance below 1 and its covariances by the same factor (Cox 1974, Biometrics 30, polyserial).
    /// </summary>
    public static double Correlation(double[] a, double[] b)
    {
        var (ab, aa, bb) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        if (aa == 0 || bb == 0) return 0;
        return Math.Clamp(ab * a.Length / (aa * bb), -0.99, 0.99);
    }

    /// <summary>
    /// The lower Cholesky factor of the correlation matrix; correlations are shrunk towards 0 until there is one, since
    /// rounded and pairwise ones may contradict each other.
    /// </summary>
    /// <param name="percent">The lower triangle without the diagonal, row by row.</param>
    public static double[][] Factor(int[] percent, int columns)
    {
        for (var shrink = 1.0; ; shrink *= 0.97)
            if (TryFactor(percent, columns, shrink) is { } factor) return factor;
    }

    static double[][]? TryFactor(int[] percent, int columns, double shrink)
    {
        var factor = new double[columns][];
        for (var i = 0; i < columns; i++)
        {
            factor[i] = new double[i + 1];
            for (var j = 0; j <= i; j++)
            {
                var rest = i == j ? 1 : shrink * percent[i * (i - 1) / 2 + j] / 100;
                for (var k = 0; k < j; k++) rest -= factor[i][k] * factor[j][k];
                if (i == j && rest < 1e-6) return null;
                factor[i][j] = i == j ? Math.Sqrt(rest) : rest / factor[j][j];
            }
        }
        return factor;
    }
}
