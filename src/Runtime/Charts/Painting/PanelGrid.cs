using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>The panels of a figure in rows and columns; plots that share a scale are equally long.</summary>
sealed class PanelGrid
{
    /// <summary>Width of a body that may be as wide as it likes.</summary>
    public const float Wide = 776;

    // Names and numbers above this leave too little for bars in half the width.
    const float MostInHalf = 260;

    readonly (PanelLayout Layout, Place Place)[] panels;
    readonly float[] left, widths, top, heights, below;
    readonly SKSize gap;

    public PanelGrid(Figure figure, bool names)
    {
        IsShared = figure.Panels[0].Place is not null;
        gap = IsShared ? new(8, 8) : new(26, 18);
        PanelLayout[] layouts = [.. figure.Panels.Select(panel => new PanelLayout(figure, panel, names))];
        var wrap = layouts.Length > 1 && layouts.Max(layout => layout.Words) < MostInHalf ? 2 : 1;
        panels = [.. layouts.Select((layout, i) => (layout, layout.Panel.Place ?? new(i / wrap, i % wrap)))];
        var (rows, columns) = (panels.Max(p => p.Place.Row) + 1, panels.Max(p => p.Place.Column) + 1);
        left = Most(columns, column: true, layout => layout.Left);
        if (!IsShared) Array.Fill(left, left.Max());
        var right = Most(columns, column: true, layout => layout.Right);
        var room = ((figure.Width ?? Wide) - left.Sum() - right.Sum() - (columns - 1) * gap.Width) / columns;
        widths = Most(columns, column: true, layout => layout.Width(room, columns));
        top = Most(rows, column: false, layout => layout.Top(widths[0]));
        heights = Most(rows, column: false, layout => layout.Height(widths[0]));
        below = Most(rows, column: false, layout => layout.Below(widths[0]));
        var last = PlotOf(new(rows - 1, columns - 1));
        Size = new(last.Right + right[^1], last.Bottom + below[^1]);
    }

    public SKSize Size { get; }

    /// <summary>Panels share their outer axes.</summary>
    public bool IsShared { get; }

    /// <summary>Where the first plot begins.</summary>
    public float PlotTop => top[0];

    public float PlotHeight => heights[0];

    public float PlotWidth => widths[0];

    public bool IsFree(SKRect area) => !panels.Any(p => SKRect.Inflate(AreaOf(p.Place), 2 * gap.Width, gap.Height).IntersectsWith(area));

    public void Paint(Surface surface, SKPoint origin, DensityColours? densities)
    {
        foreach (var (layout, place) in panels)
        {
            var plot = PlotOf(place);
            plot.Offset(origin);
            plot.Size = new(plot.Width, layout.Height(plot.Width));
            layout.Paint(surface, plot, left[place.Column], densities);
        }
    }

    SKRect AreaOf(Place place)
    {
        var plot = PlotOf(place);
        return new(plot.Left - left[place.Column], plot.Top - top[place.Row], plot.Right, plot.Bottom + below[place.Row]);
    }

    SKRect PlotOf(Place place) => SKRect.Create(
        left[..(place.Column + 1)].Sum() + widths[..place.Column].Sum() + place.Column * gap.Width,
        top[..(place.Row + 1)].Sum() + heights[..place.Row].Sum() + below[..place.Row].Sum() + place.Row * gap.Height,
        widths[place.Column],
        heights[place.Row]);

    float[] Most(int count, bool column, Func<PanelLayout, float> size) => [.. Enumerable.Range(0, count).Select(at =>
        panels.Where(p => (column ? p.Place.Column : p.Place.Row) == at).Select(p => size(p.Layout)).DefaultIfEmpty(0).Max())];
}
