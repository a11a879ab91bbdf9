using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>Numbers along a side, with grid lines through the plot, or ticks at it where marks fill the plot.</summary>
sealed class ValueAxis : Axis
{
    const float Tick = 4;
    const int MostWholes = 20;

    readonly Figure figure;
    readonly ValueScale scale;
    readonly int count;
    readonly bool filled;
    AxisScale places;

    public ValueAxis(Figure figure, Panel panel, ValueScale scale, bool upright)
    {
        (this.figure, this.scale) = (figure, scale);
        filled = panel.Place is not null;
        count = filled ? 3 : upright || HasBars(panel) ? 6 : 10;
        if (!upright && !filled && Wholes(figure.On(scale.Name)) is { } wholes) count = wholes;
        (Before, After) = Inset(upright);
        places = AxisScale.Of(figure, scale, 0, 1, count);
        // A single tick says nothing of the distances.
        if (places.Ticks.Count < 2) places = AxisScale.Of(figure, scale, 0, 1, count *= 2);
    }

    /// <summary>Room inside the plot before the least and beyond the greatest value, for what is written at marks.</summary>
    public float Before { get; }

    /// <inheritdoc cref="Before"/>
    public float After { get; }

    public override string? Title => scale.Title;

    public bool IsShown => scale.Shown;

    public override float Left => scale.Shown ? Styles.Widest(places.Labels(), Styles.Tick) + 12 : 0;

    public override float Below(float width) => scale.Shown ? 20 : 0;

    public override void Lay(float from, float to)
    {
        var sign = Math.Sign(to - from);
        places = AxisScale.Of(figure, scale, from + sign * Before, to - sign * After, count);
    }

    public override float At(double value) => places.At(value);

    public override float Slot(int values) => Math.Abs(places.At(places.Ticks[^1]) - places.At(places.Ticks[0])) / Math.Max(values, 1);

    public override void PaintLeft(Surface surface, SKRect plot)
    {
        if (!scale.Shown) return;
        var end = float.PositiveInfinity;
        foreach (var (tick, label) in places.Ticks.Zip(places.Labels()))
        {
            var y = At(tick);
            if (filled) surface.Line(plot.Left - Tick, y, plot.Left, y, Palette.Axis);
            else surface.Line(plot.Left, y, plot.Right, y, Palette.Grid);
            var middle = filled ? Math.Clamp(y, plot.Top + 4, plot.Bottom - 4) : y;
            if (middle > end - Styles.Tick.Size - 1) continue;
            surface.Text(label, plot.Left - 8, middle, Styles.Tick, Align.Right);
            end = middle;
        }
    }

    public override void PaintBelow(Surface surface, SKRect plot)
    {
        if (!scale.Shown) return;
        var end = float.NegativeInfinity;
        foreach (var (tick, label) in places.Ticks.Zip(places.Labels()))
        {
            var (x, half) = (At(tick), Fonts.Width(label, Styles.Tick) / 2);
            surface.Line(x, filled ? plot.Bottom : plot.Top, x, plot.Bottom + Tick, filled ? Palette.Axis : Palette.Grid);
            var middle = filled ? Math.Clamp(x, plot.Left + half, Math.Max(plot.Left + half, plot.Right - half)) : x;
            if (middle - half <= end + 6 || filled && 2 * half > plot.Width) continue;
            surface.Text(label, middle, plot.Bottom + 12, Styles.Tick, Align.Center);
            end = middle + half;
        }
    }

    /// <summary>Every one of few whole numbers has a tick.</summary>
    static int? Wholes(IEnumerable<double> values)
    {
        var all = values.Where(double.IsFinite).ToArray();
        if (all.Length == 0 || all.Max() - all.Min() is not (> 1 and <= MostWholes and var span)) return null;
        return Array.TrueForAll(all, v => v == Math.Floor(v)) ? (int)span : null;
    }

    static bool HasBars(Panel panel) => panel.Marks.Any(mark => mark is BarMark);

    (float Before, float After) Inset(bool upright)
    {
        if (scale.Flush) return (0, 0);
        Panel[] panels = [.. figure.Panels.Where(panel => (upright ? panel.Y : panel.X) == scale.Name)];
        BarMark[] bars = [.. panels.SelectMany(panel => panel.Marks).OfType<BarMark>().Where(bar => bar.Lies != upright)];
        if (upright && panels.Any(panel => panel.Marks.Any(mark => mark is AreaMark))) return (0, 4);
        if (bars.Length == 0 && !upright) return panels.Any(panel => panel.Marks.Any(mark => mark is PlacedMark)) ? (8, 8) : (0, 0);
        if (bars.Length == 0) return panels.Any(panel => panel.Marks.Any(mark => mark is PointMark { IsRow: true })) ? (4, 4) : (0, 0);
        var isBelow = bars.Any(bar => bar.Lengths.Any(length => length < 0));
        if (upright) return (isBelow ? 18 : 0, 14);
        var widest = bars.Max(bar => Reach(bar));
        return (isBelow ? widest : 0, widest);
    }

    float Reach(BarMark bar) =>
        Styles.Widest(BarPainter.LabelsOf(figure, bar, scale.Name), Styles.Number) + BarPainter.LabelGap + (bar.Ticks is null ? 0 : 4);
}
