using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>A page of PDF, for papers: as large as the figure at 96 units an inch, without a date, so that the same figure is the same file.</summary>
sealed class PdfSurface : CanvasSurface
{
    const float PointsPerUnit = 72f / 96;

    readonly MemoryStream file;
    readonly SKDocument document;

    public PdfSurface(SKSizeI size, string title) : this(size, new MemoryStream(), title)
    {
    }

    PdfSurface(SKSizeI size, MemoryStream file, string title)
        : this(size, file, SKDocument.CreatePdf(file, new SKDocumentPdfMetadata { Title = title, Producer = "pipe", EncodingQuality = 101 }))
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

    public override void Dispose()
    {
        base.Dispose();
        document.Dispose();
        file.Dispose();
    }
}
