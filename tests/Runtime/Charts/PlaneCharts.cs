using Runtime;
using Runtime.Charts;
using Runtime.Operators.Cluster;
using Runtime.Operators.Transform;
using Tests.Fixtures;
using Tests.Look;
using Tests.Runtime.Mixtures;

namespace Tests.Runtime.Charts;

/// <summary>What the charts say that steps draw of their models.</summary>
public sealed class PlaneCharts
{
    [Fact]
    public void Arrows_of_a_biplot_are_the_loadings()
    {
        var ran = Ran.Of(new Pca(), Study.Of(Small.Read("blobs").Points(), "x", "y"));
        var fit = ((PcaModel)ran.Study.Models.Find("pca")!).Fit;
        var arrows = ran.Figure("pca_biplot").Marks<LineMark>().ToDictionary(line => line.Series!, line => (X: line.X![1], Y: line.Y![1]));
        var scale = Math.Sqrt(arrows.Values.Sum(a => a.X * a.X + a.Y * a.Y) / 2);
        foreach (var (name, j) in new[] { ("x", 0), ("y", 1) })
        {
            Assert.Equal(fit.Components[0][j], arrows[name].X / scale, 1e-12);
            Assert.Equal(fit.Components[1][j], arrows[name].Y / scale, 1e-12);
        }
    }

    /// <summary>A row projected onto an arrow gives the row's value: of whitened scores by the spread of the components.</summary>
    [Fact]
    public void Arrows_over_whitened_scores_are_as_long_as_components_spread()
    {
        var whole = Ran.Of(new Pca { Whiten = true }, Study.Of(new([[-3, 3, 0, 0], [0, 0, -1, 1]], 4), "x", "y"));
        var lengths = whole.Figure("pca_biplot").Marks<LineMark>().ToDictionary(l => l.Series!, l => Math.Sqrt(l.X![1] * l.X![1] + l.Y![1] * l.Y![1]));
        Assert.Equal(3, lengths["x"] / lengths["y"], 1e-9);
    }

    [Fact]
    public void A_biplot_says_which_columns_go_together()
    {
        double[] one = [1, 2, 3, 4, 5, 6, 7], other = [1.1, 2.2, 2.9, 4.1, 5.2, 5.8, 7], third = [2, -1, 0.5, 3, -2, 1, -1.5];
        var note = Ran.Of(new Pca(), Study.Of(new([one, other, third], 7), "a", "b", "c")).Figure("pca_biplot").Note;
        Assert.Contains("`a` and `b` point the same way.", note);
        var line = Ran.Of(new Pca { Components = 1 }, Study.Of(new([one, third], 7), "a", "c"));
        Assert.DoesNotContain(line.Results.OfType<Figure>(), figure => figure.Name == "pca_biplot");
    }

    [Theory, InlineData("full"), InlineData("diag"), InlineData("spherical"), InlineData("tied")]
    public void Outlines_hold_a_half_and_nine_tenths_of_a_component(string kind)
    {
        var gmm = new Gmm { K = 3, Covariance = Enum.Parse<global::Runtime.Numerics.Mixtures.CovarianceKind>(kind, true), As = "m" };
        var ran = Ran.Of(gmm, Study.Of(Blobs.Three(2_000, 5), "x", "y"));
        var mixture = ((MixtureModel)ran.Study.Models.Find("m")!).Mixture;
        var outlines = ran.Figure("m_ellipses").Panels[0].Marks.OfType<LineMark>().ToArray();
        Assert.Equal(6, outlines.Length);
        for (var at = 0; at < 6; at++)
        {
            var (mean, s) = (mixture.Means[at / 2], mixture.Covariance(at / 2));
            var determinant = s[0] * s[3] - s[1] * s[1];
            // 1 − exp(−r²/2) of a Gaussian in the plane lies within r.
            var squared = -2 * Math.Log(1 - (at % 2 == 0 ? 0.5 : 0.9));
            for (var i = 0; i < outlines[at].Count; i++)
            {
                var (x, y) = (outlines[at].At(i).X - mean[0], outlines[at].At(i).Y - mean[1]);
                if (double.IsNaN(x)) continue;
                Assert.Equal(squared, (s[3] * x * x - 2 * s[1] * x * y + s[0] * y * y) / determinant, 1e-9);
            }
        }
    }

    /// <summary>Curves hold what their components weigh, and rows that were drawn of a mixture lie where it has them.</summary>
    [Fact]
    public void A_mixture_is_held_against_the_rows_of_each_column()
    {
        var ran = Ran.Of(new Gmm { K = 3, As = "m" }, Study.Of(Blobs.Three(20_000, 5), "x", "y"));
        var (figure, mixture) = (ran.Figure("m_fit"), ((MixtureModel)ran.Study.Models.Find("m")!).Mixture);
        Assert.StartsWith("The mixture follows every column", figure.Note);
        foreach (var panel in figure.Panels)
        {
            var (area, lines) = (panel.Marks.OfType<AreaMark>().Single(), panel.Marks.OfType<LineMark>().ToArray());
            Assert.Equal(4, lines.Length);
            var width = (area.Across.High - area.Across.Low) / area.Heights.Count;
            for (var c = 0; c < 4; c++)
            {
                var held = lines[c].Y!.Sum() * (lines[c].X![1] - lines[c].X![0]) / width;
                Assert.InRange(held, 0.97 * (c < 3 ? mixture.Weights[c] : 1), 1.03 * (c < 3 ? mixture.Weights[c] : 1));
            }
        }
        var one = Ran.Of(new Gmm { K = 1, As = "m" }, Study.Of(Blobs.Three(20_000, 5), "x", "y")).Figure("m_fit");
        Assert.StartsWith("Farthest apart in `", one.Note);
    }

    [Fact]
    public void Rows_between_components_are_shown_apart_and_counted()
    {
        var near = Study.Of(Blobs.Cloud(2_000, 2, 3), "x", "y");
        var ran = Ran.Of(new Gmm { K = 2, As = "m" }, near);
        var unsure = ran.Study.Table!.Columns.OfType<LabelColumn>().Single().Strength!.Count(s => s < 0.8);
        var figure = ran.Figure("m_ellipses");
        Assert.Equal(2, figure.Panels.Count);
        Assert.InRange(figure.Panels[1].Marks.OfType<PointMark>().Single().Count, unsure * 0.98, unsure);
        Assert.StartsWith($"For {Wording.Share(unsure / 2000.0)} of the rows no component is likelier than 0.80", figure.Note);
    }

    [Fact]
    public void Hdbscan_draws_its_tree_with_the_clusters_that_it_takes()
    {
        var ran = Ran.Of(new Hdbscan { MinCluster = 15, MinSamples = 5, As = "dense" }, Study.Of(Small.Read("blobs").Points(), "x", "y"));
        var figure = ran.Figure("dense_tree");
        Assert.Equal(["0", "1", "2"], figure.Marks<TextMark>().SelectMany(t => t.Words).Order());
        Assert.Equal(3, figure.Legend.Count);
        Assert.StartsWith("Three clusters taken, in colour; ", figure.Note);
        var first = figure.Marks<RibbonMark>().First();
        Assert.Equal(Small.Read("blobs").Points().Rows, first.Upper[0] - first.Lower[0]);
        var alike = Ran.Of(new Hdbscan { MinCluster = 2, As = "dense" }, Study.Of(Matrix.OfRows([[1.0], [1], [1]]), "x"));
        Assert.DoesNotContain(alike.Results.OfType<Figure>(), f => f.Name == "dense_tree");
    }
}
