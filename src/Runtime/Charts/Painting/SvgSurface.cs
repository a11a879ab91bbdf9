using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>
/// SVG 1.1. Texts are texts, with the width that the own font gives them, so that they can be searched, copied and read aloud and lie where
/// they belong in any font. In the dark each colour becomes another by a style that plain readers pass over.
/// </summary>
sealed class SvgSurface(SKSizeI size) : Surface
{
    const string Family = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', sans-serif";

    readonly StringBuilder body = new();
    readonly SortedDictionary<string, string> dark = new(StringComparer.Ordinal);
    string? about, group;

    /// <param name="about">In words, for who does not see it.</param>
    public string Document(string title, string about) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
             width="{size.Width}" height="{size.Height}" viewBox="0 0 {size.Width} {size.Height}" role="img" font-family="{Family}">
        <title>{Escaped(title)}</title>
        <desc>{Escaped(about)}</desc>
        <rect width="100%" height="100%"{Colour("fill", Palette.Paper)}/>
        <style>@media (prefers-color-scheme: dark) {"{"} {string.Concat(dark.Select(one => $"{one.Key} {{ {one.Value} }} "))}{"}"}</style>
        {body}</svg>

        """).ReplaceLineEndings("\n");

    public override void Means(string? about, string? group) => (this.about, this.group) = (about, group);

    public override void Box(SKRect area, SKColor fill, float radius = 0) =>
        Shape($"<rect{At(area)}{(radius > 0 ? $" rx=\"{N(radius)}\"" : "")}{Colour("fill", fill)}", "rect");

    public override void Frame(SKRect area, SKColor colour, float width) =>
        Write($"<rect{At(area)} fill=\"none\"{Stroke(colour, width)}/>");

    public override void Path(IReadOnlyList<SKPoint> points, SKColor colour, float width) =>
        Write($"<path d=\"{Steps(points)}\" fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\"{Stroke(colour, width)}/>");

    public override void Area(IReadOnlyList<SKPoint> points, SKColor fill) =>
        Shape($"<path d=\"{Steps(points)}Z\"{Colour("fill", fill)}", "path");

    public override void Dot(SKPoint centre, float radius, SKColor fill, SKColor ring, float ringWidth) =>
        Write($"<circle cx=\"{N(centre.X)}\" cy=\"{N(centre.Y)}\" r=\"{N(radius)}\"{Colour("fill", fill)}{Stroke(ring, ringWidth)}/>");

    public override void Cloud(IReadOnlyList<SKPoint> points, float radius, SKColor colour, bool hollow)
    {
        var dots = new StringBuilder();
        foreach (var point in points) dots.Append('M').Append(Tenth(point.X)).Append(' ').Append(Tenth(point.Y)).Append("h0");
        Write($"<path d=\"{dots}\" fill=\"none\" stroke-linecap=\"round\"{Stroke(colour.WithAlpha(SeenThrough), 2 * radius)}/>");
        if (hollow)
            Write($"<path d=\"{dots}\" fill=\"none\" stroke-linecap=\"round\"{Stroke(Palette.Paper, 2 * radius - 2)}/>");
    }

    protected override void Pixels(SKBitmap pixels, SKRect area)
    {
        using var view = pixels.PeekPixels()!;
        using var data = view.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, 9));
        var png = Convert.ToBase64String(data!.Span);
        dark["image"] = "filter: invert(.92) hue-rotate(180deg)";
        Write($"<image{At(area)} preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\""
            + $" xlink:href=\"data:image/png;base64,{png}\"/>");
    }

    protected override void Letters(string text, SKPoint start, float width, bool upwards, TextStyle style)
    {
        if (width <= 0) return;
        var place = upwards
            ? $" transform=\"translate({N(start.X)} {N(start.Y)}) rotate(-90)\""
            : $" x=\"{N(start.X)}\" y=\"{N(start.Y)}\"";
        var weight = style.Weight == Weight.SemiBold ? " font-weight=\"600\"" : "";
        Write($"<text{place} font-size=\"{N(style.Size)}\"{weight}{Colour("fill", style.Colour)} textLength=\"{N(width)}\""
            + $" lengthAdjust=\"spacingAndGlyphs\">{Escaped(text)}</text>");
    }

    /// <summary>An element with what it means.</summary>
    /// <param name="start">Without its end.</param>
    void Shape(string start, string name)
    {
        var grouped = group is null ? start : $"{start} data-group=\"{group}\"";
        Write(about is null ? grouped + "/>" : $"{grouped}><title>{Escaped(about)}</title></{name}>");
    }

    void Write(string element) => body.Append(element).Append('\n');

    static string N(float value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    static string At(SKRect area) => $" x=\"{N(area.Left)}\" y=\"{N(area.Top)}\" width=\"{N(area.Width)}\" height=\"{N(area.Height)}\"";

    static string Tenth(float value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    string Stroke(SKColor colour, float width) => $"{Colour("stroke", colour)} stroke-width=\"{N(width)}\"";

    string Colour(string what, SKColor colour)
    {
        var (light, shaded) = (Hex(colour), Hex(Darkness.Of(colour)));
        if (light != shaded) dark[$"[{what}=\"{light}\"]"] = $"{what}: {shaded}";
        return $" {what}=\"{light}\"" + (colour.Alpha == 255 ? "" : $" {what}-opacity=\"{N(colour.Alpha / 255f)}\"");
    }

    static string Hex(SKColor colour) => $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}";

    static string Steps(IReadOnlyList<SKPoint> points)
    {
        var steps = new StringBuilder();
        foreach (var point in points) steps.Append(steps.Length == 0 ? 'M' : 'L').Append(N(point.X)).Append(' ').Append(N(point.Y));

        return steps.ToString();
    }

    static string Escaped(string text) => System.Security.SecurityElement.Escape(string.Concat(text.EnumerateRunes()
        .Select(rune => Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? " " : rune.ToString())));
}
