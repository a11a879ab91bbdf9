using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>The bars of a panel, those of several series beside each other, with their numbers.</summary>
sealed class BarPainter(Surface surface, Figure figure, Panel panel, Axis x, Axis y, SKRect plot)
{
    public const float LabelGap = 5;

    // Nearer to a bar's end than this, a line runs through the number there.
    const float Near = 24;

    readonly BarMark[] bars = [.. panel.Marks.OfType<BarMark>()];
    readonly LineMark[] lines = [.. panel.Marks.OfType<LineMark>()];

    public void Paint(BarMark mark)
    {
        var thickness = Thickness(mark);
        var labels = LabelsOf(figure, mark, mark.Lies ? panel.X : panel.Y);
        var style = mark.Lies && bars.Length > 1 ? Styles.Number with { Size = 10 } : Styles.Number;
        var labelled = mark.Lies || Styles.Widest(labels, style) <= (bars.Length == 1 ? x.Slot(mark.Count) : thickness) - 4;
        var aside = (Array.IndexOf(bars, mark) - (bars.Length - 1) / 2f) * thickness;
        for (var i = 0; i < mark.Count; i++)
        {
            var bar = BarOf(mark, i, aside, thickness);
            var colour = Palette.Of(mark.HueOf(i));
            surface.Swatch(bar, mark.HueOf(i), 0, $"{NameOf(mark, i)}: {labels[i]}");
            var end = mark.Ticks is { } ticks && i < ticks.Count ? PaintTick(mark, ticks[i], bar) : bar.Right;
            if (!labelled) continue;
            if (mark.Lies) LabelLying(labels[i], mark.Lengths[i], new(bar.Left, bar.Top, Math.Max(end, bar.Right), bar.Bottom), style);
            else LabelUpright(labels[i], i, mark.Lengths[i], bar, colour);
        }
    }

    /// <summary>Numbers at a line over bars of one series, where they do not meet those of the bars.</summary>
    public void Label(LineMark line, SKPoint[] points)
    {
        if (bars.Length != 1 || x is not BandAxis) return;
        var labels = line.Y!.Select(value => Numbers.Value(value, FormatOf(panel.Y))).ToArray();
        if (Styles.Widest(labels, Styles.Number) > x.Slot(labels.Length) - 4) return;
        for (var i = 0; i < points.Length; i++)
        {
            if (!PanelPainter.IsThere(points[i]) || i < bars[0].Count && IsNear(line, i, y.At(bars[0].Lengths[i]))) continue;
            surface.Text(labels[i], points[i].X, points[i].Y - 13, Styles.Number, Align.Center);
        }
    }

    /// <summary>What is written at the bars: all on the scale in one form.</summary>
    public static IReadOnlyList<string> LabelsOf(Figure figure, BarMark mark, string scale)
    {
        if (mark.Labels is { } labels) return [.. Enumerable.Range(0, mark.Count).Select(i => i < labels.Count ? labels[i] : "")];
        var all = figure.Marks<BarMark>().Where(bar => bar.Lies == mark.Lies).SelectMany(bar => bar.Lengths);
        return Numbers.Column(mark.Lengths, figure.Scale<ValueScale>(scale).Format, all);
    }

    string NameOf(BarMark mark, int i)
    {
        var bands = figure.Scales.OfType<BandScale>().FirstOrDefault(s => s.Name == (mark.Lies ? panel.Y : panel.X))?.Bands;
        return string.Join(", ", new[] { bands is not null && i < bands.Count ? bands[i] : null, mark.Series }.OfType<string>());
    }

    /// <summary>A line across the bar; where it stands.</summary>
    float PaintTick(BarMark mark, double tick, SKRect bar)
    {
        var at = (mark.Lies ? x : y).At(tick);
        if (!float.IsFinite(at)) return bar.Right;
        foreach (var (colour, width) in ((SKColor, float)[])[(Palette.Paper, 4), (Palette.Ink, 2)])
        {
            if (mark.Lies) surface.Line(at, bar.Top - 1, at, bar.Bottom + 1, colour, width);
            else surface.Line(bar.Left - 1, at, bar.Right + 1, at, colour, width);
        }
        return mark.Lies ? at + 2 : bar.Right;
    }

    float Thickness(BarMark mark)
    {
        var slot = (mark.Lies ? y : x).Slot(mark.Count);
        return (mark.Lies ? slot - (slot < 20 ? 5 : 9) : Math.Min(slot * 0.72f, 64)) / bars.Length;
    }

    SKRect BarOf(BarMark mark, int i, float aside, float thickness)
    {
        var (along, across) = mark.Lies ? (x, y) : (y, x);
        var zero = float.IsFinite(along.At(0)) ? along.At(0) : mark.Lies ? plot.Left : plot.Bottom;
        var end = double.IsFinite(mark.Lengths[i]) && float.IsFinite(along.At(mark.Lengths[i])) ? along.At(mark.Lengths[i]) : zero;
        var middle = across.At(mark.Lies ? mark.At(i).Y : mark.At(i).X) + aside;
        var (low, high) = (Math.Min(zero, end), Math.Max(zero, end));
        // A hair of paper between bars that stand beside each other.
        var (start, stop) = (middle - thickness / 2, middle + thickness / 2 - (bars.Length > 1 ? 1 : 0));
        return mark.Lies ? new(low, start, high, stop) : new(start, low, stop, high);
    }

    void LabelLying(string label, double length, SKRect bar, TextStyle style)
    {
        var hangs = length < 0 && double.IsFinite(length);
        surface.Text(label, hangs ? bar.Left - LabelGap : bar.Right + LabelGap, bar.MidY, style, hangs ? Align.Right : Align.Left);
    }

    void LabelUpright(string label, int i, double length, SKRect bar, SKColor colour)
    {
        var hangs = length < 0 && double.IsFinite(length);
        var end = hangs ? bar.Bottom : bar.Top;
        var inside = lines.Any(line => IsNear(line, i, end)) && bar.Height > 26;
        var style = inside ? Styles.Number with { Colour = Palette.On(colour) } : Styles.Number;
        surface.Text(label, bar.MidX, hangs ? inside ? end - 15 : end + 11 : inside ? end + 15 : end - 9, style, Align.Center);
    }

    bool IsNear(LineMark line, int i, float end) => i < line.Count && Math.Abs(y.At(line.At(i).Y) - end) < Near;

    CellFormat FormatOf(string scale) => figure.Scale<ValueScale>(scale).Format;
}
