namespace Runtime.Numerics;

/// <summary>Where values are missing.</summary>
public static class Missingness
{
    /// <summary>The rows that have a value in each of the columns, ascending.</summary>
    public static int[] CompleteRows(IReadOnlyList<Column> columns, int rows, Work work)
    {
        var complete = new byte[rows];
        work.ForBlocks(rows, (start, end) =>
        {
            var block = complete.AsSpan(start, end - start);
            block.Fill(1);
            foreach (var column in columns) if (column.Missing > 0) Clear(column, start, block);
        });
        return RowChoice.Where(complete, 1);
    }

    /// <summary>How many of the given rows miss a value of the column.</summary>
    public static int CountAmong(Column column, int[] rows) => column.Missing == 0 ? 0 : rows.Count(column.IsMissing);

    static void Clear(Column column, int start, Span<byte> block)
    {
        for (var i = 0; i < block.Length; i++) if (column.IsMissing(start + i)) block[i] = 0;
    }
}
