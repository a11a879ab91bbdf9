using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>Pixels, several for each unit of the SVG.</summary>
sealed class BitmapSurface : CanvasSurface
{
    readonly SKBitmap bitmap;

    /// <param name="dark">On a dark ground.</param>
    public BitmapSurface(SKSizeI size, float scale, bool dark)
        : this(new SKBitmap((int)(size.Width * scale), (int)(size.Height * scale), SKColorType.Rgba8888, SKAlphaType.Opaque), scale, dark)
    {
    }

    BitmapSurface(SKBitmap bitmap, float scale, bool dark) : base(new(bitmap), scale, dark) => this.bitmap = bitmap;

    public byte[] Encode()
    {
        using var pixels = bitmap.PeekPixels()!;
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Up, 4));
        return data!.ToArray();
    }

    public override void Dispose()
    {
        base.Dispose();
        bitmap.Dispose();
    }
}
