namespace Runtime.Charts.Painting;

/// <summary>Letters that no font of the machine has: boxes in pixels and on pages, though not where they stay texts.</summary>
public static class Letters
{
    // So many say which script it is.
    const int Most = 8;

    /// <summary>Those of a figure, the first few of them; empty where it has all.</summary>
    public static string Lacking(Figure figure)
    {
        string[] lacking = [.. Of(figure).SelectMany(Fonts.Lacking).Distinct().Take(Most + 1).Select(rune => rune.ToString())];
        return string.Concat(lacking.Take(Most)) + (lacking.Length > Most ? "…" : "");
    }

    /// <summary>The figure; where letters are lacking it says so.</summary>
    public static Figure Told(Figure figure) => Lacking(figure).Length == 0 ? figure
        : figure with { Note = $"{figure.Note} A box is a letter that no font of this machine has.".TrimStart() };

    static IEnumerable<string> Of(Figure figure) =>
    [
        figure.Title, figure.Note ?? "", .. figure.Scales.Select(scale => scale.Title ?? ""),
        .. figure.Scales.OfType<BandScale>().SelectMany(scale => scale.Bands), .. figure.Panels.Select(panel => panel.Title ?? ""),
        .. figure.Legend.Select(entry => entry.Name), .. figure.Marks<TextMark>().SelectMany(mark => mark.Words),
        .. figure.Marks<BarMark>().SelectMany(mark => mark.Labels ?? []),
    ];
}
