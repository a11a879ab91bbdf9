using System.Text;
using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>Drawings made by hand on a canvas of SkiaSharp.</summary>
public static class Sketch
{
    const int MostSide = 10_000;

    /// <summary>Pixels per unit of the SVG.</summary>
    const float Sharp = 2;

    /// <summary>The font of all charts, which need not be installed.</summary>
    public static SKFont Font(float size) => new(Fonts.Typeface, size);

    /// <param name="draw">Is called twice, for the SVG and for the pixels.</param>
    /// <exception cref="Refusal">The picture is empty or too large.</exception>
    public static Drawing On(string name, string title, int width, int height, Action<SKCanvas> draw)
    {
        if (width is < 1 or > MostSide || height is < 1 or > MostSide)
            throw new Refusal($"The drawing `{name}` is {width} × {height}.", $"Give it sides from 1 to {MostSide}.");
        return new Drawing(name, title, Vectors(width, height, draw)) { Png = Pixels(width, height, draw) };
    }

    static string Vectors(int width, int height, Action<SKCanvas> draw)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), stream)) draw(canvas);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    static byte[] Pixels(int width, int height, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap((int)(width * Sharp), (int)(height * Sharp), SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Scale(Sharp);
        canvas.Clear(Palette.Paper);
        draw(canvas);
        canvas.Flush();
        using var pixels = bitmap.PeekPixels()!;
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Up, 4));
        return data!.ToArray();
    }
}
