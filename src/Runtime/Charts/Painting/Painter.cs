namespace Runtime.Charts.Painting;

/// <summary>Draws figures. The same figure gives the same bytes; no font has to be installed.</summary>
public static class Painter
{
    /// <summary>The endings of files that a picture can be written to.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".svg", ".png", ".pdf"];

    /// <summary>A picture of the kind that an ending says; null of another.</summary>
    public static byte[]? Of(Figure figure, string ending) => ending.ToLowerInvariant() switch
    {
        ".svg" => System.Text.Encoding.UTF8.GetBytes(Svg(figure)),
        ".png" => Png(figure),
        ".pdf" => Pdf(figure),
        _ => null,
    };

    /// <param name="scale">Pixels per unit of the SVG: 2 for sharp text on today's screens.</param>
    /// <param name="dark">On a dark ground.</param>
    public static byte[] Png(Figure figure, float scale = 2, bool dark = false)
    {
        var page = new PicturePage(Letters.Told(figure));
        using var surface = new BitmapSurface(page.Size, scale, dark);
        page.Paint(surface);
        return surface.Encode();
    }

    /// <summary>A page for papers, on a light ground.</summary>
    public static byte[] Pdf(Figure figure)
    {
        var page = new PicturePage(Letters.Told(figure));
        using var surface = new PdfSurface(page.Size, Wording.Plain(figure.Title));
        page.Paint(surface);
        return surface.Encode();
    }

    /// <summary>An SVG document without fonts, scripts or references to the outside, light or dark as the reader's page is.</summary>
    public static string Svg(Figure figure)
    {
        var page = new PicturePage(figure);
        var surface = new SvgSurface(page.Size);
        page.Paint(surface);
        return surface.Document(Wording.Plain(figure.Title), FigureWords.Of(figure));
    }
}
