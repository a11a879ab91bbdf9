using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>
/// The colours of the densities of a figure. One group: the number of rows in a bin, logarithmic. Several: the hue of the largest in a bin,
/// duller where others share the bin, fading to paper with the logarithm of the number of all rows. So no bin has the hue of a group that
/// is not its largest.
/// </summary>
sealed class DensityColours
{
    // The faintest bin that holds a row must still be seen; on the scale of one colour less is enough.
    const double Faintest = 0.35, FaintestAlone = 0.15;

    // Of the chroma, where all groups have as many rows: grey is noise's alone.
    const double Dullest = 0.5;

    // Of the bins that hold a row, those below Full. With groups the hue is the message, so more bins are at full strength.
    const double Quantile = 0.99, GroupedQuantile = 0.9;

    static readonly Oklab Paper = Oklab.Of(Palette.Paper);
    static readonly SKColor[] Colours =
        [.. Enumerable.Range(0, 256).Select(i => Palette.Sequential(FaintestAlone + (1 - FaintestAlone) * i / 255))];

    readonly double scale;

    public DensityColours(Figure figure)
    {
        var panels = figure.Panels.Select(panel => panel.Marks.OfType<DensityMark>().ToArray()).Where(marks => marks.Length > 0).ToArray();
        var quantile = panels.Any(marks => marks.Any(IsGrouped)) ? GroupedQuantile : Quantile;
        (Full, Most) = FullAndMost(panels.Select(Totals), quantile);
        scale = 1 / Math.Log(1 + Math.Max(Full, 1.0));
    }

    /// <summary>Rows from which a bin has the strongest colour: few bins hold more, as a spike would take all the colours.</summary>
    public long Full { get; }

    /// <summary>Rows in the fullest bin.</summary>
    public long Most { get; }

    /// <summary>The colour of a bin with a share of rows on the logarithmic scale.</summary>
    public static SKColor Colour(double share) => Colours[(int)Math.Round(255 * Math.Clamp(share, 0, 1))];

    /// <summary>The groups of a panel, a pixel a bin, empty ones white.</summary>
    public SKBitmap Picture(DensityMark[] groups)
    {
        var (across, up) = (groups[0].Bins, groups[0].BinsUp);
        var colours = Array.TrueForAll(groups, IsGrouped) ? OfLargest(groups) : Array.ConvertAll(Totals(groups), Alone);
        var pixels = new SKColor[across * up];
        for (var x = 0; x < across; x++)
            for (var y = 0; y < up; y++) pixels[(up - 1 - y) * across + x] = colours[x * up + y];
        return new SKBitmap(across, up, SKColorType.Rgba8888, SKAlphaType.Opaque) { Pixels = pixels };
    }

    static bool IsGrouped(DensityMark mark) => mark.Colour is null;

    double Share(long rows) => Math.Min(1, Math.Log(1 + rows) * scale);

    SKColor Alone(long rows) => rows == 0 ? Palette.Paper : Colour(Share(rows));

    SKColor[] OfLargest(DensityMark[] groups)
    {
        var totals = Totals(groups);
        var (largest, most) = (new int[totals.Length], new int[totals.Length]);
        for (var group = 0; group < groups.Length; group++)
        {
            var rows = groups[group].Counts.Values;
            for (var bin = 0; bin < rows.Length; bin++) if (rows[bin] > most[bin]) (largest[bin], most[bin]) = (group, rows[bin]);
        }
        var hues = Array.ConvertAll(groups, group => Oklab.Of(Palette.Of(group.Hue)));
        return [.. totals.Select((total, bin) => Faded(Dulled(hues[largest[bin]], most[bin], total, groups.Length), total))];
    }

    /// <summary>With all of its chroma where the largest group is alone.</summary>
    static Oklab Dulled(Oklab hue, int most, long total, int groups)
    {
        var even = 1.0 / groups;
        var purity = groups == 1 || total == 0 ? 1 : ((double)most / total - even) / (1 - even);
        return hue.Turned(0, Dullest + (1 - Dullest) * purity);
    }

    SKColor Faded(Oklab hue, long rows)
    {
        if (rows == 0) return Palette.Paper;
        var strength = Faintest + (1 - Faintest) * Share(rows);
        return new Oklab(Paper.Lightness + (hue.Lightness - Paper.Lightness) * strength, hue.A * strength, hue.B * strength).ToColor();
    }

    static long[] Totals(DensityMark[] groups)
    {
        var totals = new long[groups[0].Counts.Values.Length];
        foreach (var group in groups)
        {
            var rows = group.Counts.Values;
            for (var bin = 0; bin < rows.Length; bin++) totals[bin] += rows[bin];
        }
        return totals;
    }

    /// <summary>Bins by the logarithm of their rows, in 64 steps a doubling: the least step that all but a few do not exceed.</summary>
    static (long Full, long Most) FullAndMost(IEnumerable<long[]> panels, double quantile)
    {
        var held = new long[64 * 64];
        long most = 0;
        foreach (var rows in panels.SelectMany(totals => totals).Where(rows => rows > 0))
        {
            most = Math.Max(most, rows);
            held[(int)(64 * Math.Log2(rows)) + 1]++;
        }
        var above = held.Sum() * (1 - quantile);
        var step = held.Length - 1;
        for (double seen = held[step]; step > 0 && seen <= above; seen += held[step]) step--;
        return (Math.Min(most, (long)Math.Ceiling(Math.Pow(2, step / 64.0))), most);
    }
}
