using System.Text.Json.Serialization;

namespace Runtime.Charts;

/// <summary>Something at each pair of values; values that are not given count 0, 1, 2, ….</summary>
public abstract record PlacedMark(ValueList<double>? X, ValueList<double>? Y) : Mark
{
    [JsonIgnore]
    public int Count => Math.Min(X?.Count ?? int.MaxValue, Y?.Count ?? (X is null ? 0 : int.MaxValue));

    public (double X, double Y) At(int i) => (X is null ? i : X[i], Y is null ? i : Y[i]);

    public override IEnumerable<double> Xs() => Enumerable.Range(0, Count).Select(i => At(i).X);

    public override IEnumerable<double> Ys() => Enumerable.Range(0, Count).Select(i => At(i).Y);

    public override bool IsEmpty() => !Enumerable.Range(0, Count).Any(i => double.IsFinite(At(i).X) && double.IsFinite(At(i).Y));
}

/// <summary>Bars from zero; those of several marks in a panel stand beside each other.</summary>
public sealed record BarMark(ValueList<double>? X, ValueList<double>? Y) : PlacedMark(X, Y)
{
    /// <summary>Of each bar, when they are not all alike.</summary>
    public ValueList<Hue>? Hues { get; init; }

    /// <summary>What is written at each bar in place of its value.</summary>
    public ValueList<string>? Labels { get; init; }

    /// <summary>A place on each bar to compare it with, such as the share among all rows.</summary>
    public ValueList<double>? Ticks { get; init; }

    /// <summary>They run along X.</summary>
    public bool Lies { get; init; }

    [JsonIgnore]
    public ValueList<double> Lengths => (Lies ? X : Y)!;

    public Hue HueOf(int bar) => Hues is { } hues && bar < hues.Count ? hues[bar] : Hue;

    public override IEnumerable<double> Xs() => Lies ? [0, .. base.Xs(), .. Ticks ?? []] : base.Xs();

    public override IEnumerable<double> Ys() => Lies ? base.Ys() : [0, .. base.Ys(), .. Ticks ?? []];

    public override void Draw(IMarkPainter painter) => painter.Bars(this);
}

/// <summary>A line through its points, with a gap at what is missing.</summary>
public sealed record LineMark(ValueList<double>? X, ValueList<double>? Y) : PlacedMark(X, Y)
{
    /// <summary>In pixels of the picture, where it is not that of other lines.</summary>
    public double? Width { get; init; }

    /// <summary>Its corners are no values, and have no dots.</summary>
    public bool IsOutline { get; init; }

    /// <summary>Is seen on whatever it crosses: it has a rim of paper.</summary>
    public bool IsRimmed { get; init; }

    public override void Draw(IMarkPainter painter) => painter.Line(this);
}

/// <summary>A dot, or a frame about a cell.</summary>
public sealed record PointMark(ValueList<double>? X, ValueList<double>? Y) : PlacedMark(X, Y)
{
    /// <summary>Stands out: the best of many.</summary>
    public bool Marked { get; init; }

    /// <summary>One of very many rows: small, and seen through where they lie upon each other.</summary>
    public bool IsRow { get; init; }

    public override void Draw(IMarkPainter painter) => painter.Points(this);
}

/// <summary>Words beside a place.</summary>
public sealed record TextMark(ValueList<double>? X, ValueList<double>? Y, ValueList<string> Words) : PlacedMark(X, Y)
{
    /// <summary>A plate with its colour as a rim that names a cluster where it lies.</summary>
    public bool IsPlate { get; init; }

    /// <summary>Small print on the place itself.</summary>
    public bool IsSmall { get; init; }

    /// <summary>The name of an arrow that comes from zero: beyond its tip, and farther out where other names are.</summary>
    public bool IsTip { get; init; }

    public override void Draw(IMarkPainter painter) => painter.Texts(this);
}
