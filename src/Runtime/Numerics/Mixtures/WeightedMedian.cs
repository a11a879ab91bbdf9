namespace Runtime.Numerics.Mixtures;

/// <summary>The value that half of the weight lies at or below.</summary>
static class WeightedMedian
{
    public static double Of(double[] values, double[] weights)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var (below, half) = (0.0, weights.Sum() / 2);
        foreach (var i in order) if ((below += weights[i]) >= half) return values[i];
        return values[order[^1]];
    }
}
