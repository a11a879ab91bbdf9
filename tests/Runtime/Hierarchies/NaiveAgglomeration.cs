using Runtime.Numerics.Hierarchies;

namespace Tests.Runtime.Hierarchies;

/// <summary>Agglomeration by its definition: all distances between all clusters from their rows, the least pair merges. O(n⁴).</summary>
static class NaiveAgglomeration
{
    /// <summary>The heights of the merges in order, and the clusters that each leaves: lists of rows.</summary>
    public static List<(double Height, List<List<int>> Clusters)> Of(double[][] rows, Linkage link)
    {
        var clusters = Enumerable.Range(0, rows.Length).Select(r => new List<int> { r }).ToList();
        var merges = new List<(double, List<List<int>>)>();
        while (clusters.Count > 1)
        {
            var (height, i, j) = (from a in Enumerable.Range(0, clusters.Count) from b in Enumerable.Range(0, a) select (Distance(rows, clusters[a], clusters[b], link), b, a)).Min();
            clusters = [.. clusters.Where((_, c) => c != i && c != j), [.. clusters[i], .. clusters[j]]];
            merges.Add((height, clusters));
        }
        return merges;
    }

    static double Distance(double[][] rows, List<int> a, List<int> b, Linkage link)
    {
        var between = a.SelectMany(i => b.Select(j => Between(rows[i], rows[j])));
        return link switch
        {
            Linkage.Single => between.Min(),
            Linkage.Complete => between.Max(),
            Linkage.Average => between.Average(),
            _ => Math.Sqrt(2.0 * a.Count * b.Count / (a.Count + b.Count)) * Between(Mean(rows, a), Mean(rows, b)),
        };
    }

    static double[] Mean(double[][] rows, List<int> some) => [.. rows[0].Select((_, j) => some.Average(r => rows[r][j]))];

    static double Between(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
}
