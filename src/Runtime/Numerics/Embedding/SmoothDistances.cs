namespace Runtime.Numerics.Embedding;

/// <summary>
/// A point's own measure of distance: its nearest neighbour is at 0, and the unit is such that its neighbours count as log₂ k in all.
/// </summary>
/// <remarks>McInnes, Healy &amp; Melville 2018, arXiv:1802.03426, algorithm 3; the least unit is umap-learn's.</remarks>
/// <param name="Nearest">ρ: the distance of the nearest neighbour.</param>
/// <param name="Unit">
/// σ: Σ e^(−(d − ρ)/σ) over the neighbours is log₂ k within 10⁻⁵, where such a σ is above 10⁻³ of their mean distance.
/// </param>
readonly record struct SmoothDistances(double Nearest, double Unit)
{
    const int MostSteps = 64;
    const double Tolerance = 1e-5, LeastShare = 1e-3;

    /// <param name="distances">Of the k − 1 nearest other points, ascending; at least one.</param>
    public static SmoothDistances Of(ReadOnlySpan<double> distances)
    {
        var nearest = distances[0];
        var wanted = Logarithm.Of(distances.Length + 1) / Logarithm.Of(2);
        var (low, high, unit) = (0.0, double.PositiveInfinity, 1.0);
        var (sum, mean) = (0.0, 0.0);
        foreach (var distance in distances) mean += distance / distances.Length;
        // Whatever the units of the points: the search starts at their scale.
        if (mean > 0) unit = mean;
        for (var step = 0; step < MostSteps; step++)
        {
            sum = 0;
            foreach (var distance in distances) sum += Exponential.Of((nearest - distance) / unit);
            if (Math.Abs(sum - wanted) < Tolerance) break;
            if (sum > wanted) high = unit;
            else low = unit;
            unit = double.IsInfinity(high) ? 2 * unit : low + (high - low) / 2;
        }
        return new(nearest, Math.Max(unit, LeastShare * mean));
    }

    /// <summary>How near a distance counts as, 0 to 1.</summary>
    public double Nearness(double distance) => distance <= Nearest ? 1 : Exponential.Of((Nearest - distance) / Unit);
}
