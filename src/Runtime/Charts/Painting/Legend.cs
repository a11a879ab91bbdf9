using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>Colour chips with names, in as many rows as the width needs.</summary>
sealed class Legend
{
    const float RowHeight = 20, ChipWidth = 16, Gap = 18, WidestName = 240;

    readonly List<(LegendEntry Entry, float X, int Row)> places = [];
    readonly Func<LegendEntry, bool> hasDots;

    /// <param name="hasDots">Whether the line of an entry has dots at its points.</param>
    public Legend(IEnumerable<LegendEntry> entries, float width, Func<LegendEntry, bool> hasDots)
    {
        this.hasDots = hasDots;
        float x = 0;
        var row = 0;
        foreach (var entry in entries.Where(entry => entry.Name.Length > 0))
        {
            var name = Fitting.Fit(entry.Name, Styles.Name, Math.Min(WidestName, width - ChipWidth));
            var needs = ChipWidth + Fonts.Width(name, Styles.Name);
            if (x > 0 && x + needs > width) (x, row) = (0, row + 1);

            places.Add((entry with { Name = name }, x, row));
            x += needs + Gap;
        }
    }

    /// <summary>0 when there is nothing to say.</summary>
    public float Height => places.Count == 0 ? 0 : (places[^1].Row + 1) * RowHeight + 6;

    public void Paint(Surface surface, SKPoint origin)
    {
        foreach (var (entry, x, row) in places)
        {
            var left = origin.X + x;
            var y = origin.Y + row * RowHeight + 6;
            if (entry.IsLine)
            {
                surface.Line(left, y, left + 12, y, Palette.Of(entry.Hue), 2);
                if (hasDots(entry)) surface.Dot(new(left + 6, y), 3, Palette.Of(entry.Hue), Palette.Paper, 1);
            }
            else surface.Swatch(SKRect.Create(left, y - 5, 10, 10), entry.Hue);

            surface.Text(entry.Name, left + ChipWidth, y, Styles.Name);
        }
    }
}
