using Runtime.Numerics.Statistics;

namespace Runtime.Numerics.Rows;

/// <summary>What is computed of the numbers of a group.</summary>
public enum GroupFigure
{
    Count,
    Mean,
    Sd,
    Median,
    Min,
    Max,
    Sum,
}

/// <summary>Rows in groups, ordered by their keys.</summary>
/// <param name="Rows">The rows of each group, ascending.</param>
public sealed record Grouping(int[][] Rows)
{
    /// <summary>A group for each rank; rows without one are in none.</summary>
    public static Grouping Of(Ranks ranks)
    {
        var sizes = new int[ranks.Count];
        foreach (var rank in ranks.OfRow) if (rank >= 0) sizes[rank]++;
        var rows = Array.ConvertAll(sizes, s => new int[s]);
        Array.Clear(sizes);
        for (var row = 0; row < ranks.OfRow.Length; row++)
            if (ranks.OfRow[row] is >= 0 and var rank) rows[rank][sizes[rank]++] = row;
        return new(rows);
    }

    /// <summary>A figure of a column for each group, of the values that are there; missing when there are too few.</summary>
    public double[] Of(GroupFigure figure, NumberColumn column, Work work)
    {
        var result = new double[Rows.Length];
        work.ForBlocks(Rows.Length, (start, end) =>
        {
            for (var group = start; group < end; group++)
                result[group] = Of(figure, Array.FindAll(Array.ConvertAll(Rows[group], r => column.Values[r]), v => !double.IsNaN(v)));
        });
        return result;
    }

    /// <summary>So many of each group's rows, drawn by chance; ascending.</summary>
    /// <remarks>The whole number of rows is shared out by largest remainders (Hamilton's method), the earlier group first when equal.</remarks>
    public int[] Sample(int count, Func<int, RandomStream> randomOf)
    {
        var all = Rows.Sum(r => r.Length);
        var quotas = Array.ConvertAll(Rows, r => (double)count * r.Length / Math.Max(1, all));
        var takes = Array.ConvertAll(quotas, q => (int)q);
        var byRemainder = Enumerable.Range(0, Rows.Length).OrderByDescending(g => quotas[g] - takes[g]).ThenBy(g => g);
        foreach (var group in byRemainder.Take(count - takes.Sum())) takes[group]++;
        int[] chosen = [.. Rows.SelectMany((rows, g) => RowChoice.Sample(rows.Length, takes[g], randomOf(g)).Select(i => rows[i]))];
        Array.Sort(chosen);
        return chosen;
    }

    static double Of(GroupFigure figure, double[] values)
    {
        if (figure == GroupFigure.Count) return values.Length;
        if (values.Length == 0) return double.NaN;
        var value = figure switch
        {
            GroupFigure.Mean => Moments.Of(values).Mean,
            GroupFigure.Sd => Moments.Of(values).StandardDeviation(1),
            GroupFigure.Median => Median(values),
            GroupFigure.Min => values.Min(),
            GroupFigure.Max => values.Max(),
            _ => values.Sum(),
        };
        return double.IsFinite(value) ? value : double.NaN;
    }

    static double Median(double[] values)
    {
        Array.Sort(values);
        var (below, above) = (values[(values.Length - 1) / 2], values[values.Length / 2]);
        return below + (above - below) / 2;
    }
}
