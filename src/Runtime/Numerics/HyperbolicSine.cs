namespace Runtime.Numerics;

/// <summary>sinh and its inverse, which have the same bits on any machine; within 4 ulp.</summary>
/// <remarks>
/// Both are odd. ln(1 + u) is taken as u ln w / (w − 1) with w = 1 + u as it is rounded (Kahan; Goldberg 1991, ACM Comput. Surv. 23(1),
/// theorem 4), so that nothing is lost near zero.
/// </remarks>
public static class HyperbolicSine
{
    const double LogTwo = 0.6931471805599453;

    /// <summary>From here on x² + 1 is x².</summary>
    const double Large = 1 << 28;

    /// <summary>Below it eˣ and e⁻ˣ are too near each other to be subtracted.</summary>
    const double Near = 0.5;

    /// <summary>(eˣ − e⁻ˣ) / 2; ±∞ beyond the range of numbers.</summary>
    public static double Of(double x)
    {
        if (!(Math.Abs(x) < Near)) return (Exponential.Of(x) - Exponential.Of(-x)) / 2;
        var z = x * x;
        return x * (1 + z / 6 * (1 + z / 20 * (1 + z / 42 * (1 + z / 72 * (1 + z / 110 * (1 + z / 156))))));
    }

    /// <summary>The number whose hyperbolic sine is x: ln(x + √(x² + 1)).</summary>
    public static double Inverse(double x)
    {
        var size = Math.Abs(x);
        if (size >= Large) return Math.CopySign(Logarithm.Of(size) + LogTwo, x);
        var z = size * size;
        var u = size + z / (1 + Math.Sqrt(1 + z));
        var w = 1 + u;
        return Math.CopySign(w == 1 ? u : u * (Logarithm.Of(w) / (w - 1)), x);
    }
}
