namespace Runtime.Numerics.Statistics;

/// <summary>Sorts doubles by the digits of their bits, the lowest first: six sweeps at most, fewer for whole numbers.</summary>
static class SortedNumbers
{
    const int Digits = 6;
    const int DigitBits = 11;
    const int Buckets = 1 << DigitBits;

    /// <summary>The numbers in ascending order without NaN; −0 becomes 0.</summary>
    public static double[] Ascending(ReadOnlySpan<double> numbers)
    {
        var keys = Keys(numbers);
        var counts = Count(keys);
        var spare = GC.AllocateUninitializedArray<ulong>(keys.Length);
        for (var digit = 0; digit < Digits; digit++)
        {
            var starts = counts.AsSpan(digit * Buckets, Buckets);
            if (starts.IndexOf(keys.Length) >= 0) continue;
            Scatter(keys, spare, starts, digit * DigitBits);
            (keys, spare) = (spare, keys);
        }
        var sorted = GC.AllocateUninitializedArray<double>(keys.Length);
        for (var i = 0; i < keys.Length; i++) sorted[i] = BitConverter.UInt64BitsToDouble(FromKey(keys[i]));
        return sorted;
    }

    static ulong[] Keys(ReadOnlySpan<double> numbers)
    {
        var keys = GC.AllocateUninitializedArray<ulong>(numbers.Length);
        var count = 0;
        foreach (var number in numbers)
            if (!double.IsNaN(number)) keys[count++] = ToKey(BitConverter.DoubleToUInt64Bits(number + 0.0));
        if (count < keys.Length) Array.Resize(ref keys, count);
        return keys;
    }

    static int[] Count(ulong[] keys)
    {
        var counts = new int[Digits * Buckets];
        foreach (var key in keys)
            for (var digit = 0; digit < Digits; digit++)
                counts[digit * Buckets + (int)((key >> (digit * DigitBits)) & (Buckets - 1))]++;
        return counts;
    }

    static void Scatter(ulong[] from, ulong[] to, Span<int> counts, int shift)
    {
        var start = 0;
        foreach (ref var count in counts) (count, start) = (start, start + count);
        foreach (var key in from) to[counts[(int)((key >> shift) & (Buckets - 1))]++] = key;
    }

    /// <summary>Unsigned keys in the order of the numbers: all bits of negative ones turn, the sign of the others.</summary>
    static ulong ToKey(ulong bits) => bits ^ ((ulong)((long)bits >> 63) | 0x8000000000000000);

    static ulong FromKey(ulong key) => key ^ (((key >> 63) - 1) | 0x8000000000000000);
}
