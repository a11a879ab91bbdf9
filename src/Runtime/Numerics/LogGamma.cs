namespace Runtime.Numerics;

/// <summary>ln Γ(x) with the same bits on any machine.</summary>
/// <remarks>
/// Abramowitz &amp; Stegun 1964, 6.1.41 and 6.1.15: Stirling's series from 16 up, the recurrence below; within 1e-13 of ln Γ(16) or of the
/// value, whichever is greater.
/// </remarks>
static class LogGamma
{
    const double HalfLogTwoPi = 0.91893853320467274178;
    const double SeriesFrom = 16;

    /// <param name="x">Above 0.</param>
    public static double Of(double x)
    {
        var product = 1.0;
        for (; x < SeriesFrom; x++) product *= x;
        var square = x * x;
        var series = (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / (1680 * square)) / square) / square) / x;
        return (x - 0.5) * Logarithm.Of(x) - x + HalfLogTwoPi + series - Logarithm.Of(product);
    }

    /// <summary>ln of the multivariate gamma function Γ_d(x), less its powers of π: Σ ln Γ(x − j/2), j = 0 … d − 1.</summary>
    /// <param name="x">Above (d − 1)/2.</param>
    public static double Of(double x, int d)
    {
        var sum = 0.0;
        for (var j = 0; j < d; j++) sum += Of(x - j / 2.0);
        return sum;
    }
}
