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

    /// <summary>What n will cost, from the last two measured sizes; with one alone, as if the cost grew as n^<paramref name="guess"/>.</summary>
    public static double Predict(IReadOnlyList<double> sizes, IReadOnlyList<double> costs, double n, double guess)
    {
        if (sizes.Count == 0) return 0;
        var exponent = sizes.Count == 1 ? guess : Math.Max(1, Exponent([.. sizes.TakeLast(2)], [.. costs.TakeLast(2)]));
        return costs[^1] * Math.Pow(n / sizes[^1], exponent);
    }
}
