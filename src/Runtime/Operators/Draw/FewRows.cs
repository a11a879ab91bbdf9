using System.Numerics;
using Runtime.Numerics;
using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Draw;

/// <summary>Rows that are few enough to be drawn each, and histograms of them.</summary>
static class FewRows
{
    /// <summary>More points than these in all panels together would make a file that is too large, and hide each other.</summary>
    const int MostRows = 5_000, MostPoints = 40_000;

    const int MostBins = 96, FewestBins = 5;

    public static bool Fit(int rows, int columns) => rows <= MostRows && rows * columns * (columns - 1) / 2 <= MostPoints;

    /// <summary>Freedman &amp; Diaconis 1981: bins of width 2 · IQR / n^⅓.</summary>
    public static int Bins(double[] values)
    {
        if (values.Length < 2) return FewestBins;
        var all = Distribution.Of(values);
        var width = 2 * (all.Quantile(0.75) - all.Quantile(0.25)) / Powers.Of(values.Length, 1 / 3.0);
        // Where half of the values are alike the rule has no width; Sturges' has.
        return width > 0 ? (int)Math.Clamp(Math.Ceiling((all.Quantile(1) - all.Quantile(0)) / width), FewestBins, MostBins)
            : Math.Clamp(BitOperations.Log2((uint)values.Length - 1) + 2, FewestBins, MostBins);
    }

    /// <summary>With as many digits as a picture shows.</summary>
    /// <param name="range">From the least to the greatest of the column.</param>
    public static double Rounded(double value, double range)
    {
        if (range <= 0 || !double.IsFinite(range)) return value;
        var digits = 4 - (int)Math.Ceiling(Logarithm.ToTen(range));
        return digits is >= 0 and <= 15 ? Math.Round(value, digits) : value;
    }
}
