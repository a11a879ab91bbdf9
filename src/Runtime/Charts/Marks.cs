using System.Text.Json.Serialization;

namespace Runtime.Charts;

/// <summary>A shape that stands for data. What is not finite is left out.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "mark")]
[JsonDerivedType(typeof(BarMark), "bar")]
[JsonDerivedType(typeof(LineMark), "line")]
[JsonDerivedType(typeof(PointMark), "point")]
[JsonDerivedType(typeof(TextMark), "text")]
[JsonDerivedType(typeof(RuleMark), "rule")]
[JsonDerivedType(typeof(CellMark), "cell")]
[JsonDerivedType(typeof(DensityMark), "density")]
[JsonDerivedType(typeof(AreaMark), "area")]
public abstract record Mark
{
    public string? Series { get; init; }

    public Hue Hue { get; init; } = Hue.Plain;

    /// <summary>What must have a place on the scale to the right.</summary>
    public abstract IEnumerable<double> Xs();

    /// <summary>What must have a place on the scale upwards.</summary>
    public abstract IEnumerable<double> Ys();

    public abstract bool IsEmpty();

    public abstract void Draw(IMarkPainter painter);
}

/// <summary>Draws marks on a panel; a painter that forgets a mark does not compile.</summary>
public interface IMarkPainter
{
    void Bars(BarMark mark);

    void Line(LineMark mark);

    void Points(PointMark mark);

    void Texts(TextMark mark);

    void Rule(RuleMark mark);

    void Cells(CellMark mark);

    void Density(DensityMark mark);

    void Area(AreaMark mark);
}

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

    /// <summary>They run along X.</summary>
    public bool Lies { get; init; }

    [JsonIgnore]
    public ValueList<double> Lengths => (Lies ? X : Y)!;

    public Hue HueOf(int bar) => Hues is { } hues && bar < hues.Count ? hues[bar] : Hue;

    public override IEnumerable<double> Xs() => Lies ? base.Xs().Prepend(0) : base.Xs();

    public override IEnumerable<double> Ys() => Lies ? base.Ys() : base.Ys().Prepend(0);

    public override void Draw(IMarkPainter painter) => painter.Bars(this);
}

/// <summary>A line through its points, with a gap at what is missing.</summary>
public sealed record LineMark(ValueList<double>? X, ValueList<double>? Y) : PlacedMark(X, Y)
{
    /// <summary>Its corners are no values, and have no dots.</summary>
    public bool IsOutline { get; init; }

    public override void Draw(IMarkPainter painter) => painter.Line(this);
}

/// <summary>A dot, or a frame about a cell.</summary>
public sealed record PointMark(ValueList<double>? X, ValueList<double>? Y) : PlacedMark(X, Y)
{
    /// <summary>Stands out: the best of many.</summary>
    public bool Marked { get; init; }

    public override void Draw(IMarkPainter painter) => painter.Points(this);
}

/// <summary>Words beside a place.</summary>
public sealed record TextMark(ValueList<double>? X, ValueList<double>? Y, ValueList<string> Words) : PlacedMark(X, Y)
{
    public override void Draw(IMarkPainter painter) => painter.Texts(this);
}

/// <summary>A straight line across the panel: upright at X, level at Y.</summary>
public sealed record RuleMark(double? X, double? Y) : Mark
{
    public override IEnumerable<double> Xs() => X is { } x ? [x] : [];

    public override IEnumerable<double> Ys() => Y is { } y ? [y] : [];

    public override bool IsEmpty() => true;

    public override void Draw(IMarkPainter painter) => painter.Rule(this);
}

/// <summary>A coloured cell for each pair of bands.</summary>
/// <param name="Values">A list a band of Y, a value a band of X.</param>
/// <param name="Colour">The name of its colour scale.</param>
public sealed record CellMark(ValueList<ValueList<double>> Values, string Colour) : Mark
{
    public double At(int row, int column) => row < Values.Count && column < Values[row].Count ? Values[row][column] : double.NaN;

    public override IEnumerable<double> Xs() => [];

    public override IEnumerable<double> Ys() => [];

    public override bool IsEmpty() => Values.All(row => row.Count == 0);

    public override void Draw(IMarkPainter painter) => painter.Cells(this);
}

/// <summary>Rows counted in equal bins over two spans; those of several marks in a panel are groups of the same rows.</summary>
/// <param name="Across">The span to the right, in so many bins as upwards.</param>
/// <param name="Up">The span upwards.</param>
/// <param name="Counts">Bin to the right first: [x · bins + y].</param>
/// <param name="Colour">The name of the colour scale of rows that are not grouped; groups mix their hues.</param>
public sealed record DensityMark(Extent Across, Extent Up, int Bins, Counts Counts, string? Colour) : Mark
{
    public override IEnumerable<double> Xs() => [Across.Low, Across.High];

    public override IEnumerable<double> Ys() => [Up.Low, Up.High];

    public override bool IsEmpty() => Counts.Values.Length == 0;

    public override void Draw(IMarkPainter painter) => painter.Density(this);
}

/// <summary>A filled outline that stands on zero: heights over equal steps of a span.</summary>
public sealed record AreaMark(Extent Across, ValueList<double> Heights) : Mark
{
    public override IEnumerable<double> Xs() => [Across.Low, Across.High];

    public override IEnumerable<double> Ys() => Heights.Prepend(0);

    public override bool IsEmpty() => Heights.Count == 0;

    public override void Draw(IMarkPainter painter) => painter.Area(this);
}

/// <summary>From a value to a greater one.</summary>
public sealed record Extent(double Low, double High);
