using SkiaSharp;

namespace Runtime.Charts;

/// <summary>Small horizontal bar charts in two columns, on one scale.</summary>
sealed class BarPanelsDrawing : Drawing
{
    const float TitleHeight = 26, Gap = 26, RowGap = 18;

    readonly BarPanels figure;
    readonly BarRows[] panels;

    public BarPanelsDrawing(BarPanels figure)
        : base(figure)
    {
        this.figure = figure;
        panels = [.. figure.Panels.Select((panel, i) => new BarRows(panel.Categories, [(panel.Values, _ => Colour(i))], figure.Format, NumberStyle, NumberStyle))];
    }

    protected override bool IsEmpty => panels.All(panel => panel.Height == 0);

    protected override SKSize Body => new(Wide, Enumerable.Range(0, GridRows).Sum(RowHeight) - RowGap);

    int GridColumns => Math.Min(panels.Length, panels.Max(panel => panel.NameWidth + panel.LabelWidth) < 260 ? 2 : 1);

    int GridRows => (panels.Length + GridColumns - 1) / GridColumns;

    protected override void PaintBody(Surface surface, SKPoint origin)
    {
        var width = (Wide - (GridColumns - 1) * Gap) / GridColumns;
        var (names, labels) = (panels.Max(panel => panel.NameWidth), panels.Max(panel => panel.LabelWidth));
        var values = panels.SelectMany(panel => panel.Values).Append(0).ToArray();
        var before = values.Any(value => value < 0) ? labels : 0;
        for (var i = 0; i < panels.Length; i++)
        {
            var left = origin.X + i % GridColumns * (width + Gap);
            var top = origin.Y + Enumerable.Range(0, i / GridColumns).Sum(RowHeight);
            surface.Box(SKRect.Create(left, top + 3, 10, 10), Colour(i), 2);
            surface.Text(Fonts.Fit(figure.Panels[i].Name, PanelStyle, width - 16), left + 16, top + 8, PanelStyle);
            panels[i].Paint(surface, left + names, top + TitleHeight, AxisScale.Over(values, left + names + before, left + width - labels, 4, tight: true));
        }
    }

    static TextStyle PanelStyle { get; } = new(12.5f, Palette.Ink, Weight.SemiBold);

    SKColor Colour(int panel) => figure.Panels[panel].Cluster is { } cluster ? Palette.Cluster(cluster) : Palette.Accent;

    float RowHeight(int row) => panels.Skip(row * GridColumns).Take(GridColumns).Max(panel => panel.Height) + TitleHeight + RowGap;
}
