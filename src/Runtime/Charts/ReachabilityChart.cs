namespace Runtime.Charts;

/// <summary>How far each row is to reach from those before it, in the order of OPTICS, in the colours of clusters.</summary>
/// <param name="Ends">After how many rows each step of the line ends, ascending.</param>
/// <param name="Heights">The largest reachability within each step.</param>
/// <param name="Clusters">What most rows of a step are in; −1 is noise.</param>
public sealed record ReachabilityChart(
    string Name, string Title, IReadOnlyList<double> Ends, IReadOnlyList<double> Heights, IReadOnlyList<int> Clusters)
    : Chart(Name, Title), IExample<ReachabilityChart>
{
    /// <summary>A legend of more is not read: the largest are named.</summary>
    const int MostNamed = 10;

    /// <summary>The radius that clusters were cut at.</summary>
    public double? Cut { get; init; }

    public static ReachabilityChart Example => new("reachability", "Two valleys", [10, 20, 30, 40, 50, 60], [0.9, 0.2, 0.3, 0.8, 0.4, 0.7],
        [0, 0, 0, 1, 1, -1])
    {
        Cut = 0.6,
    };

    protected override Figure Compose() => new(
        Name,
        Title,
        [
            new ValueScale("row") { Title = "rows in order", Format = CellFormat.Count, Tight = true },
            new ValueScale("reachability") { Title = "reachability" },
        ],
        [new("row", "reachability", [.. Stretches(), .. Cut is { } cut ? (Mark[])[new RuleMark(null, cut)] : []])])
    {
        Legend = [.. Clusters.Distinct().OrderBy(c => c < 0 ? MostNamed : c).Where(c => c < MostNamed).Take(MostNamed + 1)
            .Select(c => new LegendEntry(c < 0 ? "noise" : $"{c}", Hue.Cluster(c)))],
    };

    /// <summary>Steps of one cluster that follow each other, filled down to zero.</summary>
    IEnumerable<Mark> Stretches()
    {
        var count = Math.Min(Ends.Count, Math.Min(Heights.Count, Clusters.Count));
        for (int start = 0, end; start < count; start = end)
        {
            for (end = start + 1; end < count && Clusters[end] == Clusters[start];) end++;
            int[] steps = [.. Enumerable.Range(start, end - start)];
            ValueList<double> upper = [.. steps.SelectMany(s => (double[])[Heights[s], Heights[s]])];
            ValueList<double> across = [.. steps.SelectMany(s => (double[])[s == 0 ? 0 : Ends[s - 1], Ends[s]])];
            yield return new RibbonMark(across, [.. upper.Select(_ => 0.0)], upper)
            {
                Solid = true,
                Hue = Hue.Cluster(Clusters[start]),
                Series = Clusters[start] < 0 ? "noise" : $"{Clusters[start]}",
            };
        }
    }
}
