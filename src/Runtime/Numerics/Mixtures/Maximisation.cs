namespace Runtime.Numerics.Mixtures;

/// <summary>The M-step: the parameters that make the statistics likeliest.</summary>
/// <remarks>McLachlan &amp; Peel 2000, section 3.2; weights get scikit-learn's 10 ulp, which keep an empty component finite.</remarks>
static class Maximisation
{
    // The spread of two Gaussians shows from 2^-52 of the square of their distance on; a pivot this far off costs half the digits.
    const double Cancelled = 1e-7;

    public static Moments MomentsFor(CovarianceKind kind) =>
        kind is CovarianceKind.Full or CovarianceKind.Tied ? Moments.Full : Moments.Diagonal;

    /// <param name="pivots">k × d: what the statistics were taken about.</param>
    /// <param name="accurate">False when a mean moved so far from its pivot that variances lost half their digits.</param>
    public static GaussianMixture Solve(EmStatistics statistics, double[][] pivots, CovarianceKind kind, double regularisation, out bool accurate)
    {
        var k = pivots.Length;
        var weight = Array.ConvertAll(statistics.Weight, static w => w + 2.220446049250313e-15);
        var total = weight.Sum();
        var means = new double[k][];
        var scatters = new double[k][];
        accurate = true;
        for (var c = 0; c < k; c++) (means[c], scatters[c]) = Centre(statistics, c, weight[c], pivots[c], kind, ref accurate);
        var covariances = kind switch
        {
            CovarianceKind.Tied => [Pool(scatters, total, pivots[0].Length)],
            _ => scatters,
        };
        foreach (var matrix in covariances) Regularise(matrix, kind, pivots[0].Length, regularisation);
        return new GaussianMixture(kind, Array.ConvertAll(weight, w => w / total), means, covariances);
    }

    /// <summary>Mean and covariance (tied: scatter) of one component, in the layout of its kind.</summary>
    static (double[] Mean, double[] Covariance) Centre(EmStatistics s, int c, double weight, double[] pivot, CovarianceKind kind, ref bool accurate)
    {
        var d = pivot.Length;
        var shift = new double[d];
        var mean = new double[d];
        for (var j = 0; j < d; j++) mean[j] = pivot[j] + (shift[j] = s.First[c * d + j] / weight);
        for (var j = 0; j < d; j++)
        {
            var variance = s.Second[(c * d + j) * d + j] / weight - shift[j] * shift[j];
            if (s.Weight[c] > 0 && variance < Cancelled * shift[j] * shift[j]) accurate = false;
        }
        var scale = kind == CovarianceKind.Tied ? 1 : weight;
        double Entry(int i, int j) => (s.Second[(c * d + i) * d + j] - s.Weight[c] * shift[i] * shift[j]) / scale;
        if (kind is CovarianceKind.Diag or CovarianceKind.Spherical)
        {
            var variances = new double[d];
            for (var j = 0; j < d; j++) variances[j] = Math.Max(0, Entry(j, j));
            return (mean, kind == CovarianceKind.Diag ? variances : [variances.Sum() / d]);
        }
        var matrix = new double[d * d];
        for (var i = 0; i < d; i++) for (var j = i; j < d; j++) matrix[i * d + j] = matrix[j * d + i] = Entry(i, j);
        return (mean, matrix);
    }

    static double[] Pool(double[][] scatters, double total, int d)
    {
        var pooled = new double[d * d];
        foreach (var scatter in scatters) for (var i = 0; i < pooled.Length; i++) pooled[i] += scatter[i];
        for (var i = 0; i < pooled.Length; i++) pooled[i] /= total;
        return pooled;
    }

    static void Regularise(double[] covariance, CovarianceKind kind, int d, double regularisation)
    {
        var step = kind is CovarianceKind.Full or CovarianceKind.Tied ? d + 1 : 1;
        for (var i = 0; i < covariance.Length; i += step) covariance[i] += regularisation;
    }
}
