using Runtime;
using Runtime.Numerics;
using Runtime.Numerics.Agreement;
using Runtime.Operators.Cluster;
using Runtime.Operators.Judge;
using Tests.Look;

namespace Tests.Runtime.Validity;

/// <summary>Clusters that come back when rows are drawn anew, and such that do not.</summary>
public sealed class StabilityTests
{
    [Fact]
    public void A_cluster_is_compared_with_what_is_most_like_it()
    {
        int[] a = [0, 0, 0, 0, 1, 1, 1, -1], b = [5, 5, 5, 2, 2, 2, -1, 2];
        Assert.Equal([new(0, 3.0 / 4), new(1, 2.0 / 5)], Recurrence.Of(Contingency.Of(a, b)));
        Assert.Equal([new(0, 0)], Recurrence.Of(Contingency.Of([0, 0], [-1, -1])));
    }

    [Fact]
    public void Clouds_apart_come_back_and_more_clusters_than_clouds_do_not()
    {
        var study = Clouds(600);
        var three = Ran.Of(new Stability { Of = "three" }, study.Then(new KMeans { K = 3, As = "three" }));
        Assert.All(three.Cells("stability_clusters", "jaccard"), j => Assert.Equal(1.0, (double)j!, 1e-12));
        Assert.Empty(three.Warnings);
        var many = Ran.Of(new Stability { Of = "many", As = "s" }, study.Then(new KMeans { K = 12, As = "many" }));
        var found = (StabilityFindings)many.Study.Models.Find("s")!;
        Assert.True(found.Unstable > 0);
        Assert.True(found.LeastJaccard < found.MeanJaccard);
        Assert.Contains("do not come back (below 0.60): 300 other rows would not show them.", many.Warnings.Single());
        Assert.Contains("unstable", many.Cells("s_clusters", "verdict"));
    }

    [Theory, InlineData(1), InlineData(3)]
    public void Each_row_tells_how_often_it_stayed_whatever_the_threads(int threads)
    {
        var study = Clouds(600).Then(new Hdbscan { MinCluster = 40, MinSamples = 10, As = "dense" });
        var step = new Stability { Of = "dense", ByRow = true, Runs = 12, As = "steady" };
        var (ran, again) = (Ran.Of(step, study, threads), Ran.Of(step, study, 2));
        Assert.Equal(again.Study.Column("steady").Content, ran.Study.Column("steady").Content);
        var steady = ((NumberColumn)ran.Study.Column("steady")).Storage;
        Assert.All(steady, s => Assert.True(double.IsNaN(s) || s is >= 0 and <= 1));
        Assert.True(steady.Where(s => !double.IsNaN(s)).Average() > 0.8);
        Assert.Contains(ran.Remarks, r => r.EndsWith("by `hdbscan min_cluster=20 min_samples=5`.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        var study = Clouds(300).Then(new KMeans { K = 5 });
        var turned = study.Take([.. Enumerable.Range(0, 300).Reverse()]);
        var step = new Stability { Of = "kmeans", Runs = 5 };
        Assert.Equal(Ran.Of(step, study).Study.Models.Find("stability")!.Content, Ran.Of(step, turned).Study.Models.Find("stability")!.Content);
    }

    [Fact]
    public void Counts_follow_the_share_of_rows_and_stop()
    {
        Assert.Equal(new Hdbscan { MinCluster = 50, MinSamples = 10 }, new Hdbscan { MinCluster = 100, MinSamples = 20 }.AtShare(0.5));
        Assert.Equal(new Hdbscan { MinCluster = 5, MinSamples = 2 }, new Hdbscan { MinCluster = 20, MinSamples = 2 }.AtShare(0.01));
        Assert.Equal(new Dbscan { Eps = 1, MinSamples = 5 }, new Dbscan { Eps = 1, MinSamples = 10 }.AtShare(0.5));
        Assert.Equal(new KMeans { K = 4 }, new KMeans { K = 4 }.AtShare(0.5));
        Assert.Equal(new Agglomerate { Height = 2 }, new Agglomerate { Height = 4 }.AtShare(0.25));
    }

    [Fact]
    public void What_cannot_be_done_again_is_refused_in_words()
    {
        var study = Clouds(60).With(new LabelColumn("given", [.. Enumerable.Range(0, 60).Select(i => i % 2)], 2));
        Assert.Contains("was not made by a clustering of this script", Refused(new Stability { Of = "given" }, study));
        Assert.Contains("has no cluster that could come back",
            Refused(new Stability { Of = "none" }, study.With(new LabelColumn("none", [.. Enumerable.Repeat(-1, 60)], 0))));
        var fitted = study.Then(new KMeans { K = 40 });
        Assert.Contains("`kmeans k=40` cannot be done with 30 rows. `k` is 40, but there are 30 rows.",
            Refused(new Stability { Of = "kmeans" }, fitted));
        var others = fitted.With(new Points("others", fitted.Current.Matrix, new ValueList<string>(["a", "b"])));
        Assert.Contains("and `others` has others", Refused(new Stability { Of = "kmeans" }, others));
    }

    static string Refused(Operator step, Study study) => Assert.Throws<Refusal>(() => Ran.Of(step, study)).Text;

    static Study Clouds(int rows)
    {
        var random = new RandomStream(23, rows);
        return Study.Of(Matrix.OfRows([.. Enumerable.Range(0, rows).Select(i => new[] { random.NextNormal() + i % 3 * 20, random.NextNormal() + i % 3 % 2 * 20 })]), "x", "y");
    }
}
