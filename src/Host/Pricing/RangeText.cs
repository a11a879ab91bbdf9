using System.Globalization;

namespace Host.Pricing;

/// <summary>Times that are not known exactly, in as many digits as are known.</summary>
static class RangeText
{
    const double Least = 0.05;

    /// <summary><c>5–8 s</c>, <c>&lt; 0.1 s</c>, <c>2–4 min</c>.</summary>
    public static string Of(SecondsRange range)
    {
        if (range.High < 2 * Least) return "< 0.1 s";
        var (unit, name) = Unit(range.High);
        var (low, high) = (Rounded(range.Low / unit), Rounded(range.High / unit));
        return low == high ? $"{high} {name}" : $"{low}–{high} {name}";
    }

    public static string Of(double seconds) => seconds < Least ? "0.1 s"
        : Unit(seconds) is var (unit, name) ? $"{Rounded(seconds / unit)} {name}" : "";

    static (double Unit, string Name) Unit(double seconds) => seconds < 120 ? (1, "s") : seconds < 7200 ? (60, "min") : (3600, "h");

    /// <summary>Two digits below ten, whole numbers above.</summary>
    static string Rounded(double value) => (value < 9.95 ? Math.Max(value, Least).ToString("0.0", CultureInfo.InvariantCulture)
        : Wording.Count((long)Math.Round(value)));
}
