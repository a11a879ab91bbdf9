namespace Runtime.Numerics.Mixtures;

/// <summary>What shape the components of a mixture may have.</summary>
public enum CovarianceKind
{
    /// <summary>Each component has its own covariance matrix.</summary>
    Full,

    /// <summary>All components share one covariance matrix.</summary>
    Tied,

    /// <summary>Each component has its own variance along each axis.</summary>
    Diag,

    /// <summary>Each component has one variance for all axes.</summary>
    Spherical,
}
