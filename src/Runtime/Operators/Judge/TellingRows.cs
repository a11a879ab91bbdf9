using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Judge;

/// <summary>Rows of each cluster that show what it is: the most typical, those at the border of another, the strangest.</summary>
/// <remarks>Distances to the centroids of clusters, each column in its own standard deviation. Of equally far rows the first.</remarks>
sealed class TellingRows(Labeling labeling, NumberedGroups groups, Points points)
{
    const int MostGroups = 50;

    public Sheet Sheet(string name)
    {
        var (rows, kinds) = (new List<int>(), new List<string>());
        var (own, other) = Distances();
        foreach (var group in Enumerable.Range(0, groups.Count).Where(g => groups.Clusters[g] >= 0).Take(MostGroups))
        {
            int[] members = [.. Enumerable.Range(0, groups.Labels.Length).Where(r => groups.Labels[r] == group)];
            foreach (var (kind, row) in ((string, int)[])[("typical", members.MinBy(r => own[r])),
                ("border", members.MinBy(r => Math.Abs(other[r] - own[r]))), ("strangest", members.MaxBy(r => own[r]))])
            {
                rows.Add(row);
                kinds.Add(kind);
            }
        }
        return new Sheet(name, $"Rows that show what the clusters of `{labeling.Name}` are",
        [
            new("cluster", CellFormat.Text, [.. rows.Select(r => labeling.NameOf(groups.Clusters[groups.Labels[r]]))]),
            new("kind", CellFormat.Text, kinds),
            new("row", CellFormat.Count, [.. rows.Select(r => (object)(r + 1))]),
            .. points.Columns.Select((c, j) => new SheetColumn(c, CellFormat.Number, [.. rows.Select(r => (object)points.Matrix[r, j])])),
        ]);
    }

    /// <summary>Of each row, how far its own centroid is and the nearest other one.</summary>
    (double[] Own, double[] Other) Distances()
    {
        var (n, d) = (groups.Labels.Length, points.Matrix.Columns);
        var centroids = GroupMeans.Of(points.Matrix, groups.Labels, groups.Count, Work.Alone).Means;
        var units = Enumerable.Range(0, d).Select(j => Moments.Of(points.Matrix[j]).StandardDeviation(1)).ToArray();
        int[] clusters = [.. Enumerable.Range(0, groups.Count).Where(g => groups.Clusters[g] >= 0)];
        var (own, other) = (new double[n], new double[n]);
        for (var row = 0; row < n; row++)
        {
            other[row] = double.PositiveInfinity;
            foreach (var group in clusters)
            {
                var square = 0.0;
                for (var j = 0; j < d; j++)
                {
                    if (!(units[j] > 0)) continue;
                    var apart = (points.Matrix[row, j] - centroids[group][j]) / units[j];
                    square += apart * apart;
                }
                if (group == groups.Labels[row]) own[row] = Math.Sqrt(square);
                else other[row] = Math.Min(other[row], Math.Sqrt(square));
            }
        }
        return (own, other);
    }
}
