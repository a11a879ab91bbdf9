using SkiaSharp;

namespace Runtime.Charts;

/// <summary>Which colour a bar chart's series and its line have.</summary>
static class BarColours
{
    public static SKColor Of(BarChart chart, int series) => Palette.Series(chart.Bars[series].Cluster, series, chart.Bars.Count);

    /// <summary>Of one bar: a series' colour unless each category is a cluster of its own.</summary>
    public static SKColor Of(BarChart chart, int series, int category) =>
        chart.CategoryClusters is { } clusters && chart.Bars.Count == 1 && category < clusters.Count ? Palette.Cluster(clusters[category]) : Of(chart, series);

    public static SKColor Line(BarChart chart) =>
        chart.Line?.Cluster is { } cluster ? Palette.Cluster(cluster) : chart.Bars.Count == 1 ? Palette.Cluster(1) : Palette.Ink;

    /// <summary>Nothing for a single series: the title says what it is.</summary>
    public static IEnumerable<LegendEntry> Legend(BarChart chart) => chart.Bars.Count < 2 && chart.Line is null
        ? []
        : [.. chart.Bars.Select((bars, i) => new LegendEntry(bars.Name, Of(chart, i))),
            .. chart.Line is { } line ? [new LegendEntry(line.Name, Line(chart), IsLine: true)] : Array.Empty<LegendEntry>()];
}
