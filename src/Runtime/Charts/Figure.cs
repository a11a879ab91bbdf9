namespace Runtime.Charts;

/// <summary>
/// A chart as data, before it is drawn: panels of marks on named scales. Small, whatever the number of rows, and a value: it can be
/// compared, written down and read again (<see cref="FigureJson"/>).
/// </summary>
/// <param name="Name">Short and fit for a file name: <c>pairplot_scaled</c>.</param>
/// <param name="Title">What it shows, for people; names may stand in back-ticks.</param>
/// <param name="Scales">What panels and marks refer to by name; a scale that several refer to is one for all of them.</param>
/// <param name="Panels">In reading order; those without a place flow into as many columns as there is room for.</param>
public sealed record Figure(string Name, string Title, ValueList<FigureScale> Scales, ValueList<Panel> Panels) : Visual
{
    /// <summary>A sentence under the title, for what the reader should know or see.</summary>
    public string? Note { get; init; }

    /// <summary>Of the plot, where it was asked for; else as its kind has it.</summary>
    public int? Width { get; init; }

    /// <inheritdoc cref="Width"/>
    public int? Height { get; init; }

    /// <summary>Height of the plot over its width, where a unit is to be as long upwards as across.</summary>
    public double? Aspect { get; init; }

    /// <summary>What the colours stand for, where the axes do not say it.</summary>
    public ValueList<LegendEntry> Legend { get; init; } = [];

    /// <summary>No mark has anything to be drawn.</summary>
    public bool IsEmpty() => Marks<Mark>().All(m => m.IsEmpty());

    public IEnumerable<T> Marks<T>() where T : Mark => Panels.SelectMany(p => p.Marks).OfType<T>();

    public T Scale<T>(string name) where T : FigureScale => Scales.OfType<T>().Single(s => s.Name == name);

    /// <summary>All values that stand on a scale.</summary>
    public IEnumerable<double> On(string scale) => Panels.Where(p => p.X == scale).SelectMany(p => p.Marks).SelectMany(m => m.Xs())
        .Concat(Panels.Where(p => p.Y == scale).SelectMany(p => p.Marks).SelectMany(m => m.Ys()));
}

/// <summary>Marks over one pair of scales.</summary>
/// <param name="X">The name of the scale to the right.</param>
/// <param name="Y">The name of the scale upwards, or downwards when it has bands.</param>
public sealed record Panel(string X, string Y, ValueList<Mark> Marks)
{
    public string? Title { get; init; }

    /// <summary>The colour that the panel as a whole stands for.</summary>
    public Hue? Hue { get; init; }

    /// <summary>Its cell in a grid of panels that share their outer axes.</summary>
    public Place? Place { get; init; }
}

/// <summary>Where a panel stands in a grid, from the upper left.</summary>
public sealed record Place(int Row, int Column);

/// <summary>A colour, what it stands for, and how many rows that are where this is known.</summary>
public sealed record LegendEntry(string Name, Hue Hue)
{
    public bool IsLine { get; init; }

    /// <summary>A character or two that stand for it among the marks.</summary>
    public string? Short { get; init; }

    public long? Rows { get; init; }
}

/// <summary>What the colour of a mark stands for; which colour that is, the palette knows.</summary>
/// <param name="Number">Of the series or the cluster; −1 is noise.</param>
public sealed record Hue(HueRole Role, int Number = 0)
{
    /// <summary>Marks that stand alone.</summary>
    public static Hue Plain { get; } = new(HueRole.Plain);

    /// <summary>What stands out against plain marks and those of series.</summary>
    public static Hue Strong { get; } = new(HueRole.Strong);

    /// <summary>Clusters together that have no colour of their own.</summary>
    public static Hue Others { get; } = new(HueRole.Others);

    /// <summary>What is there and not meant.</summary>
    public static Hue Pale { get; } = new(HueRole.Pale);

    public static Hue Cluster(int number) => new(HueRole.Cluster, number);

    /// <summary>A cluster's colour where there is one, else that of a place among several.</summary>
    public static Hue Of(int? cluster, int position, int count) =>
        cluster is { } number ? Cluster(number) : count == 1 ? Plain : new(HueRole.Series, position);
}

public enum HueRole
{
    Plain,
    Strong,
    Series,
    Cluster,
    Others,
    Pale,
}
