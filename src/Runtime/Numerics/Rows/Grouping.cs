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
/// <param name="OfRow">The group of each row; −1 when it is in none.</param>
/// <param name="Rows">The rows of each group, ascending.</param>
public sealed record Grouping(int[] OfRow, int[][] Rows)
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
        return new(ranks.OfRow, rows);
    }

    /// <summary>A figure of a column for each group, of the values that are there; missing when there are too few.</summary>
    public double[] Of(GroupFigure figure, NumberColumn column, Work work)
    {
        var rows = new RowBlock([column.Storage], [OfRow], column.Rows);
        if (figure != GroupFigure.Median) return work.Aggregate<GroupFigures, Nothing>(rows, default).Of(figure, Rows.Length);
        var medians = new double[Rows.Length];
        work.ForBlocks(Rows.Length, (start, end) =>
        {
            for (var group = start; group < end; group++)
                medians[group] = Median(Array.FindAll(Array.ConvertAll(Rows[group], r => column.Values[r]), v => !double.IsNaN(v)));
        });
        return medians;
    }

    /// <summary>So many of each group's rows, drawn by chance; ascending.</summary>
    /// <remarks>
    /// The whole number of rows is shared out by largest remainders (Hamilton's method), the earlier group first when
    /// equal.
    /// </remarks>
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

    static double Median(double[] values)
    {
        if (values.Length == 0) return double.NaN;
        Array.Sort(values);
        var (below, above) = (values[(values.Length - 1) / 2], values[values.Length / 2]);
        return Interpolation.At(below, above, 0.5);
    }
}
