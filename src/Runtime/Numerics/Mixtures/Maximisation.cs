namespace Runtime.Numerics.Mixtures;

/// <summary>The M-step: the parameters that make the statistics likeliest.</summary>
/// <remarks>McLachlan &amp; Peel 2000, section 3.2; weights get scikit-learn's 10 ulp, which keep an empty component finite.</remarks>
static class Maximisation
{
    // EmMoments about a pivot show a spread from 2^-52 of the square of the mean's distance from it on; here half the digits are left.
    const double Cancelled = 1e-7;

    /// <summary>What the statistics must hold.</summary>
    /// <param name="pooled">Whether all components have one pivot, so that their scatters can be pooled beforehand.</param>
    public static EmMoments MomentsFor(CovarianceKind kind, bool pooled) => kind switch
    {
        CovarianceKind.Full => EmMoments.Full,
        CovarianceKind.Tied => pooled ? EmMoments.Pooled : EmMoments.Full,
        _ => EmMoments.Diagonal,
    };

    /// <param name="accurate">False when a mean lies so far from its pivot that variances lost half their digits.</param>
    public static GaussianMixture Solve(
        EmStatistics statistics, CovarianceKind kind, double regularisation, MixturePrior? prior, out bool accurate)
    {
        var k = statistics.Pivots.Length;
        var weight = Array.ConvertAll(statistics.Weight, static w => w + 2.220446049250313e-15);
        var total = weight.Sum();
        var (shifts, scatters) = (new double[k][], new double[k][]);
        for (var c = 0; c < k; c++) (shifts[c], scatters[c]) = Centre(statistics, c, weight[c], kind);
        var covariances = kind == CovarianceKind.Tied ? [Pool(scatters, statistics.Total, total)] : scatters;
        foreach (var matrix in covariances) Regularise(matrix, kind, shifts[0].Length, regularisation);
        accurate = true;
        for (var c = 0; c < k; c++)
            accurate &= !(statistics.Weight[c] > 0 && IsLost(covariances[kind == CovarianceKind.Tied ? 0 : c], shifts[c], kind));
        prior?.Temper(covariances, kind, weight);
        double[][] means = [.. shifts.Select((shift, c) => shift.Zip(statistics.Pivots[c], (s, p) => p + s).ToArray())];
        return new GaussianMixture(kind, Array.ConvertAll(weight, w => w / total), means, covariances);
    }

    /// <summary>The mean about the pivot, and the covariance (tied: scatter) of one component in the layout of its kind.</summary>
    static (double[] Shift, double[] Covariance) Centre(EmStatistics s, int c, double weight, CovarianceKind kind)
    {
        var d = s.Pivots[c].Length;
        var shift = new double[d];
        for (var j = 0; j < d; j++) shift[j] = s.First[c * d + j] / weight;
        var scale = kind == CovarianceKind.Tied ? 1 : weight;
        double Entry(int i, int j) => (s.Second[(c * d + i) * d + j] - s.Weight[c] * shift[i] * shift[j]) / scale;
        if (kind is CovarianceKind.Diag or CovarianceKind.Spherical)
        {
            var variances = new double[d];
            for (var j = 0; j < d; j++) variances[j] = Math.Max(0, Entry(j, j));
            return (shift, kind == CovarianceKind.Diag ? variances : [variances.Sum() / d]);
        }
        var matrix = new double[d * d];
        for (var i = 0; i < d; i++) for (var j = i; j < d; j++) matrix[i * d + j] = matrix[j * d + i] = Entry(i, j);
        return (shift, matrix);
    }

    /// <param name="all">
    /// The part of the sum that was taken over all rows together; of it only what lies on and above the diagonal is set.
    /// </param>
    static double[] Pool(double[][] scatters, double[] all, double total)
    {
        var d = (int)Math.Sqrt(all.Length);
        var pooled = new double[all.Length];
        for (var i = 0; i < d; i++) for (var j = 0; j < d; j++) pooled[i * d + j] = all[Math.Min(i, j) * d + Math.Max(i, j)];
        foreach (var scatter in scatters) for (var i = 0; i < pooled.Length; i++) pooled[i] += scatter[i];
        for (var i = 0; i < pooled.Length; i++) pooled[i] /= total;
        return pooled;
    }

    static void Regularise(double[] covariance, CovarianceKind kind, int d, double regularisation)
    {
        var step = kind is CovarianceKind.Full or CovarianceKind.Tied ? d + 1 : 1;
        for (var i = 0; i < covariance.Length; i += step) covariance[i] += regularisation;
    }

    /// <summary>Whether the smallest variance, of a column given those before it, drowns in the rounding of the shift's square.</summary>
    static bool IsLost(double[] covariance, double[] shift, CovarianceKind kind)
    {
        var furthest = shift.Max(s => s * s);
        if (kind is CovarianceKind.Diag or CovarianceKind.Spherical) return covariance.Min() < Cancelled * furthest;
        var d = shift.Length;
        if (furthest == 0) return false;
        return Cholesky.Factor(covariance, d) is not { } factor
            || Enumerable.Range(0, d).Any(j => factor[Cholesky.Packed(j, j)] is var s && s * s < Cancelled * furthest);
    }
}
