namespace Runtime.Charts;

/// <summary>A figure in words, for who reads it aloud or searches in it.</summary>
public static class FigureWords
{
    // More would not be listened to.
    const int MostValues = 12;

    public static string Of(Figure figure)
    {
        if (figure.IsEmpty()) return "There is nothing to show.";
        string[] parts =
        [
            figure.Note ?? "",
            .. figure.Panels.Take(MostValues).SelectMany(panel => panel.Marks.Select(mark => Of(figure, panel, mark))),
            figure.Legend.Any(entry => entry.Rows is not null) ? $"Groups: {Listed(figure.Legend.Select(Sized))}" : "",
        ];
        var words = Wording.Plain(string.Join(' ', parts.Where(part => part.Length > 0).Distinct()));
        return words.Length > 0 ? words : Wording.Plain(figure.Title);
    }

    static string Sized(LegendEntry entry) => $"{entry.Name} {Numbers.Value(entry.Rows ?? 0, CellFormat.Count)}";

    static string Of(Figure figure, Panel panel, Mark mark) => mark switch
    {
        BarMark bar => $"{Name(panel.Title ?? bar.Series)}{Listed(Bars(figure, panel, bar))}",
        LineMark { IsOutline: false, Count: > 0 } line => $"{Name(line.Series)}{Along(figure, panel, line)}",
        CellMark cells => Of(figure, panel, cells),
        TileMark { Series: { } pair } tile => $"{pair}: {Listed(tile.Lines)}",
        DensityMark => "Every pair of columns as a density of all rows.",
        PointMark { IsRow: true } => "Every row is a point.",
        _ => "",
    };

    static IEnumerable<string> Bars(Figure figure, Panel panel, BarMark bar)
    {
        var names = figure.Scales.OfType<BandScale>().FirstOrDefault(s => s.Name == (bar.Lies ? panel.Y : panel.X))?.Bands ?? [];
        var values = bar.Labels ?? [.. Numbers.Column(bar.Lengths, figure.Scale<ValueScale>(bar.Lies ? panel.X : panel.Y).Format)];
        return names.Zip(values, (name, value) => $"{name} {value}");
    }

    static string Along(Figure figure, Panel panel, LineMark line)
    {
        var (across, up) = (FormatOf(panel.X), FormatOf(panel.Y));
        var points = Enumerable.Range(0, line.Count).Select(line.At).Where(at => double.IsFinite(at.X) && double.IsFinite(at.Y)).ToArray();
        if (points.Length == 0) return "nothing.";
        return $"from {At(points[0])} to {At(points[^1])}, least {At(points.MinBy(p => p.Y))}, greatest {At(points.MaxBy(p => p.Y))}.";

        string At((double X, double Y) point) => $"{Numbers.Value(point.Y, up)} at {Numbers.Value(point.X, across)}";

        CellFormat FormatOf(string name) =>
            figure.Scales.OfType<ValueScale>().FirstOrDefault(s => s.Name == name)?.Format ?? CellFormat.Number;
    }

    static string Of(Figure figure, Panel panel, CellMark cells)
    {
        var (rows, columns) = (figure.Scale<BandScale>(panel.Y).Bands, figure.Scale<BandScale>(panel.X).Bands);
        var scale = figure.Scale<ColourScale>(cells.Colour);
        var strongest = Enumerable.Range(0, rows.Count)
            .SelectMany(r => Enumerable.Range(0, columns.Count).Select(c => (r, c, Value: cells.At(r, c))))
            .Where(cell => double.IsFinite(cell.Value))
            .OrderByDescending(cell => Math.Abs(cell.Value)).Take(MostValues / 2);
        return $"{Wording.Plural(rows.Count, "row")} and {Wording.Plural(columns.Count, "column")}; strongest: "
            + Listed(strongest.Select(cell => $"{rows[cell.r]} and {columns[cell.c]} {Numbers.Value(cell.Value, scale.Format)}"));
    }

    static string Name(string? name) => string.IsNullOrEmpty(name) ? "" : name + ": ";

    static string Listed(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return string.Join(", ", all.Take(MostValues)) + (all.Length > MostValues ? $" and {all.Length - MostValues} more." : ".");
    }
}
