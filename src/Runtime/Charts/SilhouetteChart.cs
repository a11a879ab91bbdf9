namespace Runtime.Charts;

/// <summary>The silhouettes of each cluster from the greatest to the least, cluster beside cluster, as wide as it has rows.</summary>
/// <param name="Mean">Of all rows.</param>
public sealed record SilhouetteChart(string Name, string Title, IReadOnlyList<SilhouetteCurve> Clusters, double Mean)
    : Chart(Name, Title), IExample<SilhouetteChart>
{
    public static SilhouetteChart Example => new("silhouettes", "Silhouettes of two clusters",
        [new("0", 0, 120, [0.8, 0.7, 0.65, 0.3]), new("1", 1, 40, [0.5, 0.2, 0.1, -0.2])], 0.55);

    protected override Figure Compose() => new(
        Name,
        Title,
        [
            new ValueScale("row") { Title = "rows, cluster by cluster", Format = CellFormat.Count, Tight = true },
            new ValueScale("silhouette") { Title = "silhouette" },
        ],
        [new("row", "silhouette", [.. Curves(), new RuleMark(null, 0), new RuleMark(null, Mean)])])
    {
        Legend = [.. Clusters.Select(c => new LegendEntry(c.Name, Hue.Cluster(c.Cluster)) { Rows = c.Rows })],
    };

    IEnumerable<Mark> Curves()
    {
        var first = 0L;
        foreach (var curve in Clusters)
        {
            var (start, steps) = (first, Math.Max(1, curve.Quantiles.Count - 1));
            ValueList<double> places = [.. curve.Quantiles.Select((_, i) => start + (double)curve.Rows * i / steps)];
            // Down to zero at both ends, so that clusters stand apart.
            yield return new LineMark([start, .. places, start + curve.Rows], [0, .. curve.Quantiles, 0])
            {
                Series = curve.Name,
                Hue = Hue.Cluster(curve.Cluster),
                IsOutline = true,
            };
            first += curve.Rows;
        }
    }
}

/// <param name="Cluster">Its number, for its colour; −1 is noise.</param>
/// <param name="Quantiles">Of its silhouettes at equal steps, the greatest first.</param>
public sealed record SilhouetteCurve(string Name, int Cluster, long Rows, IReadOnlyList<double> Quantiles);
