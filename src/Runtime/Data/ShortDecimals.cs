using System.Globalization;
using System.Runtime.CompilerServices;

namespace Runtime.Data;

/// <summary>Writes numbers with few digits, which is what tables mostly hold, without the general search for the shortest text.</summary>
/// <remarks>
/// A whole number m up to 10^15 over 10^9 is rounded once, so the text of m/10^9 reads back as the number it was found for. No
/// two texts of at most 15 digits are the same double (IEEE 754-2019, 5.12.2), so without its last zeros it is the shortest one.
/// </remarks>
static class ShortDecimals
{
    const int Decimals = 9;
    const long Scale = 1_000_000_000;

    /// <summary>Below this and above <see cref="Largest"/> the library writes an exponent.</summary>
    const double Smallest = 1e-4;
    const double Largest = 1e15;

    /// <summary>What <c>ToString("R")</c> gives, as UTF-8; false, and nothing written, when that takes more.</summary>
    /// <param name="into">At least 32 bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryFormat(double value, Span<byte> into, out int length)
    {
        length = 0;
        var size = Math.Abs(value);
        if (!(size < Largest) || (size < Smallest && BitConverter.DoubleToInt64Bits(value) != 0)) return false;
        var (whole, fraction) = ((long)size, 0L);
        if (whole != size)
        {
            var mantissa = Math.Round(size * Scale);
            if (mantissa >= Largest || mantissa / Scale != size) return false;
            (whole, fraction) = Math.DivRem((long)mantissa, Scale);
        }
        if (value < 0) into[length++] = (byte)'-';
        whole.TryFormat(into[length..], out var digits, default, CultureInfo.InvariantCulture);
        length += digits;
        if (fraction > 0) length += PutFraction(fraction, into[length..]);
        return true;
    }

    static int PutFraction(long fraction, Span<byte> into)
    {
        var digits = Decimals;
        for (; fraction % 10 == 0; fraction /= 10) digits--;
        into[0] = (byte)'.';
        for (var at = digits; at > 0; at--, fraction /= 10) into[at] = (byte)('0' + fraction % 10);
        return digits + 1;
    }
}
