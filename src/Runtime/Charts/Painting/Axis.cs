using SkiaSharp;

namespace Runtime.Charts.Painting;

/// <summary>A scale along a side of a panel: where its values stand, and what is written beside the plot.</summary>
abstract class Axis
{
    public const float TitleRoom = 22;

    public abstract string? Title { get; }

    /// <summary>Room that it needs on the left of a plot.</summary>
    public abstract float Left { get; }

    /// <summary>Room that it needs below a plot of that width.</summary>
    public abstract float Below(float width);

    /// <summary>Lays the values over a length; pixels grow downwards.</summary>
    public abstract void Lay(float from, float to);

    /// <summary>Not finite for what has no place.</summary>
    public abstract float At(double value);

    /// <summary>How broad a thing at one value may be.</summary>
    public abstract float Slot(int values);

    public abstract void PaintLeft(Surface surface, SKRect plot);

    public abstract void PaintBelow(Surface surface, SKRect plot);

    public static Axis Of(Figure figure, Panel panel, bool upright)
    {
        var name = upright ? panel.Y : panel.X;
        var isCells = figure.Scales.Single(s => s.Name == (upright ? panel.X : panel.Y)) is BandScale;
        return figure.Scales.Single(s => s.Name == name) switch
        {
            BandScale bands => new BandAxis(bands, small: figure.Panels.Count > 1 || isCells && !upright, isCells),
            ValueScale values => new ValueAxis(figure, panel, values, upright),
            var scale => throw new ArgumentException($"Nothing can be placed on the scale {scale.Name}.", nameof(figure)),
        };
    }
}
