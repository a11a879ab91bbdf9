using SkiaSharp;

namespace Runtime.Charts.Painting;

enum Align
{
    Left,
    Center,
    Right,
}

/// <summary>Where a text was drawn, for the tests: nothing is cut off and nothing overlaps.</summary>
readonly record struct TextBox(string Text, SKRect Bounds);

/// <summary>What a chart is drawn on: pixels or SVG. Units are those of the SVG; a bitmap has several pixels each.</summary>
abstract class Surface
{
    readonly List<TextBox> texts = [];
    readonly List<SKRect> images = [];

    public IReadOnlyList<TextBox> Texts => texts;

    public IReadOnlyList<SKRect> Images => images;

    public abstract void Box(SKRect area, SKColor fill, float radius = 0);

    public abstract void Frame(SKRect area, SKColor colour, float width);

    public abstract void Path(IReadOnlyList<SKPoint> points, SKColor colour, float width);

    public abstract void Area(IReadOnlyList<SKPoint> points, SKColor fill);

    public abstract void Dot(SKPoint centre, float radius, SKColor fill, SKColor ring, float ringWidth);

    /// <summary>Pixels scaled without smoothing.</summary>
    public void Image(SKBitmap pixels, SKRect area)
    {
        images.Add(area);
        Pixels(pixels, area);
    }

    public void Line(float x1, float y1, float x2, float y2, SKColor colour, float width = 1) =>
        Path([new(x1, y1), new(x2, y2)], colour, width);

    /// <param name="x">Where the text starts, has its middle or ends.</param>
    /// <param name="y">The middle of its capitals.</param>
    public void Text(string text, float x, float y, TextStyle style, Align align = Align.Left)
    {
        var width = Fonts.Width(text, style);
        var left = x - width * (int)align / 2;
        var line = y + style.Size * Fonts.Capital / 2;
        Add(text, new(left, line - style.Size * Fonts.Ascent, left + width, line + style.Size * Fonts.Descent));
        Glyphs(Fonts.Outlines(text, style.Weight), new(left, line), upwards: false, style);
    }

    /// <summary>A text turned to be read from below.</summary>
    /// <param name="x">The middle of its capitals.</param>
    /// <param name="y">Where the text starts (lowest), has its middle or ends (highest).</param>
    public void TextUpwards(string text, float x, float y, TextStyle style, Align align = Align.Left)
    {
        var width = Fonts.Width(text, style);
        var bottom = y + width * (int)align / 2;
        var line = x + style.Size * Fonts.Capital / 2;
        Add(text, new(line - style.Size * Fonts.Ascent, bottom - width, line + style.Size * Fonts.Descent, bottom));
        Glyphs(Fonts.Outlines(text, style.Weight), new(line, bottom), upwards: true, style);
    }

    protected abstract void Pixels(SKBitmap pixels, SKRect area);

    protected abstract void Glyphs(IEnumerable<Glyph> glyphs, SKPoint start, bool upwards, TextStyle style);

    void Add(string text, SKRect bounds)
    {
        if (bounds.Width > 0 && bounds.Height > 0) texts.Add(new(text, bounds));
    }
}
