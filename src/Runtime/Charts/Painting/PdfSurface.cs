using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>A page of PDF, for papers: 96 units are an inch. It has no date, so that the same figure is the same file.</summary>
sealed class PdfSurface : CanvasSurface
{
    const float PointsPerUnit = 72f / 96;

    /// <summary>Above what is a quality of JPEG.</summary>
    const int Lossless = 101;

    readonly MemoryStream file;
    readonly SKDocument document;

    public PdfSurface(SKSizeI size, string title) : this(size, new MemoryStream(), title)
    {
    }

    PdfSurface(SKSizeI size, MemoryStream file, string title)
        : this(size, file, SKDocument.CreatePdf(file,
            new SKDocumentPdfMetadata { Title = title, Producer = "pipe", EncodingQuality = Lossless }))
    {
    }

    PdfSurface(SKSizeI size, MemoryStream file, SKDocument document)
        : base(document.BeginPage(size.Width * PointsPerUnit, size.Height * PointsPerUnit), PointsPerUnit, dark: false) =>
        (this.file, this.document) = (file, document);

    public byte[] Encode()
    {
        document.EndPage();
        document.Close();
        return file.ToArray();
    }

    /// <summary>As texts that can be searched and copied, where the own font has all letters.</summary>
    protected override void Letters(string text, TextStyle style)
    {
        using var own = Fonts.Own(text, style);
        if (own is null) base.Letters(text, style);
        else Canvas.DrawText(text, 0, 0, SKTextAlign.Left, own, Fill(style.Colour));
    }

    public override void Dispose()
    {
        base.Dispose();
        document.Dispose();
        file.Dispose();
    }
}
