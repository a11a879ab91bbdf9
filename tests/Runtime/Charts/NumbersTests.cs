using Runtime;
using Runtime.Charts;
using Runtime.Charts.Painting;

namespace Tests.Runtime.Charts;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(1159764, CellFormat.Count, "1,159,764")]
    [InlineData(-16456617.4, CellFormat.Number, "−16,456,617")]
    [InlineData(0.138, CellFormat.Share, "13.8 %")]
    [InlineData(0.0004, CellFormat.Share, "0.04 %")]
    [InlineData(0.123456, CellFormat.Number, "0.1235")]
    [InlineData(12.5, CellFormat.Number, "12.5")]
    [InlineData(-0.00001, CellFormat.Number, "−1e−5")]
    [InlineData(1e300, CellFormat.Count, "1e300")]
    [InlineData(-0.0, CellFormat.Number, "0")]
    [InlineData(double.NaN, CellFormat.Number, "–")]
    [InlineData(double.NegativeInfinity, CellFormat.Share, "–")]
    public void A_value_is_written(double value, CellFormat format, string text) => Assert.Equal(text, Numbers.Value(value, format));

    [Theory]
    [InlineData(new[] { -8e6, -10e6 }, 2e6, "−8M −10M")]
    [InlineData(new[] { -16.456e6, -16.457e6 }, 500, "−16.4560M −16.4570M")]
    [InlineData(new[] { 0, 5000.0, 20000 }, 5000, "0 5k 20k")]
    [InlineData(new[] { 0, 0.5, 1 }, 0.5, "0 0.5 1.0")]
    [InlineData(new[] { 0, 1e300 }, 1e300, "0 1e300")]
    public void Ticks_have_common_decimals(double[] values, double step, string texts) =>
        Assert.Equal(texts, string.Join(' ', Numbers.Together(values, step, CellFormat.Number, suffixes: true)));

    [Fact]
    public void Bars_have_common_decimals() =>
        Assert.Equal(["0.500", "0.051", "–"], Numbers.Column([0.5, 0.0512, double.NaN], CellFormat.Number));

    [Theory]
    [InlineData(0, 7, 10)]
    [InlineData(-16456617, -9000000, 6)]
    [InlineData(3, 3, 6)]
    [InlineData(-1e300, 1e300, 6)]
    [InlineData(1e-280, 3e-280, 6)]
    [InlineData(double.NaN, double.PositiveInfinity, 6)]
    public void A_scale_covers_its_values_with_few_round_ticks(double low, double high, int count)
    {
        var scale = new AxisScale([low, high], ScaleSpacing.Linear, tight: false, exact: false, CellFormat.Number, 0, 100, count);
        Assert.InRange(scale.Ticks.Count, 2, 2 * count + 2);
        Assert.Equal(0, scale.At(scale.Ticks[0]), 3);
        Assert.Equal(100, scale.At(scale.Ticks[^1]), 3);
        if (double.IsFinite(low))
        {
            Assert.InRange(scale.At(low), 0, 100);
            Assert.InRange(scale.At(high), 0, 100);
        }
    }

    [Theory]
    [InlineData("instrumentalness", 500, "instrumentalness")]
    [InlineData("instrumentalness", 0, "…")]
    public void A_long_name_ends_in_an_ellipsis(string text, float width, string fitted) =>
        Assert.Equal(fitted, Fitting.Fit(text, new(12, Palette.Ink), width));

    [Fact]
    public void A_fitted_name_is_as_long_as_may_be()
    {
        var style = new TextStyle(12, Palette.Ink);
        var text = Fitting.Fit("a somewhat long name of a category", style, 120);
        Assert.InRange(Fonts.Width(text, style), 100, 120);
        Assert.EndsWith("…", text);
    }

    [Fact]
    public void What_no_font_has_is_drawn_as_a_box() =>
        Assert.All(Fonts.Outlines("\uE123\U000F1234", Weight.Regular), glyph => Assert.False(glyph.Outline.IsEmpty));
}
