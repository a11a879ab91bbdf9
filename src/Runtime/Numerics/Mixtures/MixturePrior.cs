namespace Runtime.Numerics.Mixtures;

/// <summary>What is believed of covariances before rows are seen: a few rows more, spread as the rows of one group are.</summary>
/// <remarks>
/// The conjugate prior of Fraley &amp; Raftery 2007, J. Classif. 24, without which the likelihood has no maximum. Its mode,
/// ln p = −½ w (ln |C| + tr S C⁻¹), is the penalty of Chen &amp; Tan 2009, J. Multivar. Anal. 100; w are ¾(d + 2) rows, S the
/// variances within the clusters of k-means. mclust takes the covariance of all rows, shrunk by k, and w = 2d + 4: with 20 rows a group in
/// many columns that prefers wrong groups to right ones.
/// </remarks>
sealed class MixturePrior
{
    /// <summary>So many times d + 1 rows are few: d + 1 leave a covariance matrix singular.</summary>
    const double FewRows = 2;

    /// <summary>tr S C⁻¹, d for C = S, from which on C is all but singular: along some axis the variance is below a thousandth.</summary>
    const double Singular = 1000;

    /// <summary>The diagonal of S.</summary>
    readonly double[] scale;

    /// <param name="within">d variances within groups; units of the points, squared.</param>
    /// <param name="regularisation">What EM adds to every variance.</param>
    public MixturePrior(double[] within, double regularisation) =>
        (scale, Rows) = ([.. within.Select(x => x + regularisation)], 0.75 * (within.Length + 2));

    /// <summary>w: how many rows it counts as, in each covariance.</summary>
    public double Rows { get; private init; }

    /// <summary>The prior as a sample sees it: what it counts beside all rows, it counts beside this share of them.</summary>
    public MixturePrior OnSample(double share) => new(scale, 0) { Rows = Rows * share };

    /// <summary>S in the layout of a kind.</summary>
    double[] Scale(CovarianceKind kind)
    {
        var d = scale.Length;
        return kind switch
        {
            CovarianceKind.Diag => scale,
            CovarianceKind.Spherical => [scale.Average()],
            _ => [.. Enumerable.Range(0, d * d).Select(i => i % (d + 1) == 0 ? scale[i / d] : 0)],
        };
    }

    /// <summary>The covariances that are likeliest after n rows each, in place of those that the rows alone make likeliest.</summary>
    /// <param name="rows">n of each covariance.</param>
    public void Temper(double[][] covariances, CovarianceKind kind, double[] rows)
    {
        var s = Scale(kind);
        for (var c = 0; c < covariances.Length; c++)
        {
            for (var i = 0; i < s.Length; i++) covariances[c][i] = (rows[c] * covariances[c][i] + Rows * s[i]) / (rows[c] + Rows);
        }
    }

    /// <summary>ln p of the covariances of a mixture, up to a constant of its kind and number of components; in nats.</summary>
    public double LogDensity(MixtureFactors factors, CovarianceKind kind)
    {
        var (sum, s) = (0.0, Variances(kind));
        foreach (var inverse in factors.Inverse) sum += Trace(inverse, s) + LogDeterminant(inverse, scale.Length);
        return -0.5 * Rows * sum;
    }

    /// <summary>Components of few rows that are all but singular in comparison with S.</summary>
    /// <param name="rows">Of all components.</param>
    public int[] Spurious(GaussianMixture mixture, int rows)
    {
        var (factors, s) = (EmFit.Factors(ref mixture), Variances(mixture.Kind));
        return
        [
            .. Enumerable.Range(0, mixture.Components).Where(c =>
                mixture.Weights[c] * rows < FewRows * (mixture.Dimension + 1) && Trace(factors.Inverse[c], s) > Singular),
        ];
    }

    /// <summary>The diagonal of S as a kind has it.</summary>
    double[] Variances(CovarianceKind kind)
    {
        if (kind != CovarianceKind.Spherical) return scale;
        var all = new double[scale.Length];
        Array.Fill(all, scale.Average());
        return all;
    }

    /// <summary>tr S C⁻¹ for L⁻¹ of C = L Lᵀ: a packed lower triangle, or d inverse standard deviations.</summary>
    static double Trace(double[] inverse, double[] s)
    {
        var (sum, isPacked) = (0.0, inverse.Length > s.Length);
        for (var i = 0; i < s.Length; i++)
        {
            for (var j = isPacked ? 0 : i; j <= i; j++)
            {
                var entry = inverse[isPacked ? Cholesky.Packed(i, j) : i];
                sum += s[j] * entry * entry;
            }
        }
        return sum;
    }

    static double LogDeterminant(double[] inverse, int d)
    {
        var sum = 0.0;
        for (var j = 0; j < d; j++) sum -= 2 * Logarithm.Of(inverse[inverse.Length == d ? j : Cholesky.Packed(j, j)]);
        return sum;
    }
}
