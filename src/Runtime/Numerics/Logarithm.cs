using System.Numerics;
using System.Runtime.CompilerServices;

namespace Runtime.Numerics;

/// <summary>Logarithms and powers that have the same bits on any machine: no fused multiply-add, no call of the system's.</summary>
/// <remarks>Sun Microsystems 1993, fdlibm, e_log.c and e_log10.c: within 1 ulp.</remarks>
public static class Logarithm
{
    const double LogTwoHigh = 6.93147180369123816490e-01, LogTwoLow = 1.90821492927058770002e-10;
    const double TenTwoHigh = 3.01029995663611771306e-01, TenTwoLow = 3.69423907715893078616e-13, TenE = 4.34294481903251816668e-01;

    const long RootOfHalf = 0x3FE6A09E667F3BCD, One = 0x3FF0000000000000, WholeBits = 0x4338000000000000;
    const double Whole = 6755399441055744.0;

    // Remez, for (ln(1+s) − ln(1−s) − 2s) / s on 0..0.1716.
    const double L1 = 6.666666666666735130e-01, L2 = 3.999999999940941908e-01, L3 = 2.857142874366239149e-01, L4 = 2.222219843214978396e-01;
    const double L5 = 1.818357216161805012e-01, L6 = 1.531383769920937332e-01, L7 = 1.479819860511658591e-01;

    /// <summary>ln x; −∞ for 0, NaN below.</summary>
    public static double Of(double x)
    {
        if (!(x > 0)) return x == 0 ? double.NegativeInfinity : double.NaN;
        if (double.IsPositiveInfinity(x)) return x;
        var (exponent, mantissa) = Split(x);
        var f = mantissa - 1;
        var s = f / (2 + f);
        var z = s * s;
        var w = z * z;
        var rest = w * (L2 + w * (L4 + w * L6)) + z * (L1 + w * (L3 + w * (L5 + w * L7)));
        var half = 0.5 * f * f;
        return exponent * LogTwoHigh - ((half - (s * (half + rest) + exponent * LogTwoLow)) - f);
    }

    /// <summary>ln x of normal numbers above 0, lane by lane; the bits are those of <see cref="Of(double)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Of(Vector<double> x)
    {
        var bits = Vector.AsVectorInt64(x);
        // The exponent and 1023: what is above zero needs no shift that keeps the sign, which not every processor has.
        var steps = (bits + new Vector<long>(One - RootOfHalf)) >>> 52;
        var f = Vector.AsVectorDouble(bits - (steps << 52) + new Vector<long>(One)) - Vector<double>.One;
        // A whole number in the lowest bits of one this large is the number less that.
        var exponent = Vector.AsVectorDouble(steps + new Vector<long>(WholeBits)) - new Vector<double>(Whole + 1023);
        var s = f / (new Vector<double>(2) + f);
        var z = s * s;
        var w = z * z;
        Vector<double> l1 = new(L1), l2 = new(L2), l3 = new(L3), l4 = new(L4), l5 = new(L5), l6 = new(L6), l7 = new(L7);
        var rest = w * (l2 + w * (l4 + w * l6)) + z * (l1 + w * (l3 + w * (l5 + w * l7)));
        var half = new Vector<double>(0.5) * f * f;
        return exponent * new Vector<double>(LogTwoHigh) - ((half - (s * (half + rest) + exponent * new Vector<double>(LogTwoLow))) - f);
    }

    /// <summary>log₁₀ x, exact for powers of ten up to 10²²; −∞ for 0, NaN below.</summary>
    public static double ToTen(double x)
    {
        if (!(x > 0) || double.IsPositiveInfinity(x)) return Of(x);
        var exponent = Math.ILogB(x);
        if (exponent < 0) exponent++;
        var rest = exponent * TenTwoLow + TenE * Of(Math.ScaleB(x, -exponent));
        return rest + exponent * TenTwoHigh;
    }

    /// <summary>x = 2ᵏ m with m in √½..√2.</summary>
    static (int Exponent, double Mantissa) Split(double x)
    {
        var small = x < 2.2250738585072014e-308;
        var bits = BitConverter.DoubleToInt64Bits(small ? x * 18014398509481984.0 : x);
        var exponent = (int)((bits - RootOfHalf) >> 52);
        return (small ? exponent - 54 : exponent, BitConverter.Int64BitsToDouble(bits - ((long)exponent << 52)));
    }
}
