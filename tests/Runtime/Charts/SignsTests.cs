using CsCheck;
using Runtime.Charts;
using Runtime.Charts.Painting;
using SkiaSharp;

namespace Tests.Runtime.Charts;

/// <summary>What names stand in pictures, and how short they are.</summary>
public sealed class SignsTests
{
    [Theory]
    [InlineData("segment_north|segment_south", 8)]
    [InlineData("a long name of a kind|a long name of another", 15)]
    [InlineData("mean of a|mean of the b|mean", 0)]
    [InlineData("abc|abd", 0)]
    [InlineData("x_y|x_y", 2)]
    [InlineData("alone_here", 0)]
    [InlineData("Fläche/Wald|Fläche/Wiese", 7)]
    public void What_names_begin_with_ends_with_a_word(string names, int shared) => Assert.Equal(shared, Fitting.Shared(names.Split('|')));

    /// <summary>All have a plate where they cover no more than a third; small ones are more, and never cover more than that.</summary>
    [Fact]
    public void Plates_leave_most_of_a_plot_free() => Gen.Select(Gen.Float[20, 500], Gen.Int[1, 60]).Sample((side, count) =>
    {
        var (areSmall, most) = PanelPainter.Plates(new(side, side), count);
        Assert.InRange(most, 0, count);
        Assert.True((areSmall ? 100 : 256) * most <= side * side / 3 + 1);
        if (!areSmall) Assert.Equal(count, most);
        else Assert.True(256 * count > side * side / 3);
        Assert.True(PanelPainter.Plates(new(side + 10, side + 10), count).Most >= most);
    });

    [Theory]
    [InlineData(96, 12, false, 12)]
    [InlineData(95, 12, true, 12)]
    [InlineData(48, 12, true, 7)]
    [InlineData(20, 3, true, 1)]
    public void Plates_are_small_before_they_are_left_out(float side, int count, bool areSmall, int most) =>
        Assert.Equal((areSmall, most), PanelPainter.Plates(new SKSize(side, side), count));

    /// <summary>Colour alone tells no cluster of a picture: twelve of them have their numbers in the panels of twelve columns.</summary>
    [Fact]
    public void Twelve_clusters_have_their_numbers_in_the_panels_of_twelve_columns()
    {
        const int columns = 12, bins = 96;
        var groups = Enumerable.Range(0, 12).Select(g => new PairGroup($"c {g}", g,
            [.. Enumerable.Range(0, columns).Select(_ => Enumerable.Range(0, bins).Select(b => b / 8 == g ? 5 : 0).ToArray())],
            [.. Enumerable.Range(0, columns * (columns - 1) / 2).Select(_ => Cells(g))]));
        var svg = Painter.Svg(new PairGrid("p", "Twelve columns", [.. Enumerable.Range(0, columns).Select(c => new PairAxis($"x{c}", 0, 1))],
            [.. groups]));
        for (var g = 0; g < 12; g++) Assert.InRange(svg.Split($">{g}</text>").Length - 1, 60, 130);

        static int[] Cells(int group)
        {
            var cells = new int[bins * bins];
            cells[(8 * group + 4) * bins + 8 * group + 4] = 30;
            return cells;
        }
    }

    [Theory]
    [InlineData(false, 5, 5)]
    [InlineData(false, 200, 0)]
    [InlineData(true, 5, 0)]
    public void The_key_has_a_dot_where_the_line_has_dots(bool isOutline, int points, int dots)
    {
        double[] x = [.. Enumerable.Range(0, points)];
        var line = new LineMark([.. x], [.. x]) { Hue = Hue.Strong, IsOutline = isOutline };
        var figure = new Figure("f", "A line", [new ValueScale("x"), new ValueScale("y")], [new("x", "y", [line])]);
        int Dots(Figure drawn) => Painter.Svg(drawn).Split("<circle").Length - 1;
        var keyed = figure with { Legend = [new("line", Hue.Strong) { IsLine = true }] };
        Assert.Equal(dots, Dots(figure));
        Assert.Equal(dots > 0 ? 1 : 0, Dots(keyed) - Dots(figure));
    }
}
