using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>Groups with their sizes, or the scale of rows a bin; and how strength and heights are to be read.</summary>
sealed class GroupKey : Key
{
    const float RowHeight = 20, NoteHeight = 16, ScaleHeight = 48, BarWidth = 180, LongestName = 190, Chip = 18, Gap = 34;

    static readonly TextStyle SizeStyle = Styles.Note;
    static readonly TextStyle ShortStyle = Styles.Number with { Size = 10, Weight = Weight.SemiBold };

    readonly DensityColours? densities;
    readonly (string Name, string Rows, string Share, LegendEntry Entry)[] groups;
    readonly string[] notes;
    readonly float[] columns;
    readonly float? width;

    /// <param name="width">To be filled above the panels; null to stand beside them.</param>
    public GroupKey(Figure figure, DensityColours? densities, float? width = null)
    {
        (this.densities, this.width) = (densities, width);
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
        notes = width is { } most ? [.. Fitting.Wrapped(string.Join(" ", Notes(figure)), Styles.Tick, most)] : [.. Notes(figure)];
    }

    public override bool IsAbove => width is not null;

    public override SKSize Size => new(
        width ?? Math.Max(groups.Length > 0 ? columns.Sum() : densities is null ? 0 : BarWidth, Styles.Widest(notes, Styles.Tick)),
        (groups.Length > 0 ? Rows * RowHeight : densities is null ? 0 : ScaleHeight) + 12 + NoteHeight * notes.Length);

    /// <summary>Groups beside each other.</summary>
    int Across => width is { } most ? Math.Max(1, (int)((most + Gap) / (columns.Sum() + Gap))) : 1;

    int Rows => (groups.Length + Across - 1) / Across;

    public override void Paint(Surface surface, SKPoint origin)
    {
        var y = origin.Y + 8;
        for (var i = 0; i < groups.Length; i++)
            PaintGroup(surface, new(origin.X + i / Rows * (columns.Sum() + Gap), y + i % Rows * RowHeight), i);
        if (groups.Length > 0) y += Rows * RowHeight;
        else if (densities is not null) y = PaintScale(surface, origin.X, y);
        for (var i = 0; i < notes.Length; i++) surface.Text(notes[i], origin.X, y + 8 + i * NoteHeight, Styles.Tick);
    }

    void PaintGroup(Surface surface, SKPoint at, int group)
    {
        var (name, rows, share, entry) = groups[group];
        surface.Swatch(SKRect.Create(at.X, at.Y - 7, Chip, 14), entry.Hue);
        if (entry.Short is { } own)
            surface.Text(own, at.X + Chip / 2, at.Y, ShortStyle with { Colour = Palette.On(Palette.Of(entry.Hue)) }, Align.Center);
        surface.Text(name, at.X + Chip + 6, at.Y, Styles.Name);
        surface.Text(rows, at.X + columns[0] + columns[1], at.Y, SizeStyle, Align.Right);
        surface.Text(share, at.X + columns.Sum(), at.Y, SizeStyle, Align.Right);
    }

    IEnumerable<string> Notes(Figure figure)
    {
        if (groups.Length > 0 && densities is { Full: var full, Most: var most })
        {
            yield return "Hue: the largest group of a bin,";
            yield return "duller where others share it.";
            yield return $"Strength: rows a bin, log scale{(full < most ? $", full from {Numbers.Value(full, CellFormat.Count)}" : "")}.";
        }
        if (figure.Marks<TileMark>().FirstOrDefault() is { Lines: var lines })
            yield return lines.Count > 1 ? "Above the diagonal: r of all rows, and pooled within the groups." : "Above the diagonal: r.";
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
