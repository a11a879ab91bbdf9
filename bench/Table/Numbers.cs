using System.Globalization;

namespace Bench;

/// <summary>Figures as the table writes them: three digits are what a shared machine supports.</summary>
static class Numbers
{
    public static string Seconds(double seconds) => Digits(seconds);

    public static string Ratio(double ratio) => Digits(ratio) + " ×";

    public static string Megabytes(long bytes) => bytes <= 0 ? "" : (bytes / 1e6).ToString("0", CultureInfo.InvariantCulture);

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    static string Digits(double value) => !double.IsFinite(value) ? "–" : value.ToString(value switch
    {
        >= 100 => "0",
        >= 10 => "0.0",
        >= 1 => "0.00",
        >= 0.1 => "0.000",
        _ => "0.0000",
    }, CultureInfo.InvariantCulture);
}
