using Runtime;
using Runtime.Charts;
using Runtime.Numerics.Rows;
using Runtime.Operators.Draw;
using Tests.Look;

namespace Tests.Runtime.Charts;

/// <summary>What is shaded about lines, and how rows go on from one setting of a search to the next.</summary>
public sealed class BandsAndFlows
{
    static readonly Study Rows = Ran.Table(
        Ran.Numbers("x", 1, 1, 1, 1, 2, 2, 2, 2, 3, 4, 4),
        Ran.Numbers("y", 1, 2, 3, 6, 10, 10, 14, double.NaN, 5, 7, 9));

    /// <summary>The mean of 1, 2, 3, 6 is 3 and their sd the root of 14/3; at 3 there is one row, and no sd.</summary>
    [Fact]
    public void Standard_errors_are_of_the_values_that_are_there()
    {
        double First = 2 * Math.Sqrt(14.0 / 3 / 4), second = 2 * Math.Sqrt(16.0 / 3 / 3), mean = 34.0 / 3;
        var band = Assert.Single(Bands(new() { X = "x", Columns = ["y"], Band = LineBand.Se }));
        Assert.Equal([1, 2], band.X);
        Near([3 - First, mean - second], band.Lower);
        Near([3 + First, mean + second], band.Upper);
    }

    [Fact]
    public void Deviations_and_quartiles_are_those_of_group()
    {
        var sd = Bands(new() { X = "x", Columns = ["y"], Band = LineBand.Sd })[0];
        Near([3 - Math.Sqrt(14.0 / 3), 34.0 / 3 - Math.Sqrt(16.0 / 3)], sd.Lower);
        var half = Assert.Single(Bands(new() { X = "x", Columns = ["y"], Band = LineBand.Half, Agg = GroupFigure.Median }));
        Near([1.75, 10, 5, 7.5], half.Lower);
        Near([3.75, 12, 5, 8.5], half.Upper);
    }

    [Theory]
    [InlineData(LineBand.Se, GroupFigure.Median)]
    [InlineData(LineBand.Sd, GroupFigure.Sum)]
    [InlineData(LineBand.Half, GroupFigure.Count)]
    public void A_band_is_about_what_the_line_is(LineBand band, GroupFigure agg) =>
        Assert.ThrowsAny<Exception>(() => Ran.Of(new Lines { X = "x", Columns = ["y"], Band = band, Agg = agg }, Rows));

    [Theory]
    [InlineData("0 0 0 0 1 1", "0 0 2 2 1 1", "Every cluster is part of one of the setting before.")]
    [InlineData("0 0 0 0 1 1 1 1", "0 0 0 2 2 1 1 1", "Least settled: `k=3`, where 12.5 % of the rows come from another cluster of `k=2`")]
    public void The_least_settled_setting_is_named(string two, string three, string said)
    {
        Labeling[] settings = [Of("2", two), Of("3", three), Of("4", three)];
        var chart = LabelingFlows.OverSettings("flows", "How", "k", settings, 1, new RunContext());
        Assert.StartsWith(said, chart.Note);
        Assert.Contains("colours the clusters of `k=3`", chart.Note);
        Figure figure = chart;
        var blocks = figure.Marks<RibbonMark>().Where(mark => mark.Solid).ToArray();
        Assert.Equal([Hue.Cluster(0), Hue.Cluster(1), Hue.Cluster(2)], blocks.Where(b => b.Hue != Hue.Plain).Select(b => b.Hue).OrderBy(h => h.Number));
        Assert.DoesNotContain(figure.Marks<RibbonMark>(), mark => !mark.Solid && mark.Hue == Hue.Plain);
    }

    [Fact]
    public void Of_many_settings_those_about_the_kept_one_are_drawn()
    {
        Labeling[] settings = [.. Enumerable.Range(2, 30).Select(k => Of($"{k}", "0 0 1 1"))];
        var chart = LabelingFlows.OverSettings("flows", "How", "k", settings, 20, new RunContext());
        Assert.Equal(Enumerable.Range(18, 9).Select(k => $"{k}"), chart.Stages.Select(s => s.Name));
        Assert.Equal("22", chart.Stages[chart.Coloured].Name);
        Assert.EndsWith("9 of 30 settings are drawn.", chart.Note);
    }

    static Labeling Of(string name, string labels)
    {
        int[] all = [.. labels.Split(' ').Select(int.Parse)];
        return new(name, all, [.. Enumerable.Range(0, all.Max() + 1).Select(Wording.Cluster)], "noise");
    }

    static RibbonMark[] Bands(Lines step) => [.. Ran.Of(step, Rows).Results.OfType<Figure>().Single().Marks<RibbonMark>()];

    static void Near(double[] expected, IReadOnlyList<double> found) =>
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
}
