namespace Runtime.Charts;

/// <summary>
/// One small chart of lying bars a group, such as the most frequent genres of each cluster. All panels share one
/// value axis, so bars can be compared across them.
/// </summary>
public sealed record BarPanels(string Name, string Title, IReadOnlyList<BarPanel> Panels) : Chart(Name, Title), IExample<BarPanels>
{
    public CellFormat Format { get; init; } = CellFormat.Number;

    public static BarPanels Example => new("bar_panels", "Most frequent values in each cluster",
        [new("0", ["blues", "opera"], [12, 7], 0), new("noise", ["opera"], [3], -1)]);

    protected override Figure Compose() => new(
        Name,
        Title,
        [
            new ValueScale("value") { Format = Format, Tight = true, Shown = false },
            .. Panels.Select((panel, i) => new BandScale(Category(i), [.. panel.Categories])),
        ],
        [.. Panels.Select((panel, i) => new Panel("value", Category(i), Marks(panel)) { Title = panel.Name, Hue = HueOf(panel) })]);

    static ValueList<Mark> Marks(BarPanel panel) =>
    [
        new BarMark([.. panel.Values], null)
        {
            Lies = true,
            Hue = HueOf(panel),
            Labels = panel.Labels is null ? null : [.. panel.Labels],
            Ticks = panel.Ticks is null ? null : [.. panel.Ticks],
        },
        new RuleMark(0, null),
    ];

    static string Category(int panel) => $"category {panel + 1}";

    static Hue HueOf(BarPanel panel) => Hue.Of(panel.Cluster, 0, 1);
}

/// <summary>A panel: its bars from top to bottom, all in the colour of <paramref name="Cluster"/> (−1 noise).</summary>
public sealed record BarPanel(string Name, IReadOnlyList<string> Categories, IReadOnlyList<double> Values, int? Cluster = null)
{
    /// <summary>What is written at each bar in place of its value.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>What each bar is to be compared with.</summary>
    public IReadOnlyList<double>? Ticks { get; init; }
}
