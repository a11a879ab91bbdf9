using SkiaSharp;

namespace Runtime.Charts;

/// <summary>Bars that stand upright.</summary>
sealed class ColumnDrawing : Drawing
{
    const float PlotHeight = 320, LongestName = 130;

    readonly BarChart chart;
    readonly Legend legend;

    public ColumnDrawing(BarChart chart)
        : base(chart)
    {
        this.chart = chart;
        legend = new(BarColours.Legend(chart), Wide);
    }

    protected override bool IsEmpty => chart.Categories.Count == 0 || chart.Bars.Count == 0;

    protected override SKSize Body => new(Wide, Top + PlotHeight + NameHeight + (chart.CategoryAxis is null ? 0 : 22));

    float Top => legend.Height + (chart.ValueAxis is null ? 4 : 24) + 14;

    float Left => Widest(ScaleFrom(0).Labels(chart.Format), TickStyle) + 12;

    float Slot => (Wide - Left) / chart.Categories.Count;

    bool Upwards => Widest(chart.Categories, NameStyle) > Slot - 8;

    float NameHeight => Below + (Upwards ? Math.Min(Widest(chart.Categories, NameStyle), LongestName) + 16 : 26);

    /// <summary>Room for the numbers of bars that hang down.</summary>
    float Below => chart.Bars.Any(bars => bars.Values.Any(value => value < 0)) ? 18 : 0;

    protected override void PaintBody(Surface surface, SKPoint origin)
    {
        legend.Paint(surface, origin);
        var top = origin.Y + Top;
        var left = origin.X + Left;
        var scale = ScaleFrom(top);
        if (chart.ValueAxis is { } axis)
        {
            surface.Text(Fonts.Fit(axis, AxisStyle, Wide), origin.X, origin.Y + legend.Height + 6, AxisStyle);
        }

        Axes.Left(surface, scale, left, origin.X + Wide, chart.Format, TickStyle);
        PaintBars(surface, scale, left);
        PaintNames(surface, left, top + PlotHeight);
        PaintLine(surface, scale, left);
        if (chart.CategoryAxis is { } categories)
        {
            surface.Text(Fonts.Fit(categories, AxisStyle, Wide - Left), left + (Wide - Left) / 2, top + PlotHeight + NameHeight + 8, AxisStyle, Align.Center);
        }
    }

    AxisScale ScaleFrom(float top) => AxisScale.Over([0, .. chart.Bars.SelectMany(bars => bars.Values), .. chart.Line?.Values ?? []], top + PlotHeight, top, 6);

    void PaintBars(Surface surface, AxisScale scale, float left)
    {
        var zero = scale.At(0);
        var width = Math.Min(Slot * 0.72f, 64) / chart.Bars.Count;
        for (var s = 0; s < chart.Bars.Count; s++)
        {
            var values = chart.Bars[s].Values;
            var labels = Numbers.Column(values, chart.Format);
            var labelled = Widest(labels, NumberStyle) <= (chart.Bars.Count == 1 ? Slot : width) - 4;
            for (var i = 0; i < Math.Min(values.Count, chart.Categories.Count); i++)
            {
                var middle = left + (i + 0.5f) * Slot + (s - (chart.Bars.Count - 1) / 2f) * width;
                var end = !double.IsFinite(values[i]) ? zero : scale.At(values[i]);
                surface.Box(new(middle - width / 2, Math.Min(zero, end), middle + width / 2 - (chart.Bars.Count > 1 ? 1 : 0), Math.Max(zero, end)), BarColours.Of(chart, s, i));
                if (labelled)
                {
                    var inside = IsUnderLine(scale, i, end) && Math.Abs(end - zero) > 20;
                    var style = inside ? NumberStyle with { Colour = Palette.On(BarColours.Of(chart, s, i)) } : NumberStyle;
                    surface.Text(labels[i], middle, end > zero != inside ? end + 11 : end - 9, style, Align.Center);
                }
            }
        }

        surface.Line(left, zero, left + Wide - Left, zero, Palette.Axis);
    }

    /// <summary>The line would run through a number that stood beyond the bar's end.</summary>
    bool IsUnderLine(AxisScale scale, int category, float end) =>
        chart.Line is { } line && category < line.Values.Count && Math.Abs(scale.At(line.Values[category]) - end) < 24;

    void PaintNames(Surface surface, float left, float bottom)
    {
        // Names that would touch each other are left out evenly.
        var every = Upwards ? Math.Max(1, (int)Math.Ceiling((NameStyle.Size + 2) / Slot)) : 1;
        for (var i = 0; i < chart.Categories.Count; i += every)
        {
            var x = left + (i + 0.5f) * Slot;
            if (Upwards)
            {
                surface.TextUpwards(Fonts.Fit(chart.Categories[i], NameStyle, LongestName), x, bottom + Below + 10, NameStyle, Align.Right);
            }
            else
            {
                surface.Text(chart.Categories[i], x, bottom + Below + 14, NameStyle, Align.Center);
            }
        }
    }

    void PaintLine(Surface surface, AxisScale scale, float left)
    {
        if (chart.Line is not { } line)
        {
            return;
        }

        var points = line.Values.Take(chart.Categories.Count).Select((value, i) => new SKPoint(left + (i + 0.5f) * Slot, scale.At(value))).ToArray();
        Polyline.Paint(surface, points, BarColours.Line(chart), Slot > 14 ? 3.5f : 0);
        var labels = line.Values.Select(value => Numbers.Value(value, chart.Format)).ToArray();
        for (var i = 0; i < points.Length && chart.Bars.Count == 1 && Widest(labels, NumberStyle) <= Slot - 4; i++)
        {
            if (Polyline.IsThere(points[i]) && !(i < chart.Bars[0].Values.Count && IsUnderLine(scale, i, scale.At(chart.Bars[0].Values[i]))))
            {
                surface.Text(labels[i], points[i].X, points[i].Y - 13, NumberStyle, Align.Center);
            }
        }
    }
}
