namespace Runtime.Numerics.Statistics;

/// <summary>What depends on the order of the values of a column. NaN is missing.</summary>
public static class RowSeries
{
    /// <summary>The values so many rows above; below when negative.</summary>
    public static double[] Shifted(double[] values, int rows)
    {
        var result = new double[values.Length];
        for (var row = 0; row < result.Length; row++)
        {
            var from = (long)row - rows;
            result[row] = from >= 0 && from < values.Length ? values[from] : double.NaN;
        }
        return result;
    }

    /// <summary>Sums from the first row on, one by one; a missing value is left out of those after it.</summary>
    public static double[] RunningSum(double[] values)
    {
        var (result, sum) = (new double[values.Length], 0.0);
        for (var row = 0; row < result.Length; row++)
        {
            if (!double.IsNaN(values[row])) sum += values[row];
            result[row] = double.IsNaN(values[row]) ? double.NaN : sum;
        }
        return result;
    }

    /// <summary>Places in ascending order from 1, equal values with the mean of theirs: Kendall 1948, "Rank Correlation Methods".</summary>
    public static double[] Rank(double[] values)
    {
        int[] rows = [.. Enumerable.Range(0, values.Length).Where(r => !double.IsNaN(values[r]))];
        var keys = Array.ConvertAll(rows, r => values[r]);
        Array.Sort(keys, rows);
        var ranks = new double[values.Length];
        Array.Fill(ranks, double.NaN);
        for (int first = 0, end; first < keys.Length; first = end)
        {
            end = first + 1;
            while (end < keys.Length && keys[end] == keys[first]) end++;
            for (var i = first; i < end; i++) ranks[rows[i]] = (first + 1 + end) / 2.0;
        }
        return ranks;
    }

    /// <summary>
    /// The sum of the values that are there. Of whole numbers it is exact before it is rounded once, also beyond 2^53.
    /// </summary>
    public static double Sum(double[] values, Work work)
    {
        Int128 whole = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            if (!NumberColumn.IsWhole(value)) return Moments.Of(values, work) is { Count: > 0 } m ? m.Mean * m.Count : 0;
            whole += (long)value;
        }
        return (double)whole;
    }
}
