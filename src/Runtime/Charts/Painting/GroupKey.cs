using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>Groups with their sizes, or the scale of rows a bin; and how strength and heights are to be read.</summary>
sealed class GroupKey : Key
{
    const float RowHeight = 20, NoteHeight = 16, ScaleHeight = 48, BarWidth = 180, LongestName = 190;

    static readonly TextStyle SizeStyle = Styles.Note;
    static readonly string[] Mixing = ["Colours mix as the groups do in a bin;", "strength: log of its rows."];
    static readonly string[] Heights = ["Diagonal: rows a bin, square-root scale."];

    readonly DensityColours? densities;
    readonly (string Name, string Rows, string Share, SKColor Colour)[] groups;
    readonly string[] notes;
    readonly float[] columns;

    public GroupKey(Figure figure, DensityColours? densities)
    {
        this.densities = densities;
        var all = Math.Max(1.0, figure.Legend.Sum(entry => entry.Rows ?? 0));
        groups =
        [
            .. figure.Legend.Select(entry => (
                Fonts.Fit(entry.Name, Styles.Name, LongestName),
                Numbers.Value(entry.Rows ?? 0, CellFormat.Count),
                Numbers.Value((entry.Rows ?? 0) / all, CellFormat.Share),
                Palette.Of(entry.Hue))),
        ];
        columns =
        [
            18 + Styles.Widest(groups.Select(group => group.Name), Styles.Name),
            20 + Styles.Widest(groups.Select(group => group.Rows), SizeStyle),
            16 + Styles.Widest(groups.Select(group => group.Share), SizeStyle),
        ];
        notes =
        [
            .. groups.Length > 0 && densities is not null ? Mixing : [],
            .. figure.Marks<AreaMark>().Any() ? Heights : [],
        ];
    }

    public override SKSize Size => new(
        Math.Max(groups.Length > 0 ? columns.Sum() : BarWidth, Styles.Widest(notes, Styles.Tick)),
        (groups.Length > 0 ? groups.Length * RowHeight : ScaleHeight) + 12 + NoteHeight * notes.Length);

    public override void Paint(Surface surface, SKPoint origin)
    {
        var y = origin.Y + 8;
        foreach (var (name, rows, share, colour) in groups)
        {
            surface.Box(SKRect.Create(origin.X, y - 5, 10, 10), colour, 2);
            surface.Text(name, origin.X + 18, y, Styles.Name);
            surface.Text(rows, origin.X + columns[0] + columns[1], y, SizeStyle, Align.Right);
            surface.Text(share, origin.X + columns.Sum(), y, SizeStyle, Align.Right);
            y += RowHeight;
        }
        if (groups.Length == 0) y = PaintScale(surface, origin.X, y);
        for (var i = 0; i < notes.Length; i++) surface.Text(notes[i], origin.X, y + 8 + i * NoteHeight, Styles.Tick);
    }

    float PaintScale(Surface surface, float left, float y)
    {
        var (full, most) = (densities!.Full, densities.Most);
        surface.Text("Rows a bin", left, y, Styles.Name);
        Strip(surface, SKRect.Create(left, y + 10, BarWidth, 10), upwards: false, DensityColours.Colour);
        surface.Text("1", left, y + 30, Styles.Tick);
        surface.Text((full < most ? "≥ " : "") + Numbers.Value(full, CellFormat.Count), left + BarWidth, y + 30, Styles.Tick, Align.Right);
        var middle = (long)Math.Round(Math.Sqrt(1.0 + full) - 1);
        if (middle > 1) surface.Text(Numbers.Value(middle, CellFormat.Count), left + BarWidth / 2, y + 30, Styles.Tick, Align.Center);
        return y + ScaleHeight;
    }
}
