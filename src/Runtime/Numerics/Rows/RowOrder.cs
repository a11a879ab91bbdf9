namespace Runtime.Numerics.Rows;

/// <summary>Where the rows that miss a value go when rows are put in order.</summary>
public enum MissingRows
{
    First,
    Last,
}

/// <summary>The order of rows by the values of columns, the first column first; rows that are equal in all keep theirs.</summary>
/// <remarks>By the digits of whole keys, the lowest first; columns whose keys fit into one word together are sorted at once.</remarks>
public static class RowOrder
{
    /// <param name="descending">The greatest first; what is missing stays where <paramref name="missing"/> says.</param>
    /// <returns>n rows.</returns>
    public static int[] Of(IReadOnlyList<Column> columns, bool descending, MissingRows missing, Work work)
    {
        var order = new DigitSort(columns[0].Rows, work);
        var (word, bits) = (Array.Empty<ulong>(), 0);
        foreach (var column in columns.Reverse())
        {
            var keys = ColumnKeys.Of(column, descending, missing, work);
            if (bits + keys.Bits > 64)
            {
                order.By(word);
                bits = 0;
            }
            if (bits == 0) word = keys.OfRow;
            else Join(word, keys.OfRow, bits, work);
            bits += keys.Bits;
        }
        order.By(word);
        return order.Rows;
    }

    /// <summary>Puts keys above the bits that are used.</summary>
    static void Join(ulong[] word, ulong[] keys, int bits, Work work) => work.ForBlocks(word.Length, (start, end) =>
    {
        for (var row = start; row < end; row++) word[row] |= keys[row] << bits;
    });
}
