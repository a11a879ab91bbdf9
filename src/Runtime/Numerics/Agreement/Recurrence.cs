namespace Runtime.Numerics.Agreement;

/// <summary>How well a cluster of one labeling is found again in another.</summary>
/// <param name="Label">The cluster, 0 or more.</param>
/// <param name="Jaccard">Rows in both over rows in either, for the cluster of the other labeling where that is largest; 0 to 1.</param>
public readonly record struct Recurrence(int Label, double Jaccard)
{
    /// <summary>Below it a cluster has dissolved (Hennig 2007, Computational Statistics &amp; Data Analysis 52(1)).</summary>
    public const double Dissolved = 0.5;

    /// <summary>A mean below it tells of a cluster that is not to be trusted, one below <see cref="Stable"/> of a doubtful one.</summary>
    public const double Trusted = 0.6;

    public const double Stable = 0.75;

    /// <summary>Of each cluster that has rows, in the order of their labels; noise is no cluster, neither here nor there.</summary>
    public static IReadOnlyList<Recurrence> Of(Contingency table)
    {
        var rows = table.RowLabels.Zip(table.RowSizes).ToDictionary(p => p.First, p => p.Second);
        var columns = table.ColumnLabels.Zip(table.ColumnSizes).ToDictionary(p => p.First, p => p.Second);
        var most = rows.Keys.Where(label => label >= 0).ToDictionary(label => label, _ => 0.0);
        foreach (var (row, column, count) in table.Cells)
            if (row >= 0 && column >= 0) most[row] = Math.Max(most[row], (double)count / (rows[row] + columns[column] - count));
        return [.. most.Select(m => new Recurrence(m.Key, m.Value)).OrderBy(r => r.Label)];
    }
}
