using SkiaSharp;

namespace Runtime.Charts;

/// <summary>Which colour a bar chart's series and its line have.</summary>
static class BarColours
{
    public static SKColor Of(BarChart chart, int series) => Palette.Series(chart.Bars[series].Cluster, series, chart.Bars.Count);

    public static SKColor Line(BarChart chart) =>
        chart.Line?.Cluster is { } cluster ? Palette.Cluster(cluster) : chart.Bars.Count == 1 ? Palette.Cluster(1) : Palette.Ink;

    /// <summary>Nothing for a single series: the title says what it is.</summary>
    public static IEnumerable<LegendEntry> Legend(BarChart chart) => chart.Bars.Count < 2 && chart.Line is null
        ? []
        : [.. chart.Bars.Select((bars, i) => new LegendEntry(bars.Name, Of(chart, i))),
            .. chart.Line is { } line ? [new LegendEntry(line.Name, Line(chart), IsLine: true)] : Array.Empty<LegendEntry>()];
}
