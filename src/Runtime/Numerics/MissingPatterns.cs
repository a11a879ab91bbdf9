using System.Numerics;

namespace Runtime.Numerics;

/// <summary>Which of some columns rows miss together.</summary>
/// <param name="Missing">Of the columns, by their places, ascending.</param>
public sealed record MissingPattern(int[] Missing, int Rows)
{
    /// <summary>What a number has bits for.</summary>
    public const int MostColumns = 64;

    /// <summary>
    /// Every pattern that rows have, the most frequent first, then those of fewer columns, then in the order of columns. O(n) time for
    /// each column, 8 bytes a row.
    /// </summary>
    /// <param name="columns">At most <see cref="MostColumns"/>.</param>
    public static MissingPattern[] Of(IReadOnlyList<Column> columns, int rows, Work work)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(columns.Count, MostColumns);
        var masks = new ulong[rows];
        work.ForBlocks(rows, (start, end) =>
        {
            for (var c = 0; c < columns.Count; c++)
                for (var row = start; row < end; row++) if (columns[c].IsMissing(row)) masks[row] |= 1UL << c;
        });
        var counts = new Dictionary<ulong, int>();
        foreach (var mask in masks) counts[mask] = counts.GetValueOrDefault(mask) + 1;
        return [.. counts.OrderByDescending(m => m.Value).ThenBy(m => BitOperations.PopCount(m.Key)).ThenBy(m => m.Key)
            .Select(m => new MissingPattern([.. Enumerable.Range(0, columns.Count).Where(c => (m.Key >> c & 1) == 1)], m.Value))];
    }
}
