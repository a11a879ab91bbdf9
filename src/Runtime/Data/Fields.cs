using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Runtime.Data;

/// <summary>What a text looks like to someone who expects numbers.</summary>
enum FieldKind
{
    Other,
    Number,

    /// <summary>A number with a decimal comma, or one that would lose digits.</summary>
    Almost,

    /// <summary>The word that is missing among numbers.</summary>
    None,
}

/// <summary>What a field of delimited text is. The rule, in full:</summary>
/// <remarks>
/// A field is missing when it is empty or reads <c>NA</c>, <c>N/A</c>, <c>n/a</c>, <c>#N/A</c>, <c>&lt;NA&gt;</c>, <c>NaN</c>, <c>nan</c>,
/// <c>null</c> or <c>NULL</c>, quoted or not, in a column of any type, and <c>None</c> and other markers (<see cref="SoftMarkers"/>) where
/// all else is numbers, dates or truths (an artist may be called so); <c>load … missing=</c> adds to these, <c>keep_na=true</c> leaves
/// only the empty field. A field is a number when it is a finite decimal number with a point and perhaps an exponent, spaces around it
/// allowed; <c>inf</c>, dates, thousands separators and decimal commas are not numbers. Nor are numbers that would lose
/// digits: with leading zeros (<c>007</c>), or whole ones written out that no double equals. A column is decided by all of its
/// fields: integer when each one that is not missing is a whole number within ±2^53 (<c>3.0</c> counts), number when each
/// one is a number, else text. A column with no value at all is a number column.
/// </remarks>
static class Fields
{
    /// <summary>Powers of ten that are exact in a double.</summary>
    static readonly double[] Tens = [.. Enumerable.Range(0, 23).Select(e => double.Parse($"1e{e}", CultureInfo.InvariantCulture))];

    public static bool IsMissing(ReadOnlySpan<byte> field) => field.Length switch
    {
        0 => true,
        2 => field.SequenceEqual("NA"u8),
        3 => field.SequenceEqual("N/A"u8) || field.SequenceEqual("NaN"u8) || field.SequenceEqual("nan"u8) || field.SequenceEqual("n/a"u8),
        4 => field.SequenceEqual("null"u8) || field.SequenceEqual("NULL"u8) || field.SequenceEqual("#N/A"u8)
            || field.SequenceEqual("<NA>"u8),
        _ => false,
    };

    /// <summary>Missing among numbers, a word among texts.</summary>
    public static bool IsNone(ReadOnlySpan<byte> field) => field.SequenceEqual("None"u8);

    /// <summary>Reads a number correctly rounded; short ones by exact arithmetic, the rest by the library.</summary>
    /// <remarks>
    /// Clinger 1990, PLDI, "How to read floating point numbers accurately": a mantissa below 2^53 times or over a power of ten up to 10^22.
    /// </remarks>
    public static bool TryNumber(ReadOnlySpan<byte> field, out double value)
    {
        var start = field.Length > 0 && field[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        long mantissa = 0;
        var whole = Digits(field, start, ref mantissa);
        var at = start + whole;
        var fraction = at < field.Length && field[at] == '.' ? Digits(field, ++at, ref mantissa) : 0;
        if (at + fraction < field.Length || whole + fraction is 0 or > 15 || (whole > 1 && field[start] == '0'))
            return TrySlowly(field, out value);
        value = fraction == 0 ? mantissa : mantissa / Tens[fraction];
        if (field[0] == '-') value = -value;
        return true;
    }

    /// <summary>
    /// Counts the digits that stand there and puts them behind those of the mantissa; wrong ones when there are more than 18.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int Digits(ReadOnlySpan<byte> field, int from, ref long mantissa)
    {
        var at = from;
        for (; at < field.Length && (uint)(field[at] - '0') <= 9; at++) mantissa = mantissa * 10 + (field[at] - '0');
        return at - from;
    }

    public static FieldKind KindOf(ReadOnlySpan<byte> field)
    {
        if (field.Length is 0 or > 512) return FieldKind.Other;
        if (IsNone(field)) return FieldKind.None;
        if (field[0] > '9') return FieldKind.Other;
        if (TryNumber(field, out _)) return FieldKind.Number;
        return WouldLoseDigits(field) || HasDecimalComma(field) ? FieldKind.Almost : FieldKind.Other;
    }

    /// <summary>A number but for its comma, as in <c>3,14</c>.</summary>
    public static bool HasDecimalComma(ReadOnlySpan<byte> field)
    {
        var comma = field.IndexOf((byte)',');
        if (comma < 0 || field.Length > 30 || field.Contains((byte)'.')) return false;
        Span<byte> pointed = stackalloc byte[30];
        field.CopyTo(pointed);
        pointed[comma] = (byte)'.';
        return TryNumber(pointed[..field.Length], out _);
    }

    /// <summary>A whole number written out that would lose digits as a double: leading zeros, or too many.</summary>
    public static bool WouldLoseDigits(ReadOnlySpan<byte> field)
    {
        var digits = WithoutZeros(Unsigned(field));
        return digits.Length > 0 && IsDigits(digits) && !TryNumber(field, out _);
    }

    static ReadOnlySpan<byte> Unsigned(ReadOnlySpan<byte> field)
    {
        field = field.Trim((byte)' ');
        return field.Length > 0 && field[0] is (byte)'-' or (byte)'+' ? field[1..] : field;
    }

    /// <summary>Without a fraction that is nothing: codes with many digits come as <c>1577134800018226901.0</c>.</summary>
    static ReadOnlySpan<byte> WithoutZeros(ReadOnlySpan<byte> number)
    {
        var point = number.IndexOf((byte)'.');
        return point > 0 && !number[(point + 1)..].ContainsAnyExcept((byte)'0') ? number[..point] : number;
    }

    static bool IsDigits(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    static bool HasLeadingZeros(ReadOnlySpan<byte> digits) =>
        digits.Length > 1 && digits[0] == '0' && digits[1] is >= (byte)'0' and <= (byte)'9';

    static bool TrySlowly(ReadOnlySpan<byte> field, out double value)
    {
        if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value)) return false;
        var digits = WithoutZeros(Unsigned(field));
        if (HasLeadingZeros(digits)) return false;
        if (digits.Length <= 15 || !IsDigits(digits)) return true;
        var size = Math.Abs(value);
        // The shortest text of a double may round its last digits: written so, it has to be read again.
        return BigInteger.Parse(Encoding.ASCII.GetString(digits), NumberStyles.None, CultureInfo.InvariantCulture) == new BigInteger(size)
            || digits.SequenceEqual(Encoding.ASCII.GetBytes(size.ToString("R", CultureInfo.InvariantCulture)));
    }
}
