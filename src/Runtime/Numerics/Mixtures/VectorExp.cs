using System.Numerics;
using System.Runtime.CompilerServices;

namespace Runtime.Numerics.Mixtures;

/// <summary>The exponential of numbers ≤ 0, lane by lane.</summary>
/// <remarks>
/// x = n ln 2 + r, |r| ≤ ½ ln 2; the polynomial 1 + r + r²q(r) of degree 11 that is nearest to eʳ (Remez) is off by less than
/// 4e-18; then the exponent is set. Within 2 ulp of the exact value. Below <see cref="Zero"/> it gives 0, so that products of it never turn
/// subnormal, which is slow. Cody &amp; Waite 1980.
/// </remarks>
public static class VectorExp
{
    /// <summary>From here down the result is 0: e⁻⁵⁰⁰ ≈ 7e-218 is lost in any sum with 1.</summary>
    public const double Zero = -500;

    // Adding it rounds to a whole number that then stands in the lowest bits.
    const double Round = 6755399441055744.0;
    const double LogTwoHigh = 0.693147180369123816490;
    const double LogTwoLow = 1.90821492927058770002e-10;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> OfNonPositive(Vector<double> x)
    {
        var clamped = Vector.MaxNative(x, new Vector<double>(Zero));
        var shifted = Vector.FusedMultiplyAdd(clamped, new Vector<double>(1.4426950408889634074), new Vector<double>(Round));
        var n = shifted - new Vector<double>(Round);
        var r = Vector.FusedMultiplyAdd(n, new Vector<double>(-LogTwoHigh), clamped);
        r = Vector.FusedMultiplyAdd(n, new Vector<double>(-LogTwoLow), r);
        var scale = (Vector.AsVectorInt64(shifted) + new Vector<long>(1023)) << 52;
        var value = Polynomial(r) * Vector.AsVectorDouble(scale);
        return Vector.ConditionalSelect(Vector.LessThanOrEqual(x, new Vector<double>(Zero)), Vector<double>.Zero, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector<double> Polynomial(Vector<double> r)
    {
        var p = new Vector<double>(2.5000069970343465e-8);
        p = Vector.FusedMultiplyAdd(p, r, new Vector<double>(2.763023396445568e-7));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<double>(2.7557586273497974e-6));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<double>(2.480149313606901e-5));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<double>(0.0001984126950677206));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<double>(0.0013888888943597798));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<double>(0.008333333333494336));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<double>(0.041666666666530267));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<double>(0.16666666666666413));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<double>(0.5000000000000011));
        p = Vector.FusedMultiplyAdd(p, r, Vector<double>.One);
        return Vector.FusedMultiplyAdd(p, r, Vector<double>.One);
    }
}
