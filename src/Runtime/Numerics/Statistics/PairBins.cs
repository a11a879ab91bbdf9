namespace Runtime.Numerics.Statistics;

/// <summary>The bins of each column, of equal width from its least to its greatest value.</summary>
/// <param name="Low">Where the first bin of each column begins: its least value.</param>
/// <param name="High">Where the last ends: its greatest value; a constant column gets one unit about it.</param>
/// <param name="Groups">Groups of rows that are counted apart.</param>
/// <param name="Bins">Bins a side, at most 256.</param>
public sealed record PairBins(double[] Low, double[] High, int Groups, int Bins)
{
    /// <exception cref="NumericsException">A column spans a range that overflows or vanishes.</exception>
    public static PairBins Of(Matrix points, int groups, int bins, Work work)
    {
        var (low, high) = (new double[points.Columns], new double[points.Columns]);
        for (var j = 0; j < low.Length; j++)
        {
            var moments = Moments.Of(points.Column(j), work);
            Ranges.DemandQuotients(moments.Extent, j);
            (low[j], high[j]) = Range(moments);
        }
        return new(low, high, groups, bins);
    }

    /// <summary>The bin of each value of a column.</summary>
    public void Place(ReadOnlySpan<double> values, Span<byte> into, int column)
    {
        var (low, scale, last) = (Low[column], Bins / (High[column] - Low[column]), Bins - 1);
        for (var r = 0; r < values.Length; r++) into[r] = (byte)Math.Clamp((int)((values[r] - low) * scale), 0, last);
    }

    static (double Low, double High) Range(Moments moments) =>
        !moments.Constant ? (moments.Min, moments.Max) : moments.Count == 0 ? (0, 1) : (moments.Min - 0.5, moments.Min + 0.5);
}
