namespace Runtime.Numerics.Statistics;

/// <summary>Histograms of every column and of every pair of columns over all rows, for each group of rows.</summary>
/// <remarks>
/// Each value is turned into the number of its bin once (a byte); then every pair of columns is counted by itself into
/// a table that stays in cache. Counts are whole, so the order of counting does not matter. Memory: n·(d + 1) bytes and
/// groups · d(d−1)/2 · bins² counts.
/// </remarks>
/// <param name="Histograms">[group][column][bin].</param>
/// <param name="Densities">[group][pair][bin of i · bins of j + bin of j], pairs i &lt; j in the order (0,1), (0,2), …, (1,2), ….</param>
public sealed record PairCounts(int[][][] Histograms, int[][][] Densities) : IAggregate<PairCounts, PairBins>
{
    /// <param name="groups">A group number 0..<paramref name="count"/>−1 for every row; null when all are one group.</param>
    /// <param name="bins">Bins a side, at most 256.</param>
    public static (PairBins Bins, PairCounts Counts) Of(Matrix points, int[]? groups, int count, int bins, Work work)
    {
        var state = PairBins.Of(points, count, bins, work);
        return (state, Of(points, groups, state, work));
    }

    /// <param name="groups">A group number of <paramref name="bins"/> for every row; null when all are one group.</param>
    public static PairCounts Of(Matrix points, int[]? groups, PairBins bins, Work work) =>
        Of(groups is null ? points.All : points.With(groups), bins, work);

    /// <summary>Of rows whose group is their first code, if they have one.</summary>
    public static PairCounts Of(RowBlock rows, PairBins state) => Of(rows, state, Work.Alone);

    public PairCounts Merge(PairCounts next)
    {
        Add(Histograms, next.Histograms);
        Add(Densities, next.Densities);
        return this;
    }

    public void Write(BinaryWriter to)
    {
        foreach (var tables in (int[][][][])[Histograms, Densities])
        {
            to.Write(tables.Length);
            foreach (var group in tables)
            {
                to.Write(group.Length);
                foreach (var counts in group) to.WriteAll<int>(counts);
            }
        }
    }

    public static PairCounts Read(BinaryReader from)
    {
        return new(Tables(), Tables());

        int[][][] Tables() => Every(() => Every(from.ReadAll<int>));

        T[] Every<T>(Func<T> one)
        {
            var all = new T[from.ReadInt32()];
            for (var i = 0; i < all.Length; i++) all[i] = one();
            return all;
        }
    }

    // Whole numbers, so a block may be of any size: one of all rows is what the threads share by pairs.
    static PairCounts Of(RowBlock rows, PairBins state, Work work)
    {
        var (n, d) = (rows.Rows, rows.Columns);
        var (groups, binned) = (new byte[n], new byte[d][]);
        for (var j = 0; j < d; j++) binned[j] = new byte[n];
        work.ForBlocks(n, (start, end) =>
        {
            var some = rows.Slice(start, end - start);
            for (var j = 0; j < d; j++) state.Place(some.Numbers(j), binned[j].AsSpan(start, end - start), j);
            if (state.Groups > 1) for (var r = start; r < end; r++) groups[r] = (byte)rows.Codes(0)[r];
        });
        (int I, int J)[] pairs = [.. from i in Enumerable.Range(0, d) from j in Enumerable.Range(i + 1, d - i - 1) select (i, j)];
        var (single, paired) = (new int[d][], new int[pairs.Length][]);
        work.For(d, j => single[j] = Count(binned[j], groups, state.Groups, state.Counts[j]));
        work.For(pairs.Length, p => paired[p] = Count(binned[pairs[p].I], binned[pairs[p].J], groups, state.Groups,
            state.Counts[pairs[p].I], state.Counts[pairs[p].J]));
        return new(ByGroup(single, state.Groups), ByGroup(paired, state.Groups));
    }

    static void Add(int[][][] tables, int[][][] others)
    {
        for (var g = 0; g < tables.Length; g++)
            for (var t = 0; t < tables[g].Length; t++)
                for (var i = 0; i < tables[g][t].Length; i++) tables[g][t][i] += others[g][t][i];
    }

    static int[] Count(byte[] bins, byte[] groups, int count, int width)
    {
        var counts = new int[count * width];
        for (var r = 0; r < bins.Length; r++) counts[groups[r] * width + bins[r]]++;
        return counts;
    }

    static int[] Count(byte[] first, byte[] second, byte[] groups, int count, int across, int up)
    {
        var counts = new int[count * across * up];
        for (var r = 0; r < first.Length; r++) counts[(groups[r] * across + first[r]) * up + second[r]]++;
        return counts;
    }

    static int[][][] ByGroup(int[][] counts, int groups) =>
        [.. Enumerable.Range(0, groups).Select(g => Array.ConvertAll(counts, c =>
            c.AsSpan(g * (c.Length / groups), c.Length / groups).ToArray()))];
}
