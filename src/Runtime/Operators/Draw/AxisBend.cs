using Runtime.Charts;
using Runtime.Numerics;

namespace Runtime.Operators.Draw;

/// <summary>How values lie along an axis: as they are, by factors, or evenly about zero and by factors beyond usual values.</summary>
/// <param name="Knee">Where an axis that is even about zero turns into one of factors.</param>
sealed record AxisBend(ScaleSpacing Spacing, double Knee)
{
    // Values are bent when this share of the rows lies within this share of the range.
    const double Bulk = 0.98, Narrow = 1.0 / 12;

    // Bins in which that is looked for.
    const int Bins = 96;

    // Rows looked at for the size of usual values.
    const int Looked = 10_000;

    public static readonly AxisBend None = new(ScaleSpacing.Linear, 1), Factors = new(ScaleSpacing.Log, 1);

    public bool IsLog => Spacing == ScaleSpacing.Log;

    /// <summary>Behind the name of the axis.</summary>
    public string Words => Spacing switch
    {
        ScaleSpacing.Log => " (log)",
        ScaleSpacing.Symlog => " (symlog)",
        _ => "",
    };

    /// <summary>Of a column drawn by itself; times are never bent.</summary>
    public static AxisBend Of(NumberColumn column) =>
        column is not TimeColumn && IsPressed(ColumnBins.Of(column.Storage, null, 1, Bins, isLog: false).Counts)
            ? For(column.Storage) : None;

    /// <summary>By factors where all values are above zero, else evenly about zero and by factors beyond the usual ones.</summary>
    public static AxisBend For(double[] values) =>
        new(Array.Exists(values, value => value <= 0) ? ScaleSpacing.Symlog : ScaleSpacing.Log, Usual(values));

    /// <summary>Most of the rows lie in one place: not in a few places far apart, as few rows and few distinct values do.</summary>
    /// <param name="histograms">Of each group, over the same even bins.</param>
    public static bool IsPressed(int[][] histograms)
    {
        long[] rows = [.. Enumerable.Range(0, histograms[0].Length).Select(bin => histograms.Sum(h => (long)h[bin]))];
        var (all, held, width) = (rows.Sum(), 0L, (int)(Narrow * rows.Length));
        if (width == 0 || rows.Count(r => r > 0) < 2) return false;
        for (var bin = 0; bin < rows.Length; bin++)
        {
            held += rows[bin] - (bin >= width ? rows[bin - width] : 0);
            if (held >= Bulk * all) return true;
        }
        return false;
    }

    /// <summary>What is even along the axis.</summary>
    public double To(double value) => Spacing switch
    {
        ScaleSpacing.Log => Logarithm.ToTen(value),
        ScaleSpacing.Symlog => HyperbolicSine.Inverse(value / Knee),
        _ => value,
    };

    /// <summary>The value of a place on the axis.</summary>
    public double From(double place) => Spacing switch
    {
        ScaleSpacing.Log => Powers.Of(10, place),
        ScaleSpacing.Symlog => Knee * HyperbolicSine.Of(place),
        _ => place,
    };

    /// <summary>The middle of the sizes of values that are not zero.</summary>
    static double Usual(double[] values)
    {
        var every = Math.Max(1, values.Length / Looked);
        var sizes = values.Where((value, i) => i % every == 0 && value != 0 && double.IsFinite(value)).Select(Math.Abs).Order().ToArray();
        return sizes.Length == 0 ? 1 : sizes[sizes.Length / 2];
    }
}
