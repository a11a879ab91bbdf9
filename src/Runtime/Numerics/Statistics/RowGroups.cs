namespace Runtime.Numerics.Statistics;

/// <summary>Cuts rows into groups by their labels.</summary>
public static class RowGroups
{
    /// <summary>The rows of each cluster 0..clusters−1 in ascending order; noise follows as the last group when there is any.</summary>
    /// <param name="labels">n labels in −1..clusters−1.</param>
    public static (int[] Labels, int[][] Rows) Of(int[] labels, int clusters)
    {
        var groups = labels.AsSpan().Contains(-1) ? clusters + 1 : clusters;
        var sizes = new int[groups];
        foreach (var label in labels) sizes[label < 0 ? clusters : label]++;
        var rows = Array.ConvertAll(sizes, s => new int[s]);
        Array.Clear(sizes);
        for (var r = 0; r < labels.Length; r++)
        {
            var group = labels[r] < 0 ? clusters : labels[r];
            rows[group][sizes[group]++] = r;
        }
        return ([.. Enumerable.Range(0, groups).Select(g => g < clusters ? g : -1)], rows);
    }

    /// <summary>The group of every row, by a map from labels (from −1 on) to groups.</summary>
    /// <param name="groupOf">Group of label l at l + 1.</param>
    public static int[] Map(int[] labels, int[] groupOf) => Array.ConvertAll(labels, l => groupOf[l + 1]);
}
