using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>The names of lines at their ends, which say it better than a legend where there is room for them.</summary>
static class LineNames
{
    const float NameHeight = 16, Longest = 170;

    // More would fill the height of a plot.
    const int Most = 14;

    static readonly TextStyle Style = Styles.Name with { Weight = Weight.SemiBold };

    public static bool Fit(Figure figure) =>
        figure.Panels.Count == 1 && figure.Legend.Count is > 1 and <= Most && figure.Legend.All(entry => entry.IsLine);

    /// <summary>Room on the right of a plot.</summary>
    public static float Width(Panel panel) =>
        Math.Min(Styles.Widest(panel.Marks.OfType<LineMark>().Select(line => line.Series ?? ""), Style), Longest) + 16;

    /// <summary>Each name as near its line's end as the names above it let it.</summary>
    public static void Paint(Surface surface, IEnumerable<(LineMark Line, SKPoint[] Points)> lines, SKRect plot)
    {
        var ends = lines.Where(line => line.Points.Any(PanelPainter.IsThere))
            .Select(line => (line.Line, End: line.Points.Last(PanelPainter.IsThere))).OrderBy(line => line.End.Y).ToArray();
        var places = Spread([.. ends.Select(line => line.End.Y)], plot.Top, plot.Bottom);
        for (var i = 0; i < ends.Length; i++)
        {
            var (line, end) = ends[i];
            var style = Style with { Colour = Oklab.Of(Palette.Of(line.Hue)).Lighter(-0.08).Shown().ToColor() };
            surface.Line(end.X + 5, end.Y, plot.Right + 3, places[i], Palette.Grid);
            surface.Text(Fitting.Fit(line.Series ?? "", style, Longest), plot.Right + 6, places[i], style);
        }
    }

    /// <summary>Moves ascending places apart, inside the bounds.</summary>
    static float[] Spread(float[] places, float low, float high)
    {
        for (var i = 0; i < places.Length; i++) places[i] = Math.Max(places[i], i == 0 ? low : places[i - 1] + NameHeight);
        var last = places.Length - 1;
        for (var i = last; i >= 0; i--) places[i] = Math.Min(places[i], i == last ? high : places[i + 1] - NameHeight);
        return places;
    }
}
