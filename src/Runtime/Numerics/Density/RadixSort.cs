namespace Runtime.Numerics.Density;

/// <summary>Stable radix sort of doubles that carry an item each, eleven bits a pass; passes in which all keys agree are skipped.</summary>
static class RadixSort
{
    const int Bits = 11;
    const int Buckets = 1 << Bits;

    /// <summary>Bits of a finite number that order as the number does; −0 and 0 are the same.</summary>
    public static ulong Key(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value + 0.0);
        return bits < 0 ? ~(ulong)bits : (ulong)bits | 0x8000_0000_0000_0000;
    }

    /// <summary>The places of finite numbers, ascending; those of equal ones as they stand.</summary>
    public static int[] Order(ReadOnlySpan<double> numbers, Work work)
    {
        var (keys, order) = (new ulong[numbers.Length], new int[numbers.Length]);
        for (var i = 0; i < keys.Length; i++) (keys[i], order[i]) = (Key(numbers[i]), i);
        Sort(ref keys, ref order, work);
        return order;
    }

    /// <summary>Sorts <paramref name="keys"/> ascending and <paramref name="items"/> with them. Linear time, a copy of both.</summary>
    public static void Sort(ref ulong[] keys, ref int[] items, Work work)
    {
        var (otherKeys, otherItems) = (new ulong[keys.Length], new int[items.Length]);
        var counts = new int[Buckets];
        for (var shift = 0; shift < 64; shift += Bits)
        {
            work.Cancel.ThrowIfCancellationRequested();
            if (!Count(keys, shift, counts)) continue;
            Scatter(keys, items, otherKeys, otherItems, shift, counts);
            (keys, otherKeys) = (otherKeys, keys);
            (items, otherItems) = (otherItems, items);
        }
    }

    static bool Count(ulong[] keys, int shift, int[] counts)
    {
        Array.Clear(counts);
        foreach (var key in keys) counts[(int)(key >> shift) & (Buckets - 1)]++;
        return keys.Length > 0 && counts[(int)(keys[0] >> shift) & (Buckets - 1)] < keys.Length;
    }

    static void Scatter(ulong[] keys, int[] items, ulong[] toKeys, int[] toItems, int shift, int[] counts)
    {
        var start = 0;
        for (var b = 0; b < counts.Length; b++) (counts[b], start) = (start, start + counts[b]);
        for (var i = 0; i < keys.Length; i++)
        {
            var to = counts[(int)(keys[i] >> shift) & (Buckets - 1)]++;
            toKeys[to] = keys[i];
            toItems[to] = items[i];
        }
    }
}
