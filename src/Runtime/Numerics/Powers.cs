using System.Numerics;
using System.Runtime.CompilerServices;

namespace Runtime.Numerics;

/// <summary>Powers that have the same bits on any machine.</summary>
public static class Powers
{
    const int MostFactors = 1024;

    /// <summary>
    /// xʸ: by squaring for whole y, which is exact where the result is a whole number below 2⁵³; else e^(y ln x). NaN for x &lt; 0
    /// and other y.
    /// </summary>
    public static double Of(double x, double y)
    {
        if (Math.Abs(y) <= MostFactors && Math.Floor(y) == y) return y < 0 ? 1 / Whole(x, (int)-y) : Whole(x, (int)y);
        if (x < 0) return Math.Floor(y) != y ? double.NaN : Of(-x, y) * (Math.IEEERemainder(y, 2) == 0 ? 1 : -1);
        if (y == 0.5) return Math.Sqrt(x);
        return Exponential.Of(y * Logarithm.Of(x));
    }

    /// <summary>xʸ = e^(y ln x) of normal numbers x above 0, lane by lane, where the power is between e⁻⁷⁰⁰ and e⁷⁰⁰.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> OfPositive(Vector<double> x, double y) => Exponential.Of(new Vector<double>(y) * Logarithm.Of(x));

    static double Whole(double x, int times)
    {
        var power = 1.0;
        for (; times > 0; times >>= 1, x *= x) if ((times & 1) == 1) power *= x;
        return power;
    }
}
