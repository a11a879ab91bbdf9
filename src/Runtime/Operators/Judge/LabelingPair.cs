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

    const int MostInNote = 4;

    /// <summary>A paragraph of more clusters than these is read by nobody: they are in the table.</summary>
    const int MostInWords = 8;

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
        if (Table.RowLabels.Count(label => label >= 0) <= MostInWords)
            run.Say($"Where `{A.Name}` lies in `{B.Name}`: {string.Join("; ", Parts())}.");
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
        run.Show(Shares(counts));
    }

    /// <summary>Clusters in the order in which they correspond, those of no cluster last.</summary>
    Heatmap Shares(long[][] counts)
    {
        var matches = Matching.Of(Table);
        int[] rows = Ordered(Table.RowLabels, matches.Select(m => m.RowLabel));
        int[] columns = Ordered(Table.ColumnLabels, matches.Select(m => m.ColumnLabel));
        double[][] shares = [.. rows.Select(r => columns.Select(c => (double)counts[r][c] / Table.RowSizes[r]).ToArray())];
        return new($"contingency_{A.Name}_{B.Name}", $"Where the clusters of `{A.Name}` lie in `{B.Name}`",
            [.. rows.Select(r => A.TitleOf(Table.RowLabels[r], Table.RowSizes[r]))],
            [.. columns.Select(c => B.TitleOf(Table.ColumnLabels[c], Table.ColumnSizes[c]))], shares)
        {
            Format = CellFormat.Share,
            Reach = 1,
            RowClusters = [.. rows.Select(r => Table.RowLabels[r])],
            RowAxis = A.Name,
            ColumnAxis = B.Name,
            ColourAxis = "of the row",
            Texts = [.. shares.Select(row => row.Select(share => share == 0 ? "" : Wording.Percent(share)).ToArray())],
            Note = "Every row adds to 100 %. " + Wording.Capital(string.Join("; ", Parts().Take(MostInNote))) + ".",
        };
    }

    static int[] Ordered(int[] labels, IEnumerable<int> matched)
    {
        int[] first = [.. matched.Where(label => label >= 0).Distinct()];
        return [.. Enumerable.Range(0, labels.Length).OrderBy(at =>
            labels[at] < 0 ? int.MaxValue : Array.IndexOf(first, labels[at]) is >= 0 and var place ? place : first.Length + at)];
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
