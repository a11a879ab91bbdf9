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
    public double Bic(double meanLogLikelihood, int rows) => -2.0 * rows * meanLogLikelihood + Parameters * Logarithm.Of(rows);

    /// <summary>−2 n l + 2 p for a mean log-likelihood l; Akaike 1974.</summary>
    public double Aic(double meanLogLikelihood, int rows) => -2.0 * rows * meanLogLikelihood + 2.0 * Parameters;

    /// <summary>What the parameters of one component cost by BIC: ½ ln n each; in nats.</summary>
    internal double CostOfComponent(int rows) => 0.5 * Parameters / Components * Logarithm.Of(rows);

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

    /// <summary>The variance of one component along an axis.</summary>
    public double Variance(int component, int axis) => Kind switch
    {
        CovarianceKind.Full => Covariances[component][axis * (Dimension + 1)],
        CovarianceKind.Tied => Covariances[0][axis * (Dimension + 1)],
        CovarianceKind.Diag => Covariances[component][axis],
        _ => Covariances[component][0],
    };

    /// <summary>The mean of ln p(x) over the rows of n × d points, in nats.</summary>
    public double MeanLogLikelihood(Matrix points, Work work)
    {
        var mixture = this;
        return new EmPass(points, work).Run(EmFit.Factors(ref mixture), EmMoments.None).LogLikelihood / points.Rows;
    }

    /// <summary>The likeliest component of every row of n × d points, and how likely it is.</summary>
    public (int[] Labels, double[] Strength) Assign(Matrix points, Work work)
    {
        var mixture = this;
        return new EmPass(points, work).Assign(EmFit.Factors(ref mixture));
    }

    /// <summary>How likely each row belongs to each component, for the rows from start on; k numbers a row that sum to one.</summary>
    /// <param name="target">rows × k, row by row; its length says how many rows.</param>
    public void Responsibilities(Matrix points, int start, Span<double> target)
    {
        var mixture = this;
        var (factors, tile, k) = (EmFit.Factors(ref mixture), new EmTile(Components, Dimension), Components);
        for (var (done, rows) = (0, target.Length / k); done < rows; done += EmTile.Rows)
        {
            var count = Math.Min(EmTile.Rows, rows - done);
            tile.Expect(points.All.Slice(start + done, count), factors);
            for (var row = 0; row < count; row++)
            {
                for (var c = 0; c < k; c++) target[(done + row) * k + c] = tile.Membership[c * EmTile.Rows + row];
            }
        }
    }

    /// <summary>The same mixture, the heaviest component first; equal weights by their first mean.</summary>
    public GaussianMixture Ordered()
    {
        // Rounded, so that weights that differ by rounding alone count as equal.
        var weights = Array.ConvertAll(Weights, w => Math.Round(w, 9));
        var order = Enumerable.Range(0, Components).ToArray();
        Array.Sort(order, (a, b) =>
            weights[a] != weights[b] ? weights[b].CompareTo(weights[a]) : Means[a].AsSpan().SequenceCompareTo(Means[b]));
        return new(
            Kind,
            [.. order.Select(c => Weights[c])],
            [.. order.Select(c => Means[c])],
            Kind == CovarianceKind.Tied ? Covariances : [.. order.Select(c => Covariances[c])]);
    }
}
