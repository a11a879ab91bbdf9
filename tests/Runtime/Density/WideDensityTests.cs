using Runtime.Numerics;
using Runtime.Numerics.Density;

namespace Tests.Runtime.Density;

/// <summary>In many columns points are left out by products in single precision, but none that counts.</summary>
public sealed class WideDensityTests
{
    const int Rows = 1_100, Samples = 6;

    [Theory]
    [InlineData("anywhere", 8), InlineData("anywhere", 33), InlineData("a lattice", 9), InlineData("far from zero", 12), InlineData("one far away", 16)]
    [InlineData("clusters in noise", 20), InlineData("one column counts", 10), InlineData("small", 8), InlineData("large", 8), InlineData("near copies", 11)]
    public void Neighbours_tree_and_radius_are_those_of_all_pairs(string kind, int dimensions)
    {
        var rows = Drawn(kind, dimensions);
        var points = Matrix.OfRows(rows);
        Assert.NotNull(NearFilter.Of(KdTree.Of(DistinctPoints.Of(points, Work.Alone), Work.Alone, out _), Work.Alone));
        var tree = DensityTree.Of(points, Samples, new Work(2));
        var cores = BruteForce.Cores(rows, Samples);
        for (var row = 0; row < Rows; row++) Assert.Equal(1, Ratio(cores[row], tree.CoreDistance(row)), 1e-12);
        var (expected, weights) = (BruteForce.TreeWeights(rows, Samples), tree.Weights());
        for (var i = 0; i < weights.Length; i++) Assert.Equal(1, Ratio(expected[i], weights[i]), 1e-12);
        var radius = weights[weights.Length / 2];
        var near = RadiusClusters.Of(points, radius, Samples, Work.Alone);
        Assert.Equal(rows.Count(a => rows.Count(b => BruteForce.Distance(a, b) <= radius * (1 + 1e-12)) >= Samples), near.CoreRows);
    }

    static double Ratio(double expected, double found) => expected == found ? 1 : found / expected;

    static double[][] Drawn(string kind, int dimensions)
    {
        var random = new RandomStream(11, dimensions);
        return [.. Enumerable.Range(0, Rows).Select(row => Enumerable.Range(0, dimensions).Select(column => kind switch
        {
            "a lattice" => Math.Floor(3 * random.NextDouble()),
            "far from zero" => 1e9 + random.NextNormal(),
            "one far away" => row == 7 ? 1e5 : random.NextNormal(),
            "clusters in noise" => row % 5 == 0 ? 16 * random.NextDouble() - 8 : row % 4 * 3 + random.NextNormal() / 2,
            "one column counts" => column == 3 ? 1e4 * random.NextDouble() : 1e-3 * random.NextNormal(),
            "small" => 1e-140 * random.NextNormal(),
            "large" => 1e100 * random.NextNormal(),
            "near copies" => row % 50 + 1e-7 * random.NextNormal(),
            _ => random.NextNormal(),
        }).ToArray())];
    }
}
