using Runtime.Charts;
using Runtime.Numerics.Agreement;

namespace Runtime.Operators.Judge;

/// <summary>Two labelings side by side: their contingency table, as a sheet, a chart and in words.</summary>
sealed record LabelingPair(string A, string B, Contingency Table)
{
    /// <summary>Beyond this many clusters a table is no longer read, and only its largest cells are shown.</summary>
    const int MostColumns = 40;
    const int MostCells = 200;

    /// <summary>A part of a cluster from this share on is named.</summary>
    const double WorthAWord = 0.25;

    public static LabelingPair Of(Labeling a, Labeling b, bool dropNoise)
    {
        var table = Contingency.Of(a.Labels, b.Labels);
        if (dropNoise) table = table.WithoutNoise();
        return table.Total > 0 ? new(a.Name, b.Name, table)
            : throw new Refusal($"`{a.Name}` and `{b.Name}` share no row that is not noise.", "Compare with `noise=label`.");
    }

    public void Show(RunContext run)
    {
        if (Math.Max(Table.RowLabels.Length, Table.ColumnLabels.Length) <= MostColumns) ShowTable(run);
        else ShowLargestCells(run);
        var matches = Matching.Of(Table);
        if (matches.Count == 0) return;
        run.Show(new Sheet($"matching_{A}_{B}", $"Clusters of `{A}` and `{B}` that correspond",
        [
            new(A, CellFormat.Text, [.. matches.Select(m => Wording.Cluster(m.RowLabel))]),
            new(B, CellFormat.Text, [.. matches.Select(m => Wording.Cluster(m.ColumnLabel))]),
            new("rows", CellFormat.Count, [.. matches.Select(m => (object)m.Count)]),
            new($"share_of_{A}", CellFormat.Share, [.. matches.Select(m => (object)m.RowShare)]),
            new($"share_of_{B}", CellFormat.Share, [.. matches.Select(m => (object)m.ColumnShare)]),
        ]));
        if (Table.RowLabels.Length <= MostColumns) run.Say($"Where `{A}` lies in `{B}`: {string.Join("; ", Parts())}.");
    }

    void ShowTable(RunContext run)
    {
        var counts = Array.ConvertAll(Table.RowLabels, _ => new long[Table.ColumnLabels.Length]);
        foreach (var (row, column, count) in Table.Cells)
            counts[Array.BinarySearch(Table.RowLabels, row)][Array.BinarySearch(Table.ColumnLabels, column)] = count;
        string[] rows = [.. Table.RowLabels.Select(Wording.Cluster)];
        string[] columns = [.. Table.ColumnLabels.Select(Wording.Cluster)];
        run.Show(new Sheet($"contingency_{A}_{B}", $"Rows in each cluster of `{A}` (down) and `{B}` (across)",
        [
            new(A, CellFormat.Text, rows),
            .. columns.Select((name, j) => new SheetColumn(name, CellFormat.Count, [.. counts.Select(c => (object)c[j])])),
        ]));
        double[][] shares = [.. counts.Select((c, i) => Array.ConvertAll(c, x => (double)x / Table.RowSizes[i]))];
        run.Show(new Heatmap($"contingency_{A}_{B}", $"Where the clusters of `{A}` (down) lie in `{B}` (across)", rows, columns, shares)
        {
            Format = CellFormat.Share,
            RowClusters = Table.RowLabels,
        });
    }

    void ShowLargestCells(RunContext run)
    {
        Cell[] cells = [.. Table.Cells.OrderByDescending(c => c.Count).Take(MostCells)];
        run.Show(new Sheet($"contingency_{A}_{B}", $"Largest overlaps of `{A}` and `{B}`",
        [
            new(A, CellFormat.Text, [.. cells.Select(c => Wording.Cluster(c.RowLabel))]),
            new(B, CellFormat.Text, [.. cells.Select(c => Wording.Cluster(c.ColumnLabel))]),
            new("rows", CellFormat.Count, [.. cells.Select(c => (object)c.Count)]),
        ]));
    }

    /// <summary>For each cluster of the first labeling, the parts of it that are large, or the largest.</summary>
    IEnumerable<string> Parts()
    {
        foreach (var cells in Table.Cells.Where(c => c.RowLabel >= 0).GroupBy(c => c.RowLabel))
        {
            var size = (double)cells.Sum(c => c.Count);
            var parts = cells.OrderByDescending(c => c.Count)
                .TakeWhile((c, at) => at == 0 || c.Count >= WorthAWord * size)
                .Select(c => $"{Wording.Cluster(c.ColumnLabel)} ({Wording.Share(c.Count / size)})");
            yield return $"{cells.Key} → {Wording.And(parts)}";
        }
    }
}
