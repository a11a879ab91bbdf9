namespace Tests.Runtime.Validity;

/// <summary>Scores by their definitions, all pairs at once.</summary>
static class NaiveScores
{
    public static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());

    public static double[] Silhouettes(double[][] rows, int[] labels)
    {
        var groups = labels.Where(l => l >= 0).Distinct().ToArray();
        return [.. rows.Select((row, i) =>
        {
            if (labels[i] < 0) return double.NaN;
            double Mean(int group) => rows.Where((_, j) => j != i && labels[j] == group).Select(r => Distance(r, row)).DefaultIfEmpty(double.NaN).Average();
            var (own, other) = (Mean(labels[i]), groups.Where(g => g != labels[i]).Min(Mean));
            return double.IsNaN(own) || Math.Max(own, other) == 0 ? 0 : (other - own) / Math.Max(own, other);
        })];
    }

    public static (double Separation, double Diameter) Dunn(double[][] rows, int[] labels)
    {
        var pairs = (from i in Enumerable.Range(0, rows.Length) from j in Enumerable.Range(0, i) where labels[i] >= 0 && labels[j] >= 0 select (i, j)).ToArray();
        return (pairs.Where(p => labels[p.i] != labels[p.j]).Min(p => Distance(rows[p.i], rows[p.j])),
            pairs.Where(p => labels[p.i] == labels[p.j]).Select(p => Distance(rows[p.i], rows[p.j])).DefaultIfEmpty(0).Max());
    }

    /// <summary>The paper's formula on rows that differ: spanning trees by sorted edges (reach, distance, numbers of the rows).</summary>
    public static double Dbcv(double[][] rows, int[] labels)
    {
        var d = rows[0].Length;
        var groups = labels.Where(l => l >= 0).Distinct().Order().Select(g => rows.Where((_, i) => labels[i] == g).OrderBy(r => r[0]).ThenBy(r => r[^1]).ToArray()).ToArray();
        var cores = groups.Select(g => g.Select(r => Core(r, g, d)).ToArray()).ToArray();
        var trees = groups.Select((g, i) => Tree(g, cores[i])).ToArray();
        var inner = trees.Select((t, i) => Inner(t, groups[i].Length)).ToArray();
        var value = 0.0;
        for (var a = 0; a < groups.Length; a++)
        {
            var edges = trees[a].Where(e => inner[a].Contains(e.From) && inner[a].Contains(e.To)).Select(e => e.Reach).ToArray();
            if (edges.Length == 0) edges = [.. trees[a].Select(e => e.Reach)];
            var sparse = edges.DefaultIfEmpty(0).Max();
            var apart = Enumerable.Range(0, groups.Length).Where(b => b != a).SelectMany(b => from i in inner[a] from j in inner[b] select Math.Max(Math.Max(cores[a][i], cores[b][j]), Distance(groups[a][i], groups[b][j]))).Min();
            value += groups[a].Length / (double)rows.Length * (apart - sparse) / Math.Max(apart, sparse);
        }
        return value;
    }

    static double Core(double[] row, double[][] group, int d) => group.Length == 1 ? 0
        : Math.Pow(group.Select(r => Distance(r, row)).Where(x => x > 0).Sum(x => Math.Pow(1 / x, d)) / (group.Length - 1), -1.0 / d);

    static List<(int From, int To, double Reach)> Tree(double[][] rows, double[] cores)
    {
        var set = Enumerable.Range(0, rows.Length).ToArray();
        var tree = new List<(int, int, double)>();
        var edges = from i in Enumerable.Range(0, rows.Length) from j in Enumerable.Range(0, i) let apart = Distance(rows[i], rows[j]) select (Reach: Math.Max(apart, Math.Max(cores[i], cores[j])), apart, j, i);
        foreach (var (reach, _, a, b) in edges.Order())
        {
            if (set[a] == set[b]) continue;
            var (from, to) = (set[a], set[b]);
            for (var s = 0; s < set.Length; s++) if (set[s] == from) set[s] = to;
            tree.Add((a, b, reach));
        }
        return tree;
    }

    static int[] Inner(List<(int From, int To, double Reach)> tree, int rows)
    {
        int[] inner = [.. Enumerable.Range(0, rows).Where(r => tree.Count(e => e.From == r || e.To == r) > 1)];
        return inner.Length > 0 ? inner : [.. Enumerable.Range(0, rows)];
    }
}
