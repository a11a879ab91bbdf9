using SkiaSharp;

namespace Runtime.Charts;

/// <summary>What the colours of a pair plot mean: groups with their sizes, or rows a bin.</summary>
sealed class PairLegend(PairPlot plot, PairDensity density)
{
    const float RowHeight = 20, BarWidth = 180, LongestName = 190;

    static readonly TextStyle NameStyle = new(12, Palette.Text), NumberStyle = new(12, Palette.Faint), NoteStyle = new(11, Palette.Faint);

    static readonly string[] GroupedNotes = ["Colours mix as the groups do in a bin;", "strength: log of its rows."];
    static readonly string[] DiagonalNotes = ["Diagonal: rows a bin, square-root scale."];

    readonly long[] sizes = [.. plot.Groups.Select(group => group.Histograms.Length == 0 ? 0 : group.Histograms[0].Sum(rows => (long)rows))];

    public float Width => Math.Max(density.IsGrouped ? Columns.Sum() : BarWidth, Notes.Max(note => Fonts.Width(note, NoteStyle)));

    public float Height => (density.IsGrouped ? plot.Groups.Count * RowHeight : 48) + 12 + 16 * Notes.Length;

    string[] Notes => density.IsGrouped ? [.. GroupedNotes, .. DiagonalNotes] : DiagonalNotes;

    /// <summary>Widths of chip and name, size, share.</summary>
    float[] Columns =>
    [
        18 + plot.Groups.Max(group => Math.Min(Fonts.Width(group.Name, NameStyle), LongestName)),
        20 + sizes.Max(size => Fonts.Width(Count(size), NumberStyle)),
        16 + sizes.Max(size => Fonts.Width(Share(size), NumberStyle)),
    ];

    public void Paint(Surface surface, SKPoint origin)
    {
        var y = origin.Y + 8;
        if (density.IsGrouped)
        {
            y = PaintGroups(surface, origin.X, y);
        }
        else
        {
            PaintColours(surface, origin.X, y);
            y += 48;
        }

        foreach (var note in Notes)
        {
            surface.Text(note, origin.X, y + 8, NoteStyle);
            y += 16;
        }
    }

    float PaintGroups(Surface surface, float left, float y)
    {
        var columns = Columns;
        for (var g = 0; g < plot.Groups.Count; g++, y += RowHeight)
        {
            surface.Box(SKRect.Create(left, y - 5, 10, 10), PairDensity.GroupColour(plot, g), 2);
            surface.Text(Fonts.Fit(plot.Groups[g].Name, NameStyle, LongestName), left + 18, y, NameStyle);
            surface.Text(Count(sizes[g]), left + columns[0] + columns[1], y, NumberStyle, Align.Right);
            surface.Text(Share(sizes[g]), left + columns.Sum(), y, NumberStyle, Align.Right);
        }

        return y;
    }

    void PaintColours(Surface surface, float left, float y)
    {
        surface.Text("Rows a bin", left, y, NameStyle);
        using var colours = new SKBitmap(90, 1, SKColorType.Rgba8888, SKAlphaType.Opaque);
        for (var i = 0; i < colours.Width; i++)
        {
            colours.SetPixel(i, 0, PairDensity.Colour(i / (colours.Width - 1.0)));
        }

        surface.Image(colours, SKRect.Create(left, y + 10, BarWidth, 10));
        var most = (density.Full < density.Most ? "≥ " : "") + Numbers.Value(density.Full, CellFormat.Count);
        surface.Text("1", left, y + 30, NoteStyle);
        surface.Text(most, left + BarWidth, y + 30, NoteStyle, Align.Right);
        var middle = (long)Math.Round(Math.Sqrt(1.0 + density.Full) - 1);
        if (middle > 1)
        {
            surface.Text(Numbers.Value(middle, CellFormat.Count), left + BarWidth / 2, y + 30, NoteStyle, Align.Center);
        }
    }

    static string Count(long size) => Numbers.Value(size, CellFormat.Count);

    string Share(long size) => Numbers.Value(size / Math.Max(1.0, sizes.Sum()), CellFormat.Share);
}
