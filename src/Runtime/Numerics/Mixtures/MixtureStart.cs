namespace Runtime.Numerics.Mixtures;

/// <summary>Mixtures to start expectation–maximisation from.</summary>
static class MixtureStart
{
    /// <summary>Splits one component along its longest axis; the half moved forward takes another component's place.</summary>
    public static GaussianMixture Split(GaussianMixture mixture, int from, int into)
    {
        var axis = LongestAxis(mixture.Covariance(from), mixture.Dimension);
        var (weights, means) = ((double[])mixture.Weights.Clone(), (double[][])mixture.Means.Clone());
        weights[into] = weights[from] /= 2;
        means[into] = [.. mixture.Means[from].Select((m, j) => m + axis[j])];
        means[from] = [.. mixture.Means[from].Select((m, j) => m - axis[j])];
        var covariances = (double[][])mixture.Covariances.Clone();
        if (mixture.Kind != CovarianceKind.Tied) covariances[into] = covariances[from];
        var total = weights.Sum();
        return new GaussianMixture(mixture.Kind, Array.ConvertAll(weights, w => w / total), means, covariances);
    }

    /// <summary>The mixture without one of its components.</summary>
    public static GaussianMixture Without(GaussianMixture mixture, int component)
    {
        T[] Rest<T>(T[] all) => [.. all.Where((_, c) => c != component)];
        var weights = Rest(mixture.Weights);
        var total = weights.Sum();
        return new GaussianMixture(
            mixture.Kind,
            Array.ConvertAll(weights, w => w / total),
            Rest(mixture.Means),
            mixture.Kind == CovarianceKind.Tied ? mixture.Covariances : Rest(mixture.Covariances));
    }

    /// <summary>One component more, from splitting one.</summary>
    public static GaussianMixture Grow(GaussianMixture mixture, int from)
    {
        var k = mixture.Components;
        var grown = new GaussianMixture(
            mixture.Kind,
            [.. mixture.Weights, 0],
            [.. mixture.Means, mixture.Means[from]],
            mixture.Kind == CovarianceKind.Tied ? mixture.Covariances : [.. mixture.Covariances, mixture.Covariances[from]]);
        return Split(grown, from, k);
    }

    /// <summary>The M-step of a hard clustering.</summary>
    public static GaussianMixture OfLabels(Matrix points, int[] labels, double[][] centres, MixtureOptions options) =>
        Maximisation.Solve(EmStatistics.OfLabels(points, labels, centres), options.Covariance, options.Regularisation, null, out _);

    /// <summary>Means at random rows; equal weights; the covariance of all points.</summary>
    public static GaussianMixture OfRandomRows(Matrix points, MixtureOptions options, RandomStream random)
    {
        var k = options.Components;
        var centre = new[] { KMeansStart.RowOf(points, 0) };
        var whole = OfLabels(points, new int[points.Rows], centre, options);
        var rows = new HashSet<int>();
        while (rows.Count < k) rows.Add(random.Next(points.Rows));
        return new GaussianMixture(
            options.Covariance,
            [.. Enumerable.Repeat(1.0 / k, k)],
            [.. rows.Select(r => KMeansStart.RowOf(points, r))],
            options.Covariance == CovarianceKind.Tied ? whole.Covariances : [.. Enumerable.Repeat(whole.Covariances[0], k)]);
    }

    /// <summary>One standard deviation along the longest axis of a d·d covariance, by power iteration.</summary>
    internal static double[] LongestAxis(double[] covariance, int d)
    {
        var axis = new double[d];
        for (var j = 0; j < d; j++) axis[j] = covariance[j * d + j];
        var length = 0.0;
        for (var step = 0; step < 50; step++)
        {
            var next = new double[d];
            for (var i = 0; i < d; i++) for (var j = 0; j < d; j++) next[i] += covariance[i * d + j] * axis[j];
            length = Norm(next);
            if (length == 0) return new double[d];
            axis = Array.ConvertAll(next, x => x / length);
        }
        return Array.ConvertAll(axis, x => x * Math.Sqrt(length));
    }

    static double Norm(double[] values) => Math.Sqrt(values.Sum(x => x * x));
}
