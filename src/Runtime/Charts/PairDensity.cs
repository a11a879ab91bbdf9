using SkiaSharp;

namespace Runtime.Charts;

/// <summary>
/// The colours of the densities. One group: the number of rows in a bin, logarithmic. Several: the mixture of their colours
/// in the proportion of their rows, fading to paper with the logarithm of the number of all rows.
/// </summary>
sealed class PairDensity
{
    // The faintest bin that holds a row must still be seen.
    const double Faintest = 0.25;

    // Of the bins that hold a row, those below Full. With groups the hue is the message, so more bins are at full strength.
    const double Quantile = 0.99, GroupedQuantile = 0.9;

    static readonly Oklab Paper = Oklab.Of(Palette.Paper);
    static readonly SKColor[] Colours = [.. Enumerable.Range(0, 256).Select(i => Palette.Sequential(Faintest * 0.6 + (1 - Faintest * 0.6) * i / 255))];

    readonly PairPlot plot;
    readonly Oklab[] groups;
    readonly double scale;

    public PairDensity(PairPlot plot)
    {
        this.plot = plot;
        groups = [.. plot.Groups.Select((_, i) => Oklab.Of(GroupColour(plot, i)))];
        (Full, Most) = Counts();
        scale = 1 / Math.Log(1 + Math.Max(Full, 1.0));
    }

    /// <summary>Rows from which a bin has the strongest colour: few bins hold more, as a spike would take all the colours.</summary>
    public long Full { get; }

    /// <summary>Rows in the fullest bin.</summary>
    public long Most { get; }

    public bool IsGrouped => plot.Groups.Count > 1 || plot.Groups.Any(group => group.Cluster is not null);

    public static SKColor GroupColour(PairPlot plot, int group) => plot.Groups[group].Cluster is { } cluster ? Palette.Cluster(cluster)
        : plot.Groups.Count == 1 ? Palette.Accent : Palette.Cluster(group);

    /// <summary>The colour of a bin with a share of rows on the logarithmic scale.</summary>
    public static SKColor Colour(double share) => Colours[(int)Math.Round(255 * Math.Clamp(share, 0, 1))];

    /// <summary>Axis <paramref name="x"/> to the right, <paramref name="y"/> &gt; x upwards; a pixel a bin, empty ones white.</summary>
    public SKBitmap Panel(int x, int y)
    {
        var bins = plot.Bins;
        var pair = PairGroup.PairIndex(x, y, plot.Axes.Count);
        var pixels = new SKColor[bins * bins];
        Array.Fill(pixels, Palette.Paper);
        for (var bx = 0; bx < bins; bx++)
        {
            for (var by = 0; by < bins; by++)
            {
                var colour = Bin(pair, bx * bins + by);
                pixels[(bins - 1 - by) * bins + bx] = colour;
            }
        }

        return new SKBitmap(bins, bins, SKColorType.Rgba8888, SKAlphaType.Opaque) { Pixels = pixels };
    }

    SKColor Bin(int pair, int bin)
    {
        long total = 0;
        double lightness = 0, a = 0, b = 0;
        for (var g = 0; g < groups.Length; g++)
        {
            var rows = plot.Groups[g].Densities[pair][bin];
            total += rows;
            lightness += rows * groups[g].Lightness;
            a += rows * groups[g].A;
            b += rows * groups[g].B;
        }

        if (total == 0)
        {
            return Palette.Paper;
        }

        var share = Math.Min(1, Math.Log(1 + total) * scale);
        var strength = Faintest + (1 - Faintest) * share;
        return IsGrouped
            ? new Oklab(Mixed(Paper.Lightness, lightness / total, strength), Mixed(0, a / total, strength), Mixed(0, b / total, strength)).ToColor()
            : Colour(share);
    }

    static double Mixed(double from, double to, double share) => from + (to - from) * share;

    (long Full, long Most) Counts()
    {
        // Bins by the logarithm of their rows, in 64 steps a doubling.
        var held = new long[64 * 64];
        long most = 0;
        for (var pair = 0; pair < plot.Axes.Count * (plot.Axes.Count - 1) / 2; pair++)
        {
            for (var bin = 0; bin < plot.Bins * plot.Bins; bin++)
            {
                long rows = 0;
                foreach (var group in plot.Groups)
                {
                    rows += group.Densities[pair][bin];
                }

                most = Math.Max(most, rows);
                held[rows == 0 ? 0 : (int)(64 * Math.Log2(rows)) + 1] += rows == 0 ? 0 : 1;
            }
        }

        var above = held.Sum() * (1 - (IsGrouped ? GroupedQuantile : Quantile));
        var step = held.Length - 1;
        for (double seen = held[step]; step > 0 && seen <= above; seen += held[step])
        {
            step--;
        }

        return (Math.Min(most, (long)Math.Ceiling(Math.Pow(2, step / 64.0))), most);
    }
}
