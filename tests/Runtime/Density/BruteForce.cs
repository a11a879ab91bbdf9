using Runtime.Numerics.Density;

namespace Tests.Runtime.Density;

/// <summary>Mutual reachability by the definition, all pairs.</summary>
static class BruteForce
{
    public static double[][] Rows(Matrix points) =>
        [.. Enumerable.Range(0, points.Rows).Select(i => Enumerable.Range(0, points.Columns).Select(j => points[i, j]).ToArray())];

    /// <summary>The distance of every row to its k-th other row.</summary>
    public static double[] Cores(double[][] rows, int k) =>
        [.. rows.Select((a, i) => rows.Where((_, j) => j != i).Select(b => Distance(a, b)).Order().ElementAtOrDefault(k - 1))];

    public static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());

    /// <summary>The weights of Prim's spanning tree, ascending.</summary>
    public static double[] TreeWeights(double[][] rows, int samples)
    {
        var cores = Cores(rows, samples);
        var best = Enumerable.Repeat(double.PositiveInfinity, rows.Length).ToArray();
        var done = new bool[rows.Length];
        var weights = new List<double>();
        for (var (step, at) = (1, 0); step < rows.Length; step++)
        {
            done[at] = true;
            for (var i = 0; i < rows.Length; i++)
                if (!done[i]) best[i] = Math.Min(best[i], Math.Max(Distance(rows[at], rows[i]), Math.Max(cores[at], cores[i])));
            at = Enumerable.Range(0, rows.Length).Where(i => !done[i]).MinBy(i => best[i]);
            weights.Add(best[at]);
        }
        weights.Sort();
        return [.. weights];
    }

    /// <summary>
    /// Clusters of the rows when edges that weigh the same are taken in the given order: by the
    /// <paramref name="ranks"/> of their kind under the labels <paramref name="prefer"/>. Weights that differ by rounding alone count as the same.
    /// </summary>
    public static DensityClustering Clusters(double[][] rows, int samples, Extraction wanted, int[] prefer, int[] ranks)
    {
        var cores = Cores(rows, samples);
        var edges = new List<(double Weight, int A, int B)>();
        for (var a = 0; a < rows.Length; a++)
            for (var b = 0; b < a; b++) edges.Add((Math.Max(Distance(rows[a], rows[b]), Math.Max(cores[a], cores[b])), a, b));
        edges.Sort();
        for (var i = 1; i < edges.Count; i++)
            if (edges[i].Weight - edges[i - 1].Weight < 1e-12) edges[i] = edges[i] with { Weight = edges[i - 1].Weight };
        var tree = new SpanningTree(rows.Length);
        var sets = new DisjointSets(rows.Length);
        foreach (var (weight, a, b) in edges.OrderBy(e => e.Weight).ThenBy(e => ranks[Kind(prefer[e.A], prefer[e.B])]))
            if (sets.Join(a, b)) tree.Add(a, b, weight * weight, 0);
        var linkage = SingleLinkage.Of(tree, [.. rows.Select(_ => 1)], Work.Alone);
        var flat = new FlatClusters(new CondensedTree(linkage, cores, wanted.MinCluster), wanted, linkage);
        return DensityClustering.Of(flat, rows.Length, [.. Enumerable.Range(0, rows.Length)], Work.Alone);
    }

    /// <summary>Of an edge: within a cluster, within the noise, from a cluster to the noise, between clusters.</summary>
    static int Kind(int a, int b) => a == b ? a < 0 ? 1 : 0 : a < 0 || b < 0 ? 2 : 3;
}
