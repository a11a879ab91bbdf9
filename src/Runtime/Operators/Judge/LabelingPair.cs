using Runtime.Charts;
using Runtime.Numerics.Agreement;

namespace Runtime.Operators.Judge;

/// <summary>Two labelings side by side: their contingency table, as a sheet, a chart and in words.</summary>
sealed record LabelingPair(Labeling A, Labeling B, Contingency Table)
{
    /// <summary>Beyond this many clusters a table is no longer read, and only its largest cells are shown.</summary>
    const int MostColumns = 40;
    const int MostCells = 200;

    /// <summary>A part of a cluster from this share on is named.</summary>
    const double WorthAWord = 0.25;

    public static LabelingPair Of(Labeling a, Labeling b, bool dropNoise) => new(a, b, a.Against(b, dropNoise));

    public void Show(RunContext run)
    {
        if (Math.Max(Table.RowLabels.Length, Table.ColumnLabels.Length) <= MostColumns) ShowTable(run);
        else ShowLargestCells(run);
        var matches = Matching.Of(Table);
        if (matches.Count == 0) return;
        run.Show(new Sheet($"matching_{A.Name}_{B.Name}", $"Clusters of `{A.Name}` and `{B.Name}` that correspond",
        [
            new(A.Name, CellFormat.Text, [.. matches.Select(m => A.NameOf(m.RowLabel))]),
            new(B.Name, CellFormat.Text, [.. matches.Select(m => B.NameOf(m.ColumnLabel))]),
            new("rows", CellFormat.Count, [.. matches.Select(m => (object)m.Count)]),
            new($"share_of_{A.Name}", CellFormat.Share, [.. matches.Select(m => (object)m.RowShare)]),
            new($"share_of_{B.Name}", CellFormat.Share, [.. matches.Select(m => (object)m.ColumnShare)]),
        ]));
        if (Table.RowLabels.Length <= MostColumns) run.Say($"Where `{A.Name}` lies in `{B.Name}`: {string.Join("; ", Parts())}.");
    }

    void ShowTable(RunContext run)
    {
        var counts = Array.ConvertAll(Table.RowLabels, _ => new long[Table.ColumnLabels.Length]);
        foreach (var (row, column, count) in Table.Cells)
            counts[Array.BinarySearch(Table.RowLabels, row)][Array.BinarySearch(Table.ColumnLabels, column)] = count;
        string[] rows = [.. Table.RowLabels.Select(A.NameOf)];
        string[] columns = [.. Table.ColumnLabels.Select(B.NameOf)];
        run.Show(new Sheet($"contingency_{A.Name}_{B.Name}", $"Rows in each cluster of `{A.Name}` (down) and `{B.Name}` (across)",
        [
            new(A.Name, CellFormat.Text, rows),
            .. columns.Select((name, j) => new SheetColumn(name, CellFormat.Count, [.. counts.Select(c => (object)c[j])])),
        ]));
        double[][] shares = [.. counts.Select((c, i) => Array.ConvertAll(c, x => (double)x / Table.RowSizes[i]))];
        run.Show(new Heatmap($"contingency_{A.Name}_{B.Name}", $"Where the clusters of `{A.Name}` (down) lie in `{B.Name}` (across)", rows,
            columns, shares)
        {
            Format = CellFormat.Share,
            RowClusters = Table.RowLabels,
        });
    }

    void ShowLargestCells(RunContext run)
    {
        Cell[] cells = [.. Table.Cells.OrderByDescending(c => c.Count).Take(MostCells)];
        run.Show(new Sheet($"contingency_{A.Name}_{B.Name}", $"Largest overlaps of `{A.Name}` and `{B.Name}`",
        [
            new(A.Name, CellFormat.Text, [.. cells.Select(c => A.NameOf(c.RowLabel))]),
            new(B.Name, CellFormat.Text, [.. cells.Select(c => B.NameOf(c.ColumnLabel))]),
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
                .Select(c => $"{B.NameOf(c.ColumnLabel)} ({Wording.Share(c.Count / size)})");
            yield return $"{A.NameOf(cells.Key)} → {Wording.And(parts)}";
        }
    }
}
