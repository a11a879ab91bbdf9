namespace Runtime.Numerics.Mixtures;

/// <summary>A mixture made ready for evaluating log densities: inverse Cholesky factors and log constants.</summary>
/// <remarks>log w N(x | m, C) = constant − ½ |L⁻¹ (x − m)|² with C = L Lᵀ.</remarks>
sealed class MixtureFactors
{
    const double LogTwoPi = 1.8378770664093454835606594728112;

    MixtureFactors(GaussianMixture mixture, double[][] inverse, double[] constants)
    {
        (Means, Inverse, Constants) = (mixture.Means, inverse, constants);
        Triangular = mixture.Kind is CovarianceKind.Full or CovarianceKind.Tied;
    }

    public int Components => Means.Length;

    public int Dimension => Means[0].Length;

    public double[][] Means { get; }

    /// <summary>Whether <see cref="Inverse"/> holds packed lower triangles, row by row; else d inverse standard deviations.</summary>
    public bool Triangular { get; }

    public double[][] Inverse { get; }

    public double[] Constants { get; }

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
            var logWeight = Math.Max(Math.Log(mixture.Weights[failed]), -1e300);
            constants[failed] = logWeight - 0.5 * d * LogTwoPi + LogDeterminant(mixture.Kind, inverse[failed], d);
        }
        return new MixtureFactors(mixture, inverse, constants);
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
        for (var j = 0; j < d; j++) sum += Math.Log(inverse[triangular ? j * (j + 3) / 2 : j]);
        return sum;
    }
}
