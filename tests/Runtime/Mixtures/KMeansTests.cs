using Runtime;
using Runtime.Numerics;
using Tests.Fixtures;

namespace Tests.Runtime.Mixtures;

public class KMeansTests
{
    [Theory, MemberData(nameof(Small.All), MemberType = typeof(Small))]
    public void From_the_same_start_as_scikit_learn_it_ends_in_the_same_place(string name)
    {
        var set = Small.Read(name);
        if (!set.TryGetProperty("kmeans", out var expected)) return;
        var fit = KMeansFit.From(set.Points(), set.GetProperty("kmeans_start").Rows(), 300, 0, Work.Alone);

        var inertia = expected.GetProperty("inertia").GetDouble();
        Assert.Equal(0, (fit.Inertia - inertia) / inertia, 1e-9);
        var labels = expected.GetProperty("labels").Integers();
        var centres = expected.GetProperty("centers").Rows();
        for (var row = 0; row < labels.Length; row++)
        {
            var centre = centres[labels[row]];
            for (var j = 0; j < centre.Length; j++) Assert.Equal(centre[j], fit.Centres[fit.Labels[row]][j], 1e-9 * Math.Max(1, Math.Abs(centre[j])));
        }
    }

    [Fact]
    public void Threads_and_the_order_of_rows_do_not_matter()
    {
        var points = Blobs.Three(20_000, 3);
        var one = KMeansFit.Of(points, 3, 2, 300, 1e-4, 7, new Work(1));
        Assert.InRange(one.SampleIterations, 2, 50);
        var two = KMeansFit.Of(points, 3, 2, 300, 1e-4, 7, new Work(2));
        Assert.Equal(one.Labels, two.Labels);
        Assert.Equal(one.Centres, two.Centres);

        var order = Blobs.Shuffle(points.Rows, 5);
        var shuffled = KMeansFit.Of(points.Take(order), 3, 2, 300, 1e-4, 7, new Work(2));
        Assert.Equal(Array.ConvertAll(order, r => one.Labels[r]), shuffled.Labels);
    }

    [Fact]
    public void Clusters_come_by_size()
    {
        var fit = KMeansFit.Of(Blobs.Three(3_000, 1), 3, 1, 300, 1e-4, 0, Work.Alone);
        var sizes = Labeling.Of(new LabelColumn("k", fit.Labels, 3)).Sizes();
        Assert.Equal(sizes.OrderDescending(), sizes);
        Assert.True(fit.Converged);
    }

    [Fact]
    public void More_clusters_than_distinct_rows_leaves_some_empty_and_nothing_breaks()
    {
        var fit = KMeansFit.Of(Blobs.Repeat([1, 2], 50), 3, 1, 300, 1e-4, 0, Work.Alone);
        Assert.Equal(0, fit.Inertia);
        Assert.All(fit.Centres, c => Assert.Equal([1, 2], c));
    }

    [Theory, InlineData(4), InlineData(0)]
    public void The_number_of_clusters_lies_between_one_and_the_rows(int k) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeansFit.Of(Blobs.Three(3, 1), k, 1, 300, 1e-4, 0, Work.Alone));

    [Fact]
    public void Centres_that_do_not_move_have_converged_even_without_tolerance()
    {
        var fit = KMeansFit.From(Matrix.OfRows([[0], [2], [10], [12]]), [[1], [11]], 300, 0, Work.Alone);
        Assert.Equal((1, true, 4.0), (fit.Iterations, fit.Converged, fit.Inertia));
    }

    [Theory, InlineData(-5, 5), InlineData(5, -5)]
    public void An_empty_cluster_moves_to_the_lesser_of_two_rows_that_are_equally_far(double first, double second)
    {
        var fit = KMeansFit.From(Matrix.OfRows([[first], [0], [0], [second], [0]]), [[0], [100]], 1, 0, Work.Alone);
        Assert.Equal([[0], [-5]], fit.Centres);
    }

    [Fact]
    public void Two_empty_clusters_move_to_different_rows()
    {
        var fit = KMeansFit.From(Matrix.OfRows([[-4], [0], [0], [7], [0]]), [[0], [100], [200]], 1, 0, Work.Alone);
        Assert.Equal([-4, 0.6, 7], fit.Centres.Select(c => c[0]).Order());
    }

    [Fact]
    public void One_cluster_is_the_mean()
    {
        var points = Blobs.Three(1_000, 2);
        var fit = KMeansFit.Of(points, 1, 1, 300, 1e-4, 0, Work.Alone);
        Assert.Equal(points[0].ToArray().Average(), fit.Centres[0][0], 1e-12);
    }
}
