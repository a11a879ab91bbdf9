using SkiaSharp;

namespace Runtime.Charts;

/// <summary>
/// Below the diagonal a density a pair of axes, on it a histogram an axis, in the free corner the legend. Every bin is a
/// whole number of pixels.
/// </summary>
sealed class PairPlotDrawing : Drawing
{
    const float Gap = 8, NameWidth = 20, PixelsPerUnit = 2;

    readonly PairPlot plot;
    readonly PairDensity density;
    readonly PairLegend legend;
    readonly TextStyle pairStyle;
    readonly string[] names;
    readonly string[][] ticks;

    public PairPlotDrawing(PairPlot plot)
        : base(plot)
    {
        this.plot = plot;
        density = new(plot);
        legend = new(plot, density);
        // Smaller letters rather than an ellipsis, within reason.
        float[] sizes = [12, 11.5f, 11, 10.5f];
        pairStyle = NameStyle with { Weight = Weight.SemiBold };
        var size = sizes.FirstOrDefault(size => Widest(plot.Axes.Select(axis => axis.Name), pairStyle with { Size = size }) <= Side, sizes[^1]);
        pairStyle = pairStyle with { Size = size };
        names = [.. plot.Axes.Select(axis => Fonts.Fit(axis.Name, pairStyle, Side))];
        ticks = [.. plot.Axes.Select(axis => Ticks(axis))];
    }

    protected override bool IsEmpty => plot.Axes.Count == 0 || plot.Bins < 1;

    protected override SKSize Body => new(PanelsWidth + (LegendAside ? 24 + legend.Width : 0), plot.Axes.Count * (Side + Gap) + 40 + (LegendAside ? Math.Max(0, legend.Height - Side) : 0));

    static string[] Ticks(PairAxis axis)
    {
        double[] ends = [axis.Low, axis.Low + (axis.High - axis.Low) / 2, axis.High];
        return Numbers.Together(ends, Numbers.StepFor(ends, (axis.High - axis.Low) / 100), CellFormat.Number, suffixes: true);
    }

    /// <summary>Of a panel: about what the width allows, but a whole number of pixels a bin.</summary>
    float Side
    {
        get
        {
            var wanted = Math.Clamp((Wide + 40) / Math.Max(plot.Axes.Count, 1) - Gap, 70, 250);
            return plot.Bins * Math.Max(1, MathF.Round(wanted * PixelsPerUnit / plot.Bins)) / PixelsPerUnit;
        }
    }

    float TickWidth => Widest(ticks.Skip(1).SelectMany(labels => labels), TickStyle) + 8;

    float PanelsWidth => Left(plot.Axes.Count) - Gap;

    /// <summary>The corner above the diagonal is too small: the first column below the legend begins within its height.</summary>
    bool LegendAside
    {
        get
        {
            var column = (int)MathF.Floor((plot.Axes.Count * (Side + Gap) - Gap - legend.Width - 24) / (Side + Gap));
            return column * (Side + Gap) < legend.Height + Gap;
        }
    }

    float Left(int column) => NameWidth + TickWidth + column * (Side + Gap);

    protected override void PaintBody(Surface surface, SKPoint origin)
    {
        for (var row = 0; row < plot.Axes.Count; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var panel = SKRect.Create(origin.X + Left(column), origin.Y + row * (Side + Gap), Side, Side);
                if (row == column)
                {
                    PairHistogram.Paint(surface, plot, row, panel);
                }
                else
                {
                    using var pixels = density.Panel(column, row);
                    surface.Image(pixels, panel);
                    surface.Frame(panel, Palette.Grid, 1);
                }
            }

            PaintAxis(surface, row, origin);
        }

        legend.Paint(surface, LegendAside ? new(origin.X + PanelsWidth + 24, origin.Y) : new(origin.X + PanelsWidth - legend.Width, origin.Y));
    }

    void PaintAxis(Surface surface, int axis, SKPoint origin)
    {
        var top = origin.Y + axis * (Side + Gap);
        var left = origin.X + Left(axis);
        var bottom = origin.Y + plot.Axes.Count * (Side + Gap) - Gap;
        if (axis > 0)
        {
            var x = origin.X + Left(0) - 6;
            surface.Text(ticks[axis][2], x, top + 5, TickStyle, Align.Right);
            surface.Text(ticks[axis][1], x, top + Side / 2, TickStyle, Align.Right);
            surface.Text(ticks[axis][0], x, top + Side - 5, TickStyle, Align.Right);
            surface.TextUpwards(names[axis], origin.X + 7, top + Side / 2, pairStyle, Align.Center);
        }

        var width = Fonts.Width(ticks[axis][0], TickStyle) + Fonts.Width(ticks[axis][2], TickStyle);
        if (width + 6 < Side)
        {
            surface.Text(ticks[axis][0], left, bottom + 12, TickStyle);
            surface.Text(ticks[axis][2], left + Side, bottom + 12, TickStyle, Align.Right);
        }

        if (width + 1.5f * Fonts.Width(ticks[axis][1], TickStyle) + 24 < Side)
        {
            surface.Text(ticks[axis][1], left + Side / 2, bottom + 12, TickStyle, Align.Center);
        }

        surface.Text(names[axis], left + Side / 2, bottom + 30, pairStyle, Align.Center);
    }
}
