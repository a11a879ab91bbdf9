namespace Runtime.Numerics.Mixtures;

/// <summary>A mixture made ready for evaluating log densities: inverse Cholesky factors and log constants.</summary>
/// <remarks>
/// With C = L Lᵀ, log w N(x | m, C) = constant − ½ |L⁻¹x − t|², t = L⁻¹m; x and m are taken about an origin in the middle of the
/// mixture, so that where the points lie costs no digits; by a component so far off, for its size, that it would, about its own mean. A
/// shared L turns the points once for all components.
/// </remarks>
sealed class MixtureFactors
{
    /// <summary>Standard deviations from the origin at which half of the digits of a row's distance from the mean are left.</summary>
    const double MostDeviations = 1 << 26;

    const double LogTwoPi = 1.8378770664093454835606594728112;

    MixtureFactors(GaussianMixture mixture, double[][] inverse, double[] constants)
    {
        var (k, d) = (mixture.Components, mixture.Dimension);
        (Constants, Triangular) = (constants, mixture.Kind == CovarianceKind.Full);
        Origin = [.. Enumerable.Range(0, d).Select(j => Middle(mixture, j))];
        var about = Array.ConvertAll(mixture.Means, m => m.Zip(Origin, (x, o) => x - o).ToArray());
        if (mixture.Kind != CovarianceKind.Tied)
        {
            Inverse = inverse;
            Offsets = [.. about.Select((m, c) =>
                Triangular ? Cholesky.Times(inverse[c], m) : m.Zip(inverse[c], (x, s) => x * s).ToArray())];
            Far = FarFrom(mixture.Means);
            return;
        }
        Rotation = inverse[0];
        var ones = Enumerable.Repeat(1.0, d).ToArray();
        (Inverse, Offsets) = ([.. Enumerable.Repeat(ones, k)], Array.ConvertAll(about, m => Cholesky.Times(Rotation, m)));
        Far = FarFrom(mixture.Means);
    }

    public int Components => Constants.Length;

    /// <summary>The mean of the mixture: d numbers.</summary>
    public double[] Origin { get; }

    /// <summary>Whether <see cref="Inverse"/> holds packed lower triangles, row by row; else d inverse standard deviations.</summary>
    public bool Triangular { get; }

    /// <summary>
    /// A packed lower triangle that turns the points before they are scaled by <see cref="Inverse"/>; null when they stay
    /// as they are.
    /// </summary>
    public double[]? Rotation { get; }

    public double[][] Inverse { get; }

    /// <summary>k × d: t.</summary>
    public double[][] Offsets { get; }

    public double[] Constants { get; }

    /// <summary>
    /// k: the means of components whose densities are to be taken about these, because half of the digits would be lost about the origin;
    /// null for all others.
    /// </summary>
    public double[]?[] Far { get; }

    /// <returns>Null when a covariance is not positive definite; <paramref name="failed"/> is then its component.</returns>
    public static MixtureFactors? Of(GaussianMixture mixture, out int failed)
    {
        var (k, d) = (mixture.Components, mixture.Dimension);
        var inverse = new double[k][];
        var constants = new double[k];
        for (failed = 0; failed < k; failed++)
        {
            inverse[failed] = mixture.Kind == CovarianceKind.Tied && failed > 0 ? inverse[0] : InverseOf(mixture, failed)!;
            if (inverse[failed] is null) return null;
            var logWeight = Math.Max(Logarithm.Of(mixture.Weights[failed]), -1e300);
            constants[failed] = logWeight - 0.5 * d * LogTwoPi + LogDeterminant(mixture.Kind, inverse[failed], d);
        }
        return new MixtureFactors(mixture, inverse, constants);
    }

    double[]?[] FarFrom(double[][] means) => [.. means.Select((m, c) => Offsets[c].Max(Math.Abs) > MostDeviations ? m : null)];

    /// <summary>The mean along an axis; the median of the components where one far off has taken the mean away from all others.</summary>
    static double Middle(GaussianMixture mixture, int axis)
    {
        var (mean, near) = (0.0, true);
        for (var c = 0; c < mixture.Components; c++) mean += mixture.Means[c][axis] * mixture.Weights[c];
        bool IsNear(int c) => Math.Abs(mean - mixture.Means[c][axis]) <= MostDeviations * Math.Sqrt(mixture.Variance(c, axis));
        for (var c = 0; c < mixture.Components; c++) near &= IsNear(c);
        if (near) return mean;
        double[] means = [.. mixture.Means.Select(m => m[axis])];
        var median = WeightedMedian.Of(means, mixture.Weights);
        return IsNear(Array.IndexOf(means, median)) ? mean : median;
    }

    static double[]? InverseOf(GaussianMixture mixture, int component)
    {
        var d = mixture.Dimension;
        if (mixture.Kind is CovarianceKind.Full or CovarianceKind.Tied) return Cholesky.InverseFactor(mixture.Covariance(component), d);
        var variances = mixture.Covariances[component];
        var inverse = new double[d];
        for (var j = 0; j < d; j++)
        {
            var variance = variances[mixture.Kind == CovarianceKind.Diag ? j : 0];
            if (!(variance > 0) || !double.IsFinite(variance)) return null;
            inverse[j] = 1 / Math.Sqrt(variance);
        }
        return inverse;
    }

    static double LogDeterminant(CovarianceKind kind, double[] inverse, int d)
    {
        var sum = 0.0;
        var triangular = kind is CovarianceKind.Full or CovarianceKind.Tied;
        for (var j = 0; j < d; j++) sum += Logarithm.Of(inverse[triangular ? j * (j + 3) / 2 : j]);
        return sum;
    }
}
