namespace Runtime.Numerics.Density;

/// <summary>GLOSH of the points of a condensed tree.</summary>
sealed class OutlierScores
{
    public OutlierScores(CondensedTree tree)
    {
        var (lambdas, last) = (tree.LambdaOfPoint, new double[tree.Clusters]);
        for (var point = 0; point < lambdas.Length; point++)
        {
            ref var latest = ref last[tree.ClusterOfPoint[point]];
            // Rows that never part say nothing of how dense the others are.
            if (double.IsFinite(lambdas[point])) latest = Math.Max(latest, lambdas[point]);
        }
        for (var c = tree.Clusters - 1; c > 0; c--) last[tree.Parent(c)] = Math.Max(last[tree.Parent(c)], Math.Max(last[c], tree.Birth(c)));
        Of = [.. lambdas.Select((l, p) => Score(l, last[tree.ClusterOfPoint[p]]))];
    }

    /// <summary>A number a point.</summary>
    public double[] Of { get; }

    static double Score(double lambda, double last) => last == 0 || !double.IsFinite(lambda) ? 0 : (last - lambda) / last;
}
