using Runtime.Numerics;
using Runtime.Numerics.Mixtures;

namespace Tests.Runtime.Mixtures;

public class GmmLaws
{
    public static TheoryData<CovarianceKind> Kinds => [.. Enum.GetValues<CovarianceKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void One_and_two_threads_give_the_same_bits(CovarianceKind kind)
    {
        var points = Blobs.Three(20_000, 4);
        var options = new MixtureOptions { Components = 4, Covariance = kind, Seed = 3 };
        var (one, two) = (MixtureFit.Of(points, options, new Work(1)), MixtureFit.Of(points, options, new Work(2)));
        Assert.Equal(one.MeanLogLikelihood, two.MeanLogLikelihood);
        Assert.Equal(one.Mixture.Weights, two.Mixture.Weights);
        Assert.Equal(one.Mixture.Means, two.Mixture.Means);
        Assert.Equal(one.Mixture.Covariances, two.Mixture.Covariances);
        Assert.Equal(one.Mixture.Assign(points, new Work(1)).Strength, two.Mixture.Assign(points, new Work(2)).Strength);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_order_of_rows_does_not_matter(CovarianceKind kind)
    {
        var points = Blobs.Three(30_000, 4);
        var order = Blobs.Shuffle(points.Rows, 9);
        var options = new MixtureOptions { Components = 3, Covariance = kind };
        var (fit, shuffled) = (MixtureFit.Of(points, options, new Work(2)), MixtureFit.Of(points.Take(order), options, new Work(2)));
        Assert.Equal(fit.MeanLogLikelihood, shuffled.MeanLogLikelihood, 1e-9);
        for (var c = 0; c < 3; c++) for (var j = 0; j < 2; j++) Assert.Equal(fit.Mixture.Means[c][j], shuffled.Mixture.Means[c][j], 1e-9);
        var labels = fit.Mixture.Assign(points, Work.Alone).Labels;
        Assert.Equal(Array.ConvertAll(order, r => labels[r]), shuffled.Mixture.Assign(points.Take(order), Work.Alone).Labels);
    }

    [Fact]
    public void A_known_mixture_is_recovered()
    {
        var fit = MixtureFit.Of(Blobs.Three(60_000, 1), new MixtureOptions { Components = 3, Tolerance = 1e-6 }, new Work(2));
        Assert.True(fit.Converged);
        double[] weights = [0.5, 0.3, 0.2];
        double[][] means = [[0, 0], [10, 0], [0, 12]];
        for (var c = 0; c < 3; c++)
        {
            var deviation = (c + 1) * 0.5;
            double[] covariance = [1, 0.5, 0.5, 0.25 + deviation * deviation];
            Assert.Equal(weights[c], fit.Mixture.Weights[c], 0.01);
            for (var j = 0; j < 2; j++) Assert.Equal(means[c][j], fit.Mixture.Means[c][j], 0.05);
            for (var i = 0; i < 4; i++) Assert.Equal(covariance[i], fit.Mixture.Covariances[c][i], 0.1);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_likelihood_never_falls(CovarianceKind kind)
    {
        var points = Blobs.Three(3_000, 8);
        var start = MixtureFit.Of(points, new MixtureOptions { Components = 5, Covariance = kind, MaxIterations = 1, Init = MixtureInit.Random, Tolerance = 0 }, Work.Alone);
        var last = start.MeanLogLikelihood;
        var mixture = start.Mixture;
        for (var iteration = 0; iteration < 40; iteration++)
        {
            var next = MixtureFit.From(points, mixture, new MixtureOptions { Covariance = kind, MaxIterations = 1, Regularisation = 0 }, Work.Alone);
            Assert.True(next.MeanLogLikelihood >= last - 1e-12, $"{last:R} fell to {next.MeanLogLikelihood:R} in iteration {iteration}");
            (last, mixture) = (next.MeanLogLikelihood, next.Mixture);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Responsibilities_are_those_of_the_formula_and_sum_to_one(CovarianceKind kind)
    {
        var points = Blobs.Three(1_003, 6);
        var mixture = MixtureFit.Of(points, new MixtureOptions { Components = 3, Covariance = kind }, Work.Alone).Mixture;
        var block = new double[700 * 3];
        mixture.Responsibilities(points, 303, block);
        for (var row = 0; row < 700; row++)
        {
            var densities = Enumerable.Range(0, 3).Select(c => mixture.Weights[c] * Density(mixture, c, points[303 + row, 0], points[303 + row, 1])).ToArray();
            Assert.Equal(1, block[row * 3] + block[row * 3 + 1] + block[row * 3 + 2], 1e-14);
            for (var c = 0; c < 3; c++) Assert.Equal(densities[c] / densities.Sum(), block[row * 3 + c], 1e-12);
        }
    }

    [Fact]
    public void Mean_log_likelihood_is_that_of_the_formula()
    {
        var points = Blobs.Three(5_001, 6);
        var mixture = MixtureFit.Of(points, new MixtureOptions { Components = 2 }, Work.Alone).Mixture;
        var expected = Enumerable.Range(0, points.Rows)
            .Average(r => Math.Log(Enumerable.Range(0, 2).Sum(c => mixture.Weights[c] * Density(mixture, c, points[r, 0], points[r, 1]))));
        Assert.Equal(expected, mixture.MeanLogLikelihood(points, Work.Alone), 1e-12);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Clouds_millions_of_their_sizes_apart_keep_their_digits(CovarianceKind kind)
    {
        // Multiples of 2^-20, so that moving them by 2^22 loses nothing.
        const double Away = 1 << 22;
        var (random, cloud) = (new RandomStream(3), new double[2][]);
        for (var j = 0; j < 2; j++) cloud[j] = [.. Enumerable.Range(0, 2_000).Select(_ => Math.Round(random.NextNormal() * (1 << 20)) / (1 << 20))];
        var apart = new Matrix(Array.ConvertAll(cloud, x => x.Select(v => v - Away).Concat(x.Select(v => v + Away)).ToArray()), 4_000);
        var options = new MixtureOptions { Covariance = kind, Regularisation = 0 };
        var one = MixtureFit.Of(new Matrix(cloud, 2_000), options, Work.Alone).Mixture;

        var two = MixtureFit.Of(apart, options with { Components = 2 }, Work.Alone).Mixture;

        Assert.All(two.Covariances, covariance => Assert.All(covariance.Zip(one.Covariances[0]), pair => Assert.Equal(pair.Second, pair.First, 1e-12)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_component_that_lost_all_rows_is_set_up_anew(CovarianceKind kind)
    {
        var points = Blobs.Three(3_000, 8);
        var good = MixtureFit.Of(points, new MixtureOptions { Components = 2, Covariance = kind }, Work.Alone).Mixture;
        var start = MixtureStart.Grow(good, 0);
        start.Means[2] = [1e5, 1e5];
        var fit = MixtureFit.From(points, start, new MixtureOptions { Components = 3, Covariance = kind }, Work.Alone);
        Assert.Equal(1, fit.Restarts);
        Assert.All(fit.Mixture.Weights, w => Assert.True(w * points.Rows > 10));
        Assert.True(fit.MeanLogLikelihood > good.MeanLogLikelihood(points, Work.Alone));
    }

    [Fact]
    public void The_sample_takes_equal_rows_as_often_as_they_occur()
    {
        var values = Enumerable.Range(0, 100_000).Select(i => i % 10 < 7 ? 1.0 : i).ToArray();
        var sample = RowSample.Of(new Matrix([values], values.Length), 1_000, 4, new Work(2));
        Assert.Equal(1_000, sample.Rows);
        Assert.InRange(sample[0].ToArray().Count(x => x == 1), 699, 701);
        var order = Blobs.Shuffle(values.Length, 3);
        Assert.Equal(sample[0].ToArray(), RowSample.Of(new Matrix([Array.ConvertAll(order, i => values[i])], values.Length), 1_000, 4, Work.Alone)[0].ToArray());
    }

    [Theory, InlineData(0.0004, true), InlineData(0.0005, false), InlineData(0.0009, false)]
    public void A_component_of_less_than_half_a_row_has_collapsed(double weight, bool collapsed)
    {
        var mixture = new GaussianMixture(CovarianceKind.Diag, [1 - weight, weight], [[0], [1]], [[1], [1]]);
        Assert.Equal(collapsed ? 1 : null, MixtureCollapse.Find(mixture, 1_000));
    }

    [Theory, InlineData(1.2, true), InlineData(1.5, true), InlineData(1.7, false)]
    public void A_variance_of_at_most_one_and_a_half_times_what_is_added_is_none(double times, bool flat)
    {
        var mixture = new GaussianMixture(CovarianceKind.Diag, [0.5, 0.5], [[0, 0], [1, 1]], [[1, 1], [1, times * 1e-6]]);
        var found = MixtureCollapse.Describe(mixture, 1e-6, []);
        Assert.Equal(flat ? 1 : 0, found.Count);
        if (flat) Assert.Equal((1, 1), (Assert.Single(found[0].Components), Assert.Single(found[0].Columns)));
    }

    [Theory, InlineData(4, 3), InlineData(9, 5)]
    public void Components_that_nobody_belongs_to_are_set_up_anew_five_at_most(int k, int restarts)
    {
        double[][] means = [.. Enumerable.Range(0, k).Select(c => new[] { 1e3 * c, 1e3 * c })];
        var start = new GaussianMixture(CovarianceKind.Spherical, [.. Enumerable.Repeat(1.0 / k, k)], means, [.. Enumerable.Repeat(new[] { 1.0 }, k)]);
        var random = new RandomStream(3);
        var cloud = Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, 500).Select(_ => random.NextNormal()).ToArray()).ToArray();
        var fit = MixtureFit.From(new Matrix(cloud, 500), start, new MixtureOptions { Components = k, Covariance = CovarianceKind.Spherical }, Work.Alone);
        Assert.Equal(restarts, fit.Restarts);
    }

    [Fact]
    public void Densities_that_overflow_say_so_on_any_number_of_threads()
    {
        var far = new Matrix([[.. Enumerable.Range(0, 500).Select(i => i % 2 == 0 ? 1e200 * i : -1e200 * i)]], 500);
        foreach (var threads in (int[])[1, 2])
            Assert.Throws<NumericsException>(() => MixtureFit.Of(far, new MixtureOptions { Components = 2 }, new Work(threads)));
    }

    static double Density(GaussianMixture mixture, int c, double x, double y)
    {
        var (s, m) = (mixture.Covariance(c), mixture.Means[c]);
        var determinant = s[0] * s[3] - s[1] * s[2];
        var (u, v) = (x - m[0], y - m[1]);
        var q = (s[3] * u * u - 2 * s[1] * u * v + s[0] * v * v) / determinant;
        return Math.Exp(-0.5 * q) / (2 * Math.PI * Math.Sqrt(determinant));
    }
}
