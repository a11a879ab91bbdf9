using Runtime.Numerics;
using Runtime.Numerics.Mixtures;

namespace Tests.Runtime.Mixtures;

/// <summary>What a search keeps, and by what.</summary>
public class MixtureSelectionTests
{
    /// <summary>The formula in Python 3.11 with numpy and scipy 1.10 (multigammaln), two components of 60 and 40 rows.</summary>
    [Theory]
    [InlineData(CovarianceKind.Full, 710.6117006845299)]
    [InlineData(CovarianceKind.Diag, 699.5199866516552)]
    [InlineData(CovarianceKind.Spherical, 689.8532668030429)]
    public void The_evidence_is_that_of_the_formula(CovarianceKind kind, double expected)
    {
        double[][] covariances = kind switch
        {
            CovarianceKind.Full => [[1, 0.5, 0.5, 2], [3, -0.4, -0.4, 0.7]],
            CovarianceKind.Diag => [[1, 2], [3, 0.7]],
            _ => [[1], [3]],
        };
        Assert.Equal(expected, MixtureEvidence.Of(new(kind, [0.6, 0.4], [[0, 0], [5, 5]], covariances), -3.25, 100), 1e-9);
    }

    [Fact]
    public void The_evidence_of_one_component_is_bic_unless_its_columns_correlate_little()
    {
        double[] identity = [.. Enumerable.Range(0, 36).Select(i => i % 7 == 0 ? 1.0 : 0)];
        var round = new GaussianMixture(CovarianceKind.Spherical, [1], [[0, 0]], [[2]]);
        var oblong = new GaussianMixture(CovarianceKind.Full, [1], [[0, 0]], [[1, 0.9, 0.9, 1]]);
        var full = new GaussianMixture(CovarianceKind.Full, [1], [new double[6]], [identity]);
        foreach (var mixture in (GaussianMixture[])[round, oblong]) Assert.Equal(mixture.Bic(-2, 80), MixtureEvidence.Of(mixture, -2, 80), 1e-9);
        Assert.Equal(1661.8186955020617, MixtureEvidence.Of(full, -8, 100), 1e-9);
    }

    [Fact]
    public void Covariances_that_are_alike_cost_less_than_those_that_are_not()
    {
        double[] identity = [.. Enumerable.Range(0, 36).Select(i => i % 7 == 0 ? 1.0 : 0)];
        GaussianMixture With(double scale) => new(CovarianceKind.Full, [0.5, 0.5], [new double[6], new double[6]], [identity, Array.ConvertAll(identity, x => x * scale)]);
        var (alike, unlike) = (MixtureEvidence.Of(With(1.1), -8, 100), MixtureEvidence.Of(With(9), -8, 100));
        Assert.True(alike < unlike);
        Assert.True(alike < With(1.1).Bic(-8, 100));
    }

    [Theory, InlineData(0.5, 0.5723649429247004), InlineData(1, 0), InlineData(2.5, 0.2846828704729196), InlineData(10.5, 13.940625219403763), InlineData(1e6, 12815504.569147611)]
    public void The_logarithm_of_the_gamma_function(double x, double expected) =>
        Assert.Equal(expected, LogGamma.Of(x), 1e-13 * Math.Max(10, expected));

    [Fact]
    public void The_multivariate_one_is_a_sum_of_these() => Assert.Equal(19.776177508625977, LogGamma.Of(7.5, 3), 1e-12);

    [Fact]
    public void A_component_on_a_plane_is_as_flat_on_all_rows_as_on_the_sample()
    {
        var (random, columns) = (new RandomStream(7, 1), new double[3][]);
        for (var j = 0; j < 3; j++) columns[j] = new double[60_000];
        for (var row = 0; row < 60_000; row++)
        {
            for (var j = 0; j < 3; j++) columns[j][row] = random.NextNormal() + (row % 3 == j ? 4 : 0);
            if (row % 3 == 2) columns[2][row] = 0;
        }
        var fit = MixtureFit.Of(new Matrix(columns, 60_000), new MixtureOptions { Components = 3 }, Work.Alone);
        Assert.Equal(1.0 / 3, fit.Mixture.Weights[0], 0.01);
        // With the prior's width of that component it took 5.
        Assert.InRange(fit.Iterations, 2, 3);
    }

    // Tied mixtures in one column, whose evidence is BIC.
    [Theory]
    [InlineData(-400, -380, 2)]
    [InlineData(-400, -399, 1)]
    [InlineData(-400, -385, 2)]
    public void More_components_need_strong_reason(double one, double two, int kept)
    {
        MixtureFit[][] fits = [[Fit(1, one / 100), Fit(2, two / 100)]];
        Assert.Equal(kept, 1 + MixtureSelection.By(MixtureCriterion.Evidence, fits, 100).Kept.K);
    }

    [Fact]
    public void What_is_within_ten_of_the_best_is_kept_with_fewest_components()
    {
        // BIC: 809.2, 802.4, 801.6.
        MixtureFit[][] fits = [[Fit(1, -4), Fit(2, -3.92), Fit(3, -3.87)]];
        var selection = MixtureSelection.By(MixtureCriterion.Bic, fits, 100);
        Assert.Equal((0, 2), selection.Best);
        Assert.Equal((0, 0), selection.Kept);
    }

    [Fact]
    public void A_spurious_mixture_is_set_aside_unless_it_is_better_by_what_its_component_costs()
    {
        MixtureFit[][] near = [[Fit(1, -4), Fit(2, -3.96) with { Spurious = [1] }]], far = [[Fit(1, -4), Fit(2, -3.2) with { Spurious = [1] }]];
        Assert.Equal(0, MixtureSelection.By(MixtureCriterion.Aic, near, 100).Best.K);
        Assert.Equal(1, MixtureSelection.By(MixtureCriterion.Aic, far, 100).Best.K);
    }

    [Theory, InlineData(0.02, 2), InlineData(0.3, 1)]
    public void Held_out_rows_keep_the_fewest_components_within_one_standard_error(double spread, int kept)
    {
        MixtureFit[][] fits = [[Fit(1, -4), Fit(2, -3.9), Fit(3, -3.8)]];
        double[] Folds(double mean) => [mean - spread, mean, mean + spread];
        var selection = MixtureSelection.ByHeldOut([[Folds(-4.05), Folds(-3.905), Folds(-3.9)]], fits, 100);
        Assert.Equal((0, 2), selection.Best);
        Assert.Equal(kept, 1 + selection.Kept.K);
    }

    static MixtureFit Fit(int k, double meanLogLikelihood) => new(
        new(CovarianceKind.Tied, [.. Enumerable.Repeat(1.0 / k, k)], [.. Enumerable.Range(0, k).Select(c => new double[] { c })], [[1]]),
        meanLogLikelihood, 1, true, 0);
}
