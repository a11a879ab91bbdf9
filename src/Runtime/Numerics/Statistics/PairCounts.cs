namespace Runtime.Numerics.Statistics;

/// <summary>Histograms of every column and of every pair of columns over all rows, for each group of rows.</summary>
/// <remarks>
/// Each value is turned into the number of its bin once (a byte); then every pair of columns is counted by itself into
/// a table that stays in cache. Counts are whole, so the order of counting does not matter. Memory: n·(d + 1) bytes and
/// groups · d(d−1)/2 · bins² counts.
/// </remarks>
/// <param name="Low">Where the first bin of each column begins: its least value.</param>
/// <param name="High">Where the last ends: its greatest value; a constant column gets one unit about it.</param>
/// <param name="Histograms">[group][column][bin].</param>
/// <param name="Densities">[group][pair][bin of i · bins + bin of j], pairs i &lt; j in the order (0,1), (0,2), …, (1,2), ….</param>
public sealed record PairCounts(double[] Low, double[] High, int[][][] Histograms, int[][][] Densities)
{
    /// <param name="groups">A group number 0..<paramref name="count"/>−1 for every row; null when all are one group.</param>
    /// <param name="bins">Bins a side, at most 256.</param>
    public static PairCounts Of(Matrix points, byte[]? groups, int count, int bins, Work work)
    {
        var (n, d) = (points.Rows, points.Columns);
        groups ??= new byte[n];
        var (low, high) = (new double[d], new double[d]);
        var binned = new byte[d][];
        for (var j = 0; j < d; j++)
        {
            (low[j], high[j]) = Range(Moments.Of(points.Column(j), work));
            binned[j] = new byte[n];
        }
        work.ForBlocks(n, (start, end) =>
        {
            for (var j = 0; j < d; j++) Bin(points[j][start..end], binned[j].AsSpan(start, end - start), low[j], high[j], bins);
        });
        (int I, int J)[] pairs = [.. from i in Enumerable.Range(0, d) from j in Enumerable.Range(i + 1, d - i - 1) select (i, j)];
        var (single, paired) = (new int[d][], new int[pairs.Length][]);
        work.For(d, j => single[j] = Count(binned[j], groups, count, bins));
        work.For(pairs.Length, p => paired[p] = Count(binned[pairs[p].I], binned[pairs[p].J], groups, count, bins));
        return new(low, high, ByGroup(single, count, bins), ByGroup(paired, count, bins * bins));
    }

    static (double Low, double High) Range(Moments moments) =>
        !moments.Constant ? (moments.Min, moments.Max) : moments.Count == 0 ? (0, 1) : (moments.Min - 0.5, moments.Min + 0.5);

    static void Bin(ReadOnlySpan<double> values, Span<byte> into, double low, double high, int bins)
    {
        var scale = bins / (high - low);
        for (var r = 0; r < values.Length; r++) into[r] = (byte)Math.Clamp((int)((values[r] - low) * scale), 0, bins - 1);
    }

    static int[] Count(byte[] bins, byte[] groups, int count, int width)
    {
        var counts = new int[count * width];
        for (var r = 0; r < bins.Length; r++) counts[groups[r] * width + bins[r]]++;
        return counts;
    }

    static int[] Count(byte[] first, byte[] second, byte[] groups, int count, int bins)
    {
        var counts = new int[count * bins * bins];
        for (var r = 0; r < first.Length; r++) counts[(groups[r] * bins + first[r]) * bins + second[r]]++;
        return counts;
    }

    static int[][][] ByGroup(int[][] counts, int groups, int size) =>
        [.. Enumerable.Range(0, groups).Select(g => counts.Select(c => c.AsSpan(g * size, size).ToArray()).ToArray())];
}
