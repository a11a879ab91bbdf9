namespace Runtime.Numerics.Statistics;

/// <summary>Means of groups of rows, and how far each is from the mean of all other rows.</summary>
/// <param name="Sizes">Rows in each group.</param>
/// <param name="Means">[group][column]; NaN for a group without rows.</param>
/// <param name="Distances">
/// [group][column]: mean of the group minus mean of the rest, in standard deviations (divisor n−1) of all rows; 0 where
/// there is no rest or no spread.
/// </param>
public sealed record GroupMeans(long[] Sizes, double[][] Means, double[][] Distances)
{
    /// <param name="labels">n group numbers; negative ones are the last group.</param>
    /// <param name="groups">How many groups, the last included.</param>
    public static GroupMeans Of(Matrix points, int[] labels, int groups, Work work)
    {
        var d = points.Columns;
        var sizes = new long[groups];
        foreach (var label in labels) sizes[Group(label, groups)]++;
        var (means, distances) = (Table(groups, d), Table(groups, d));
        work.For(d, j =>
        {
            var whole = Moments.Of(points.Column(j), Work.Alone);
            var sums = Sums(points[j], labels, groups, whole.Mean);
            for (var g = 0; g < groups; g++)
            {
                var shift = sums[g] / sizes[g];
                means[g][j] = whole.Mean + shift;
                distances[g][j] = Distance(shift, sums[g], whole, sizes[g]);
            }
        });
        return new(sizes, means, distances);
    }

    /// <summary>Sums about the mean of all rows, so that groups far from zero lose nothing.</summary>
    static double[] Sums(ReadOnlySpan<double> column, int[] labels, int groups, double mean)
    {
        var sums = new double[groups];
        for (var r = 0; r < column.Length; r++) sums[Group(labels[r], groups)] += column[r] - mean;
        return sums;
    }

    static double Distance(double shift, double sum, Moments whole, long size)
    {
        var rest = whole.Count - size;
        if (size == 0 || rest == 0 || whole.Constant) return 0;
        return (shift + sum / rest) / whole.StandardDeviation(1);
    }

    static int Group(int label, int groups) => label < 0 ? groups - 1 : label;

    static double[][] Table(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];
}
