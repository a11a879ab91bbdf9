using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>Every colour a chart may use.</summary>
public static class Palette
{
    // Found by a search for the largest of the smallest CIE 1976 differences among these, noise and others, as seen with normal,
    // deuteranope, protanope and tritanope eyes (Machado, Oliveira & Fernandes 2009), among colours whose contrast (WCAG 2) is
    // 3 : 1 at least on white and on the dark ground.
    static readonly uint[] Base =
    [
        0x4B96EB, 0xAA4600, 0xA03C96, 0xD7736E, 0xA09600, 0x375FC3, 0x007841, 0xBE7DBE, 0xC8233C, 0xC38746, 0x8C05FF, 0x876EFF,
    ];

    // Series are no clusters: muted, from dark to light, so that none is taken for one.
    static readonly uint[] Muted = [0x1F3A5F, 0x5B84B1, 0x6B4F3F, 0x8A9A5B, 0x7D7489, 0x3F6B6B];

    // Degrees that the hues of each further round of the twelve are turned by.
    const double Turn = 13;

    // Contrast of whatever stands for data, on either ground.
    const double Contrast = 3.02;

    // A study of more clusters than these is not coloured by hand.
    static readonly Lazy<HashSet<SKColor>> Both = new(() => [.. Enumerable.Range(-1, 101).Select(Cluster), Others]);

    /// <summary>Rows without a cluster.</summary>
    public static SKColor Noise { get; } = Rgb(0x91949A);

    /// <summary>Clusters that have no colour of their own.</summary>
    public static SKColor Others { get; } = Rgb(0x636466);

    /// <summary>Bars and lines that stand alone.</summary>
    public static SKColor Accent { get; } = Rgb(0x3F72B8);

    /// <summary>Bars that stand behind others of theirs.</summary>
    static SKColor PaleAccent { get; } = Rgb(0xA9BEDD);

    public static SKColor Paper => SKColors.White;

    /// <summary>What paper is in the dark.</summary>
    public static SKColor DarkPaper { get; } = Rgb(0x14181F);

    /// <summary>Titles.</summary>
    public static SKColor Ink { get; } = Rgb(0x1F2530);

    static SKColor Black { get; } = Rgb(0x0B0E14);

    /// <summary>Names and numbers.</summary>
    public static SKColor Text { get; } = Rgb(0x3E4654);

    /// <summary>Ticks, notes.</summary>
    public static SKColor Faint { get; } = Rgb(0x6B7382);

    public static SKColor Grid { get; } = Rgb(0xE6E8EC);

    public static SKColor Axis { get; } = Rgb(0xB3B9C4);

    /// <summary>A cell without a value.</summary>
    public static SKColor Missing { get; } = Rgb(0xF3F4F6);

    /// <summary>The colour of a cluster, the same in every chart; below zero is noise.</summary>
    public static SKColor Cluster(int number)
    {
        if (number < 0) return Noise;
        var (colour, round) = (Rgb(Base[number % Base.Length]), number / Base.Length);
        return round == 0 ? colour : Seen(Oklab.Of(colour).Turned(Turn * round, 1 - 0.1 * (round % 5)));
    }

    public static SKColor Of(Hue hue) => hue.Role switch
    {
        HueRole.Plain => Accent,
        HueRole.Pale => PaleAccent,
        HueRole.Strong => Ink,
        HueRole.Others => Others,
        HueRole.Series => Rgb(Muted[hue.Number % Muted.Length]),
        _ => Cluster(hue.Number),
    };

    /// <summary>It needs no other shade in the dark.</summary>
    internal static bool IsSeenOnBoth(SKColor colour) => Both.Value.Contains(colour.WithAlpha(255));

    /// <summary>Neither noise nor others are told by their greys alone.</summary>
    public static bool IsHatched(Hue hue) => hue is { Role: HueRole.Cluster, Number: < 0 } or { Role: HueRole.Others };

    /// <summary>From low (pale) to high (dark): lightness falls evenly, so steps look alike everywhere.</summary>
    public static SKColor Sequential(double share)
    {
        var t = Math.Clamp(share, 0, 1);
        var chroma = 0.03 + 0.05 * Math.Sin(Math.PI * Math.Pow(t, 0.8)) + 0.055 * t;
        return Oklab.Polar(0.975 - 0.675 * t, chroma, 112 + 168 * t).Shown().ToColor();
    }

    /// <summary>From −1 (blue) over 0 (white) to 1 (red), both sides alike in lightness.</summary>
    public static SKColor Diverging(double value)
    {
        var t = Math.Min(Math.Abs(value), 1);
        return Oklab.Polar(0.985 - 0.505 * t, 0.175 * Math.Pow(t, 0.9), value < 0 ? 257 : 24).Shown().ToColor();
    }

    /// <summary>Black or white, which can be read on <paramref name="ground"/>, and on what becomes of both in the dark.</summary>
    public static SKColor On(SKColor ground) => Oklab.Of(ground).Lightness > Darkness.Middle ? Black : SKColors.White;

    /// <summary>Made lighter or darker until it can be seen on both grounds.</summary>
    static SKColor Seen(Oklab colour)
    {
        double low = Contrast * (Oklab.Luminance(DarkPaper) + 0.05) - 0.05, high = 1.05 / Contrast - 0.05;
        for (var step = 0; step < 100; step++)
        {
            var luminance = Oklab.Luminance(colour.Shown().ToColor());
            if (luminance >= low && luminance <= high) break;
            colour = colour with { Lightness = colour.Lightness + (luminance < low ? 0.005 : -0.005) };
        }
        return colour.Shown().ToColor();
    }

    static SKColor Rgb(uint rgb) => new(0xFF000000 | rgb);
}
