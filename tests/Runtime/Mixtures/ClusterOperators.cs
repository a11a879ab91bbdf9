using Runtime;
using Runtime.Charts;
using Runtime.Numerics.Mixtures;
using Runtime.Operators.Cluster;

namespace Tests.Runtime.Mixtures;

public class ClusterOperators
{
    static (Study Study, List<Result> Results) Run(Operator op, Study study)
    {
        var results = new List<Result>();
        return (op.Apply(study, new RunContext { Sink = results.Add, Threads = 2, Seed = 1 }), results);
    }

    static Study Three(int n) => Study.Of(Blobs.Three(n, 5), "x", "y");

    [Fact]
    public void Gmm_adds_a_labeling_and_a_model_under_its_name_and_shows_them()
    {
        var (study, results) = Run(new Gmm { K = 3, As = "archetypes" }, Three(2_000));
        var labeling = study.Labeling("archetypes");
        Assert.Equal(3, labeling.Groups);
        Assert.Equal(labeling.Sizes().OrderDescending(), labeling.Sizes());
        Assert.All(labeling.Strength!, s => Assert.InRange(s, 1.0 / 3, 1));
        var model = Assert.IsType<MixtureModel>(study.Models.Find("archetypes"));
        Assert.Equal(["bic", "aic", "log_likelihood", "sample_iterations", "iterations", "converged"], model.Metrics.Select(m => m.Name));
        Assert.All(model.Metrics, m => Assert.True(double.IsFinite(m.Value)));
        Assert.Equal(["cluster", "size", "share", "mean_strength", "weight", "x", "y"], results.OfType<Sheet>().Single().Columns.Select(c => c.Name));
        Assert.Equal(["archetypes_sizes", "archetypes_fit", "archetypes_ellipses"], results.OfType<Figure>().Select(f => f.Name));
        Assert.Empty(results.OfType<Warning>());
    }

    [Fact]
    public void The_labels_are_the_likeliest_components()
    {
        var (study, _) = Run(new Gmm { K = 3 }, Three(500));
        var model = (MixtureModel)study.Models.Find("gmm")!;
        var (labeling, block) = (study.Labeling("gmm"), new double[500 * 3]);
        model.Mixture.Responsibilities(study.Current.Matrix, 0, block);
        for (var row = 0; row < 500; row++)
        {
            var r = block.AsSpan(row * 3, 3).ToArray();
            Assert.Equal(Array.IndexOf(r, r.Max()), labeling.Labels[row]);
            Assert.Equal(r.Max(), labeling.Strength![row]);
        }
    }

    [Fact]
    public void A_fit_cut_short_says_so()
    {
        var (_, results) = Run(new Gmm { K = 5, MaxIter = 1, Tol = 0 }, Three(500));
        Assert.Contains(results.OfType<Warning>(), w => w.Text == "`gmm` had not converged after 1 iterations.");
    }

    [Fact]
    public void A_constant_column_is_named_and_nothing_turns_infinite()
    {
        var points = Blobs.Three(400, 2);
        var study = Study.Of(new Matrix([points.Column(0), points.Column(1), new double[400]], 400), "x", "y", "z");
        foreach (var kind in Enum.GetValues<CovarianceKind>().Except([CovarianceKind.Spherical]))
        {
            foreach (var reg in new[] { 1e-6, 0 })
            {
                var (after, results) = Run(new Gmm { K = 2, Covariance = kind, Reg = reg }, study);
                Assert.Contains(results.OfType<Warning>(), w => w.Text.Contains("has no spread along `z`", StringComparison.Ordinal));
                Assert.All(after.Models[0].Metrics, m => Assert.True(double.IsFinite(m.Value)));
            }
        }
    }

    [Fact]
    public void A_component_on_equal_rows_is_named_with_its_rows_and_columns()
    {
        var cloud = Blobs.Three(300, 2);
        double[] Joined(int j) => [.. cloud[j].ToArray(), .. Enumerable.Repeat(100.0, 200)];
        var (_, results) = Run(new Gmm { K = 2 }, Study.Of(new Matrix([Joined(0), Joined(1)], 500), "x", "y"));
        Assert.Contains(results.OfType<Warning>(), w => w.Text == "Component 1 of `gmm` (200 rows) has no spread along `x` and `y` beyond what `reg` adds.");
    }

    [Theory]
    [InlineData(CovarianceKind.Full, 1e-6)]
    [InlineData(CovarianceKind.Full, 0)]
    [InlineData(CovarianceKind.Tied, 1e-6)]
    public void A_column_that_follows_from_others_is_named(CovarianceKind kind, double reg)
    {
        var points = Blobs.Three(400, 2);
        var sum = points[0].ToArray().Zip(points[1].ToArray(), (x, y) => x + y).ToArray();
        var noise = Blobs.Three(400, 3).Column(0);
        var study = Study.Of(new Matrix([points.Column(0), noise, points.Column(1), sum], 400), "x", "noise", "y", "sum");
        var (_, results) = Run(new Gmm { K = 2, Covariance = kind, Reg = reg }, study);
        Assert.Contains(results.OfType<Warning>(), w => w.Text == "Every component of `gmm` (400 rows) lies in a plane: within it one of `x`, `y` and `sum` follows from the others, up to what `reg` adds.");
        Assert.DoesNotContain(Run(new Gmm { K = 2, Covariance = kind, Reg = reg }, Three(400)).Results, r => r is Warning);
    }

    [Theory]
    [InlineData(CovarianceKind.Full)]
    [InlineData(CovarianceKind.Tied)]
    [InlineData(CovarianceKind.Diag)]
    [InlineData(CovarianceKind.Spherical)]
    public void All_rows_equal_is_no_reason_to_break(CovarianceKind kind)
    {
        foreach (var reg in new[] { 1e-6, 0 })
        {
            var (study, results) = Run(new Gmm { K = 3, Covariance = kind, Reg = reg }, Study.Of(Blobs.Repeat([1e6, -3], 60), "x", "y"));
            Assert.All(study.Models[0].Metrics, m => Assert.True(double.IsFinite(m.Value)));
            Assert.NotEmpty(results.OfType<Warning>());
        }
    }

    [Fact]
    public void One_row_and_one_component_work()
    {
        var (study, _) = Run(new Gmm { K = 1 }, Study.Of(Blobs.Repeat([1, 2], 1), "x", "y"));
        Assert.Equal([0], study.Labelings.ElementAt(0).Labels);
    }

    [Fact]
    public void Too_many_components_are_refused_before_and_while_running()
    {
        Assert.Contains("3 rows", Assert.Throws<Refusal>(() => Run(new Gmm { K = 4 }, Three(3))).Text);
        Assert.Contains("3 rows", Assert.Throws<Refusal>(() => Run(new GmmSearch { K = new Interval(1, 4) }, Three(3))).Text);
        foreach (var op in new Operator[] { new Gmm { K = 4 }, new GmmSearch { K = new Interval(1, 4) }, new KMeans { K = 4 } })
        {
            var check = new CheckContext();
            op.Apply(Three(3).Shape, check);
            Assert.Equal("K", Assert.Single(check.Complaints).Argument);
        }
    }

    [Fact]
    public void The_search_keeps_the_true_number_of_components_and_its_kind()
    {
        var (study, results) = Run(new GmmSearch { K = new Interval(1, 5), Criterion = MixtureCriterion.Bic }, Three(4_000));
        var model = (MixtureModel)study.Models.Find("gmm_search")!;
        Assert.Equal((3, CovarianceKind.Full), (model.Mixture.Components, model.Mixture.Kind));
        var grid = results.OfType<Sheet>().Single(s => s.Name == "gmm_search_grid");
        Assert.Equal(20, grid.Rows);
        var figures = results.OfType<Figure>().Where(f => f.Name != "gmm_search_ellipses").ToArray();
        var full = figures.SelectMany(f => f.Marks<LineMark>()).First();
        Assert.Equal(0, full.Y![2]);
        Assert.All(figures.SelectMany(f => f.Marks<LineMark>()).SelectMany(line => line.Y!), y => Assert.InRange(y, 0, double.MaxValue));
        Assert.Equal(model.Bic, (double)grid.Columns.Single(c => c.Name == "bic").Cells[2]!, 1e-9 * Math.Abs(model.Bic));
        Assert.Equal((3, 0), figures.SelectMany(f => f.Marks<PointMark>()).Last().At(0));
        Assert.Contains(results.OfType<Remark>(), r => r.Text.Contains("kept as `gmm_search`", StringComparison.Ordinal));
    }

    [Fact]
    public void A_criterion_that_still_falls_at_the_edge_is_said_with_the_gains()
    {
        var (_, results) = Run(new GmmSearch { K = new Interval(1, 2), Covariance = [CovarianceKind.Full] }, Three(1_000));
        Assert.Contains(results.OfType<Remark>(), r => r.Text.StartsWith("There is no minimum inside the range", StringComparison.Ordinal));
        Assert.Contains(results.OfType<Sheet>(), s => s.Name == "gmm_search_gain");
    }

    [Fact]
    public void Fewer_components_than_the_best_are_kept_where_nothing_strong_speaks_for_more()
    {
        var (study, results) = Run(new GmmSearch { K = new Interval(1, 3), Covariance = [CovarianceKind.Tied], Criterion = MixtureCriterion.Aic },
            Study.Of(Blobs.Cloud(60, 2, 3), "x", "y"));
        var scores = results.OfType<Sheet>().Single(s => s.Name == "gmm_search_grid").Columns.Single(c => c.Name == "aic").Cells.Select(c => (double)c!).ToArray();
        Assert.NotEqual(0, Array.IndexOf(scores, scores.Min()));
        Assert.Equal(1, ((MixtureModel)study.Models[0]).Mixture.Components);
        Assert.Contains(results.OfType<Remark>(), r => r.Text.Contains("comes within 10 of it", StringComparison.Ordinal));
    }

    [Fact]
    public void Cross_validation_judges_by_rows_left_out()
    {
        var (study, results) = Run(new GmmSearch { K = new Interval(2, 4), Covariance = [CovarianceKind.Full], Cv = 5 }, Three(1_500));
        Assert.Contains("held_out", results.OfType<Sheet>().Single(s => s.Name == "gmm_search_grid").Columns.Select(c => c.Name));
        Assert.InRange(((MixtureModel)study.Models[0]).Mixture.Components, 3, 4);
    }

    [Fact]
    public void KMeans_adds_a_labeling_and_a_model()
    {
        var (study, results) = Run(new KMeans { K = 3 }, Three(2_000));
        Assert.Equal(3, study.Labelings.Single().Clusters);
        Assert.Equal(["inertia", "sample_iterations", "iterations", "converged"], study.Models.Find("kmeans")!.Metrics.Select(m => m.Name));
        Assert.Single(results.OfType<Figure>());
    }

    [Fact]
    public void KMeans_says_which_clusters_are_empty()
    {
        var (_, results) = Run(new KMeans { K = 3 }, Study.Of(Blobs.Repeat([1, 2], 20), "x", "y"));
        Assert.Contains(results.OfType<Warning>(), w => w.Text.StartsWith("2 of the 3 clusters are empty", StringComparison.Ordinal));
    }
}
