using CsCheck;
using Runtime;
using Runtime.Charts;
using Runtime.Numerics;
using Runtime.Numerics.Density;
using Runtime.Operators.Cluster;
using Tests.Look;

namespace Tests.Runtime.Density;

public sealed class NeighbourCurveTests
{
    [Fact]
    public void Distances_of_few_rows_are_those_of_brute_force() =>
        Gen.Select(Gen.Double[-1, 1].Select(v => Math.Round(v, 1)).Array[2].Array[2, 120], Gen.Int[1, 20]).Sample((rows, k) =>
        {
            var found = NeighborDistances.Of(PlacedPoints.Of(Matrix.OfRows(rows), Work.Alone), k, Work.Alone).Distances;
            var expected = BruteForce.Cores(rows, Math.Min(k, rows.Length - 1)).Order().ToArray();
            Assert.Equal(expected.Length, found.Length);
            Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        }, iter: 60);

    [Fact]
    public void A_sample_of_many_rows_has_the_quantiles_of_all()
    {
        var random = new RandomStream(11);
        var points = Matrix.OfRows([.. Enumerable.Range(0, 100_000).Select(_ => new[] { random.NextNormal(), random.NextNormal() })]);
        var placed = PlacedPoints.Of(points, Work.Alone);
        var sample = NeighborDistances.Of(placed, 4, Work.Alone).Distances;
        Assert.InRange(sample.Length, 10_000, 40_000);
        Assert.Equal(sample, NeighborDistances.Of(placed, 4, new Work(3)).Distances);
        var all = new NearestNeighbors(placed.Tree, 4, Work.Alone).Find().CoreSquares.Span[..placed.Tree.Count].ToArray();
        Array.Sort(all);
        foreach (var (share, near) in new[] { (0.1, 0.03), (0.5, 0.03), (0.9, 0.03), (0.99, 0.1) })
            Assert.InRange(sample[(int)(share * sample.Length)] / Math.Sqrt(all[(int)(share * all.Length)]), 1 - near, 1 + near);
    }

    [Fact]
    public void The_knee_is_where_a_bent_line_bends()
    {
        Assert.Equal(80, new NeighborDistances([.. Enumerable.Range(0, 101).Select(i => i <= 80 ? i : 80 + 10.0 * (i - 80))]).Knee());
        Assert.Equal(-1, new NeighborDistances([.. Enumerable.Repeat(2.0, 50)]).Knee());
        Assert.Equal(-1, new NeighborDistances([1, 2]).Knee());
    }

    [Fact]
    public void Dbscan_draws_the_curve_with_its_radius()
    {
        var line = Study.Of(Matrix.OfRows([.. Enumerable.Range(0, 40).Select(i => new[] { i < 30 ? i : 10.0 * i })]), "x");
        var figure = Ran.Of(new Dbscan { Eps = 1.5, MinSamples = 3, As = "dense" }, line).Figure("dense_neighbours");
        Assert.Contains(figure.Marks<RuleMark>(), rule => rule.Y == 1.5);
        // The ends of both lines have their second neighbour two steps away, and so have the ten apart ten steps or more.
        Assert.StartsWith("The line is `eps=1.5`: 30.0 % of the rows", figure.Note);
        var alone = Ran.Of(new Dbscan { Eps = 1.5, MinSamples = 1, As = "dense" }, line);
        Assert.DoesNotContain(alone.Results.OfType<Figure>(), f => f.Name == "dense_neighbours");
    }
}
