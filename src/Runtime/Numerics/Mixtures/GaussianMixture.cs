namespace Runtime.Numerics.Mixtures;

/// <summary>The parameters of a mixture of k Gaussians in d dimensions. Never changes.</summary>
public sealed class GaussianMixture
{
    /// <param name="weights">k numbers that sum to one.</param>
    /// <param name="means">k × d.</param>
    /// <param name="covariances">
    /// Full: k matrices of d·d; tied: one matrix of d·d; diag: k × d variances; spherical: k × 1 variances.
    /// </param>
    public GaussianMixture(CovarianceKind kind, double[] weights, double[][] means, double[][] covariances)
    {
        (Kind, Weights, Means, Covariances) = (kind, weights, means, covariances);
    }

    public CovarianceKind Kind { get; }

    public double[] Weights { get; }

    public double[][] Means { get; }

    public double[][] Covariances { get; }

    public int Components => Weights.Length;

    public int Dimension => Means[0].Length;

    /// <summary>Free parameters, counted as scikit-learn counts them.</summary>
    public int Parameters
    {
        get
        {
            var (k, d) = (Components, Dimension);
            var covariance = Kind switch
            {
                CovarianceKind.Full => k * d * (d + 1) / 2,
                CovarianceKind.Tied => d * (d + 1) / 2,
                CovarianceKind.Diag => k * d,
                _ => k,
            };
            return covariance + k * d + k - 1;
        }
    }

    /// <summary>−2 n l + p ln n for a mean log-likelihood l; Schwarz 1978.</summary>
    public double Bic(double meanLogLikelihood, int rows) => -2.0 * rows * meanLogLikelihood + Parameters * Math.Log(rows);

    /// <summary>−2 n l + 2 p for a mean log-likelihood l; Akaike 1974.</summary>
    public double Aic(double meanLogLikelihood, int rows) => -2.0 * rows * meanLogLikelihood + 2.0 * Parameters;

    /// <summary>The covariance of one component as a d·d matrix, whatever the kind.</summary>
    public double[] Covariance(int component)
    {
        var d = Dimension;
        if (Kind == CovarianceKind.Full) return Covariances[component];
        if (Kind == CovarianceKind.Tied) return Covariances[0];
        var matrix = new double[d * d];
        var variances = Covariances[component];
        for (var j = 0; j < d; j++) matrix[j * d + j] = Kind == CovarianceKind.Diag ? variances[j] : variances[0];
        return matrix;
    }

    /// <summary>The same mixture, the heaviest component first; equal weights by their first mean.</summary>
    public GaussianMixture Ordered()
    {
        var order = Enumerable.Range(0, Components).ToArray();
        Array.Sort(order, (a, b) => Weights[a] != Weights[b] ? Weights[b].CompareTo(Weights[a]) : Means[a].AsSpan().SequenceCompareTo(Means[b]));
        return new(
            Kind,
            [.. order.Select(c => Weights[c])],
            [.. order.Select(c => Means[c])],
            Kind == CovarianceKind.Tied ? Covariances : [.. order.Select(c => Covariances[c])]);
    }
}
