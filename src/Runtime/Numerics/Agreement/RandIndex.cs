namespace Runtime.Numerics.Agreement;

/// <summary>Agreement of two labelings by pairs of rows: together in both, in one, in none.</summary>
/// <remarks>
/// Hubert &amp; Arabie 1985, Journal of Classification 2; Fowlkes &amp; Mallows 1983, JASA 78. Pairs are counted in 128-bit
/// integers, so nothing overflows or rounds before the last division.
/// </remarks>
public static class RandIndex
{
    /// <summary>ARI: 1 for equal labelings, 0 on average for independent ones.</summary>
    public static double Adjusted(Contingency table)
    {
        var (both, first, second, total) = Pairs(table);
        if (both == first && both == second) return 1;
        // (both − first·second/total) / ((first + second)/2 − first·second/total), with both sides times 2·total.
        var chance = 2 * first * second;
        return (double)(2 * both * total - chance) / (double)((first + second) * total - chance);
    }

    /// <summary>The geometric mean of the shares of pairs together in one labeling that are together in the other, too.</summary>
    public static double FowlkesMallows(Contingency table)
    {
        var (both, first, second, _) = Pairs(table);
        return both == 0 ? 0 : Math.Sqrt((double)both / (double)first) * Math.Sqrt((double)both / (double)second);
    }

    /// <summary>Ordered pairs of different rows: together in both, in the first, in the second, and all there are.</summary>
    static (Int128 Both, Int128 First, Int128 Second, Int128 Total) Pairs(Contingency table) => (
        Squares(table.Cells.Select(c => c.Count)) - table.Total,
        Squares(table.RowSizes) - table.Total,
        Squares(table.ColumnSizes) - table.Total,
        (Int128)table.Total * table.Total - table.Total);

    static Int128 Squares(IEnumerable<long> counts)
    {
        var sum = Int128.Zero;
        foreach (var count in counts) sum += (Int128)count * count;
        return sum;
    }
}
