namespace Runtime.Numerics.Agreement;

/// <summary>Which cluster of one labeling corresponds to which of another.</summary>
public static class Matching
{
    /// <summary>
    /// Pairs of clusters, one to one, the largest overlap first (ties: lower labels first). Noise matches nothing;
    /// clusters whose overlaps are all taken stay alone.
    /// </summary>
    public static IReadOnlyList<Match> Of(Contingency table)
    {
        var (rows, columns) = (Sizes(table.RowLabels, table.RowSizes), Sizes(table.ColumnLabels, table.ColumnSizes));
        var (rowsTaken, columnsTaken) = (new HashSet<int>(), new HashSet<int>());
        var matches = new List<Match>();
        var candidates = table.Cells.Where(c => c.RowLabel >= 0 && c.ColumnLabel >= 0)
            .OrderByDescending(c => c.Count).ThenBy(c => c.RowLabel).ThenBy(c => c.ColumnLabel);
        foreach (var (row, column, count) in candidates)
        {
            if (rowsTaken.Contains(row) || columnsTaken.Contains(column)) continue;
            rowsTaken.Add(row);
            columnsTaken.Add(column);
            matches.Add(new Match(row, column, count, (double)count / rows[row], (double)count / columns[column]));
        }
        return matches;
    }

    /// <summary>Of each row whether it is in clusters that correspond, or in none in both.</summary>
    public static bool[] Same(IReadOnlyList<Match> matches, ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var partner = matches.ToDictionary(m => m.RowLabel, m => m.ColumnLabel);
        partner[-1] = -1;
        var same = new bool[a.Length];
        for (var row = 0; row < same.Length; row++) same[row] = partner.TryGetValue(a[row], out var other) && other == b[row];
        return same;
    }

    static Dictionary<int, long> Sizes(int[] labels, long[] sizes) =>
        labels.Zip(sizes).ToDictionary(x => x.First, x => x.Second);
}

/// <summary>Two clusters that correspond.</summary>
/// <param name="RowShare">The share of the first cluster that lies in the second.</param>
/// <param name="ColumnShare">The share of the second that lies in the first.</param>
public sealed record Match(int RowLabel, int ColumnLabel, long Count, double RowShare, double ColumnShare);
