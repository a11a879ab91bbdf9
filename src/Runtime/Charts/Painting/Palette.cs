using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>Every colour a chart may use.</summary>
public static class Palette
{
    // Found by a search for the largest of the smallest CIE 1976 differences, as seen with normal, deuteranope and
    // protanope eyes (Machado, Oliveira & Fernandes 2009), among colours dark enough for a line on white.
    static readonly uint[] Base =
        [0x1A9AFD, 0xF79065, 0x0CBFA8, 0xED5779, 0x4445A9, 0xAA8100, 0xA8408E, 0x455C00, 0x0FB8E2, 0x7E3E41];

    // Lightness added to each further round of the ten.
    static readonly double[] Rounds = [0, -0.14, 0.12, -0.22, 0.2];

    /// <summary>Rows without a cluster.</summary>
    public static SKColor Noise { get; } = Rgb(0xC4C8CF);

    /// <summary>Bars and lines that stand alone.</summary>
    public static SKColor Accent { get; } = Rgb(0x3F72B8);

    public static SKColor Paper => SKColors.White;

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

        var colour = Rgb(Base[number % Base.Length]);
        var round = number / Base.Length % Rounds.Length;
        return round == 0 ? colour : Oklab.Of(colour).Lighter(Rounds[round]).Shown().ToColor();
    }

    public static SKColor Of(Hue hue) => hue.Role switch
    {
        HueRole.Plain => Accent,
        HueRole.Strong => Ink,
        _ => Cluster(hue.Number),
    };

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

    /// <summary>Black or white, whichever has more contrast (WCAG 2) on <paramref name="ground"/>.</summary>
    public static SKColor On(SKColor ground) => Oklab.Luminance(ground) + 0.05 > Math.Sqrt(1.05 * 0.054) ? Black : SKColors.White;

    static SKColor Rgb(uint rgb) => new(0xFF000000 | rgb);
}
