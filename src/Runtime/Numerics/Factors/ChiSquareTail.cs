namespace Runtime.Numerics.Factors;

/// <summary>How likely a χ² at least so large is.</summary>
static class ChiSquareTail
{
    const int MostTerms = 10_000;
    const double Close = 1e-15;

    /// <summary>The regularised upper incomplete gamma function Q(k/2, x/2); relative error about 1e-12.</summary>
    public static double Of(double chiSquare, int degrees)
    {
        var (a, x) = (degrees / 2.0, chiSquare / 2);
        if (x <= 0) return 1;
        var exponent = a * Logarithm.Of(x) - x - LogGamma.Of(a);
        if (exponent < Exponential.Zero) return x < a ? 1 : 0;
        var front = Exponential.Of(exponent);
        return x < a + 1 ? 1 - front * Series(a, x) : front * Fraction(a, x);
    }

    static double Series(double a, double x)
    {
        var (term, sum) = (1 / a, 1 / a);
        for (var n = 1; n < MostTerms && term > Close * sum; n++) sum += term *= x / (a + n);
        return sum;
    }

    /// <summary>Lentz's method.</summary>
    static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var (c, d) = (1e300, 1 / b);
        var h = d;
        for (var n = 1; n < MostTerms; n++)
        {
            var an = -n * (n - a);
            b += 2;
            d = 1 / (an * d + b);
            c = b + an / c;
            h *= c * d;
            if (Math.Abs(c * d - 1) < Close) break;
        }
        return h;
    }
}
