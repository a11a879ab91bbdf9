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
    /// <summary>How much of a dot among many covers what lies below it.</summary>
    protected const byte SeenThrough = 190;

    readonly List<TextBox> texts = [];
    readonly List<SKRect> images = [];

    public IReadOnlyList<TextBox> Texts => texts;

    public IReadOnlyList<SKRect> Images => images;

    public abstract void Box(SKRect area, SKColor fill, float radius = 0);

    /// <summary>What the next marks stand for, for who points at them; null for nothing.</summary>
    /// <param name="about">A few words: the name and the value.</param>
    /// <param name="group">The cluster, the same in every figure.</param>
    public virtual void Means(string? about, string? group)
    {
    }

    public abstract void Frame(SKRect area, SKColor colour, float width);

    public abstract void Path(IReadOnlyList<SKPoint> points, SKColor colour, float width);

    public abstract void Area(IReadOnlyList<SKPoint> points, SKColor fill);

    public abstract void Dot(SKPoint centre, float radius, SKColor fill, SKColor ring, float ringWidth);

    /// <summary>Many small dots that are seen through where they lie upon each other; rings when they are hollow.</summary>
    public abstract void Cloud(IReadOnlyList<SKPoint> points, float radius, SKColor colour, bool hollow);

    /// <summary>An area in a colour; hatched where this is not told by its grey alone.</summary>
    public void Swatch(SKRect area, Hue hue, float radius = 2, string? about = null)
    {
        Means(about, GroupOf(hue));
        Box(area, Palette.Of(hue), radius);
        Means(null, null);
        if (!Palette.IsHatched(hue)) return;
        // Others have lines one way, noise the other way.
        var falls = hue.Role == HueRole.Others;
        const float pitch = 5;
        for (var from = area.Left - area.Height + pitch / 2; from < area.Right; from += pitch)
        {
            var (left, right) = (Math.Max(from, area.Left), Math.Min(from + area.Height, area.Right));
            if (right - left < 1) continue;
            var (low, high) = (area.Bottom - (left - from), area.Bottom - (right - from));
            if (falls) (low, high) = (area.Top + area.Bottom - low, area.Top + area.Bottom - high);
            Line(left, low, right, high, Palette.Paper, 1.2f);
        }
    }

    public static string? GroupOf(Hue hue) => hue.Role == HueRole.Cluster ? $"{hue.Number}" : null;

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
        Letters(text, new(left, line), width, upwards: false, style);
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
        Letters(text, new(line, bottom), width, upwards: true, style);
    }

    protected abstract void Pixels(SKBitmap pixels, SKRect area);

    /// <param name="width">In the own font.</param>
    protected abstract void Letters(string text, SKPoint start, float width, bool upwards, TextStyle style);

    void Add(string text, SKRect bounds)
    {
        if (bounds.Width > 0 && bounds.Height > 0) texts.Add(new(text, bounds));
    }
}
