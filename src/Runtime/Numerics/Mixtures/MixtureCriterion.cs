namespace Runtime.Numerics.Mixtures;

/// <summary>What makes one mixture better than another.</summary>
public enum MixtureCriterion
{
    /// <summary>
    /// −2 ln of the evidence, on the scale of bic: covariances cost by how far they differ from a common one; smaller is better.
    /// </summary>
    Evidence,

    /// <summary>Bayesian information criterion: −2 ln L + p ln n; smaller is better.</summary>
    Bic,

    /// <summary>Akaike information criterion: −2 ln L + 2 p; smaller is better.</summary>
    Aic,
}
