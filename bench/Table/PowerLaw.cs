namespace Bench;

/// <summary>How a cost grows: y = c·nᵉ, fitted by least squares on logarithms.</summary>
static class PowerLaw
{
    /// <summary>The exponent e of at least two points with different sizes; NaN of fewer.</summary>
    public static double Exponent(IReadOnlyList<double> sizes, IReadOnlyList<double> costs)
    {
        double[] x = [.. sizes.Select(n => Math.Log(n))], y = [.. costs.Select(c => Math.Log(c))];
        if (x.Distinct().Count() < 2) return double.NaN;
        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
    }

    /// <summary>What n will cost, by the last two measured sizes; at least as much as the last.</summary>
    public static double Predict(IReadOnlyList<double> sizes, IReadOnlyList<double> costs, double n)
    {
        if (sizes.Count < 2) return costs.Count == 0 ? 0 : costs[^1];
        return costs[^1] * Math.Pow(n / sizes[^1], Math.Max(0, LastExponent(sizes, costs)));
    }

    /// <summary>The exponent between the last two sizes, where what a start costs weighs least; NaN with fewer.</summary>
    public static double LastExponent(IReadOnlyList<double> sizes, IReadOnlyList<double> costs) =>
        Exponent([.. sizes.TakeLast(2)], [.. costs.TakeLast(2)]);
}
