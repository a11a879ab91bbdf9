using Runtime;
using Runtime.Numerics.Density;
using Runtime.Operators.Cluster;
using Tests.Fixtures;
using Tests.Laws;
using Tests.Look;

namespace Tests.Runtime.Density;

/// <summary>The finest clusters for every smallest size at once, and how long they persist.</summary>
public sealed class PersistenceTests
{
    /// <summary>
    /// From Prim's algorithm over all pairs in NumPy, edges of equal weight cut together, and the package fast_hdbscan's weights; on the
    /// penguins the same program gives the numbers of fast_hdbscan 0.3.2 to the digits of single precision.
    /// </summary>
    [Theory]
    [InlineData("blobs", new[] { 6, 9, 12, 101 }, new[] { 141.912705565, 219.939359638, 300, 0 }, 3)]
    [InlineData("mixture5", new[] { 6, 7, 9, 10, 14, 120, 121, 242 },
        new[] { 59.892757823, 173.082887665, 278.192076, 381.848967299, 477.969209305, 480.993223866, 481.999228098, 0 }, 2)]
    [InlineData("far", new[] { 6, 7, 11, 61 }, new[] { 24.642555579, 74.116876746, 114.121404853, 0 }, 2)]
    public void Totals_are_those_of_an_independent_program(string name, int[] sizes, double[] totals, int clusters)
    {
        var found = DensityTree.Of(Small.Read(name).Points(), 5, Work.Alone).Persistence(5);
        Assert.Equal(sizes, found.MinClusters);
        Assert.All(totals.Zip(found.Totals), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
        var highest = found.Peaks()[0];
        Assert.Equal((sizes[^2], clusters, totals[^2]), (highest.MinCluster, highest.Clusters, Math.Round(highest.Persistence, 9)));
    }

    [Fact]
    public void Towards_small_sizes_nothing_is_a_peak() =>
        Assert.Empty(DensityTree.Of(Small.Read("duplicates").Points(), 5, Work.Alone).Persistence(5).Peaks());

    [Theory, MemberData(nameof(Small.All), MemberType = typeof(Small))]
    public void At_every_size_they_are_the_leaves_of_the_tree_cut_there(string name)
    {
        var (points, work) = (Small.Read(name).Points(), Work.Alone);
        foreach (var samples in (int[])[1, 4, 12])
        {
            var tree = DensityTree.Of(points, samples, work);
            var found = tree.Persistence(3);
            DensityClustering Cut(int size) => tree.Extract(new(size, ClusterMethod.Leaf), work);
            for (var size = 3; size <= points.Rows / 2; size++)
            {
                var (layer, cut) = (found.LayerAt(size), Cut(size));
                Assert.Equal((cut.Clusters, cut.Sizes.Sum()), (layer.Clusters, (int)layer.Covered));
                if (layer.Last < points.Rows / 2 && layer.Clusters > 0) Assert.Equal(cut.Labels, Cut(layer.Last).Labels);
                if (layer.Clusters > 0) Assert.NotEqual(cut.Labels, Cut(layer.Last + 1).Labels);
            }
        }
    }

    [Fact]
    public void The_order_of_rows_and_the_units_change_no_total()
    {
        var points = Small.Read("moons").Points();
        int[] order = [.. Enumerable.Range(0, points.Rows).OrderBy(r => r * 37 % 101).ThenBy(r => r)];
        var found = DensityTree.Of(points, 5, Work.Alone).Persistence(5);
        var scaled = new Matrix([.. Enumerable.Range(0, points.Columns).Select(j => Array.ConvertAll(points.Column(j), x => 1024 * x))], points.Rows);
        Assert.Equal(found.Totals, DensityTree.Of(points.Take(order), 5, new Work(3)).Persistence(5).Totals);
        Assert.Equal(found.Totals, DensityTree.Of(scaled, 5, Work.Alone).Persistence(5).Totals);
    }

    [Fact]
    public void A_search_keeps_the_highest_peak_and_says_what_the_runner_up_would_change()
    {
        var study = Study.Of(Small.Read("moons").Points(), "x", "y");
        var ran = Ran.Of(new HdbscanSearch { Goal = DensityGoal.Persistence, MinSamples = [5] }, study);
        Assert.Contains(ran.Remarks, r => r.StartsWith("`min_cluster=51 min_samples=5 method=leaf` is kept: 2 clusters that cover 100.0 % of the rows; of two peaks", StringComparison.Ordinal));
        Assert.Contains(ran.Remarks, r => r.StartsWith("The runner-up, `min_cluster=16 min_samples=5 method=leaf`, would make 9 clusters", StringComparison.Ordinal));
        var alone = new Hdbscan { MinCluster = 51, MinSamples = 5, Method = ClusterMethod.Leaf }.Apply(study, OperatorExamples.Quiet);
        Assert.Equal(alone.Labelings.Last().Storage, ran.Study.Labelings.Last().Storage);
        Assert.Equal([5, 16, 51], ran.Cells("hdbscan_search_layers", "min_cluster"));
    }

    [Fact]
    public void Given_sizes_alone_are_tried_and_the_most_stable_clusters_are_refused()
    {
        var study = Study.Of(Small.Read("moons").Points(), "x", "y");
        var ran = Ran.Of(new HdbscanSearch { Goal = DensityGoal.Persistence, MinSamples = [5], MinCluster = [10, 47] }, study);
        Assert.Contains(ran.Remarks, r => r.Contains("of the 2 settings tried its clusters persist longest (300 rows in all)", StringComparison.Ordinal));
        Assert.Throws<Refusal>(() => new HdbscanSearch { Goal = DensityGoal.Persistence, Method = ClusterMethod.Eom }.Apply(study, OperatorExamples.Quiet));
    }
}
