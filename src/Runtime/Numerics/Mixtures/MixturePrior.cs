namespace Runtime.Numerics.Mixtures;

/// <summary>What is believed of covariances before rows are seen: a few rows more, spread as the rows of one group are.</summary>
/// <remarks>
/// The conjugate prior of Fraley &amp; Raftery 2007, J. Classif. 24, without which the likelihood has no maximum. Its mode,
/// ln p = −½ w (ln |C| + tr S C⁻¹), is the penalty of Chen &amp; Tan 2009, J. Multivar. Anal. 100; w are d/2 + 1 rows, S halfway from the
/// covariance within the clusters of k-means to its diagonal. mclust takes S from all rows and w = 2d + 4: with 20 rows a group in many
/// columns that prefers wrong groups to right ones.
/// </remarks>
sealed class MixturePrior
{
    /// <summary>So many times d + 1 rows are few: d + 1 leave a covariance matrix singular.</summary>
    const double FewRows = 2;

    /// <summary>tr S C⁻¹, d for C = S, from which on C is all but singular: along some axis the variance is below a thousandth.</summary>
    const double Singular = 1000;

    readonly double[] scale;
    readonly int d;

    /// <param name="within">d·d: the covariance within groups; units of the points, squared.</param>
    /// <param name="regularisation">What EM adds to every variance.</param>
    public MixturePrior(double[] within, double regularisation)
    {
        d = (int)Math.Sqrt(within.Length);
        scale = [.. within.Select((x, i) => i % (d + 1) == 0 ? x + regularisation : x / 2)];
        Rows = d / 2.0 + 1;
    }

    /// <summary>w: how many rows it counts as, in each covariance.</summary>
    public double Rows { get; }

    MixturePrior(double[] scale, int d, double rows) => (this.scale, this.d, Rows) = (scale, d, rows);

    /// <summary>The prior as a sample sees it: what it counts beside all rows, it counts beside this share of them.</summary>
    public MixturePrior OnSample(double share) => new(scale, d, Rows * share);

    /// <summary>S in the layout of a kind.</summary>
    public double[] Scale(CovarianceKind kind)
    {
        double[] Diagonal() => [.. Enumerable.Range(0, d).Select(j => scale[j * d + j])];
        return kind switch
        {
            CovarianceKind.Diag => Diagonal(),
            CovarianceKind.Spherical => [Diagonal().Average()],
            _ => scale,
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
        var (sum, s) = (0.0, Scale(kind));
        foreach (var inverse in factors.Inverse) sum += Trace(inverse, s) + LogDeterminant(inverse);
        return -0.5 * Rows * sum;
    }

    /// <summary>Components of few rows that are all but singular in comparison with S.</summary>
    /// <param name="rows">Of all components.</param>
    public int[] Spurious(GaussianMixture mixture, int rows)
    {
        var (factors, s) = (EmFit.Factors(ref mixture), Scale(mixture.Kind));
        return
        [
            .. Enumerable.Range(0, mixture.Components).Where(c =>
                mixture.Weights[c] * rows < FewRows * (d + 1) && Trace(factors.Inverse[c], s) > Singular),
        ];
    }

    /// <summary>tr S C⁻¹ for L⁻¹ of C = L Lᵀ: a packed lower triangle, or d inverse standard deviations.</summary>
    double Trace(double[] inverse, double[] s)
    {
        var sum = 0.0;
        if (inverse.Length == d && s.Length <= d)
        {
            for (var j = 0; j < d; j++) sum += s[s.Length == 1 ? 0 : j] * inverse[j] * inverse[j];
            return sum;
        }
        for (var i = 0; i < d; i++)
        {
            for (var j = 0; j <= i; j++)
                for (var m = 0; m <= i; m++) sum += inverse[Cholesky.Packed(i, j)] * s[j * d + m] * inverse[Cholesky.Packed(i, m)];
        }
        return sum;
    }

    double LogDeterminant(double[] inverse)
    {
        var sum = 0.0;
        for (var j = 0; j < d; j++) sum -= 2 * Logarithm.Of(inverse[inverse.Length == d ? j : Cholesky.Packed(j, j)]);
        return sum;
    }
}
