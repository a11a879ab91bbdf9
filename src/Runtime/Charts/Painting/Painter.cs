namespace Runtime.Charts.Painting;

/// <summary>Draws figures. The same figure gives the same bytes; no font has to be installed.</summary>
public static class Painter
{
    /// <param name="scale">Pixels per unit of the SVG: 2 for sharp text on today's screens.</param>
    /// <param name="dark">On a dark ground.</param>
    public static byte[] Png(Figure figure, float scale = 2, bool dark = false)
    {
        var page = new PicturePage(figure);
        using var surface = new BitmapSurface(page.Size, scale, dark);
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
