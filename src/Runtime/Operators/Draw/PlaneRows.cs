using Runtime.Charts;
using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Draw;

/// <summary>The rows of two columns within a frame: each where they are few, else counted in bins.</summary>
/// <param name="Inside">How many are within the frame.</param>
/// <param name="Chosen">How many there are to be drawn.</param>
sealed record PlaneRows(Mark Mark, long Inside, long Chosen)
{
    // Rows looked at for where most of them are, and the share on either side that is not asked about.
    const int Looked = 20_000;
    const double Rare = 0.001;

    const double Room = 0.02;

    const int Few = 5_000, ManyRows = 50_000, FineBins = 192, CoarseBins = 96;

    /// <summary>Where all but a thousandth of the rows on either side are; with a little room about it where all are.</summary>
    public static Extent Usual(ReadOnlySpan<double> values)
    {
        if (values.Length * Rare <= 1 && values.Length > 0) return Whole(values);
        var (every, looked) = (Math.Max(1, values.Length / Looked), new List<double>());
        for (var row = 0; row < values.Length; row += every) looked.Add(values[row]);
        if (looked.Count == 0) return new(0, 1);
        var all = Distribution.Of([.. looked]);
        var (low, high) = (all.Quantile(Rare), all.Quantile(1 - Rare));
        return low < high ? new(low, high) : new(low - 0.5, high + 0.5);
    }

    /// <summary>Where all rows are, with a little room about them.</summary>
    public static Extent Whole(ReadOnlySpan<double> values)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        var room = low < high ? Room * (high - low) : 0.5;
        return new(low - room, high + room);
    }

    /// <param name="colour">The scale of the colours of bins.</param>
    /// <param name="isChosen">Which rows; all where it is not given.</param>
    public static PlaneRows Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Extent across, Extent up, string colour,
        Func<int, bool>? isChosen = null)
    {
        var bins = x.Length < ManyRows ? CoarseBins : FineBins;
        var (counts, inside, chosen) = (new int[bins * bins], new List<int>(), 0L);
        var (scaleX, scaleY) = (bins / (across.High - across.Low), bins / (up.High - up.Low));
        for (var row = 0; row < x.Length; row++)
        {
            if (isChosen?.Invoke(row) == false) continue;
            chosen++;
            if (!(x[row] >= across.Low && x[row] <= across.High && y[row] >= up.Low && y[row] <= up.High)) continue;
            if (x.Length <= Few) inside.Add(row);
            var (right, above) = ((int)((x[row] - across.Low) * scaleX), (int)((y[row] - up.Low) * scaleY));
            counts[Math.Min(right, bins - 1) * bins + Math.Min(above, bins - 1)]++;
        }
        return new(x.Length > Few ? new DensityMark(across, up, bins, new(counts), colour)
            : Points(x, y, across, up, inside), counts.Sum(n => (long)n), chosen);
    }

    static PointMark Points(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Extent across, Extent up, List<int> rows)
    {
        var (right, above) = (new List<double>(), new List<double>());
        foreach (var row in rows)
        {
            right.Add(FewRows.Rounded(x[row], across.High - across.Low));
            above.Add(FewRows.Rounded(y[row], up.High - up.Low));
        }
        return new([.. right], [.. above]) { IsRow = true };
    }
}
