namespace Runtime.Charts;

/// <summary>Bars with a text each, the largest first as a rule; several series stand beside each other.</summary>
public sealed record BarChart(string Name, string Title, IReadOnlyList<string> Categories, IReadOnlyList<Series> Bars)
    : Chart(Name, Title), IExample<BarChart>
{
    public string? CategoryAxis { get; init; }

    public string? ValueAxis { get; init; }

    public CellFormat Format { get; init; } = CellFormat.Number;

    /// <summary>Lie on their side: better for long names.</summary>
    public bool Horizontal { get; init; } = true;

    /// <summary>Cluster of each category (−1 noise) when the bars of a single series are clusters, for their colours.</summary>
    public IReadOnlyList<int>? CategoryClusters { get; init; }

    /// <summary>The bars that are meant, where the others are only shown beside them.</summary>
    public int? Meant { get; init; }

    /// <summary>A line at a value that matters, and what it is.</summary>
    public (double Value, string Name)? Rule { get; init; }

    /// <summary>A line drawn over the bars with the same categories, such as a running sum.</summary>
    public Series? Line { get; init; }

    public static BarChart Example => new("bars", "Components of a mixture", ["first", "second", "third"], [new("share", [0.5, 0.3, 0.2])])
    {
        Format = CellFormat.Share,
        Horizontal = false,
        Line = new("running sum", [0.5, 0.8, 1]),
    };

    protected override Figure Compose() => new(
        Name,
        Title,
        [
            new BandScale("category", [.. Categories]) { Title = CategoryAxis },
            new ValueScale("value") { Title = ValueAxis, Format = Format, Tight = Horizontal },
        ],
        [Horizontal ? new("value", "category", Marks()) : new("category", "value", Marks())])
    {
        Legend = Bars.Count < 2 && Line is null ? [] : Entries(),
    };

    ValueList<Mark> Marks() =>
    [
        .. Bars.Select((series, i) => Over(series, (x, y) => new BarMark(x, y)
        {
            Series = series.Name,
            Lies = Horizontal,
            Hue = HueOf(i),
            Hues = Bars.Count > 1 ? null : CategoryClusters is { } clusters ? [.. clusters.Select(Hue.Cluster)]
                : Meant is { } meant ? [.. Categories.Select((_, at) => at < meant ? Hue.Plain : Hue.Pale)] : null,
        })),
        Horizontal ? new RuleMark(0, null) : new RuleMark(null, 0),
        .. Rule is not { } rule ? [] : new Mark[] { Horizontal ? new RuleMark(rule.Value, null) : new RuleMark(null, rule.Value) },
        .. Line is null ? [] : new Mark[] { Over(Line, (x, y) => new LineMark(x, y) { Series = Line.Name, Hue = LineHue(Line) }) },
    ];

    Mark Over(Series series, Func<ValueList<double>?, ValueList<double>?, Mark> mark)
    {
        ValueList<double> values = [.. series.Values.Take(Categories.Count)];
        return Horizontal ? mark(values, null) : mark(null, values);
    }

    ValueList<LegendEntry> Entries() =>
    [
        .. Bars.Select((series, i) => new LegendEntry(series.Name, HueOf(i))),
        .. Line is null ? [] : new[] { new LegendEntry(Line.Name, LineHue(Line)) { IsLine = true } },
    ];

    Hue HueOf(int series) => Hue.Of(Bars[series].Cluster, series, Bars.Count);

    static Hue LineHue(Series line) => line.Cluster is { } cluster ? Hue.Cluster(cluster) : Hue.Strong;
}
