using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>SVG 1.1. A text is drawn as outlines, each kept once and used by reference.</summary>
sealed class SvgSurface(SKSizeI size) : Surface
{
    readonly StringBuilder body = new();
    readonly StringBuilder outlines = new();
    readonly Dictionary<Glyph, int> numbers = [];

    public string Document(string title) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
             width="{size.Width}" height="{size.Height}" viewBox="0 0 {size.Width} {size.Height}" role="img">
        <title>{Escaped(title)}</title>
        <defs>
        {outlines}</defs>
        <rect width="100%" height="100%" fill="#ffffff"/>
        {body}</svg>

        """).ReplaceLineEndings("\n");

    public override void Box(SKRect area, SKColor fill, float radius = 0) =>
        Write($"<rect{At(area)}{(radius > 0 ? $" rx=\"{N(radius)}\"" : "")}{Colour("fill", fill)}/>");

    public override void Frame(SKRect area, SKColor colour, float width) =>
        Write($"<rect{At(area)} fill=\"none\"{Stroke(colour, width)}/>");

    public override void Path(IReadOnlyList<SKPoint> points, SKColor colour, float width) =>
        Write($"<path d=\"{Steps(points)}\" fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\"{Stroke(colour, width)}/>");

    public override void Area(IReadOnlyList<SKPoint> points, SKColor fill) =>
        Write($"<path d=\"{Steps(points)}Z\"{Colour("fill", fill)}/>");

    public override void Dot(SKPoint centre, float radius, SKColor fill, SKColor ring, float ringWidth) =>
        Write($"<circle cx=\"{N(centre.X)}\" cy=\"{N(centre.Y)}\" r=\"{N(radius)}\"{Colour("fill", fill)}{Stroke(ring, ringWidth)}/>");

    protected override void Pixels(SKBitmap pixels, SKRect area)
    {
        using var view = pixels.PeekPixels()!;
        using var data = view.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, 9));
        var png = Convert.ToBase64String(data!.Span);
        Write($"<image{At(area)} preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\""
            + $" xlink:href=\"data:image/png;base64,{png}\"/>");
    }

    protected override void Glyphs(IEnumerable<Glyph> glyphs, SKPoint start, bool upwards, TextStyle style)
    {
        var turn = upwards ? "rotate(-90) " : "";
        var scale = (style.Size / Fonts.Units).ToString("0.######", CultureInfo.InvariantCulture);
        body.Append(CultureInfo.InvariantCulture,
            $"<g transform=\"translate({N(start.X)} {N(start.Y)}) {turn}scale({scale})\"{Colour("fill", style.Colour)}>");
        var x = 0f;
        foreach (var glyph in glyphs)
        {
            if (!glyph.Outline.IsEmpty)
            {
                body.Append(CultureInfo.InvariantCulture, $"<use xlink:href=\"#g{Number(glyph)}\" x=\"{x:0}\"/>");
            }
            x += glyph.Advance;
        }
        body.Append("</g>\n");
    }

    int Number(Glyph glyph)
    {
        if (!numbers.TryGetValue(glyph, out var number))
        {
            number = numbers.Count;
            numbers.Add(glyph, number);
            var rule = glyph.Outline.FillType == SKPathFillType.EvenOdd ? " fill-rule=\"evenodd\"" : "";
            outlines.Append(CultureInfo.InvariantCulture, $"<path id=\"g{number}\" d=\"{glyph.Outline.ToSvgPathData()}\"{rule}/>\n");
        }
        return number;
    }

    void Write(string element) => body.Append(element).Append('\n');

    static string N(float value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    static string At(SKRect area) => $" x=\"{N(area.Left)}\" y=\"{N(area.Top)}\" width=\"{N(area.Width)}\" height=\"{N(area.Height)}\"";

    static string Stroke(SKColor colour, float width) => $"{Colour("stroke", colour)} stroke-width=\"{N(width)}\"";

    static string Colour(string what, SKColor colour) =>
        $" {what}=\"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}\""
        + (colour.Alpha == 255 ? "" : $" {what}-opacity=\"{N(colour.Alpha / 255f)}\"");

    static string Steps(IReadOnlyList<SKPoint> points)
    {
        var steps = new StringBuilder();
        foreach (var point in points) steps.Append(steps.Length == 0 ? 'M' : 'L').Append(N(point.X)).Append(' ').Append(N(point.Y));

        return steps.ToString();
    }

    static string Escaped(string text) => System.Security.SecurityElement.Escape(string.Concat(text.EnumerateRunes()
        .Select(rune => Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? " " : rune.ToString())));
}
