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
        var density = Assert.Single(figure.Marks<DensityMark>());
        Assert.Equal(new Extent(0, 8), density.Up);
        Assert.Equal(Hue.Plain, density.Hue);
        Assert.Equal(4, density.Counts.Values.ToArray().Sum());
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
