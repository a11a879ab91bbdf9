using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>A colour in Oklab, where equal steps look equal and mixtures look like their parts (Ottosson 2020).</summary>
readonly record struct Oklab(double Lightness, double A, double B)
{
    /// <param name="hue">Degrees.</param>
    public static Oklab Polar(double lightness, double chroma, double hue)
    {
        var (sin, cos) = Math.SinCos(hue * Math.PI / 180);
        return new(lightness, chroma * cos, chroma * sin);
    }

    public static Oklab Of(SKColor colour)
    {
        double r = Linear(colour.Red), g = Linear(colour.Green), b = Linear(colour.Blue);
        var l = Math.Cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        var m = Math.Cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        var s = Math.Cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new(
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    /// <summary>Relative luminance, 0 to 1.</summary>
    public static double Luminance(SKColor colour) =>
        0.2126 * Linear(colour.Red) + 0.7152 * Linear(colour.Green) + 0.0722 * Linear(colour.Blue);

    /// <summary>With the hue turned and some of the chroma.</summary>
    /// <param name="degrees">Against the clock.</param>
    /// <param name="share">Of the chroma.</param>
    public Oklab Turned(double degrees, double share)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return this with { A = share * (A * cos - B * sin), B = share * (A * sin + B * cos) };
    }

    public Oklab Lighter(double by) => this with { Lightness = Math.Clamp(Lightness + by, 0.25, 0.88) };

    /// <summary>The nearest colour of the same lightness and hue that a screen can show.</summary>
    public Oklab Shown()
    {
        var shown = this;
        while (!shown.IsShown)
        {
            shown = shown with { A = shown.A * 0.98, B = shown.B * 0.98 };
        }
        return shown;
    }

    public SKColor ToColor()
    {
        var (red, green, blue) = Linear();
        return new(Encoded(red), Encoded(green), Encoded(blue));
    }

    // White itself may miss by a rounding error.
    bool IsShown => Linear() is ( >= -1e-4 and <= 1.0001, >= -1e-4 and <= 1.0001, >= -1e-4 and <= 1.0001);

    (double Red, double Green, double Blue) Linear()
    {
        var l = Cube(Lightness + 0.3963377774 * A + 0.2158037573 * B);
        var m = Cube(Lightness - 0.1055613458 * A - 0.0638541728 * B);
        var s = Cube(Lightness - 0.0894841775 * A - 1.2914855480 * B);
        return new(
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    }

    static double Cube(double x) => x * x * x;

    static double Linear(byte channel)
    {
        var c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }

    static byte Encoded(double c)
    {
        var encoded = c <= 0.0031308 ? 12.92 * c : 1.055 * Math.Pow(c, 1 / 2.4) - 0.055;
        return (byte)Math.Round(255 * Math.Clamp(encoded, 0, 1));
    }
}
