using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>What colours mean that are no names in a row: a scale, or groups with their sizes.</summary>
abstract class Key
{
    public abstract SKSize Size { get; }

    /// <summary>Laid out to stand above the panels.</summary>
    public virtual bool IsAbove => false;

    public abstract void Paint(Surface surface, SKPoint origin);

    public static Key? Of(Figure figure, PanelGrid grid, DensityColours? densities) =>
        densities is not null || figure.Legend.Any(entry => entry.Rows is not null) ? new GroupKey(figure, densities)
        : figure.Marks<CellMark>().FirstOrDefault() is { } cells && figure.Scale<ColourScale>(cells.Colour).Shown
            ? new ColourBar(new(figure, cells.Colour), grid.PlotHeight)
        : null;

    /// <summary>A strip of colours, from left to right or from the bottom upwards.</summary>
    protected static void Strip(Surface surface, SKRect area, bool upwards, Func<double, SKColor> colour)
    {
        const int steps = 90;
        using var pixels = new SKBitmap(upwards ? 1 : steps, upwards ? steps : 1, SKColorType.Rgba8888, SKAlphaType.Opaque);
        pixels.Pixels = [.. Enumerable.Range(0, steps).Select(i => colour(upwards ? 1 - i / (steps - 1.0) : i / (steps - 1.0)))];
        surface.Image(pixels, area);
    }
}

/// <summary>The scale of cells, upright beside them.</summary>
sealed class ColourBar : Key
{
    const float BarWidth = 12, TextGap = 8, TickPitch = 26;

    readonly CellColours colours;
    readonly AxisScale scale;
    readonly float height;

    /// <param name="height">Of the cells.</param>
    public ColourBar(CellColours colours, float height)
    {
        (this.colours, this.height) = (colours, Math.Clamp(height, 80, 220));
        var count = Math.Max(3, (int)(this.height / TickPitch));
        scale = new([colours.Low, colours.High], ScaleSpacing.Linear, tight: true, exact: false, colours.Format, this.height, 0, count);
    }

    public override SKSize Size => new(
        Math.Max(BarWidth + TextGap + Styles.Widest(Labels(), Styles.Tick), Styles.Widest([Title], Styles.Tick)), height + Head);

    string Title => colours.Title ?? "";

    float Head => Title.Length > 0 ? 16 : 0;

    public override void Paint(Surface surface, SKPoint origin)
    {
        if (Title.Length > 0) surface.Text(Title, origin.X, origin.Y + 2, Styles.Tick);
        origin.Y += Head;
        Strip(surface, SKRect.Create(origin.X, origin.Y, BarWidth, height), upwards: true, colours.At);
        foreach (var (tick, label) in scale.Ticks.Zip(Labels()))
            surface.Text(label, origin.X + BarWidth + TextGap, origin.Y + Math.Clamp(scale.At(tick), 4, height - 4), Styles.Tick);
    }

    /// <summary>The ends say that there is more beyond them.</summary>
    string[] Labels() => [.. scale.Ticks.Zip(scale.Labels(), (tick, label) =>
        !colours.IsBeyond || tick > colours.Low && tick < colours.High ? label : (tick < 0 ? "≤ " : "≥ ") + label)];
}
