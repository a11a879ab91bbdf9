namespace Runtime.Numerics.Rows;

/// <summary>The place of each row's value among the distinct values, ascending: numbers by size, texts by code point or in their
/// column's own order.</summary>
/// <param name="OfRow">n ranks in 0..Count−1; −1 where the value is missing.</param>
/// <param name="Count">How many distinct values there are.</param>
public sealed record Ranks(int[] OfRow, int Count)
{
    /// <summary>The ranks of one column.</summary>
    public static Ranks Of(Column column, Work work) => Of([column], missingIsAValue: false, work);

    /// <summary>The ranks of tuples of values, the first column first.</summary>
    /// <param name="missingIsAValue">A missing value counts as one; otherwise a tuple that has one is missing.</param>
    /// <param name="missing">Where it then stands among the others.</param>
    public static Ranks Of(IReadOnlyList<Column> columns, bool missingIsAValue, Work work, MissingRows missing = MissingRows.First)
    {
        if (RankPlaces.Of(columns, missingIsAValue, missing, work) is { } placed) return placed;
        var groups = EqualRows.Of(columns, missingIsAValue, work);
        var order = RowOrder.Of([.. columns.Select(c => c.Take(groups.First))], descending: false, missing, work);
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++) ranks[order[rank]] = rank;
        work.ForBlocks(groups.OfRow.Length, (start, end) =>
        {
            foreach (ref var group in groups.OfRow.AsSpan(start, end - start)) group = group < 0 ? -1 : ranks[group];
        });
        return new(groups.OfRow, order.Length);
    }

    /// <summary>The first row of each rank.</summary>
    public int[] FirstRows()
    {
        var first = new int[Count];
        for (var row = OfRow.Length - 1; row >= 0; row--) if (OfRow[row] >= 0) first[OfRow[row]] = row;
        return first;
    }
}
