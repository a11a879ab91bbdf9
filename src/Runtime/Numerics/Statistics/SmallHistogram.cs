namespace Runtime.Numerics.Statistics;

/// <summary>How often values of a column are in each of a few equal bins, from its least to its greatest value.</summary>
public static class SmallHistogram
{
    const int Bins = 16;

    /// <returns>
    /// 16 counts, or fewer for whole numbers, whose bins are whole steps wide, so that none holds more of them than another; none without
    /// values. Infinite values are left out.
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
        var (width, bins) = StepOf(values[first..(last + 1)], span) is { } step
            ? (step / 2, (int)Math.Ceiling((2 * span + 1) / step)) : (span / Bins, span > 0 ? Bins : 1);
        var counts = new int[bins];
        for (var i = first; i <= last; i++)
        {
            var at = width > 0 ? (int)((values[i] / 2 - low) / width) : 0;
            counts[Math.Clamp(at, 0, bins - 1)] += distribution.CountOf(i);
        }
        return counts;
    }

    /// <summary>Whole numbers in each bin; null when not all are whole, or so far apart that it does not matter.</summary>
    static double? StepOf(ReadOnlySpan<double> values, double half)
    {
        if (half > 1e9) return null;
        foreach (var value in values) if (value != Math.Floor(value)) return null;
        return Math.Ceiling((2 * half + 1) / Bins);
    }
}
