namespace Runtime.Charts;

/// <summary>Lines over common x values; NaN leaves a gap.</summary>
public sealed record LineChart(string Name, string Title, IReadOnlyList<double> X, IReadOnlyList<Series> Lines)
    : Chart(Name, Title), IExample<LineChart>
{
    public required string XAxis { get; init; }

    public required string YAxis { get; init; }

    public CellFormat XFormat { get; init; } = CellFormat.Number;

    /// <summary>Logarithmic axes, for what grows by factors; values that are not above zero are left out.</summary>
    public bool LogX { get; init; }

    /// <inheritdoc cref="LogX"/>
    public bool LogY { get; init; }

    /// <summary>Upwards even about zero and by factors beyond this.</summary>
    public double? Knee { get; init; }

    /// <summary>What is written at the marked point in place of its value.</summary>
    public string? MarkedText { get; init; }

    /// <summary>The point to mark: line and x index, such as the best model.</summary>
    public (int Line, int Index)? Marked { get; init; }

    public static LineChart Example => new(
        "lines", "BIC over the number of components", [1, 2, 3, 4], [new("full", [9, 5, 3, 4]), new("tied", [9, 7, 6, 5])])
    {
        XAxis = "components",
        YAxis = "BIC",
        Marked = (0, 2),
    };

    protected override Figure Compose() => new(
        Name,
        Title,
        [
            new ValueScale("x")
            {
                Title = XAxis,
                Format = XFormat,
                Spacing = LogX ? ScaleSpacing.Log : ScaleSpacing.Linear,
                Tight = true,
            },
            new ValueScale("y")
            {
                Title = YAxis,
                Spacing = LogY ? ScaleSpacing.Log : Knee is null ? ScaleSpacing.Linear : ScaleSpacing.Symlog,
                Knee = Knee ?? 1,
            },
        ],
        [new("x", "y", [.. Lines.SelectMany(Shades), .. Lines.Select(Line), .. Mark()])])
    {
        Legend = Lines.Count < 2 ? [] : [.. Lines.Select((line, i) => new LegendEntry(line.Name, HueOf(i)) { IsLine = true })],
    };

    /// <summary>A ribbon for each stretch of places where both edges are there.</summary>
    IEnumerable<Mark> Shades(Series line, int i)
    {
        if (line.Spread is not var (lower, upper)) yield break;
        bool IsThere(int at) => double.IsFinite(lower[at]) && double.IsFinite(upper[at]);
        for (var from = 0; from < X.Count; from++)
        {
            var places = Enumerable.Range(from, X.Count - from).TakeWhile(IsThere).ToArray();
            ValueList<double> Along(IReadOnlyList<double> values) => [.. places.Select(p => values[p])];
            if (places.Length > 1)
                yield return new RibbonMark(Along(X), Along(lower), Along(upper)) { Hue = HueOf(i), IsPale = true };
            from += places.Length;
        }
    }

    Mark Line(Series line, int i) => new LineMark([.. X], [.. line.Values]) { Series = line.Name, Hue = HueOf(i) };

    IEnumerable<Mark> Mark()
    {
        if (Marked is not var (line, index) || line < 0 || line >= Lines.Count) yield break;
        if (index < 0 || index >= Math.Min(X.Count, Lines[line].Values.Count)) yield break;
        var (x, y) = (X[index], Lines[line].Values[index]);
        yield return new PointMark([x], [y]) { Hue = HueOf(line), Marked = true };
        yield return new TextMark([x], [y], [MarkedText ?? Numbers.Value(y, CellFormat.Number)]);
    }

    Hue HueOf(int line) => Hue.Of(Lines[line].Cluster, line, Lines.Count);
}
