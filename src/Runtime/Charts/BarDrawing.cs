using SkiaSharp;

namespace Runtime.Charts;

/// <summary>Bars that lie on their side. The height grows with their number.</summary>
sealed class BarDrawing : Drawing
{
    const float AxisHeight = 20;

    readonly BarChart chart;
    readonly BarRows rows;
    readonly Legend legend;

    public BarDrawing(BarChart chart)
        : base(chart)
    {
        this.chart = chart;
        var several = chart.Bars.Count > 1;
        rows = new(
            chart.Categories,
            [.. chart.Bars.Select((bars, i) => (bars.Values, (Func<int, SKColor>)(row => BarColours.Of(chart, i, row))))],
            chart.Format,
            chart.Categories.Count > 30 ? NumberStyle : NameStyle,
            several ? NumberStyle with { Size = 10 } : NumberStyle);
        legend = new(BarColours.Legend(chart), Wide);
    }

    protected override bool IsEmpty => chart.Categories.Count == 0 || chart.Bars.Count == 0;

    protected override SKSize Body => new(Wide, Top + rows.Height + 4 + AxisHeight + (chart.ValueAxis is null ? 0 : 20));

    float Top => legend.Height + (chart.CategoryAxis is null ? 0 : 20);

    protected override void PaintBody(Surface surface, SKPoint origin)
    {
        legend.Paint(surface, origin);
        var (top, bottom) = (origin.Y + Top, origin.Y + Top + rows.Height + 4);
        var nameEnd = origin.X + rows.NameWidth;
        var right = origin.X + Wide - rows.LabelWidth;
        var left = nameEnd + (rows.Values.Any(value => value < 0) ? rows.LabelWidth : 0);
        var scale = AxisScale.Over([0, .. rows.Values, .. chart.Line?.Values ?? []], left, right, 6, tight: true);
        if (chart.CategoryAxis is { } categories)
        {
            surface.Text(Fonts.Fit(categories, AxisStyle, Wide), origin.X, origin.Y + legend.Height + 6, AxisStyle);
        }

        Axes.Below(surface, scale, top, bottom, chart.Format, TickStyle);
        rows.Paint(surface, nameEnd, top, scale);
        PaintLine(surface, scale, top);
        if (chart.ValueAxis is { } values)
        {
            surface.Text(Fonts.Fit(values, AxisStyle, right - left), left, bottom + AxisHeight + 12, AxisStyle);
        }
    }

    void PaintLine(Surface surface, AxisScale scale, float top)
    {
        if (chart.Line is { } line)
        {
            Polyline.Paint(surface, [.. line.Values.Take(chart.Categories.Count).Select((value, i) => new SKPoint(scale.At(value), top + rows.Middle(i)))], BarColours.Line(chart), 3);
        }
    }
}
