using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>The colours of a figure on a dark ground: what is pale on paper is dark there, hues stay, clusters keep their colour.</summary>
static class Darkness
{
    /// <summary>The lightness that is alike on both grounds.</summary>
    public const double Middle = 0.58;

    // Those of paper and of black in the dark.
    const double Deep = 0.21, Bright = 1;

    public static SKColor Of(SKColor colour)
    {
        if (Palette.IsSeenOnBoth(colour)) return colour;
        if (colour.WithAlpha(255) == Palette.Paper) return Palette.DarkPaper.WithAlpha(colour.Alpha);
        var light = Oklab.Of(colour);
        var dark = light.Lightness > Middle
            ? Middle - (light.Lightness - Middle) / (1 - Middle) * (Middle - Deep)
            : Middle + Math.Sqrt((Middle - light.Lightness) / Middle) * (Bright - Middle);
        return (light with { Lightness = dark }).Shown().ToColor().WithAlpha(colour.Alpha);
    }

    public static SKBitmap Of(SKBitmap light) =>
        new(light.Width, light.Height, SKColorType.Rgba8888, SKAlphaType.Opaque) { Pixels = Array.ConvertAll(light.Pixels, Of) };
}
