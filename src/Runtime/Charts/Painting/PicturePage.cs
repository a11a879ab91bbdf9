using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>A figure laid out: title, note and legend above, the panels below, a key where there is room for it.</summary>
sealed class PicturePage
{
    const float Margin = 22, Narrowest = 420, TitleHeight = 22, NoteHeight = 17, Nothing = 60;

    readonly PanelGrid? grid;
    readonly Legend legend;
    readonly DensityColours? densities;
    readonly Key? key;
    readonly List<string> title, note;
    readonly SKPoint keyAt, gridAt;
    readonly SKSize body;

    public PicturePage(Figure figure)
    {
        var isEmpty = figure.IsEmpty();
        var direct = LineNames.Fit(figure);
        body = new(Narrowest, Nothing);
        if (!isEmpty)
        {
            grid = new(figure, direct);
            densities = figure.Marks<DensityMark>().Any() ? new(figure) : null;
            key = Key.Of(figure, grid, densities);
            if (key is GroupKey && grid.IsShared && !grid.IsFree(CornerOf(key, grid)))
                key = new GroupKey(figure, densities, grid.Size.Width);
            (keyAt, gridAt, body) = PlaceOf(key, grid);
        }
        legend = new(direct || isEmpty ? [] : figure.Legend.Where(entry => entry.Rows is null), PanelGrid.Wide, HasDots);
        var width = Math.Max(body.Width, Narrowest);
        title = Fitting.Wrapped(Wording.Plain(figure.Title), Styles.Title, width);
        note = Fitting.Wrapped(Wording.Plain(figure.Note ?? ""), Styles.Note, width);
        Size = new((int)Math.Ceiling(width + 2 * Margin), (int)Math.Ceiling(Header + legend.Height + body.Height + Margin));

        bool HasDots(LegendEntry entry) =>
            figure.Marks<LineMark>().Any(line => line.Hue == entry.Hue && PanelPainter.HasDots(line, grid!.PlotWidth));
    }

    public SKSizeI Size { get; }

    float Header => Margin + TitleHeight * title.Count + NoteHeight * note.Count + 12;

    public void Paint(Surface surface)
    {
        var y = Margin + 6;
        foreach (var line in title) surface.Text(line, Margin, Step(ref y, TitleHeight), Styles.Title);
        foreach (var line in note) surface.Text(line, Margin, Step(ref y, NoteHeight), Styles.Note);
        legend.Paint(surface, new(Margin, Header));
        var origin = new SKPoint(Margin, Header + legend.Height);
        if (grid is null) surface.Text("There is nothing to show.", origin.X, origin.Y + 20, Styles.Note);
        grid?.Paint(surface, origin + gridAt, densities);
        key?.Paint(surface, origin + keyAt);
    }

    /// <summary>In a corner that the panels leave free, or above them, else beside them.</summary>
    static (SKPoint Key, SKPoint Grid, SKSize Body) PlaceOf(Key? key, PanelGrid grid)
    {
        if (key is null) return (default, default, grid.Size);
        if (key.IsAbove) return (default, new(0, key.Size.Height), new(grid.Size.Width, grid.Size.Height + key.Size.Height));
        var corner = CornerOf(key, grid);
        if (grid.IsFree(corner)) return (corner.Location, default, grid.Size);
        var at = new SKPoint(grid.Size.Width + 28, grid.PlotTop);
        return (at, default, new(at.X + key.Size.Width, Math.Max(grid.Size.Height, at.Y + key.Size.Height)));
    }

    static SKRect CornerOf(Key key, PanelGrid grid) =>
        SKRect.Create(grid.Size.Width - key.Size.Width, 0, key.Size.Width, key.Size.Height);

    static float Step(ref float y, float by) => (y += by) - by;
}
