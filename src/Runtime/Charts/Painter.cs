namespace Runtime.Charts;

/// <summary>Draws figures. The same figure gives the same bytes; no font has to be installed.</summary>
public static class Painter
{
    /// <param name="scale">Pixels per unit of the SVG: 2 for sharp text on today's screens.</param>
    public static byte[] Png(Figure figure, float scale = 2)
    {
        var drawing = Lay(figure);
        using var surface = new BitmapSurface(drawing.Size, scale);
        drawing.Paint(surface);
        return surface.Encode();
    }

    /// <summary>An SVG document without fonts, scripts or references to the outside.</summary>
    public static string Svg(Figure figure)
    {
        var drawing = Lay(figure);
        var surface = new SvgSurface(drawing.Size);
        drawing.Paint(surface);
        return surface.Document(figure.Title);
    }

    /// <summary>Width and height in units of the SVG.</summary>
    public static (int Width, int Height) Size(Figure figure)
    {
        var size = Lay(figure).Size;
        return (size.Width, size.Height);
    }

    internal static Drawing Lay(Figure figure) => figure switch
    {
        BarChart chart => chart.Horizontal ? new BarDrawing(chart) : new ColumnDrawing(chart),
        BarPanels panels => new BarPanelsDrawing(panels),
        LineChart chart => new LineDrawing(chart),
        Heatmap heatmap => new HeatmapDrawing(heatmap),
        PairPlot plot => new PairPlotDrawing(plot),
        _ => throw new ArgumentException($"No painter for {figure.GetType().Name}.", nameof(figure)),
    };
}
