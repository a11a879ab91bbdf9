namespace Runtime.Numerics.Statistics;

/// <summary>The bins of each column, of equal width from its least to its greatest value.</summary>
/// <param name="Low">Where the first bin of each column begins: its least value.</param>
/// <param name="High">Where the last ends: its greatest value; a constant column gets one unit about it.</param>
/// <param name="Groups">Groups of rows that are counted apart.</param>
/// <param name="Counts">Bins of each column, at most 256.</param>
public sealed record PairBins(double[] Low, double[] High, int Groups, int[] Counts)
{
    /// <summary>Columns of whole numbers have bins of whole steps, with a number in the middle of each or an end between two.</summary>
    /// <param name="bins">At most so many a column, at most 256.</param>
    /// <exception cref="NumericsException">A column spans a range that overflows or vanishes.</exception>
    public static PairBins Of(Matrix points, int groups, int bins, Work work)
    {
        var (low, high, counts) = (new double[points.Columns], new double[points.Columns], new int[points.Columns]);
        for (var j = 0; j < low.Length; j++)
        {
            var moments = Moments.Of(points.Column(j), work);
            Ranges.DemandQuotients(moments.Extent, j);
            (low[j], high[j], counts[j]) = Range(moments, points[j], bins);
        }
        return new(low, high, groups, counts);
    }

    /// <summary>The bin of each value of a column.</summary>
    public void Place(ReadOnlySpan<double> values, Span<byte> into, int column)
    {
        var (low, scale, last) = (Low[column], Counts[column] / (High[column] - Low[column]), Counts[column] - 1);
        for (var r = 0; r < values.Length; r++) into[r] = (byte)Math.Clamp((int)((values[r] - low) * scale), 0, last);
    }

    static (double Low, double High, int Bins) Range(Moments moments, ReadOnlySpan<double> values, int bins)
    {
        if (moments.Constant) return moments.Count == 0 ? (0, 1, bins) : (moments.Min - 0.5, moments.Min + 0.5, bins);
        var span = moments.Max - moments.Min + 1;
        // A value between two whole numbers is seldom far from the start.
        if (span > bins * 1e6 || !IsWhole(values)) return (moments.Min, moments.Max, bins);
        var step = Math.Ceiling(span / bins);
        var count = (int)Math.Ceiling(span / step);
        return (moments.Min - 0.5, moments.Min - 0.5 + count * step, count);
    }

    static bool IsWhole(ReadOnlySpan<double> values)
    {
        foreach (var value in values) if (value != Math.Floor(value)) return false;
        return true;
    }
}
