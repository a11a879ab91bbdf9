using Runtime.Charts;

namespace Runtime.Operators.Cluster;

/// <summary>The rows of each cluster as bars, in the clusters' colours: a table's worth, so that it stands beside.</summary>
static class SizeChart
{
    /// <param name="sizes">Rows in each cluster.</param>
    /// <param name="noise">Rows in none, when the method leaves noise.</param>
    public static Figure Of(string name, IReadOnlyList<int> sizes, int? noise = null)
    {
        int[] clusters = noise is null ? [.. Enumerable.Range(0, sizes.Count)] : [.. Enumerable.Range(0, sizes.Count), -1];
        double[] rows = [.. clusters.Select(c => (double)(c < 0 ? noise!.Value : sizes[c]))];
        var all = Math.Max(1, rows.Sum());
        var largest = Array.IndexOf(rows, rows.DefaultIfEmpty().Max());
        Figure chart = new BarChart($"{name}_sizes", $"Rows in each cluster of `{name}`",
            [.. clusters.Select((c, at) => Named(name, c, rows[at] / all))], [new Series("rows", rows)])
        {
            ValueAxis = "rows",
            Format = CellFormat.Count,
            CategoryClusters = clusters,
            Note = largest < 0 ? null : $"{Wording.Capital(Wording.InWords(sizes.Count, "cluster"))}; the largest group is "
                + $"{Named(name, clusters[largest], rows[largest] / all)}.",
        };
        return chart with { IsAside = true };
    }

    static string Named(string name, int cluster, double share) =>
        $"{(cluster < 0 ? "" : name + " ")}{Wording.Cluster(cluster)} · {Wording.Percent(share)}";
}
