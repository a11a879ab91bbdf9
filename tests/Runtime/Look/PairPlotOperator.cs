using Runtime;
using Runtime.Charts;
using Runtime.Numerics;
using Runtime.Operators.Draw;

namespace Tests.Look;

public sealed class PairPlotOperator
{
    static readonly Study Points = Study.Of(new([[0, 1, 2, 3], [0, 2, 4, 8]], 4), "x", "y");

    [Fact]
    public void Without_colours_all_rows_are_one_group()
    {
        var figure = Ran.Of(new PairPlot(), Points).Figure("pairplot_points");
        Assert.Equal(["x", "y"], figure.Scales.OfType<ValueScale>().Where(s => s.Shown).Select(s => s.Title));
        var points = Assert.Single(figure.Marks<PointMark>());
        Assert.True(points.IsRow);
        Assert.Equal([0, 2, 4, 8], points.Y!);
        Assert.Equal(Hue.Plain, points.Hue);
        Assert.Empty(figure.Marks<DensityMark>());
    }

    [Fact]
    public void Many_rows_are_a_density()
    {
        var rows = Enumerable.Range(0, 6_000).Select(i => i / 7.0).ToArray();
        var figure = Ran.Of(new PairPlot(), Study.Of(new([rows, rows], rows.Length), "x", "y")).Figure("pairplot_points");
        var density = Assert.Single(figure.Marks<DensityMark>());
        Assert.Equal(Hue.Plain, density.Hue);
        Assert.Equal(6_000, density.Counts.Values.ToArray().Sum());
        Assert.Contains("`x` and `y` go together most (r = 1.00)", figure.Note);
    }

    [Fact]
    public void Long_tails_are_bent_and_said_at_the_axis()
    {
        var random = new RandomStream(1);
        double[] above = [.. Enumerable.Range(0, 8_000).Select(_ => Math.Exp(2 * random.NextNormal()))];
        double[] both = [.. above.Select((v, i) => i % 2 == 0 ? v - 1 : 1 - v)], even = [.. above.Select(v => Math.Log(v))];
        var figure = Ran.Of(new PairPlot(), Study.Of(new([above, both, even], above.Length), "above", "both", "even")).Figure("pairplot_points");
        var shown = figure.Scales.OfType<ValueScale>().Where(s => s.Shown).ToArray();
        Assert.Equal(["above (log)", "both (symlog)", "even"], shown.Select(s => s.Title));
        Assert.Equal([ScaleSpacing.Log, ScaleSpacing.Symlog, ScaleSpacing.Linear], shown.Select(s => s.Spacing));
        foreach (var area in figure.Marks<AreaMark>()) Assert.InRange(area.Heights.Max(), 0, 0.2);
    }

    [Fact]
    public void Components_have_axes_of_equal_length_that_bear_their_shares()
    {
        var random = new RandomStream(1);
        double[][] columns = [.. Enumerable.Range(1, 3).Select(s => Enumerable.Range(0, 300).Select(_ => s * random.NextNormal()).ToArray())];
        var study = new global::Runtime.Operators.Transform.Pca().Apply(Study.Of(new(columns, 300), "a", "b", "c"));
        var figure = Ran.Of(new PairPlot(), study).Figure("pairplot_pca");
        var spans = figure.Marks<AreaMark>().Select(a => a.Across.High - a.Across.Low).ToArray();
        Assert.All(spans, span => Assert.Equal(spans[0], span, 1e-9));
        Assert.All(figure.Scales.OfType<ValueScale>().Where(s => s.Shown), s => Assert.Matches(@"^pc\d · \d+\.\d %$", s.Title));
    }

    [Fact]
    public void Clusters_and_noise_are_groups()
    {
        var study = Points.With(new LabelColumn("l", [1, -1, 0, 1], 2));
        var figure = Ran.Of(new PairPlot { Color = new("l") }, study).Figure("pairplot_points_by_l");
        Assert.Equal([Hue.Cluster(0), Hue.Cluster(1), Hue.Cluster(-1)], figure.Legend.Select(g => g.Hue));
        Assert.Equal([1, 2, 1], figure.Legend.Select(g => g.Rows!.Value));
    }

    [Fact]
    public void Many_clusters_leave_the_smallest_together()
    {
        int[] labels = [.. Enumerable.Range(0, 40).SelectMany(c => Enumerable.Repeat(c, c + 1))];
        var study = Study.Of(new([[.. labels.Select(l => (double)l)]], labels.Length), "x").With(new LabelColumn("l", labels, 40));
        var ran = Ran.Of(new PairPlot { Color = new("l") }, study);
        var groups = ran.Figure("pairplot_points_by_l").Legend;
        Assert.Equal([.. Enumerable.Range(28, 12).Select(Hue.Cluster)], groups.SkipLast(1).Select(g => g.Hue));
        Assert.Equal(("others", 28 * 29 / 2), (groups[^1].Name, groups[^1].Rows));
        Assert.Equal(["The 12 largest of 40 clusters have a colour of their own."], ran.Remarks);
    }

    [Fact]
    public void Too_many_columns_are_refused_before_and_at_the_run()
    {
        var wide = Study.Of(new([.. Enumerable.Range(0, 17).Select(_ => new double[3])], 3), [.. Enumerable.Range(0, 17).Select(j => $"x{j}")]);
        var check = new CheckContext();
        new PairPlot().Apply(wide.Shape, check);
        Assert.True(check.Failed);
        Assert.Throws<Refusal>(() => Ran.Of(new PairPlot(), wide));
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var random = new RandomStream(1);
        var points = Study.Of(new([.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 9_000).Select(_ => random.NextNormal()).ToArray())], 9_000), "a", "b", "c");
        var (one, two) = (Ran.Of(new PairPlot(), points, 1), Ran.Of(new PairPlot(), points, 2));
        Assert.Equal(one.Figure("pairplot_points"), two.Figure("pairplot_points"));
    }
}
