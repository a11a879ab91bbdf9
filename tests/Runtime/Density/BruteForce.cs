namespace Tests.Runtime.Density;

/// <summary>Mutual reachability by the definition, all pairs.</summary>
static class BruteForce
{
    public static double[][] Rows(Matrix points) =>
        [.. Enumerable.Range(0, points.Rows).Select(i => Enumerable.Range(0, points.Columns).Select(j => points[i, j]).ToArray())];

    /// <summary>The distance of every row to its k-th other row.</summary>
    public static double[] Cores(double[][] rows, int k) =>
        [.. rows.Select((a, i) => rows.Where((_, j) => j != i).Select(b => Distance(a, b)).Order().ElementAtOrDefault(k - 1))];

    public static double Distance(double[] a, double[] b)
    {
        var square = 0.0;
        for (var j = 0; j < a.Length; j++) square += (a[j] - b[j]) * (a[j] - b[j]);
        return Math.Sqrt(square);
    }

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
}
