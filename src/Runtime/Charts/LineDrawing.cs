using SkiaSharp;

namespace Runtime.Charts;

/// <summary>Lines with their names at the right end where there is room, else in a legend.</summary>
sealed class LineDrawing : Drawing
{
    const float PlotHeight = 350, NameHeight = 16, LongestName = 170;

    readonly LineChart chart;
    readonly Legend legend;

    public LineDrawing(LineChart chart)
        : base(chart)
    {
        this.chart = chart;
        legend = new(Direct || chart.Lines.Count < 2 ? [] : chart.Lines.Select((line, i) => new LegendEntry(line.Name, Colour(i), IsLine: true)), Wide);
    }

    protected override bool IsEmpty => !chart.Lines.Any(line => Enumerable.Range(0, Points(line)).Any(i => double.IsFinite(chart.X[i]) && double.IsFinite(line.Values[i])));

    protected override SKSize Body => new(Wide, Top + PlotHeight + 46);

    bool Direct => chart.Lines.Count is > 1 and <= (int)(PlotHeight / NameHeight / 1.5f);

    float Top => legend.Height + 26;

    float Left => Widest(Vertical(0).Labels(CellFormat.Number), TickStyle) + 12;

    float NameWidth => Direct ? Math.Min(Widest(chart.Lines.Select(line => line.Name), LabelStyle), LongestName) + 16 : 12;

    static TextStyle LabelStyle => NameStyle with { Weight = Weight.SemiBold };

    protected override void PaintBody(Surface surface, SKPoint origin)
    {
        legend.Paint(surface, origin);
        var (left, right, top) = (origin.X + Left, origin.X + Wide - NameWidth, origin.Y + Top);
        var x = Horizontal(left + 8, right - 8);
        var y = Vertical(top);
        surface.Text(Fonts.Fit(chart.YAxis, AxisStyle, Wide), origin.X, origin.Y + legend.Height + 6, AxisStyle);
        surface.Text(Fonts.Fit(chart.XAxis, AxisStyle, right - left), (left + right) / 2, top + PlotHeight + 36, AxisStyle, Align.Center);
        Axes.Left(surface, y, left, right, CellFormat.Number, TickStyle);
        Axes.Below(surface, x, top, top + PlotHeight + 4, CellFormat.Number, TickStyle);
        surface.Line(left, top + PlotHeight, right, top + PlotHeight, Palette.Axis);
        SKPoint[][] lines = [.. chart.Lines.Select(line => Enumerable.Range(0, Points(line)).Select(i => new SKPoint(x.At(chart.X[i]), y.At(line.Values[i]))).ToArray())];
        for (var i = 0; i < lines.Length; i++)
        {
            Polyline.Paint(surface, lines[i], Colour(i), lines[i].Length <= 60 ? 3.5f : 0);
        }

        if (Direct)
        {
            PaintNames(surface, lines, right, top);
        }

        PaintMark(surface, lines, SKRect.Create(left, top, right - left, PlotHeight));
    }

    int Points(Series line) => Math.Min(line.Values.Count, chart.X.Count);

    SKColor Colour(int line) => Palette.Series(chart.Lines[line].Cluster, line, chart.Lines.Count);

    AxisScale Horizontal(float left, float right) => chart.LogX
        ? AxisScale.Logarithmic(chart.X, left, right, tight: true)
        : AxisScale.Over(chart.X, left, right, 10, chart.X.All(value => value == Math.Floor(value)), tight: true);

    AxisScale Vertical(float top)
    {
        var values = chart.Lines.SelectMany(line => line.Values);
        return chart.LogY ? AxisScale.Logarithmic(values, top + PlotHeight, top) : AxisScale.Over(values, top + PlotHeight, top, 6);
    }

    /// <summary>Each name as near its line's end as the names above it let it.</summary>
    void PaintNames(Surface surface, SKPoint[][] lines, float right, float top)
    {
        var ends = lines.Select((line, i) => (Line: i, End: line.LastOrDefault(Polyline.IsThere, new(right, float.NaN))))
            .Where(one => Polyline.IsThere(one.End)).OrderBy(one => one.End.Y).ThenBy(one => one.Line).ToArray();
        var places = Spread(ends.Select(one => one.End.Y).ToArray(), NameHeight, top, top + PlotHeight);
        for (var i = 0; i < ends.Length; i++)
        {
            var style = LabelStyle with { Colour = Oklab.Of(Colour(ends[i].Line)).Lighter(-0.08).Shown().ToColor() };
            surface.Line(ends[i].End.X + 5, ends[i].End.Y, right + 3, places[i], Palette.Grid);
            surface.Text(Fonts.Fit(chart.Lines[ends[i].Line].Name, style, LongestName), right + 6, places[i], style);
        }
    }

    void PaintMark(Surface surface, SKPoint[][] lines, SKRect plot)
    {
        if (chart.Marked is not var (line, index) || line < 0 || line >= lines.Length || index < 0 || index >= lines[line].Length || !Polyline.IsThere(lines[line][index]))
        {
            return;
        }

        var point = lines[line][index];
        surface.Dot(point, 6.5f, Palette.Paper, Colour(line), 2.5f);
        surface.Dot(point, 2.5f, Colour(line), Colour(line), 0.5f);
        var label = Numbers.Value(chart.Lines[line].Values[index], CellFormat.Number);
        var half = Fonts.Width(label, MarkStyle) / 2 + 4;
        var x = Math.Clamp(point.X, plot.Left + half, plot.Right - half);
        var y = point.Y - 20 > plot.Top ? point.Y - 20 : point.Y + 20;
        surface.Box(SKRect.Create(x - half, y - 9, 2 * half, 18), Palette.Paper.WithAlpha(225), 3);
        surface.Text(label, x, y, MarkStyle, Align.Center);
    }

    static TextStyle MarkStyle { get; } = new(12, Palette.Ink, Weight.SemiBold);

    /// <summary>Moves ascending places apart to at least <paramref name="gap"/>, inside the bounds.</summary>
    static float[] Spread(float[] wanted, float gap, float low, float high)
    {
        var places = (float[])wanted.Clone();
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = Math.Max(places[i], i == 0 ? low : places[i - 1] + gap);
        }

        for (var i = places.Length - 1; i >= 0; i--)
        {
            places[i] = Math.Min(places[i], i == places.Length - 1 ? high : places[i + 1] - gap);
        }

        return places;
    }
}
