using Runtime.Charts;
using Runtime.Numerics;
using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Draw;

/// <summary>How the columns of a pair plot are laid on their axes, so that most of the rows do not lie in one place.</summary>
/// <param name="Matrix">The columns, those with long tails bent.</param>
/// <param name="Spacings">Of each axis.</param>
/// <param name="Knees">Of the axes that are even about zero.</param>
sealed record AxisPlan(Matrix Matrix, ScaleSpacing[] Spacings, double[] Knees)
{
    // A column is bent when this share of its rows lies within this share of its range.
    const double Bulk = 0.98, Narrow = 1.0 / 12;

    // Rows looked at for the size of usual values.
    const int Looked = 10_000;

    /// <summary>All even, as the values are.</summary>
    public static AxisPlan Even(Matrix matrix) =>
        new(matrix, new ScaleSpacing[matrix.Columns], [.. Enumerable.Repeat(1.0, matrix.Columns)]);

    /// <summary>
    /// Bends what the counts show to be pressed together: by factors where all values are above zero, else evenly about zero and by factors
    /// beyond its usual values. Null when nothing is.
    /// </summary>
    /// <param name="counts">Of the columns as they are.</param>
    public AxisPlan? Bent(PairCounts counts)
    {
        var heavy = Enumerable.Range(0, Matrix.Columns).Where(j => IsPressed([.. counts.Histograms.Select(g => g[j])])).ToArray();
        if (heavy.Length == 0) return null;
        var (columns, spacings, knees) = (Columns(), (ScaleSpacing[])Spacings.Clone(), (double[])Knees.Clone());
        foreach (var j in heavy)
        {
            var column = columns[j];
            spacings[j] = column.All(value => value > 0) ? ScaleSpacing.Log : ScaleSpacing.Symlog;
            var knee = knees[j] = Usual(column);
            columns[j] = spacings[j] == ScaleSpacing.Log ? Array.ConvertAll(column, Logarithm.ToTen)
                : Array.ConvertAll(column, value => Math.Asinh(value / knee));
        }
        return new(new(columns, Matrix.Rows), spacings, knees);
    }

    /// <summary>An axis in the units of the values.</summary>
    public PairAxis Axis(string name, int j, PairBins bins) => new(name, Value(j, bins.Low[j]), Value(j, bins.High[j]))
    {
        Spacing = Spacings[j],
        Knee = Knees[j],
    };

    double Value(int j, double bent) => Spacings[j] switch
    {
        ScaleSpacing.Log => Powers.Of(10, bent),
        ScaleSpacing.Symlog => Knees[j] * (Exponential.Of(bent) - Exponential.Of(-bent)) / 2,
        _ => bent,
    };

    double[][] Columns() => [.. Enumerable.Range(0, Matrix.Columns).Select(Matrix.Column)];

    static bool IsPressed(int[][] histograms)
    {
        long[] rows = [.. Enumerable.Range(0, histograms[0].Length).Select(bin => histograms.Sum(h => (long)h[bin]))];
        long all = rows.Sum(), held = 0;
        var needed = rows.OrderDescending().TakeWhile(r => (held += r) < Bulk * all).Count() + 1;
        return all > 0 && rows.Count(r => r > 0) > 1 && needed <= Narrow * rows.Length;
    }

    /// <summary>The middle of the sizes of values that are not zero.</summary>
    static double Usual(double[] values)
    {
        var every = Math.Max(1, values.Length / Looked);
        var sizes = values.Where((value, i) => i % every == 0 && value != 0).Select(Math.Abs).Order().ToArray();
        return sizes.Length == 0 ? 1 : sizes[sizes.Length / 2];
    }
}
