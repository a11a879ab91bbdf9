using System.Globalization;
using Runtime.Numerics;

namespace Runtime.Data.Samples;

/// <summary>To how many digits numbers are given.</summary>
static class Rounding
{
    const int MostDigits = 15;

    /// <summary>All powers of ten; up to 10²² a double has them exactly.</summary>
    static readonly double[] Tens = [.. Enumerable.Range(0, 309).Select(e => double.Parse($"1e{e}", CultureInfo.InvariantCulture))];

    /// <summary>Digits after the point, or significant digits if fewer of those tell all values.</summary>
    public static (int? Decimals, int? Significant) Of(ReadOnlySpan<double> values)
    {
        var (decimals, significant) = (0, 1);
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            while (decimals < MostDigits && Decimal(value, decimals) != value) decimals++;
            while (significant < MostDigits && Significant(value, significant) != value) significant++;
        }
        if (decimals >= MostDigits && significant >= MostDigits) return (null, null);
        return decimals <= significant ? (decimals, null) : (null, significant);
    }

    public static double Round(double value, int? decimals, int? significant) =>
        decimals is { } d ? Decimal(value, d) : significant is { } s ? Significant(value, s) : value;

    static double Decimal(double value, int decimals)
    {
        var scale = Tens[decimals];
        var scaled = value * scale;
        return Math.Abs(scaled) < 1e15 ? Math.Round(scaled) / scale : value;
    }

    static double Significant(double value, int digits)
    {
        if (value == 0) return value;
        var places = digits - 1 - (int)Math.Floor(Logarithm.ToTen(Math.Abs(value)));
        if (places > 22) return double.Parse(value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return places >= 0 ? Math.Round(value * Tens[places]) / Tens[places] : Math.Round(value / Tens[-places]) * Tens[-places];
    }
}
