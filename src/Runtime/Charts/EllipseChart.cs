namespace Runtime.Charts;

/// <summary>
/// The components of a mixture on a plane: outlines that hold given shares of each, over all rows, and the inner over those that no
/// component is sure of.
/// </summary>
/// <param name="Rows">All of them.</param>
/// <param name="Unsure">Those that no component is sure of; null when there are none.</param>
public sealed record EllipseChart(string Name, string Title, Mark Rows, Mark? Unsure, IReadOnlyList<ComponentEllipses> Components)
    : Chart(Name, Title), IExample<EllipseChart>
{
    public const string RowsABin = "rows a bin";

    public required string Across { get; init; }

    public required string Up { get; init; }

    /// <summary>What is seen beside all rows.</summary>
    public string UnsureTitle { get; init; } = "Unsure rows";

    public static EllipseChart Example => new("ellipses", "Two components",
        new PointMark([-1, -0.5, 0.2, 2, 2.4, 3], [0, 0.5, -0.3, 1, 1.6, 1.2]) { IsRow = true }, new PointMark([1], [0.5]) { IsRow = true },
        [
            new(0, -0.5, 0, [new([-1, 0, -0.5, -1], [0, 0.4, -0.4, 0])]),
            new(1, 2.5, 1.2, [new([1.5, 3, 2.5, 1.5], [1, 1.5, 0.8, 1])]),
        ])
    {
        Across = "energy",
        Up = "valence",
    };

    protected override Figure Compose() => new(
        Name,
        Title,
        [
            new ValueScale("across") { Title = Across, Tight = true, Flush = true },
            new ValueScale("up") { Title = Up, Tight = true, Flush = true },
            new ColourScale(RowsABin) { Title = "Rows a bin", Format = CellFormat.Count },
        ],
        [Panel("All rows", Rows, 0), .. Unsure is null ? Array.Empty<Panel>() : [Panel(UnsureTitle, Unsure, 1)]]);

    Panel Panel(string title, Mark rows, int column) => new("across", "up", [rows, .. Outlines(column == 0), .. Components.Select(Plate)])
    {
        Title = title,
        Place = new(0, column),
    };

    IEnumerable<Mark> Outlines(bool all) => Components.SelectMany(c => c.Outlines.Take(all ? c.Outlines.Count : 1).Select((outline, at) =>
        new LineMark(outline.X, outline.Y)
        {
            Series = $"{c.Component}",
            Hue = Hue.Cluster(c.Component),
            IsOutline = true,
            IsRimmed = true,
            Width = at == 0 && all ? 2 : 1.2,
        }));

    static TextMark Plate(ComponentEllipses c) => new([c.X], [c.Y], [$"{c.Component}"]) { Hue = Hue.Cluster(c.Component), IsPlate = true };
}

/// <summary>A component: its middle, and its outlines, the inner first.</summary>
public sealed record ComponentEllipses(int Component, double X, double Y, IReadOnlyList<ClosedLine> Outlines);

/// <summary>A closed line.</summary>
public sealed record ClosedLine(ValueList<double> X, ValueList<double> Y)
{
    /// <summary>With gaps where it leaves a frame.</summary>
    public ClosedLine Within(Extent across, Extent up)
    {
        bool[] seen = [.. X.Zip(Y, (x, y) => x >= across.Low && x <= across.High && y >= up.Low && y <= up.High)];
        return new([.. X.Select((x, i) => seen[i] ? x : double.NaN)], [.. Y.Select((y, i) => seen[i] ? y : double.NaN)]);
    }
}
