using System.Globalization;
using Runtime.Numerics;

namespace Host.Results;

/// <summary>
/// How numbers stand in a record. What is counted has no point and is meant to the last digit; what is measured has one, and its last
/// digit is the one that may differ.
/// </summary>
static class RecordNumbers
{
    public const string None = "-";

    public const int IdLength = 5;

    const int Digits = 6, MostDecimals = 15;

    /// <summary>Crockford's: no letter that is taken for another.</summary>
    const string Base32 = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Count(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <param name="decimals">At least one is written.</param>
    public static string Measure(double value, int decimals)
    {
        if (!double.IsFinite(value)) return double.IsNaN(value) ? None : value > 0 ? "inf" : "-inf";
        if (Math.Abs(value) >= 1e15) return value.ToString("0.00000E+0", CultureInfo.InvariantCulture);
        var text = value.ToString($"F{Math.Clamp(decimals, 1, MostDecimals)}", CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.All(c => c is '-' or '0' or '.') ? text[1..] : text;
    }

    /// <summary>How many decimals give six digits to the largest of these.</summary>
    public static int DecimalsOf(IEnumerable<double> values)
    {
        var largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        return largest == 0 ? 1 : Digits - 1 - (int)Math.Floor(Logarithm.ToTen(largest));
    }

    /// <summary>How many decimals tell apart what differs by a thousandth of the spread.</summary>
    public static int DecimalsFor(double spread) => spread > 0 ? (int)Math.Ceiling(-Logarithm.ToTen(spread / 1000)) : 1;

    public static string Of(Metric metric) => metric switch
    {
        { Answers: true } => metric.Text,
        { Decimals: 0 } or { Decimals: null } when NumberColumn.IsWhole(metric.Value) => Count((long)metric.Value),
        { Decimals: { } decimals } => Measure(metric.Value, decimals),
        _ => Measure(metric.Value, DecimalsOf([metric.Value])),
    };

    /// <summary>25 bits of a hash.</summary>
    public static string Id(ulong hash) =>
        string.Create(IdLength, hash, (letters, bits) =>
        {
            for (var i = 0; i < IdLength; i++) letters[i] = Base32[(int)(bits >> (5 * i)) & 31];
        });

    public static bool IsId(string id) => id.Length == IdLength && id.All(Base32.Contains);

    /// <summary>Whether two of a kind are the same as far as they say: counts and words exactly,
    /// measures within a unit of the last digit.</summary>
    public static bool Agree(string one, string other)
    {
        if (one == other) return true;
        if (Decimals(one) is not { } first || Decimals(other) is not { } second) return false;
        var unit = Powers.Of(10, -Math.Min(first, second));
        return Math.Abs(Number(one) - Number(other)) <= unit * 1.000001;
    }

    static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Null for all but measures.</summary>
    static int? Decimals(string text)
    {
        var point = text.IndexOf('.');
        if (point < 0 || !IsNumber(text)) return null;
        var power = text.IndexOf('E');
        if (power < 0) return text.Length - point - 1;
        return power - point - 1 - int.Parse(text.AsSpan(power + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }
}
