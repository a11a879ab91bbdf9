using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>A panel and the room that it needs: its plot, and around it title, axes and the names of lines.</summary>
sealed class PanelLayout
{
    const float Tallest = 700, UprightBars = 320, Lines = 350, SmallLines = 130, PixelsPerUnit = 2, WidestCells = 856;

    // The numbers of clusters have no place in a smaller one.
    const float SmallestPlane = 70;

    readonly Figure figure;
    readonly Axis x, y;
    readonly bool names, showsX, showsY;

    /// <param name="names">Lines are named at their ends.</param>
    public PanelLayout(Figure figure, Panel panel, bool names)
    {
        (this.figure, Panel, this.names) = (figure, panel, names);
        (x, y) = (Axis.Of(figure, panel, upright: false), Axis.Of(figure, panel, upright: true));
        // Panels of a grid share the outer axes.
        showsY = !figure.Panels.Any(p => p.Y == panel.Y && p.Place?.Row == panel.Place?.Row && p.Place?.Column < panel.Place?.Column);
        showsX = !figure.Panels.Any(p => p.X == panel.X && p.Place?.Column == panel.Place?.Column && p.Place?.Row > panel.Place?.Row);
    }

    public Panel Panel { get; }

    public float Left => !showsY ? 0 : y.Left + (IsShared && y.Title is not null ? 20 : 0);

    public float Right => names ? LineNames.Width(Panel) : x is ValueAxis && !IsShared && !HasBars ? 12 : 0;

    /// <summary>The breadth of names and numbers.</summary>
    public float Words => Left + Right + (x is ValueAxis { After: var after } ? after : 0);

    bool IsShared => Panel.Place is not null;

    bool HasBars => Panel.Marks.Any(mark => mark is BarMark);

    /// <param name="room">What there is for a plot that may be as wide as it likes.</param>
    public float Width(float room, int columns) => IsShared ? Side(columns) : CellWidth is { } cell ? cell * ((BandAxis)x).Count
        : figure is { Height: null, Aspect: { } aspect } ? Math.Min(room, Tallest / (float)aspect) : room;

    public float Top(float width) => (Panel.Title is null ? 0 : 26)
        + (!IsShared && y.Title is not null ? Axis.TitleRoom + 4 : 0)
        + (CellWidth is null ? 0 : x.Below(width));

    public float Below(float width) => CellWidth is not null ? x.Title is null ? 0 : Axis.TitleRoom
        : !showsX ? 0 : x.Below(width) + (x.Title is null ? 0 : Axis.TitleRoom);

    public float Height(float width) => this switch
    {
        { IsShared: true } => width,
        { CellWidth: { } cell, y: BandAxis rows } => rows.Count * Math.Clamp(cell * 0.62f, Math.Min(cell, 17), 38),
        { y: BandAxis rows } => rows.Height(Panel.Marks.Count(mark => mark is BarMark)),
        _ when figure.Height is { } asked => asked,
        _ when figure.Aspect is { } aspect => Math.Max(width * (float)aspect, SmallLines),
        { y: ValueAxis values, x: BandAxis } => UprightBars + values.Before + values.After,
        _ when figure.Panels.Count > 1 => SmallLines,
        _ => Lines,
    };

    /// <summary>Wide enough for its number, as wide as the name above it needs, and narrower where there are many.</summary>
    float? CellWidth => x is BandAxis columns && y is BandAxis
        ? Math.Clamp((WidestCells - Left - 80) / Math.Max(columns.Count, 1), 9, Math.Max(84, Math.Min(104, columns.Widest(104) + 8)))
        : null;

    /// <summary>One or two planes are not as small as those of a grid.</summary>
    float Largest => figure.Marks<AreaMark>().Any() || figure.Panels.Count > 2 ? 250 : figure.Panels.Count == 2 ? 370 : 500;

    /// <summary>About what the width allows, but a whole number of pixels a bin.</summary>
    float Side(int columns)
    {
        var wanted = Math.Clamp((PanelGrid.Wide + 40) / columns - 8, SmallestPlane, Largest);
        var bins = figure.Marks<DensityMark>().Select(mark => Math.Max(mark.Bins, mark.BinsUp)).DefaultIfEmpty(1).Max();
        var pixels = Math.Max(MathF.Round(wanted * PixelsPerUnit / bins), MathF.Ceiling(SmallestPlane * PixelsPerUnit / bins));
        return bins * pixels / PixelsPerUnit;
    }

    public void Paint(Surface surface, SKRect plot, float left, DensityColours? densities)
    {
        x.Lay(plot.Left, plot.Right);
        var downwards = y is BandAxis;
        y.Lay(downwards ? plot.Top : plot.Bottom, downwards ? plot.Bottom : plot.Top);
        if (showsY) y.PaintLeft(surface, plot);
        if (showsX) x.PaintBelow(surface, plot);
        if (x is ValueAxis across && y is ValueAxis up && (across.IsShown || up.IsShown) && !IsShared)
            surface.Line(plot.Left, plot.Bottom, plot.Right, plot.Bottom, Palette.Axis);
        PaintTitles(surface, plot, left);
        var painter = new PanelPainter(surface, figure, Panel, x, y, plot, densities);
        foreach (var mark in Panel.Marks) mark.Draw(painter);
        if (names) painter.NameLines();
    }

    void PaintTitles(Surface surface, SKRect plot, float left)
    {
        var (start, above) = (plot.Left - left, plot.Top - (Panel.Title is null ? 0 : 26) - (CellWidth is null ? 0 : x.Below(plot.Width)));
        if (Panel.Title is { } title)
        {
            if (Panel.Hue is { } hue) surface.Swatch(SKRect.Create(start, above + 3, 10, 10), hue);
            var indent = Panel.Hue is null ? 0 : 16;
            var titles = figure.Panels.Select(panel => panel.Title ?? "").ToArray();
            var told = Fitting.Told(titles, Styles.Panel, plot.Right - start - indent);
            surface.Text(told[Array.IndexOf(titles, title)], start + indent, above + 8, Styles.Panel);
        }
        if (IsShared) PaintSharedTitles(surface, plot, start);
        else
        {
            if (y.Title is { } up)
                surface.Text(Fitting.Fit(up, Styles.Axis, PanelGrid.Wide), start, above - Axis.TitleRoom + 2, Styles.Axis);
            if (x.Title is { } across)
            {
                var name = Fitting.Fit(across, Styles.Axis, plot.Width);
                surface.Text(name, plot.MidX, plot.Bottom + Below(plot.Width) - 10, Styles.Axis, Align.Center);
            }
        }
    }

    void PaintSharedTitles(Surface surface, SKRect plot, float start)
    {
        // Smaller letters rather than an ellipsis, within reason.
        float[] sizes = [12, 11.5f, 11, 10.5f];
        var titles = figure.Scales.Where(scale => scale is ValueScale).Select(scale => scale.Title ?? "").ToArray();
        var size = sizes.FirstOrDefault(size => Styles.Widest(titles, Styles.Shared with { Size = size }) <= plot.Width, sizes[^1]);
        var style = Styles.Shared with { Size = size };
        var told = Fitting.Told(titles, style, plot.Width);
        if (showsY && y.Title is { } up)
            surface.TextUpwards(told[Array.IndexOf(titles, up)], start + 7, plot.MidY, style, Align.Center);
        if (showsX && x.Title is { } across)
            surface.Text(told[Array.IndexOf(titles, across)], plot.MidX, plot.Bottom + 30, style, Align.Center);
    }
}
