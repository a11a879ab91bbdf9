using Runtime;
using Runtime.Numerics;
using Runtime.Numerics.Agreement;
using Runtime.Numerics.Density;
using Runtime.Operators.Cluster;
using Runtime.Operators.Judge;
using Tests.Fixtures;
using Tests.Laws;
using Tests.Look;

namespace Tests.Runtime.Density;

/// <summary>Clusterings by a radius, searches over settings, and labelings side by side.</summary>
public sealed class SearchTests
{
    [Theory, MemberData(nameof(Small.All), MemberType = typeof(Small))]
    public void Clusters_by_a_radius_are_those_of_scikit_learn(string name)
    {
        var (set, points) = (Small.Read(name).GetProperty("dbscan"), Small.Read(name).Points());
        var (eps, samples, theirs) = (set.GetProperty("eps").GetDouble(), set.GetProperty("min_samples").GetInt32(), set.GetProperty("labels").Integers());
        var found = RadiusClusters.Of(points, eps, samples, new Work(2));
        var ours = found.Label(points, Work.Alone);
        Assert.Equal(theirs.Max() + 1, found.Count);
        Assert.Equal(theirs.Select(l => l < 0), ours.Select(l => l < 0));
        // A border row within reach of two clusters is in that which came first there; core rows are where they are.
        int[] rows = [.. Enumerable.Range(0, points.Rows)];
        double Square(int a, int b) => Enumerable.Range(0, points.Columns).Sum(j => (points[a, j] - points[b, j]) * (points[a, j] - points[b, j]));
        int[] cores = [.. rows.Where(r => rows.Count(o => Square(r, o) <= eps * eps) >= samples)];
        Assert.Equal(cores.Length, found.CoreRows);
        Assert.Equal(1, AgreementMetric.Of("ari", Array.ConvertAll(cores, r => theirs[r]), Array.ConvertAll(cores, r => ours[r])), 1e-12);
        Assert.Equal(ours, RadiusClusters.Of(points, eps, samples, Work.Alone).Label(points, new Work(3)));
    }

    [Fact]
    public void Rows_that_are_not_dense_are_noise_and_other_rows_join_the_nearest()
    {
        var points = Matrix.OfRows([[0], [1], [2], [3], [10], [11], [4.6]]);
        var found = RadiusClusters.Of(points, 1.5, 3, Work.Alone);
        Assert.Equal([0, 0, 0, 0, -1, -1, -1], found.Label(points, Work.Alone));
        Assert.Equal(2, found.CoreRows);
        Assert.Equal([0, -1], found.Label(Matrix.OfRows([[3.4], [3.6]]), Work.Alone));
    }

    /// <summary>Two clusters whose rows are 1 and 2 apart, and which part at 5 by a row of noise.</summary>
    [Fact]
    public void Validity_holds_where_rows_leave_a_cluster_against_where_it_splits_off()
    {
        var points = Matrix.OfRows([[0], [1], [2], [7], [12], [14], [16]]);
        var tree = DensityTree.Of(points, 1, Work.Alone);
        Assert.Equal((3 * (1 - 1 / 5.0) + 3 * (1 - 2 / 5.0)) / 7, tree.Validity(tree.Extract(new Extraction(3), Work.Alone).Flat), 1e-12);
        Assert.Equal(0, tree.Validity(tree.Extract(new Extraction(5), Work.Alone).Flat));
    }

    [Fact]
    public void A_search_keeps_the_setting_that_serves_its_goal_and_says_why()
    {
        var study = Clouds(900);
        var step = new HdbscanSearch { MinCluster = [10, 30, 60], MinSamples = [5, 10] };
        var ran = Ran.Of(step, study);
        Assert.Equal(6, ran.Sheet("hdbscan_search_grid").Rows);
        var kept = Enumerable.Range(0, 6).Single(i => (string?)ran.Cells("hdbscan_search_grid", "kept")[i] == "kept");
        var validity = ran.Cells("hdbscan_search_grid", "validity").Cast<double>().ToArray();
        Assert.Equal(validity.Max(), validity[kept]);
        Assert.Contains(ran.Remarks, r => r.Contains("is kept: 3 clusters that cover", StringComparison.Ordinal));
        Assert.Contains(ran.Remarks, r => r.StartsWith("The runner-up, ", StringComparison.Ordinal));
        var alone = new Hdbscan { MinCluster = (int)ran.Cells("hdbscan_search_grid", "min_cluster")[kept]!, MinSamples = (int)ran.Cells("hdbscan_search_grid", "min_samples")[kept]! };
        Assert.Equal(alone.Apply(study, OperatorExamples.Quiet).Labelings.Last().Storage, ran.Study.Labelings.Last().Storage);
    }

    [Theory, InlineData(0.5, true), InlineData(0.999, false)]
    public void A_coverage_is_reached_or_said_not_to_be(double coverage, bool isMet)
    {
        var ran = Ran.Of(new HdbscanSearch { MinCluster = [10, 60], MinSamples = [5, 20], Goal = DensityGoal.Coverage, Coverage = coverage }, WithFarRow(Clouds(900)));
        Assert.Equal(isMet, !ran.Warnings.Any(w => w.StartsWith("No setting covers", StringComparison.Ordinal)));
        if (isMet) Assert.Contains(ran.Remarks, r => r.Contains("that cover 50.0 % its clusters are the most valid", StringComparison.Ordinal));
        Assert.Throws<Refusal>(() => new HdbscanSearch { Coverage = 0.5 }.Apply(Clouds(50), OperatorExamples.Quiet));
    }

    [Theory, InlineData(KMeansGoal.Silhouette), InlineData(KMeansGoal.CalinskiHarabasz), InlineData(KMeansGoal.Gap)]
    public void Three_clouds_are_three_clusters_by_every_goal(KMeansGoal goal)
    {
        var study = Clouds(600);
        var ran = Ran.Of(new KMeansSearch { K = new(1, 6), Goal = goal }, study);
        Assert.Equal(3, ran.Study.Labelings.Last().Clusters);
        Assert.Null(ran.Cells("kmeans_search_by_k", "silhouette")[0]);
        Assert.Contains(ran.Remarks, r => r.StartsWith("`k=3` is kept by", StringComparison.Ordinal));
    }

    [Fact]
    public void Labelings_are_matched_with_splits_merges_and_rows()
    {
        int[] a = [0, 0, 0, 0, 0, 0, 1, 1, 2, 2], b = [1, 1, 1, 0, 0, 0, 2, 2, 2, 2];
        double[] x = [1, 2, 1, 9, 8, 9, 1, 2, 9, 8];
        var study = Study.Of(new Matrix([x], 10), "x").With(new LabelColumn("a", a, 3)).With(new LabelColumn("b", b, 3));
        var ran = Ran.Of(new MatchLabelings { A = "a", B = "b" }, study);
        Assert.Contains("`a` 0 is split in `b`: 0 (50.0 %) and 1 (50.0 %).", ran.Remarks);
        Assert.Contains("`b` 2 merges some of `a`: 1 (50.0 %) and 2 (50.0 %).", ran.Remarks);
        var same = ((NumberColumn)ran.Study.Column("match")).Storage;
        Assert.Equal(5, same.Sum());
        Assert.Equal(0.5, ran.Results.OfType<Metric>().Single(m => m.Name == "agreement").Value);
        Assert.Equal(2, ran.Sheet("match_clusters").Rows);
        Assert.Equal([0.5, 0.5], ran.Cells("match_clusters", "jaccard"));
        Assert.Equal(1, ran.Sheet("match_disagreement").Rows);
    }

    [Fact]
    public void Equal_labelings_agree_on_all_rows()
    {
        var study = Clouds(60).With(new LabelColumn("a", [.. Enumerable.Range(0, 60).Select(i => i % 3 - 1)], 2)).With(new LabelColumn("b", [.. Enumerable.Range(0, 60).Select(i => i % 3 - 1)], 2));
        var ran = Ran.Of(new MatchLabelings { A = "a", B = "b" }, study);
        Assert.All(((NumberColumn)ran.Study.Column("match")).Storage, s => Assert.Equal(1, s));
        Assert.DoesNotContain(ran.Results, r => r is Sheet { Name: "match_disagreement" });
    }

    static Study WithFarRow(Study study)
    {
        var points = study.Current.Matrix;
        return Study.Of(new Matrix([[.. points[0], 1_000], [.. points[1], 1_000]], points.Rows + 1), "x", "y");
    }

    static Study Clouds(int rows)
    {
        var random = new RandomStream(19, rows);
        return Study.Of(Matrix.OfRows([.. Enumerable.Range(0, rows).Select(i => new[] { random.NextNormal() + i % 3 * 9, random.NextNormal() + i % 3 % 2 * 9 })]), "x", "y");
    }
}
