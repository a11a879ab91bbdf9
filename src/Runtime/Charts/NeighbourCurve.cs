namespace Runtime.Charts;

/// <summary>Distances to the k-th neighbour from the least to the greatest, the radius that was taken, and where the curve bends.</summary>
/// <param name="Shares">Of the rows, ascending.</param>
/// <param name="Distances">How far the k-th neighbour of as many of the rows is at most.</param>
public sealed record NeighbourCurve(string Name, string Title, IReadOnlyList<double> Shares, IReadOnlyList<double> Distances)
    : Chart(Name, Title), IExample<NeighbourCurve>
{
    public required string DistanceAxis { get; init; }

    /// <summary>The radius that was taken.</summary>
    public double? Radius { get; init; }

    /// <summary>What is written at it.</summary>
    public string RadiusText { get; init; } = "";

    /// <summary>The place of the knee in the lists.</summary>
    public int? Knee { get; init; }

    public string KneeText { get; init; } = "";

    public static NeighbourCurve Example => new("neighbours", "How far the fourth neighbour is", [0, 0.25, 0.5, 0.75, 0.9, 1],
        [0.1, 0.15, 0.2, 0.3, 0.6, 2])
    {
        DistanceAxis = "distance to the fourth other row",
        Radius = 0.5,
        RadiusText = "eps=0.5",
        Knee = 3,
        KneeText = "knee: 0.3",
    };

    protected override Figure Compose() => new(
        Name,
        Title,
        [
            new ValueScale("share") { Title = "share of the rows, the densest first", Format = CellFormat.Share, Tight = true },
            new ValueScale("distance") { Title = DistanceAxis },
        ],
        [
            new("share", "distance",
            [
                new LineMark([.. Shares], [.. Distances]) { IsOutline = true },
                .. Radius is { } radius ? (Mark[])[new RuleMark(null, radius), Beside(radius)] : [],
                .. Knee is { } at ? At(Shares[at], Distances[at]) : [],
            ]),
        ]);

    TextMark Beside(double radius) => new([Shares[0]], [radius], [RadiusText]) { IsSmall = true };

    Mark[] At(double share, double distance) =>
    [
        new PointMark([share], [distance]) { Marked = true },
        new TextMark([share], [distance], [KneeText]),
    ];
}
