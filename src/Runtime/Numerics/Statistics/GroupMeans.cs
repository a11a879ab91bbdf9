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
    /// <exception cref="NumericsException">A column spans a range whose sums overflow or vanish.</exception>
    /// <param name="labels">n group numbers; negative ones are the last group.</param>
    /// <param name="groups">How many groups, the last included.</param>
    public static GroupMeans Of(Matrix points, int[] labels, int groups, Work work)
    {
        var d = points.Columns;
        Moments[] whole = [.. Enumerable.Range(0, d).Select(j => Moments.Of(points.Column(j), work))];
        for (var j = 0; j < d; j++) Ranges.DemandQuotients(whole[j].Extent * points.Rows, j);
        var state = new GroupState([.. whole.Select(m => m.Mean)], groups);
        var sums = work.Aggregate<GroupSums, GroupState>(points.With(labels), state);
        var (means, distances) = (Table(groups, d), Table(groups, d));
        for (var g = 0; g < groups; g++)
        {
            for (var j = 0; j < d; j++)
            {
                var shift = sums.Sums[g * d + j] / sums.Sizes[g];
                means[g][j] = whole[j].Mean + shift;
                distances[g][j] = Distance(shift, sums.Sums[g * d + j], whole[j], sums.Sizes[g]);
            }
        }
        return new(sums.Sizes, means, distances);
    }

    static double Distance(double shift, double sum, Moments whole, long size)
    {
        var rest = whole.Count - size;
        if (size == 0 || rest == 0 || whole.Constant) return 0;
        return (shift + sum / rest) / whole.StandardDeviation(1);
    }

    static double[][] Table(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];
}
