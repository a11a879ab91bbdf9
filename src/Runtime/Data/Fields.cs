using System.Globalization;
using System.Text;

namespace Runtime.Data;

/// <summary>What a field of delimited text is. The rule, in full:</summary>
/// <remarks>
/// A field is missing when it is empty or reads <c>NA</c>, <c>N/A</c>, <c>NaN</c>, <c>nan</c>, <c>null</c>, <c>NULL</c> or
/// <c>None</c>, quoted or not, in a column of any type; <c>load … missing=</c> adds to these. A field is a number when it is a finite
/// decimal number with a point and perhaps an exponent, spaces around it allowed; <c>inf</c>, dates, thousands separators
/// and decimal commas are not numbers. A column is decided by all of its fields: integer when each one that is not
/// missing is a whole number within ±2^53 (<c>3.0</c> counts), number when each one is a number, else text. A column
/// with no value at all is a number column.
/// </remarks>
static class Fields
{
    /// <summary>2^53: up to here every whole number has a double of its own.</summary>
    const double LargestWhole = 9007199254740992;

    /// <summary>Powers of ten that are exact in a double.</summary>
    static readonly double[] Tens = [.. Enumerable.Range(0, 23).Select(e => double.Parse($"1e{e}", CultureInfo.InvariantCulture))];

    public static bool IsWhole(double value) => Math.Abs(value) <= LargestWhole && Math.Floor(value) == value;

    public static bool IsMissing(ReadOnlySpan<char> field) => field.Length switch
    {
        0 => true,
        2 => field is "NA",
        3 => field is "N/A" or "NaN" or "nan",
        4 => field is "null" or "NULL" or "None",
        _ => false,
    };

    /// <summary>Reads a number correctly rounded; short ones by exact arithmetic, the rest by the library.</summary>
    /// <remarks>Clinger 1990, PLDI, "How to read floating point numbers accurately": a mantissa below 2^53 times or over a power of ten up to 10^22.</remarks>
    public static bool TryNumber(ReadOnlySpan<char> field, out double value)
    {
        var at = field.Length > 0 && field[0] is '-' or '+' ? 1 : 0;
        var start = at;
        var point = -1;
        long mantissa = 0;
        for (; at < field.Length; at++)
        {
            var digit = field[at] - '0';
            if ((uint)digit <= 9) mantissa = mantissa * 10 + digit;
            else if (field[at] == '.' && point < 0) point = at;
            else break;
        }
        var digits = at - start - (point < 0 ? 0 : 1);
        if (at < field.Length || digits is 0 or > 15) return TrySlowly(field, out value);
        value = point < 0 ? mantissa : mantissa / Tens[at - point - 1];
        if (field[0] == '-') value = -value;
        return true;
    }

    public static bool IsNumber(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > 512 || utf8[0] > '9') return false;
        Span<char> field = stackalloc char[512];
        return TryNumber(field[..Encoding.UTF8.GetChars(utf8, field)], out _);
    }

    static bool TrySlowly(ReadOnlySpan<char> field, out double value) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
