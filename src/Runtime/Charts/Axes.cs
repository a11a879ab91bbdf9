namespace Runtime.Charts;

/// <summary>Light grid lines with their numbers.</summary>
static class Axes
{
    /// <summary>Vertical grid lines, numbers below.</summary>
    public static void Below(Surface surface, AxisScale scale, float top, float bottom, CellFormat format, TextStyle style)
    {
        var labels = scale.Labels(format);
        var end = float.NegativeInfinity;
        for (var i = 0; i < labels.Length; i++)
        {
            var x = scale.At(scale.Ticks[i]);
            surface.Line(x, top, x, bottom, Palette.Grid);
            var half = Fonts.Width(labels[i], style) / 2;
            if (x - half > end + 6)
            {
                surface.Text(labels[i], x, bottom + 12, style, Align.Center);
                end = x + half;
            }
        }
    }

    /// <summary>Horizontal grid lines, numbers on their left.</summary>
    public static void Left(Surface surface, AxisScale scale, float left, float right, CellFormat format, TextStyle style)
    {
        var labels = scale.Labels(format);
        for (var i = 0; i < labels.Length; i++)
        {
            var y = scale.At(scale.Ticks[i]);
            surface.Line(left, y, right, y, Palette.Grid);
            surface.Text(labels[i], left - 8, y, style, Align.Right);
        }
    }
}
