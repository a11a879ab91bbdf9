using Runtime.Charts;
using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Draw;

/// <summary>How the columns of a pair plot are laid on their axes, so that most of the rows do not lie in one place.</summary>
/// <param name="Matrix">The columns, those with long tails bent.</param>
/// <param name="Bends">Of each axis.</param>
sealed record AxisPlan(Matrix Matrix, AxisBend[] Bends)
{
    /// <summary>All even, as the values are.</summary>
    public static AxisPlan Even(Matrix matrix) => new(matrix, [.. Enumerable.Repeat(AxisBend.None, matrix.Columns)]);

    /// <summary>Bends what the counts show to be pressed together. Null when nothing is.</summary>
    /// <param name="counts">Of the columns as they are.</param>
    public AxisPlan? Bent(PairCounts counts)
    {
        var heavy = Enumerable.Range(0, Matrix.Columns)
            .Where(j => AxisBend.IsPressed([.. counts.Histograms.Select(g => g[j])])).ToArray();
        if (heavy.Length == 0) return null;
        double[][] columns = [.. Enumerable.Range(0, Matrix.Columns).Select(Matrix.Column)];
        var bends = (AxisBend[])Bends.Clone();
        foreach (var j in heavy)
        {
            var bend = bends[j] = AxisBend.For(columns[j]);
            columns[j] = Array.ConvertAll(columns[j], bend.To);
        }
        return new(new(columns, Matrix.Rows), bends);
    }

    /// <summary>An axis in the units of the values.</summary>
    public PairAxis Axis(string name, int j, PairBins bins) => new(name, Bends[j].From(bins.Low[j]), Bends[j].From(bins.High[j]))
    {
        Spacing = Bends[j].Spacing,
        Knee = Bends[j].Knee,
    };
}
