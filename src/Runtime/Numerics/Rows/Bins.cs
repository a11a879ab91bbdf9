using Runtime.Numerics.Statistics;

namespace Runtime.Numerics.Rows;

/// <summary>Consecutive intervals of numbers: each holds its lower edge, the last one its upper edge too.</summary>
/// <param name="Edges">Ascending, at least two.</param>
public sealed record Bins(double[] Edges)
{
    public int Count => Edges.Length - 1;

    /// <summary>Intervals of one width from the least to the greatest value.</summary>
    public static Bins OfWidth(NumberColumn column, int count, Work work)
    {
        var moments = Moments.Of(column.Storage, work);
        double[] edges = [.. Enumerable.Range(0, count + 1).Select(i => Interpolation.At(moments.Min, moments.Max, (double)i / count))];
        return new(edges);
    }

    /// <summary>Intervals that hold about as many values each; equal edges are one, so there may be fewer of them.</summary>
    public static Bins OfQuantiles(NumberColumn column, int count)
    {
        var distribution = Distribution.Of(column.Values);
        return new([.. Enumerable.Range(0, count + 1).Select(i => distribution.Quantile((double)i / count)).Distinct()]);
    }

    /// <summary>The number of the interval of each row, from 0; missing outside of all.</summary>
    public NumberColumn Of(string name, NumberColumn column, Work work)
    {
        var result = new double[column.Rows];
        work.ForBlocks(result.Length, (start, end) =>
        {
            for (var row = start; row < end; row++) result[row] = Of(column.Values[row]);
        });
        return new NumberColumn(name, result, whole: true);
    }

    /// <summary>How many rows each interval holds.</summary>
    public int[] Counts(NumberColumn bins)
    {
        var counts = new int[Count];
        foreach (var bin in bins.Values) if (!double.IsNaN(bin)) counts[(int)bin]++;
        return counts;
    }

    double Of(double value)
    {
        if (!(value >= Edges[0] && value <= Edges[^1])) return double.NaN;
        var found = Array.BinarySearch(Edges, value);
        return Math.Min(found >= 0 ? found : ~found - 1, Count - 1);
    }
}
