using SkiaSharp;

namespace Runtime.Charts;

/// <summary>Horizontal bars with a name before and a number behind each; bars of several series lie below each other.</summary>
sealed class BarRows
{
    const float WidestName = 230, NameGap = 10, LabelGap = 5;

    readonly string[] names;
    readonly string[][] labels;
    readonly (IReadOnlyList<double> Values, Func<int, SKColor> Colour)[] series;
    readonly TextStyle nameStyle, labelStyle;

    public BarRows(IReadOnlyList<string> categories, (IReadOnlyList<double> Values, Func<int, SKColor> Colour)[] series, CellFormat format, TextStyle nameStyle, TextStyle labelStyle)
    {
        (this.series, this.nameStyle, this.labelStyle) = (series, nameStyle, labelStyle);
        names = [.. categories.Select(name => Fonts.Fit(name, nameStyle, WidestName))];
        labels = [.. series.Select(one => Numbers.Column(one.Values, format))];
    }

    public IEnumerable<double> Values => series.SelectMany(one => one.Values);

    public float NameWidth => names.Select(name => Fonts.Width(name, nameStyle)).DefaultIfEmpty(0).Max() + NameGap;

    public float LabelWidth => labels.SelectMany(texts => texts).Select(text => Fonts.Width(text, labelStyle)).DefaultIfEmpty(0).Max() + LabelGap;

    public float Height => names.Length * Pitch;

    float Thickness => series.Length > 1 ? 12.5f : names.Length > 30 ? 12 : 16;

    float Pitch => Math.Max(series.Length * Thickness + (names.Length > 30 ? 5 : 9), nameStyle.Size + 5);

    /// <summary>The middle of a row, from the top.</summary>
    public float Middle(int row) => (row + 0.5f) * Pitch;

    /// <param name="nameEnd">Where the names end.</param>
    /// <param name="scale">Across the surface.</param>
    public void Paint(Surface surface, float nameEnd, float top, AxisScale scale)
    {
        var zero = scale.At(0);
        for (var row = 0; row < names.Length; row++)
        {
            surface.Text(names[row], nameEnd - NameGap, top + Middle(row), nameStyle, Align.Right);
            var y = top + Middle(row) - series.Length * Thickness / 2;
            for (var s = 0; s < series.Length; s++, y += Thickness)
            {
                if (row < series[s].Values.Count)
                {
                    PaintBar(surface, series[s].Values[row], labels[s][row], zero, scale, y, series[s].Colour(row));
                }
            }
        }

        surface.Line(zero, top, zero, top + Height, Palette.Axis);
    }

    void PaintBar(Surface surface, double value, string label, float zero, AxisScale scale, float y, SKColor colour)
    {
        var end = !double.IsFinite(value) ? zero : scale.At(value);
        var (left, right) = (Math.Min(zero, end), Math.Max(zero, end));
        if (right > left)
        {
            surface.Box(new(left, y, right, y + Thickness - (series.Length > 1 ? 1 : 0)), colour);
        }

        var behind = end < zero ? left - LabelGap : right + LabelGap;
        surface.Text(label, behind, y + Thickness / 2, labelStyle, end < zero ? Align.Right : Align.Left);
    }
}
