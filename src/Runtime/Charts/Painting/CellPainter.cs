using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>Coloured cells, their numbers in them where they fit.</summary>
sealed class CellPainter(Figure figure, CellMark mark, Axis x, Axis y)
{
    readonly CellColours colours = new(figure, mark.Colour);
    readonly int rows = ((BandAxis)y).Count, columns = ((BandAxis)x).Count;
    readonly float width = x.Slot(1), height = y.Slot(1);

    TextStyle Style => new(width > 52 ? 11.5f : 10.5f, Palette.Ink);

    public void Paint(Surface surface)
    {
        var texts = Texts();
        // A hair of paper between cells, while they are large enough.
        var gap = width > 16 ? 1 : 0;
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var value = mark.At(row, column);
                var cell = SKRect.Create(x.At(column) - width / 2, y.At(row) - height / 2, width - gap, height - gap);
                surface.Box(cell, colours.Of(value));
                if (texts is null || !double.IsFinite(value)) continue;
                surface.Text(texts[row][column], cell.MidX, cell.MidY, Style with { Colour = Palette.On(colours.Of(value)) }, Align.Center);
            }
        }
    }

    /// <summary>All with the same decimals; shortened with a suffix when too wide; null when that is too wide as well.</summary>
    string[][]? Texts()
    {
        foreach (var suffixes in (bool[])[false, true])
        {
            var texts = Numbers.Table(Enumerable.Range(0, rows).Select(Values), colours.High - colours.Low, colours.Format, suffixes);
            if (height >= 15 && Styles.Widest(texts.SelectMany(row => row), Style) <= width - 6) return texts;
        }
        return null;
    }

    double[] Values(int row) => [.. Enumerable.Range(0, columns).Select(column => mark.At(row, column))];
}
