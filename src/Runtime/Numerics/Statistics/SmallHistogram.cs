namespace Runtime.Numerics.Statistics;

/// <summary>How often values of a column are in each of a few equal bins, from its least to its greatest value.</summary>
public static class SmallHistogram
{
    const int Bins = 16;

    /// <returns>
    /// Counts, 16 of them or as many as there are steps between whole numbers; none without values. Infinite values are left out.
    /// </returns>
    public static int[] Of(Distribution distribution)
    {
        var values = distribution.Values;
        var (first, last) = (0, values.Length - 1);
        while (first <= last && double.IsNegativeInfinity(values[first])) first++;
        while (last >= first && double.IsPositiveInfinity(values[last])) last--;
        if (first > last) return [];
        // Halves, whose difference does not overflow.
        var (low, span) = (values[first] / 2, values[last] / 2 - values[first] / 2);
        var counts = new int[BinsOf(values[first..(last + 1)], 2 * span)];
        for (var i = first; i <= last; i++)
        {
            var at = span > 0 ? (int)((values[i] / 2 - low) / span * counts.Length) : 0;
            counts[Math.Clamp(at, 0, counts.Length - 1)] += distribution.CountOf(i);
        }
        return counts;
    }

    /// <summary>Bins of whole numbers that lie closer than bins are wide would hold one of them or two.</summary>
    static int BinsOf(ReadOnlySpan<double> values, double span)
    {
        if (span >= Bins) return Bins;
        foreach (var value in values) if (value != Math.Floor(value)) return span > 0 ? Bins : 1;
        return (int)span + 1;
    }
}
