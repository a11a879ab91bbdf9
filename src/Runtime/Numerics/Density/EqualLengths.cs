namespace Runtime.Numerics.Density;

/// <summary>When two lengths are the same one, computed twice.</summary>
/// <remarks>
/// The order of columns and a change of unit move a length by a few units in the last place of the coordinates, which may be
/// thousands of times as large as the length. 10⁻¹² is above that and far below what data can tell apart.
/// </remarks>
static class EqualLengths
{
    const double Tolerance = 1e-12;

    /// <summary>The length is at least the other, or the same one.</summary>
    public static bool Reaches(double length, double other) => length * (1 + Tolerance) >= other;
}
