namespace Runtime.Numerics.Hierarchies;

/// <summary>How far apart two clusters are.</summary>
public enum Linkage
{
    /// <summary>√(2 n m / (n + m)) · ‖a − b‖ of their means a, b and sizes n, m: what a merge adds to the sum of squares within.</summary>
    Ward,

    /// <summary>The least distance of a row of one to a row of the other.</summary>
    Single,

    /// <summary>The largest such distance.</summary>
    Complete,

    /// <summary>The mean of all such distances.</summary>
    Average,
}
