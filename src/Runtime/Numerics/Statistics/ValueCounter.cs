namespace Runtime.Numerics.Statistics;

/// <summary>Counts how often each number occurs, as long as few different ones do (an open hash table that stays in cache).</summary>
static class ValueCounter
{
    const int SlotBits = 15;
    const int MostDistinct = 1 << (SlotBits - 1);

    /// <summary>The distinct numbers ascending with their counts, or null when there are more than 16,384.</summary>
    public static (double[] Distinct, int[] Counts)? TryCount(ReadOnlySpan<double> numbers)
    {
        var (keys, counts) = (new double[1 << SlotBits], new int[1 << SlotBits]);
        var distinct = 0;
        foreach (var number in numbers)
        {
            if (double.IsNaN(number)) continue;
            var slot = SlotOf(number, keys, counts);
            if (counts[slot]++ > 0) continue;
            keys[slot] = number + 0.0;
            if (++distinct > MostDistinct) return null;
        }
        return Collect(keys, counts, distinct);
    }

    static int SlotOf(double number, double[] keys, int[] counts)
    {
        // Adding zero turns −0 into 0: equal numbers need equal bits.
        var slot = (int)((BitConverter.DoubleToUInt64Bits(number + 0.0) * 0x9E3779B97F4A7C15) >> (64 - SlotBits));
        while (counts[slot] > 0 && keys[slot] != number) slot = (slot + 1) & ((1 << SlotBits) - 1);
        return slot;
    }

    static (double[], int[]) Collect(double[] keys, int[] counts, int distinct)
    {
        var (values, times) = (new double[distinct], new int[distinct]);
        var at = 0;
        for (var slot = 0; slot < keys.Length; slot++)
            if (counts[slot] > 0) (values[at], times[at++]) = (keys[slot], counts[slot]);
        Array.Sort(values, times);
        return (values, times);
    }
}
