using Runtime.Numerics.Density;

namespace Tests.Runtime.Density;

/// <summary>
/// HDBSCAN* by the definition: at every distance the rows that are connected by shorter edges, all pairs looked at; no spanning tree,
/// no order of edges, equal rows row by row.
/// </summary>
sealed class NaryClusters
{
    readonly double[][] reach;
    readonly double[] levels;
    readonly Extraction wanted;
    readonly List<(int[] Rows, double Stability)> chosen = [];

    public NaryClusters(double[][] rows, int samples, Extraction wanted)
    {
        this.wanted = wanted;
        var cores = BruteForce.Cores(rows, Math.Min(samples, rows.Length - 1));
        reach = [.. rows.Select((a, i) => rows.Select((b, j) => Math.Max(BruteForce.Distance(a, b), Math.Max(cores[i], cores[j]))).ToArray())];
        levels = Levels();
        chosen.AddRange(Best([.. Enumerable.Range(0, rows.Length)], 0, isRoot: true).Chosen);
        Labels = Enumerable.Repeat(-1, rows.Length).ToArray();
        for (var c = 0; c < chosen.Count; c++) foreach (var row in chosen[c].Rows) Labels[row] = c;
    }

    public int[] Labels { get; }

    public double[] Stabilities => [.. chosen.Select(c => c.Stability)];

    /// <summary>The distances there are, ascending; those that rounding alone tells apart are one.</summary>
    double[] Levels()
    {
        var levels = new List<double>();
        foreach (var d in reach.SelectMany((row, i) => row.Where((_, j) => j != i)).Order())
            if (levels.Count == 0 || d > levels[^1] * (1 + 1e-12)) levels.Add(d);
        return [.. levels];
    }

    /// <summary>A cluster from its birth on: its own stability against the best choice of clusters below it.</summary>
    (double Stability, List<(int[], double)> Chosen) Best(int[] rows, double birth, bool isRoot)
    {
        var (stability, below, chosenBelow) = (0.0, 0.0, new List<(int[], double)>());
        var own = rows;
        while (Falls(own) is var (parts, lambda))
        {
            var large = parts.Where(p => p.Length >= wanted.MinCluster).ToArray();
            var leaving = own.Length - large.Sum(p => p.Length);
            if (lambda > birth) stability += (lambda - birth) * (large.Length > 1 ? own.Length : leaving);
            if (large.Length == 1)
            {
                own = large[0];
                continue;
            }
            foreach (var part in large.Length > 1 ? large : [])
            {
                var (best, taken) = Best(part, lambda, isRoot: false);
                below += best;
                chosenBelow.AddRange(taken);
            }
            break;
        }
        var isLeaf = below == 0 && chosenBelow.Count == 0;
        if (isRoot) return (below, chosenBelow);
        return (wanted.Method == ClusterMethod.Leaf ? isLeaf : below <= stability * (1 + 1e-10)) ? (stability, [(rows, stability)]) : (below, chosenBelow);
    }

    /// <summary>Where some rows part, and into what.</summary>
    (int[][] Parts, double Lambda)? Falls(int[] rows)
    {
        if (rows.Length < 2) return null;
        for (var level = levels.Length - 1; level >= 0; level--)
        {
            var parts = Components(rows, levels[level]);
            if (parts.Length > 1) return (parts, levels[level] > 0 ? 1 / levels[level] : double.PositiveInfinity);
        }
        return null;
    }

    /// <summary>What shorter edges than a level connect.</summary>
    int[][] Components(int[] rows, double level)
    {
        var sets = new DisjointSets(reach.Length);
        foreach (var i in rows) foreach (var j in rows) if (i != j && reach[i][j] < level) sets.Join(i, j);
        return [.. rows.GroupBy(sets.Find).Select(g => g.ToArray())];
    }
}
