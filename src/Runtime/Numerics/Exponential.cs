using System.Numerics;
using System.Runtime.CompilerServices;

namespace Runtime.Numerics;

/// <summary>The exponential function by one polynomial, for vectors and for single numbers: the same bits on any machine.</summary>
/// <remarks>
/// x = n ln 2 + r, |r| ≤ ½ ln 2; the polynomial 1 + r + r²q(r) of degree 11 that is nearest to eʳ (Remez) is off by less than
/// 4e-18; then the exponent is set. Within 1 ulp of the exact value. Cody &amp; Waite 1980.
/// </remarks>
public static class Exponential
{
    /// <summary>
    /// From here down <see cref="OfNonPositive"/> is 0: e⁻⁵⁰⁰ ≈ 7e-218 is lost in any sum with 1, and its products turn
    /// subnormal, which is slow.
    /// </summary>
    public const double Zero = -500;

    // Adding it rounds to a whole number that then stands in the lowest bits.
    const double Round = 6755399441055744.0;
    const double LogTwoReciprocal = 1.4426950408889634074;
    const double LogTwoHigh = 0.693147180369123816490;
    const double LogTwoLow = 1.90821492927058770002e-10;
    const double Overflow = 709.782712893384;
    const double Underflow = -745.1332191019412;

    const double Q9 = 2.5000069970343465e-8, Q8 = 2.763023396445568e-7, Q7 = 2.7557586273497974e-6, Q6 = 2.480149313606901e-5;
    const double Q5 = 0.0001984126950677206, Q4 = 0.0013888888943597798, Q3 = 0.008333333333494336, Q2 = 0.041666666666530267;
    const double Q1 = 0.16666666666666413, Q0 = 0.5000000000000011;

    /// <summary>eˣ.</summary>
    public static double Of(double x)
    {
        if (!(x <= Overflow)) return double.IsNaN(x) ? x : double.PositiveInfinity;
        if (x < Underflow) return 0;
        var n = Math.FusedMultiplyAdd(x, LogTwoReciprocal, Round) - Round;
        var r = Math.FusedMultiplyAdd(n, -LogTwoLow, Math.FusedMultiplyAdd(n, -LogTwoHigh, x));
        var half = (int)n / 2;
        // In two steps: 2ⁿ alone may be beyond the range.
        return Polynomial(r) * PowerOfTwo(half) * PowerOfTwo((int)n - half);
    }

    /// <summary>eˣ of numbers ≤ 0, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> OfNonPositive(Vector<double> x)
    {
        var clamped = Vector.MaxNative(x, new Vector<double>(Zero));
        var shifted = Vector.FusedMultiplyAdd(clamped, new Vector<double>(LogTwoReciprocal), new Vector<double>(Round));
        var n = shifted - new Vector<double>(Round);
        var r = Vector.FusedMultiplyAdd(n, new Vector<double>(-LogTwoHigh), clamped);
        r = Vector.FusedMultiplyAdd(n, new Vector<double>(-LogTwoLow), r);
        var scale = (Vector.AsVectorInt64(shifted) + new Vector<long>(1023)) << 52;
        var value = Polynomial(r) * Vector.AsVectorDouble(scale);
        return Vector.ConditionalSelect(Vector.LessThanOrEqual(x, new Vector<double>(Zero)), Vector<double>.Zero, value);
    }

    /// <summary>eˣ of numbers from −700 to 700, lane by lane; the bits are those of <see cref="Of(double)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Of(Vector<double> x)
    {
        var shifted = Vector.FusedMultiplyAdd(x, new Vector<double>(LogTwoReciprocal), new Vector<double>(Round));
        var n = shifted - new Vector<double>(Round);
        var r = Vector.FusedMultiplyAdd(n, new Vector<double>(-LogTwoHigh), x);
        r = Vector.FusedMultiplyAdd(n, new Vector<double>(-LogTwoLow), r);
        return Polynomial(r) * Vector.AsVectorDouble((Vector.AsVectorInt64(shifted) + new Vector<long>(1023)) << 52);
    }

    static double PowerOfTwo(int n) => BitConverter.Int64BitsToDouble((n + 1023L) << 52);

    static double Polynomial(double r)
    {
        var q = Math.FusedMultiplyAdd(Q9, r, Q8);
        q = Math.FusedMultiplyAdd(q, r, Q7);
        q = Math.FusedMultiplyAdd(q, r, Q6);
        q = Math.FusedMultiplyAdd(q, r, Q5);
        q = Math.FusedMultiplyAdd(q, r, Q4);
        q = Math.FusedMultiplyAdd(q, r, Q3);
        q = Math.FusedMultiplyAdd(q, r, Q2);
        q = Math.FusedMultiplyAdd(q, r, Q1);
        q = Math.FusedMultiplyAdd(q, r, Q0);
        return 1 + Math.FusedMultiplyAdd(r * r, q, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector<double> Polynomial(Vector<double> r)
    {
        var q = Vector.FusedMultiplyAdd(new Vector<double>(Q9), r, new Vector<double>(Q8));
        q = Vector.FusedMultiplyAdd(q, r, new Vector<double>(Q7));
        q = Vector.FusedMultiplyAdd(q, r, new Vector<double>(Q6));
        q = Vector.FusedMultiplyAdd(q, r, new Vector<double>(Q5));
        q = Vector.FusedMultiplyAdd(q, r, new Vector<double>(Q4));
        q = Vector.FusedMultiplyAdd(q, r, new Vector<double>(Q3));
        q = Vector.FusedMultiplyAdd(q, r, new Vector<double>(Q2));
        q = Vector.FusedMultiplyAdd(q, r, new Vector<double>(Q1));
        q = Vector.FusedMultiplyAdd(q, r, new Vector<double>(Q0));
        return Vector<double>.One + Vector.FusedMultiplyAdd(r * r, q, r);
    }
}
