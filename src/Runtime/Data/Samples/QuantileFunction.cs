namespace Runtime.Data.Samples;

/// <summary>The inverse of a distribution function as straight lines between few knots.</summary>
static class QuantileFunction
{
    /// <summary>The unit of <c>at</c>.</summary>
    const int Whole = 10_000;

    /// <summary>Knots beside those of the heavy values.</summary>
    const int MostSplits = 16;

    /// <summary>A value that stands in this share of the rows gets a level piece of its own.</summary>
    const double Heavy = 0.02;

    /// <summary>How far the lines may be off, in standard deviations.</summary>
    const double Tolerance = 0.02;

    /// <summary>
    /// Knots for the given values: from the line between the extremes, split where it is furthest off (Douglas &amp;
    /// Peucker 1973), first the pieces whose error concerns most rows. Values that occur often become level pieces of their exact share.
    /// </summary>
    /// <param name="sorted">Ascending, at least one.</param>
    public static (int[] At, double[] Values) Fit(ReadOnlySpan<double> sorted)
    {
        var tolerance = Tolerance * Deviation(sorted);
        var knots = HeavyEdges(sorted);
        var open = new PriorityQueue<(int First, int Last, int Worst), double>();
        foreach (var (first, last) in knots.Zip(knots.Skip(1))) Propose(sorted, first, last, tolerance, open);
        for (var splits = 0; splits < MostSplits && open.TryDequeue(out var piece, out _); splits++)
        {
            knots.Add(piece.Worst);
            Propose(sorted, piece.First, piece.Worst, tolerance, open);
            Propose(sorted, piece.Worst, piece.Last, tolerance, open);
        }
        var (at, values) = (new List<int> { 0 }, new List<double> { sorted[0] });
        foreach (var knot in knots)
        {
            at.Add((int)Math.Round((knot + 0.5) / sorted.Length * Whole));
            values.Add(sorted[knot]);
        }
        at.Add(Whole);
        values.Add(sorted[^1]);
        return ([.. at], [.. values]);
    }

    /// <param name="share">In [0, 1].</param>
    public static double At(int[] at, double[] values, double share)
    {
        var place = share * Whole;
        var (low, high) = (0, at.Length - 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (at[middle] <= place) low = middle;
            else high = middle;
        }
        var width = at[high] - at[low];
        return width == 0 ? values[low] : values[low] + (values[high] - values[low]) * Math.Min(1, (place - at[low]) / width);
    }

    /// <summary>The first and last row, and those of every run of equal values that is long.</summary>
    static SortedSet<int> HeavyEdges(ReadOnlySpan<double> sorted)
    {
        var edges = new SortedSet<int> { 0, sorted.Length - 1 };
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start]) end++;
            if (end - start < Math.Max(2, Heavy * sorted.Length)) continue;
            edges.Add(start);
            edges.Add(end - 1);
            if (end < sorted.Length) edges.Add(end);
        }
        return edges;
    }

    static void Propose(ReadOnlySpan<double> sorted, int first, int last, double tolerance, PriorityQueue<(int, int, int), double> open)
    {
        if (last - first < 2) return;
        var slope = (sorted[last] - sorted[first]) / (last - first);
        var (worst, error) = (-1, tolerance);
        for (var i = first + 1; i < last; i++)
        {
            var off = Math.Abs(sorted[i] - sorted[first] - slope * (i - first));
            if (off > error) (worst, error) = (i, off);
        }
        if (worst >= 0) open.Enqueue((first, last, worst), -error * (last - first));
    }

    static double Deviation(ReadOnlySpan<double> values)
    {
        var (mean, squares) = (0.0, 0.0);
        foreach (var value in values) mean += value / values.Length;
        foreach (var value in values) squares += (value - mean) * (value - mean);
        return Math.Sqrt(squares / values.Length);
    }
}
