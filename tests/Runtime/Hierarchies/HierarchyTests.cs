using Runtime;
using Runtime.Numerics;
using Runtime.Numerics.Density;
using Runtime.Numerics.Hierarchies;
using Runtime.Operators.Cluster;
using Tests.Fixtures;
using Tests.Laws;

namespace Tests.Runtime.Hierarchies;

public sealed class HierarchyTests
{
    public static TheoryData<Linkage, int, int> Cases
    {
        get
        {
            var all = new TheoryData<Linkage, int, int>();
            foreach (var link in Enum.GetValues<Linkage>())
                foreach (var (rows, matrix) in ((int, int)[])[(2, 5_000), (37, 5_000), (37, 1), (70, 9)]) all.Add(link, rows, matrix);
            return all;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Every_merge_is_that_of_the_definition(Linkage link, int count, int matrix)
    {
        var random = new RandomStream(5, count);
        double[][] rows = [.. Enumerable.Range(0, count).Select(i => new[] { random.NextNormal() * (1 + i % 3), random.NextNormal(), i % 4 + random.NextDouble() })];
        var tree = Built(rows, link, matrix);
        var naive = NaiveAgglomeration.Of(rows, link);
        for (var m = 0; m < naive.Count; m++)
        {
            Assert.Equal(naive[m].Height, tree.HeightTo(count - 1 - m), 1e-10 * (1 + naive[m].Height));
            var labels = tree.Cut(count - 1 - m, Work.Alone).Labels;
            Assert.All(naive[m].Clusters, c => Assert.Single(c.Select(r => labels[r]).Distinct()));
            Assert.Equal(naive[m].Clusters.Count, labels.Distinct().Count());
        }
        Assert.Equal(naive.Sum(m => m.Height), tree.SumOfHeights, 1e-9 * (1 + tree.SumOfHeights));
    }

    /// <summary>Rows that stand for several weigh as much.</summary>
    [Theory, InlineData(Linkage.Ward), InlineData(Linkage.Single), InlineData(Linkage.Complete), InlineData(Linkage.Average)]
    public void Equal_rows_merge_first_and_count(Linkage link)
    {
        var random = new RandomStream(7, 1);
        double[][] few = [.. Enumerable.Range(0, 20).Select(_ => new[] { random.NextNormal(), random.NextNormal() })];
        double[][] rows = [.. few.SelectMany((r, i) => Enumerable.Repeat(r, 1 + i % 3))];
        var tree = Built(rows, link, 4);
        var naive = NaiveAgglomeration.Of(rows, link);
        Assert.Equal(20, tree.DistinctRows);
        Assert.All(naive.Take(rows.Length - 20), m => Assert.Equal(0, m.Height, 1e-12));
        for (var c = 1; c < 20; c++) Assert.Equal(naive[^c].Height, tree.HeightTo(c), 1e-10);
        Assert.Equal(naive.Sum(m => m.Height), tree.SumOfHeights, 1e-9);
    }

    /// <summary>Points whose gaps grow merge one at a time, in as many rounds; a grid has nothing but ties.</summary>
    [Theory, InlineData(Linkage.Ward), InlineData(Linkage.Complete), InlineData(Linkage.Average)]
    public void Chains_and_grids_come_to_an_end(Linkage link)
    {
        double[][] chain = [.. Enumerable.Range(0, 600).Select(i => new[] { i * (double)i })];
        double[][] grid = [.. from x in Enumerable.Range(0, 25) from y in Enumerable.Range(0, 25) select new double[] { x, y }];
        foreach (var rows in new[] { chain, grid })
        {
            var tree = Built(rows, link, 10);
            Assert.Equal(rows.Length, tree.DistinctRows);
            var heights = Enumerable.Range(1, rows.Length - 1).Select(tree.HeightTo).ToArray();
            Assert.Equal(heights.OrderDescending(), heights);
            Assert.Equal(1, tree.HeightTo(rows.Length - 1), 1e-12);
        }
    }

    [Fact]
    public void A_cut_at_a_height_does_the_merges_up_to_it()
    {
        var tree = Built([[0], [1], [3], [3.5], [10]], Linkage.Single, 5_000);
        Assert.Equal([5, 4, 3, 2, 2, 1], new[] { 0.4, 0.5, 1, 2, 6.4, 6.5 }.Select(tree.ClustersAt));
    }

    [Fact]
    public void On_all_rows_the_cophenetic_correlation_is_that_of_all_pairs()
    {
        double[][] rows = [[0], [1], [3], [3.5], [10]];
        var tree = Built(rows, Linkage.Single, 5_000);
        double[] distances = [1, 3, 3.5, 10, 2, 2.5, 9, 0.5, 7, 6.5], heights = [1, 2, 2, 6.5, 2, 2, 6.5, 0.5, 6.5, 6.5];
        Assert.Equal(MathNet.Numerics.Statistics.Correlation.Pearson(distances, heights), tree.Cophenetic, 1e-12);
    }

    /// <summary>Heights of scipy; where pairs are equally near, only single linkage does not depend on which merges first.</summary>
    [Theory, MemberData(nameof(Small.All), MemberType = typeof(Small))]
    public void Heights_are_those_of_scipy(string name)
    {
        var set = Small.Read(name);
        foreach (var link in Enum.GetValues<Linkage>())
        {
            if (name is "grid" or "duplicates" && link != Linkage.Single) continue;
            var theirs = set.GetProperty("agglomerative").GetProperty(link.ToString().ToLowerInvariant()).GetProperty("heights").Numbers();
            var tree = Hierarchy.Of(PlacedPoints.Of(set.Points(), Work.Alone), link, 50, Work.Alone);
            for (var c = 1; c < tree.DistinctRows; c++) Assert.Equal(theirs[^c], tree.HeightTo(c), 1e-9 * (1 + theirs[^c]));
        }
    }

    [Fact]
    public void The_same_points_are_merged_once()
    {
        var points = Small.Read("blobs").Points();
        Assert.Same(Hierarchy.Of(points, Linkage.Ward, Work.Alone), Hierarchy.Of(points, Linkage.Ward, Work.Alone));
        Assert.NotSame(Hierarchy.Of(points, Linkage.Ward, Work.Alone), Hierarchy.Of(points, Linkage.Average, Work.Alone));
    }

    [Fact]
    public void What_all_pairs_would_cost_is_said_before()
    {
        Hierarchy.DemandTime(1_200_000, 5, Linkage.Average);
        Hierarchy.DemandTime(1_000_000_000, 5, Linkage.Ward);
        var refused = Assert.Throws<NumericsException>(() => Hierarchy.DemandTime(4_000_000, 5, Linkage.Complete));
        Assert.StartsWith("`link=complete` measures all pairs of rows: 8.0e+12 distances", refused.Message);
        Assert.Contains("`link=ward`", refused.Advice);
    }

    [Fact]
    public void Both_cuts_at_once_or_too_many_clusters_are_refused()
    {
        var points = Study.Of(Small.Read("blobs").Points(), "x", "y");
        Assert.Contains("not both", Assert.Throws<Refusal>(() => new Agglomerate { K = 2, Height = 1 }.Apply(points, OperatorExamples.Quiet)).Text);
        var equal = Study.Of(new Matrix([[1, 1, 2]], 3), "x");
        Assert.Contains("only 2 rows that differ", Assert.Throws<Refusal>(() => new Agglomerate { K = 3 }.Apply(equal, OperatorExamples.Quiet)).Text);
    }

    static Hierarchy Built(double[][] rows, Linkage link, int matrix) =>
        Hierarchy.Of(PlacedPoints.Of(Matrix.OfRows(rows), Work.Alone), link, matrix, new Work(2));
}
