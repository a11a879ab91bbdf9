using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>The colours of cells: from the least to the greatest value, or both ways from zero.</summary>
sealed class CellColours
{
    const double Largest = 1e300;

    readonly ColourScale scale;

    public CellColours(Figure figure, string name)
    {
        scale = figure.Scale<ColourScale>(name);
        var finite = figure.Marks<CellMark>().Where(mark => mark.Colour == name).SelectMany(mark => mark.Values).SelectMany(row => row)
            .Where(double.IsFinite).Select(value => Math.Clamp(value, -Largest, Largest)).DefaultIfEmpty(0).ToArray();
        var far = scale.Reach ?? finite.Max(Math.Abs);
        IsBeyond = scale.Reach is { } reach && finite.Any(value => Math.Abs(value) > reach);
        (Low, High) = scale.Diverging ? (-far, far) : scale.Reach is { } most ? (0, most) : (finite.Min(), finite.Max());
    }

    public double Low { get; }

    public double High { get; }

    /// <summary>Some values are beyond the strongest colour.</summary>
    public bool IsBeyond { get; }

    /// <summary>What the colours are of.</summary>
    public string? Title => scale.Title;

    public CellFormat Format => scale.Format;

    public SKColor Of(double value) => !double.IsFinite(value) ? Palette.Missing
        : scale.Diverging ? Palette.Diverging(High > 0 ? value / High : 0)
        : Palette.Sequential(High > Low ? value / (High - Low) - Low / (High - Low) : 0.3);

    /// <summary>At a share of the way from low to high.</summary>
    public SKColor At(double share) => scale.Diverging ? Palette.Diverging(2 * share - 1) : Palette.Sequential(share);
}
