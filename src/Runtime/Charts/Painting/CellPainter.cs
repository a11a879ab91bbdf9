using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>Coloured cells, their numbers in them where they fit.</summary>
sealed class CellPainter(Figure figure, Panel panel, CellMark mark, Axis x, Axis y)
{
    // More would make the file large.
    const int MostTold = 1_000;

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
                if (!double.IsFinite(value) && mark.Texts is { } own && TextAt(own, row, column).Length == 0) continue;
                surface.Means(About(row, column, value), null);
                surface.Box(cell, colours.Of(value));
                surface.Means(null, null);
                if (texts is null || texts[row][column].Length == 0 || !double.IsFinite(value) && mark.Texts is null) continue;
                surface.Text(texts[row][column], cell.MidX, cell.MidY, Style with { Colour = Palette.On(colours.Of(value)) }, Align.Center);
            }
        }
    }

    /// <summary>Names and value, and what is written where this is another.</summary>
    string? About(int row, int column, double value)
    {
        if (!double.IsFinite(value) || rows * columns > MostTold) return null;
        var (down, across) = (figure.Scale<BandScale>(panel.Y).Bands[row], figure.Scale<BandScale>(panel.X).Bands[column]);
        var written = mark.Texts is { } own && TextAt(own, row, column) is { Length: > 0 } text ? $" ({text})" : "";
        return $"{down}, {across}: {Numbers.Value(value, colours.Format)}{written}";
    }

    /// <summary>All with the same decimals; shortened with a suffix when too wide; null when that is too wide as well.</summary>
    string[][]? Texts()
    {
        if (mark.Texts is { } own)
        {
            string[][] written = [.. Enumerable.Range(0, rows).Select(row => Written(own, row))];
            return height >= 14 && Styles.Widest(written.SelectMany(row => row), Style) <= width - 2 ? written : null;
        }
        foreach (var suffixes in (bool[])[false, true])
        {
            var texts = Numbers.Table(Enumerable.Range(0, rows).Select(Values), colours.High - colours.Low, colours.Format, suffixes);
            if (height >= 15 && Styles.Widest(texts.SelectMany(row => row), Style) <= width - 6) return texts;
        }
        return null;
    }

    string[] Written(ValueList<ValueList<string>> own, int row) =>
        [.. Enumerable.Range(0, columns).Select(column => TextAt(own, row, column))];

    static string TextAt(ValueList<ValueList<string>> own, int row, int column) =>
        row < own.Count && column < own[row].Count ? own[row][column] : "";

    double[] Values(int row) => [.. Enumerable.Range(0, columns).Select(column => mark.At(row, column))];
}
