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
[JsonDerivedType(typeof(RibbonMark), "ribbon")]
[JsonDerivedType(typeof(TileMark), "tile")]
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

    void Ribbon(RibbonMark mark);

    void Tile(TileMark mark);
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
    /// <summary>What is written in the cells, where this is not the value that is their colour.</summary>
    public ValueList<ValueList<string>>? Texts { get; init; }

    public double At(int row, int column) => row < Values.Count && column < Values[row].Count ? Values[row][column] : double.NaN;

    public override IEnumerable<double> Xs() => [];

    public override IEnumerable<double> Ys() => [];

    public override bool IsEmpty() => Values.All(row => row.Count == 0);

    public override void Draw(IMarkPainter painter) => painter.Cells(this);
}

/// <summary>Rows counted in equal bins over two spans; those of several marks in a panel are groups of the same rows.</summary>
/// <param name="Across">The span to the right.</param>
/// <param name="Up">The span upwards.</param>
/// <param name="Bins">To the right; upwards there are as many as the counts make.</param>
/// <param name="Counts">Bin to the right first: [x · bins upwards + y].</param>
/// <param name="Colour">The name of the colour scale of rows that are not grouped; groups have their hues.</param>
public sealed record DensityMark(Extent Across, Extent Up, int Bins, Counts Counts, string? Colour) : Mark
{
    [JsonIgnore]
    public int BinsUp => Bins < 1 ? 0 : Counts.Values.Length / Bins;

    public override IEnumerable<double> Xs() => [Across.Low, Across.High];

    public override IEnumerable<double> Ys() => [Up.Low, Up.High];

    public override bool IsEmpty() => Counts.Values.Length == 0;

    public override void Draw(IMarkPainter painter) => painter.Density(this);
}

/// <summary>A filled outline that stands on zero: heights over equal steps of a span.</summary>
public sealed record AreaMark(Extent Across, ValueList<double> Heights) : Mark
{
    /// <summary>Where a height that would press all others down is cut.</summary>
    public double? Cap { get; init; }

    public double HeightAt(int bin) => Cap is { } cap ? Math.Min(Heights[bin], cap) : Heights[bin];

    public override IEnumerable<double> Xs() => [Across.Low, Across.High];

    public override IEnumerable<double> Ys() => Enumerable.Range(0, Heights.Count).Select(HeightAt).Prepend(0);

    public override bool IsEmpty() => Heights.Count == 0;

    public override void Draw(IMarkPainter painter) => painter.Area(this);
}

/// <summary>What lies between two lines over the same places.</summary>
public sealed record RibbonMark(ValueList<double> X, ValueList<double> Lower, ValueList<double> Upper) : Mark
{
    /// <summary>Nothing is seen through it.</summary>
    public bool Solid { get; init; }

    /// <summary>Lines that lie in it, and other ribbons, are seen.</summary>
    public bool IsPale { get; init; }

    public override IEnumerable<double> Xs() => X;

    public override IEnumerable<double> Ys() => Lower.Concat(Upper);

    public override bool IsEmpty() => X.Count < 2;

    public override void Draw(IMarkPainter painter) => painter.Ribbon(this);
}

/// <summary>A value as the colour of the whole panel, with words on it.</summary>
/// <param name="Colour">The name of its colour scale.</param>
/// <param name="Lines">What is read first, then what may be left out where there is no room.</param>
public sealed record TileMark(double Value, string Colour, ValueList<string> Lines) : Mark
{
    public override IEnumerable<double> Xs() => [];

    public override IEnumerable<double> Ys() => [];

    public override bool IsEmpty() => Lines.Count == 0;

    public override void Draw(IMarkPainter painter) => painter.Tile(this);
}

/// <summary>From a value to a greater one.</summary>
public sealed record Extent(double Low, double High);
