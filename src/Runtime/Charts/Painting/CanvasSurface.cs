using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>What Skia draws on: pixels, or the page of a document.</summary>
abstract class CanvasSurface : Surface, IDisposable
{
    readonly bool dark;
    readonly SKPaint fillPaint = new() { IsAntialias = true };
    readonly SKPaint linePaint = new()
    {
        IsAntialias = true,
        IsStroke = true,
        StrokeCap = SKStrokeCap.Round,
        StrokeJoin = SKStrokeJoin.Round,
    };

    /// <param name="scale">Its units for one of the SVG.</param>
    /// <param name="dark">On a dark ground.</param>
    protected CanvasSurface(SKCanvas canvas, float scale, bool dark)
    {
        (Canvas, this.dark) = (canvas, dark);
        Canvas.Scale(scale);
        Canvas.Clear(Shade(Palette.Paper));
    }

    protected SKCanvas Canvas { get; }

    public virtual void Dispose()
    {
        Canvas.Dispose();
        fillPaint.Dispose();
        linePaint.Dispose();
    }

    public override void Box(SKRect area, SKColor fill, float radius = 0) => Canvas.DrawRoundRect(area, radius, radius, Fill(fill));

    public override void Frame(SKRect area, SKColor colour, float width) => Canvas.DrawRect(area, Stroke(colour, width));

    public override void Path(IReadOnlyList<SKPoint> points, SKColor colour, float width)
    {
        using var path = ToPath(points, close: false);
        Canvas.DrawPath(path, Stroke(colour, width));
    }

    public override void Area(IReadOnlyList<SKPoint> points, SKColor fill)
    {
        using var path = ToPath(points, close: true);
        Canvas.DrawPath(path, Fill(fill));
    }

    public override void Dot(SKPoint centre, float radius, SKColor fill, SKColor ring, float ringWidth)
    {
        Canvas.DrawCircle(centre, radius, Fill(fill));
        Canvas.DrawCircle(centre, radius, Stroke(ring, ringWidth));
    }

    public override void Cloud(IReadOnlyList<SKPoint> points, float radius, SKColor colour, bool hollow)
    {
        Canvas.DrawPoints(SKPointMode.Points, [.. points], Stroke(colour.WithAlpha(SeenThrough), 2 * radius));
        if (hollow) Canvas.DrawPoints(SKPointMode.Points, [.. points], Stroke(Palette.Paper, 2 * radius - 2));
    }

    protected override void Pixels(SKBitmap pixels, SKRect area)
    {
        using var shaded = dark ? Darkness.Of(pixels) : null;
        using var image = SKImage.FromBitmap(shaded ?? pixels);
        Canvas.DrawImage(image, area, new SKSamplingOptions(SKFilterMode.Nearest), null);
    }

    protected sealed override void Letters(string text, SKPoint start, float width, bool upwards, TextStyle style)
    {
        Canvas.Save();
        Canvas.Translate(start);
        Canvas.RotateDegrees(upwards ? -90 : 0);
        Letters(text, style);
        Canvas.Restore();
    }

    /// <summary>At the origin, to the right.</summary>
    protected virtual void Letters(string text, TextStyle style)
    {
        Canvas.Scale(style.Size / Fonts.Units);
        foreach (var glyph in Fonts.Outlines(text, style.Weight))
        {
            Canvas.DrawPath(glyph.Outline, Fill(style.Colour));
            Canvas.Translate(glyph.Advance, 0);
        }
    }

    SKColor Shade(SKColor colour) => dark ? Darkness.Of(colour) : colour;

    protected SKPaint Fill(SKColor colour)
    {
        fillPaint.Color = Shade(colour);
        return fillPaint;
    }

    SKPaint Stroke(SKColor colour, float width)
    {
        linePaint.Color = Shade(colour);
        linePaint.StrokeWidth = width;
        return linePaint;
    }

    static SKPath ToPath(IReadOnlyList<SKPoint> points, bool close)
    {
        using var builder = new SKPathBuilder();
        builder.AddPoly([.. points], close);
        return builder.Detach();
    }
}
