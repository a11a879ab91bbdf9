using Runtime.Charts;

namespace Runtime.Operators.Cluster;

/// <summary>The rows of each cluster as bars, in the clusters' colours.</summary>
static class SizeChart
{
    /// <param name="sizes">Rows in each cluster.</param>
    /// <param name="noise">Rows in none, when the method leaves noise.</param>
    public static BarChart Of(string name, IReadOnlyList<int> sizes, int? noise = null)
    {
        int[] clusters = noise is null ? [.. Enumerable.Range(0, sizes.Count)] : [.. Enumerable.Range(0, sizes.Count), -1];
        double[] rows = [.. clusters.Select(c => (double)(c < 0 ? noise!.Value : sizes[c]))];
        return new BarChart($"{name}_sizes", $"Cluster sizes of {name}", [.. clusters.Select(Wording.Cluster)], [new Series("rows", rows)])
        {
            CategoryAxis = "cluster",
            ValueAxis = "rows",
            Format = CellFormat.Count,
            CategoryClusters = clusters,
        };
    }
}
