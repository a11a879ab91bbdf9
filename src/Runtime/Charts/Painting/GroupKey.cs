using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>Groups with their sizes, or the scale of rows a bin; and how strength and heights are to be read.</summary>
sealed class GroupKey : Key
{
    const float RowHeight = 20, NoteHeight = 16, ScaleHeight = 48, BarWidth = 180, LongestName = 190, Chip = 18;

    static readonly TextStyle SizeStyle = Styles.Note;
    static readonly TextStyle ShortStyle = Styles.Number with { Size = 10, Weight = Weight.SemiBold };

    readonly DensityColours? densities;
    readonly (string Name, string Rows, string Share, LegendEntry Entry)[] groups;
    readonly string[] notes;
    readonly float[] columns;

    public GroupKey(Figure figure, DensityColours? densities)
    {
        this.densities = densities;
        var all = Math.Max(1.0, figure.Legend.Sum(entry => entry.Rows ?? 0));
        var names = Fitting.Told([.. figure.Legend.Select(entry => entry.Name)], Styles.Name, LongestName);
        groups =
        [
            .. figure.Legend.Select((entry, i) => (
                names[i],
                Numbers.Value(entry.Rows ?? 0, CellFormat.Count),
                Numbers.Value((entry.Rows ?? 0) / all, CellFormat.Share),
                entry)),
        ];
        columns =
        [
            Chip + 6 + Styles.Widest(groups.Select(group => group.Name), Styles.Name),
            20 + Styles.Widest(groups.Select(group => group.Rows), SizeStyle),
            16 + Styles.Widest(groups.Select(group => group.Share), SizeStyle),
        ];
        notes = [.. Notes(figure)];
    }

    public override SKSize Size => new(
        Math.Max(groups.Length > 0 ? columns.Sum() : densities is null ? 0 : BarWidth, Styles.Widest(notes, Styles.Tick)),
        (groups.Length > 0 ? groups.Length * RowHeight : densities is null ? 0 : ScaleHeight) + 12 + NoteHeight * notes.Length);

    public override void Paint(Surface surface, SKPoint origin)
    {
        var y = origin.Y + 8;
        foreach (var (name, rows, share, entry) in groups)
        {
            surface.Swatch(SKRect.Create(origin.X, y - 7, Chip, 14), entry.Hue);
            if (entry.Short is { } own)
                surface.Text(own, origin.X + Chip / 2, y, ShortStyle with { Colour = Palette.On(Palette.Of(entry.Hue)) }, Align.Center);
            surface.Text(name, origin.X + Chip + 6, y, Styles.Name);
            surface.Text(rows, origin.X + columns[0] + columns[1], y, SizeStyle, Align.Right);
            surface.Text(share, origin.X + columns.Sum(), y, SizeStyle, Align.Right);
            y += RowHeight;
        }
        if (groups.Length == 0 && densities is not null) y = PaintScale(surface, origin.X, y);
        for (var i = 0; i < notes.Length; i++) surface.Text(notes[i], origin.X, y + 8 + i * NoteHeight, Styles.Tick);
    }

    IEnumerable<string> Notes(Figure figure)
    {
        if (groups.Length > 0 && densities is { Full: var full, Most: var most })
        {
            yield return "Hue: the largest group of a bin,";
            yield return "duller where others share it.";
            yield return $"Strength: rows a bin, log scale{(full < most ? $", full from {Numbers.Value(full, CellFormat.Count)}" : "")}.";
        }
        if (!figure.Marks<AreaMark>().Any()) yield break;
        yield return groups.Length > 0 ? "Diagonal: share of each group's rows." : "Diagonal: share of the rows.";
        if (figure.Marks<AreaMark>().Any(area => area.Cap is not null)) yield return "A spike that is cut bears its share.";
    }

    float PaintScale(Surface surface, float left, float y)
    {
        var (full, most) = (densities!.Full, densities.Most);
        surface.Text("Rows a bin, log scale", left, y, Styles.Name);
        Strip(surface, SKRect.Create(left, y + 10, BarWidth, 10), upwards: false, DensityColours.Colour);
        var last = (full < most ? "≥ " : "") + Numbers.Value(full, CellFormat.Count);
        surface.Text(last, left + BarWidth, y + 30, Styles.Tick, Align.Right);
        var end = left + BarWidth - Fonts.Width(last, Styles.Tick) - 6;
        // 1 row has a place of its own: the scale is that of rows + 1.
        for (long rows = 1; rows < full; rows *= 10)
        {
            var (text, at) = (Numbers.Value(rows, CellFormat.Count), left + BarWidth * (float)(Math.Log(1 + rows) / Math.Log(1 + full)));
            var half = Fonts.Width(text, Styles.Tick) / 2;
            if (at + half <= end) surface.Text(text, at, y + 30, Styles.Tick, Align.Center);
        }
        return y + ScaleHeight;
    }
}
