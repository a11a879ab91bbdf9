namespace Runtime.Numerics;

/// <summary>From one number to another, also where the distance between them is beyond any number.</summary>
public static class Interpolation
{
    /// <summary>The number a share of the way from low to high; at both ends exact.</summary>
    public static double At(double low, double high, double share)
    {
        var length = high - low;
        if (!double.IsFinite(length)) return low * (1 - share) + high * share;
        // From the nearer end.
        return share < 0.5 ? low + length * share : high - length * (1 - share);
    }
}
