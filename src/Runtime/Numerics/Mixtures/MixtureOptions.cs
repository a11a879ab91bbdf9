namespace Runtime.Numerics.Mixtures;

/// <summary>Where expectation–maximisation starts from.</summary>
public enum MixtureInit
{
    /// <summary>The best of several k-means clusterings of a sample, plain and whitened, and of mixtures grown from smaller ones.</summary>
    Kmeans,

    /// <summary>Rows of the sample drawn at random, with the covariance of all points.</summary>
    Random,
}

/// <summary>What candidates for a mixture compete by.</summary>
public enum MixturePenalty
{
    /// <summary>The likelihood times a conjugate prior of the covariances, which keeps components from shrinking onto a few rows.</summary>
    Conjugate,

    /// <summary>The bare likelihood, which has no maximum.</summary>
    None,
}

/// <summary>How a mixture is fitted; names and defaults as in scikit-learn's <c>GaussianMixture</c>.</summary>
public sealed record MixtureOptions
{
    public int Components { get; init; } = 1;

    public CovarianceKind Covariance { get; init; }

    public MixtureInit Init { get; init; }

    public MixturePenalty Penalty { get; init; }

    /// <summary>Independent starts, each the best of many tried on a sample.</summary>
    public int Starts { get; init; } = 1;

    /// <summary>At most so many iterations on all rows; those on the sample that finds the start are not counted.</summary>
    public int MaxIterations { get; init; } = 100;

    /// <summary>Stop when the mean log-likelihood changes by less (nats a row).</summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>Added to every variance (units of the points, squared).</summary>
    public double Regularisation { get; init; } = 1e-6;

    public long Seed { get; init; }
}
