namespace Runtime.Numerics.Mixtures;

/// <summary>The rows that starts are tried on: a sample, and before it the rows that lie far beyond everything in it.</summary>
/// <remarks>A start that has not seen a fill value puts it into the widest component, which then holds everything.</remarks>
static class MixtureSample
{
    const int MostFar = 100;
    const double Far = 10;

    public static Matrix Of(Matrix points, int most, long seed, Work work)
    {
        var sample = RowSample.Of(points, most, seed, work);
        if (sample.Rows == points.Rows) return sample;
        var far = FarRows(points, sample, work);
        if (far.Length == 0) return sample;
        double[] Joined(int j) => [.. far.Select(row => points[row, j]), .. sample[j]];
        return new Matrix([.. Enumerable.Range(0, points.Columns).Select(Joined)], far.Length + sample.Rows);
    }

    /// <summary>Rows that are ten times the range of the sample's column above or below it, in the order of the table.</summary>
    static int[] FarRows(Matrix points, Matrix sample, Work work)
    {
        var far = new List<int>[points.Columns];
        var (all, drawn) = (points.Extremes(work), sample.Extremes(work));
        work.For(points.Columns, j =>
        {
            var (low, high) = drawn[j];
            var (least, most) = (low - Far * (high - low), high + Far * (high - low));
            var column = points[j];
            far[j] = [];
            if (high == low || !(all[j].Least < least || all[j].Greatest > most)) return;
            for (var row = 0; row < column.Length && far[j].Count < MostFar; row++)
                if (column[row] < least || column[row] > most) far[j].Add(row);
        });
        return [.. far.SelectMany(rows => rows).Distinct().Order().Take(MostFar)];
    }
}
