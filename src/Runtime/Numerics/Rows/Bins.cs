using System.Globalization;
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

    /// <summary>The interval of each row in words, in the order of the intervals; missing outside of all.</summary>
    public TextColumn Named(string name, NumberColumn column, Work work)
    {
        var codes = new int[column.Rows];
        work.ForBlocks(codes.Length, (start, end) =>
        {
            for (var row = start; row < end; row++) codes[row] = Of(column.Values[row]) is var bin && double.IsNaN(bin) ? -1 : (int)bin;
        });
        return new TextColumn(name, codes, TextPool.Of(Names)) { IsOrdered = true };
    }

    /// <summary>How many rows each interval holds.</summary>
    /// <param name="column">The numbers, not their intervals.</param>
    public int[] Counts(NumberColumn column)
    {
        var counts = new int[Count];
        foreach (var value in column.Values) if (Of(value) is var bin && !double.IsNaN(bin)) counts[(int)bin]++;
        return counts;
    }

    /// <summary>What each is called: <c>[0, 10)</c>, the last one <c>[10, 20]</c>.</summary>
    public string[] Names
    {
        get
        {
            var edges = Array.ConvertAll(Edges, EdgeText());
            return [.. Enumerable.Range(0, Count).Select(i => $"[{edges[i]}, {edges[i + 1]}{(i + 1 < Count ? ')' : ']')}")];
        }
    }

    /// <summary>With the fewest decimals at which no edge moves by a thousandth of the narrowest interval, or with all digits.</summary>
    Converter<double, string> EdgeText()
    {
        var least = Edges.Zip(Edges.Skip(1), (low, high) => high - low).Min() / 1000;
        var size = Edges.Max(Math.Abs);
        for (var places = 0; places <= 15 && size < 1e15; places++)
            if (Array.TrueForAll(Edges, e => Math.Abs(Math.Round(e, places) - e) < least))
                return e => (Math.Round(e, places) + 0.0).ToString($"0.{new string('#', places)}", CultureInfo.InvariantCulture);
        return e => e.ToString("R", CultureInfo.InvariantCulture);
    }

    double Of(double value)
    {
        if (!(value >= Edges[0] && value <= Edges[^1])) return double.NaN;
        var found = Array.BinarySearch(Edges, value);
        return Math.Min(found >= 0 ? found : ~found - 1, Count - 1);
    }
}
