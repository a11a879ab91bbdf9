namespace Runtime.Charts.Painting;

/// <summary>Draws figures. The same figure gives the same bytes; no font has to be installed.</summary>
public static class Painter
{
    /// <param name="scale">Pixels per unit of the SVG: 2 for sharp text on today's screens.</param>
    public static byte[] Png(Figure figure, float scale = 2)
    {
        var page = new PicturePage(figure);
        using var surface = new BitmapSurface(page.Size, scale);
        page.Paint(surface);
        return surface.Encode();
    }

    /// <summary>An SVG document without fonts, scripts or references to the outside.</summary>
    public static string Svg(Figure figure)
    {
        var page = new PicturePage(figure);
        var surface = new SvgSurface(page.Size);
        page.Paint(surface);
        return surface.Document(Wording.Plain(figure.Title));
    }
}
