using SkiaSharp;

namespace Runtime.Charts;

/// <summary>Coloured cells, their numbers in them where they fit, and the scale of colours beside them.</summary>
sealed class HeatmapDrawing : Drawing
{
    const float WidestBody = 856, LongestName = 190, BarWidth = 12, ChipWidth = 18;

    readonly Heatmap heatmap;
    readonly double low, high;
    readonly string[][]? texts;
    readonly TextStyle cellStyle;
    readonly float cellWidth, cellHeight;

    public HeatmapDrawing(Heatmap heatmap)
        : base(heatmap)
    {
        this.heatmap = heatmap;
        var finite = heatmap.Values.SelectMany(row => row).Where(double.IsFinite).Select(value => Math.Clamp(value, -1e300, 1e300)).DefaultIfEmpty(0).ToArray();
        var far = finite.Max(Math.Abs);
        (low, high) = heatmap.Diverging ? (-far, far) : (finite.Min(), finite.Max());
        var columns = Math.Max(Columns, 1);
        cellWidth = Math.Clamp((WidestBody - RowNameWidth - 80) / columns, 9, Math.Max(84, Math.Min(104, Widest(heatmap.ColumnNames, ColumnStyle) + 8)));
        cellHeight = Math.Clamp(cellWidth * 0.62f, Math.Min(cellWidth, 17), 38);
        cellStyle = new(cellWidth > 52 ? 11.5f : 10.5f, Palette.Ink);
        texts = CellTexts();
    }

    static TextStyle ColumnStyle => NumberStyle;

    protected override bool IsEmpty => Rows == 0 || Columns == 0;

    protected override SKSize Body => new(RowNameWidth + Columns * cellWidth + 30 + BarWidth + 8 + Widest(ColourScale(ColourHeight).Labels, TickStyle), ColumnNameHeight + Math.Max(Rows * cellHeight, 80));

    float ColourHeight => Math.Clamp(Rows * cellHeight, 80, 220);

    int Rows => Math.Min(heatmap.RowNames.Count, heatmap.Values.Length);

    int Columns => heatmap.ColumnNames.Count;

    float RowNameWidth => Math.Min(Widest(heatmap.RowNames, NameStyle), LongestName) + 10 + (heatmap.RowClusters is null ? 0 : ChipWidth);

    bool Upwards => Widest(heatmap.ColumnNames, ColumnStyle) > cellWidth - 6;

    float ColumnNameHeight => Upwards ? Math.Min(Widest(heatmap.ColumnNames, ColumnStyle), LongestName) + 12 : 24;

    protected override void PaintBody(Surface surface, SKPoint origin)
    {
        var (left, top) = (origin.X + RowNameWidth, origin.Y + ColumnNameHeight);
        PaintNames(surface, origin, left, top);
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                PaintCell(surface, row, column, SKRect.Create(left + column * cellWidth, top + row * cellHeight, cellWidth, cellHeight));
            }
        }

        if (heatmap.Marked is var (r, c) && r >= 0 && r < Rows && c >= 0 && c < Columns)
        {
            var cell = SKRect.Create(left + c * cellWidth, top + r * cellHeight, cellWidth, cellHeight);
            surface.Frame(cell, Palette.Paper, 4);
            surface.Frame(cell, Palette.Ink, 2);
        }

        PaintColours(surface, left + Columns * cellWidth + 30, top);
    }

    double Value(int row, int column) => column < heatmap.Values[row].Length ? heatmap.Values[row][column] : double.NaN;

    SKColor Colour(double value) => !double.IsFinite(value) ? Palette.Missing
        : heatmap.Diverging ? Palette.Diverging(high > 0 ? value / high : 0)
        : Palette.Sequential(high > low ? value / (high - low) - low / (high - low) : 0.3);

    void PaintCell(Surface surface, int row, int column, SKRect cell)
    {
        // A hair of paper between cells, while they are large enough.
        var gap = cellWidth > 16 ? 1 : 0;
        var colour = Colour(Value(row, column));
        surface.Box(new(cell.Left, cell.Top, cell.Right - gap, cell.Bottom - gap), colour);
        if (texts is not null && double.IsFinite(Value(row, column)))
        {
            surface.Text(texts[row][column], cell.MidX - gap / 2f, cell.MidY - gap / 2f, cellStyle with { Colour = Palette.On(colour) }, Align.Center);
        }
    }

    void PaintNames(Surface surface, SKPoint origin, float left, float top)
    {
        for (var row = 0; row < Rows; row += Every(cellHeight))
        {
            var y = top + (row + 0.5f) * cellHeight;
            surface.Text(Fonts.Fit(heatmap.RowNames[row], NameStyle, LongestName), left - 10, y, NameStyle, Align.Right);
            if (heatmap.RowClusters is { } clusters && row < clusters.Count)
            {
                surface.Box(SKRect.Create(origin.X, y - 5, 10, 10), Palette.Cluster(clusters[row]), 2);
            }
        }

        for (var column = 0; column < Columns; column += Upwards ? Every(cellWidth) : 1)
        {
            var x = left + (column + 0.5f) * cellWidth;
            var name = Fonts.Fit(heatmap.ColumnNames[column], ColumnStyle, LongestName);
            if (Upwards)
            {
                surface.TextUpwards(name, x, top - 7, ColumnStyle);
            }
            else
            {
                surface.Text(name, x, top - 12, ColumnStyle, Align.Center);
            }
        }
    }

    static int Every(float pitch) => Math.Max(1, (int)Math.Ceiling((NameStyle.Size + 1) / pitch));

    void PaintColours(Surface surface, float left, float top)
    {
        const int steps = 64;
        var height = ColourHeight;
        using var colours = new SKBitmap(1, steps, SKColorType.Rgba8888, SKAlphaType.Premul);
        for (var i = 0; i < steps; i++)
        {
            var share = 1 - i / (steps - 1.0);
            colours.SetPixel(0, i, heatmap.Diverging ? Palette.Diverging(2 * share - 1) : Palette.Sequential(share));
        }

        surface.Image(colours, SKRect.Create(left, top, BarWidth, height));
        var (scale, labels) = ColourScale(height);
        for (var i = 0; i < labels.Length; i++)
        {
            surface.Text(labels[i], left + BarWidth + 8, top + Math.Clamp(scale.At(scale.Ticks[i]), 4, height - 4), TickStyle);
        }
    }

    (AxisScale Scale, string[] Labels) ColourScale(float height)
    {
        var scale = AxisScale.Over([low, high], height, 0, Math.Max(3, (int)(height / 26)), tight: true);
        return (scale, Numbers.Together(scale.Ticks, scale.Step, heatmap.Format, suffixes: true));
    }

    /// <summary>All with the same decimals; shortened with a suffix when too wide; null when that is too wide as well.</summary>
    string[][]? CellTexts()
    {
        var step = heatmap.Format == CellFormat.Count ? 1 : Math.Pow(10, Math.Round(Math.Log10(Math.Max(high - low, 1e-300))) - 2);
        foreach (var suffixes in (bool[])[false, true])
        {
            var rows = Enumerable.Range(0, Rows).Select(row => Numbers.Together([.. Enumerable.Range(0, Columns).Select(column => Value(row, column))], step, heatmap.Format, suffixes)).ToArray();
            if (cellHeight >= 15 && Widest(rows.SelectMany(row => row), cellStyle) <= cellWidth - 6)
            {
                return rows;
            }
        }

        return null;
    }
}
