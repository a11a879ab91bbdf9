using Runtime.Numerics.Agreement;
using Runtime.Numerics.Mixtures;

namespace Tests.Runtime.Mixtures;

/// <summary>What a mixture is, whatever the rows, and that it finds what is there and nothing else.</summary>
public class MixtureLaws
{
    public static TheoryData<CovarianceKind> Kinds => [.. Enum.GetValues<CovarianceKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void Permuted_rows_are_parted_alike(CovarianceKind kind)
    {
        var (points, _) = Blobs.Groups(6, 40, 3);
        var order = Blobs.Shuffle(points.Rows, 8);
        Assert.Equal(1, Alike(Labels(points, kind, order), Labels(points.Take(order), kind)), 1e-12);
    }

    [Theory, InlineData(CovarianceKind.Full), InlineData(CovarianceKind.Diag)]
    public void Columns_in_other_units_are_parted_alike(CovarianceKind kind)
    {
        var (points, _) = Blobs.Groups(5, 60, 4);
        var scaled = new Matrix([.. Enumerable.Range(0, 5).Select(j => Array.ConvertAll(points.Column(j), x => x * Math.Pow(10, j - 2)))], points.Rows);
        Assert.Equal(1, Alike(Labels(points, kind), Labels(scaled, kind)), 1e-12);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Rows_given_twice_are_parted_alike(CovarianceKind kind)
    {
        var (points, _) = Blobs.Groups(4, 60, 5);
        int[] twice = [.. Enumerable.Range(0, 2 * points.Rows).Select(row => row / 2)];
        Assert.Equal(1, Alike(Labels(points, kind, twice), Labels(points.Take(twice), kind)), 1e-12);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void One_component_has_the_moments_of_the_rows(CovarianceKind kind)
    {
        var (points, _) = Blobs.Groups(3, 50, 6);
        var mixture = MixtureFit.Of(points, new MixtureOptions { Covariance = kind, Regularisation = 0 }, Work.Alone).Mixture;
        var (n, d) = (points.Rows, 3);
        double[] means = [.. Enumerable.Range(0, d).Select(j => points.Column(j).Average())];
        double Moment(int i, int j) => Enumerable.Range(0, n).Average(row => (points[row, i] - means[i]) * (points[row, j] - means[j]));
        var common = Enumerable.Range(0, d).Average(j => Moment(j, j));
        for (var i = 0; i < d; i++)
        {
            Assert.Equal(means[i], mixture.Means[0][i], 1e-12);
            for (var j = 0; j < d; j++)
            {
                var expected = kind switch
                {
                    CovarianceKind.Full or CovarianceKind.Tied => Moment(i, j),
                    CovarianceKind.Diag => i == j ? Moment(i, i) : 0,
                    _ => i == j ? common : 0,
                };
                Assert.Equal(expected, mixture.Covariance(0)[i * d + j], 1e-11);
            }
        }
    }

    [Theory, InlineData(4, 50), InlineData(10, 50), InlineData(6, 100)]
    public void Three_groups_are_found_again(int columns, int rows)
    {
        var (points, groups) = Blobs.Groups(columns, rows, 7);
        Assert.InRange(Alike(groups, Labels(points, CovarianceKind.Full)), 0.9, 1);
        Assert.Equal(3, Searched(points, 1, 6));
    }

    [Theory]
    [InlineData(50, 2), InlineData(50, 5), InlineData(50, 20), InlineData(200, 5), InlineData(200, 10), InlineData(1000, 2), InlineData(1000, 20)]
    public void One_cloud_is_one_component(int rows, int columns) => Assert.Equal(1, Searched(Blobs.Cloud(rows, columns, 2), 1, 4));

    [Theory, MemberData(nameof(Kinds))]
    public void Components_of_few_rows_that_are_all_but_flat_lose_to_an_ordinary_optimum(CovarianceKind kind)
    {
        var fit = MixtureFit.Of(Blobs.Cloud(200, 5, 1), new MixtureOptions { Covariance = kind, Components = 3 }, Work.Alone);
        Assert.Empty(fit.Spurious);
        Assert.All(fit.Mixture.Weights, weight => Assert.True(weight * 200 > 6));
    }

    /// <summary>There is something to lose to: the bare likelihood prefers it, and says of none that it is spurious.</summary>
    [Fact]
    public void Without_the_prior_they_win()
    {
        var options = new MixtureOptions { Covariance = CovarianceKind.Full, Components = 4 };
        var spurious = 0;
        foreach (var cloud in Enumerable.Range(1, 5).Select(seed => Blobs.Cloud(60, 5, seed)))
        {
            var prior = new MixtureTrials(cloud, options, 4, Work.Alone).Prior(CovarianceKind.Full, 4)!;
            var bare = MixtureFit.Of(cloud, options with { Penalty = MixturePenalty.None }, Work.Alone);
            var kept = MixtureFit.Of(cloud, options, Work.Alone);
            Assert.True(bare.MeanLogLikelihood >= kept.MeanLogLikelihood);
            Assert.Empty(prior.Spurious(kept.Mixture, 60));
            if (prior.Spurious(bare.Mixture, 60).Length > 0) spurious++;
        }
        Assert.InRange(spurious, 3, 5);
    }

    /// <summary>From so few rows several optima are as likely as the rows can tell; from a nat on the likeliest is kept.</summary>
    [Fact]
    public void Optima_within_a_nat_go_to_the_plain_start_and_no_others()
    {
        var (options, behind) = (new MixtureOptions(), 0);
        foreach (var (points, _) in Enumerable.Range(1, 12).Select(seed => Blobs.Groups(8, 20, seed)))
        {
            var ranked = new MixtureTrials(points, options, 3, Work.Alone).Ranked(CovarianceKind.Full, 3);
            var lost = (ranked.Max(f => f.Score) - ranked[0].Score) * points.Rows;
            Assert.InRange(lost, 0, 1);
            Assert.True(lost == 0 || ranked[0].Lead > 0);
            if (lost > 0) behind++;
        }
        Assert.InRange(behind, 1, 6);
    }

    [Fact]
    public void The_prior_counts_on_a_sample_by_its_share_of_the_rows()
    {
        var prior = new MixturePrior([2, 0, 0, 2], 0);
        Assert.Equal(2, prior.Rows);
        double[][] covariances = [[1, 0, 0, 1]];
        prior.OnSample(0.5).Temper(covariances, CovarianceKind.Full, [3]);
        Assert.Equal([1.25, 0, 0, 1.25], covariances[0]);
    }

    static int Searched(Matrix points, int first, int last)
    {
        var fits = new MixtureSearch(points, new MixtureOptions(), new Work(2)).Run(first, last, Enum.GetValues<CovarianceKind>());
        return first + MixtureSelection.By(MixtureCriterion.Evidence, fits, points.Rows).Kept.K;
    }

    /// <summary>The components of the rows, or of some of them, when all are fitted.</summary>
    static int[] Labels(Matrix points, CovarianceKind kind, int[]? of = null)
    {
        var options = new MixtureOptions { Components = 3, Covariance = kind, Tolerance = 1e-7, MaxIterations = 1_000 };
        var labels = MixtureFit.Of(points, options, Work.Alone).Mixture.Assign(points, Work.Alone).Labels;
        return of is null ? labels : Array.ConvertAll(of, row => labels[row]);
    }

    static double Alike(int[] some, int[] others) => RandIndex.Adjusted(Contingency.Of(some, others));
}
