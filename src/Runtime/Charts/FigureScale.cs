using System.Text.Json.Serialization;

namespace Runtime.Charts;

/// <summary>What turns values into places or colours.</summary>
/// <param name="Name">Unique in its figure.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "scale")]
[JsonDerivedType(typeof(ValueScale), "value")]
[JsonDerivedType(typeof(BandScale), "band")]
[JsonDerivedType(typeof(ColourScale), "colour")]
public abstract record FigureScale(string Name)
{
    /// <summary>Written at the axis.</summary>
    public string? Title { get; init; }
}

/// <summary>Numbers along a length, from the least to the greatest of what stands on the scale.</summary>
public sealed record ValueScale(string Name) : FigureScale(Name)
{
    public ScaleSpacing Spacing { get; init; }

    public CellFormat Format { get; init; } = CellFormat.Number;

    /// <summary>Ends at the values rather than at round numbers.</summary>
    public bool Tight { get; init; }

    /// <summary>Marks go to the very edge of the plot, as a frame cuts them.</summary>
    public bool Flush { get; init; }

    /// <summary>Where a scale that is even about zero turns into one of factors.</summary>
    public double Knee { get; init; } = 1;

    /// <summary>Has an axis with numbers.</summary>
    public bool Shown { get; init; } = true;
}

/// <summary>Names, each with a band of its own; marks stand on the number of a band, from 0.</summary>
public sealed record BandScale(string Name, ValueList<string> Bands) : FigureScale(Name)
{
    /// <summary>What the bands stand for, when this has a colour.</summary>
    public ValueList<Hue>? Hues { get; init; }
}

/// <summary>Numbers as colours.</summary>
public sealed record ColourScale(string Name) : FigureScale(Name)
{
    /// <summary>Colours run both ways from zero (correlations, deviations) rather than from low to high.</summary>
    public bool Diverging { get; init; }

    public CellFormat Format { get; init; } = CellFormat.Number;

    /// <summary>Has a key with numbers.</summary>
    public bool Shown { get; init; } = true;

    /// <summary>The value of the strongest colour, where it is not the farthest: what is beyond has that colour, too.</summary>
    public double? Reach { get; init; }
}

/// <summary>What is equal along a scale: differences, factors, or differences of square roots.</summary>
public enum ScaleSpacing
{
    Linear,

    /// <summary>For what grows by factors; values that are not above zero are left out.</summary>
    Log,

    /// <summary>Even about zero, by factors far from it: for what has long tails, on both sides or with zeros (asinh).</summary>
    Symlog,

    /// <summary>For counts with spikes (Tukey's rootogram).</summary>
    Root,
}
