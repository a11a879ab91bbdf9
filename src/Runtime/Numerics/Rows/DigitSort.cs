namespace Runtime.Numerics.Rows;

/// <summary>
/// Puts rows in the order of keys, one sweep for each digit that differs; rows of equal keys keep their order (Knuth 1998, The Art of
/// Computer Programming 3, 5.2.5).
/// </summary>
/// <remarks>Every thread counts and moves rows of its own; where each goes is fixed, however many there are.</remarks>
sealed class DigitSort(int rows, Work work)
{
    const int DigitBits = 11;
    const int Buckets = 1 << DigitBits;

    bool moved;
    int[] spare = GC.AllocateUninitializedArray<int>(rows);

    /// <summary>n rows, in the order of the keys so far.</summary>
    public int[] Rows { get; private set; } = [.. Enumerable.Range(0, rows)];

    /// <param name="keyOf">n keys, by row; the caller gives the array up.</param>
    public void By(ulong[] keyOf)
    {
        var keys = moved ? InOrder(keyOf) : keyOf;
        var others = GC.AllocateUninitializedArray<ulong>(rows);
        for (var (shift, differing) = (0, Differing(keys)); shift < 64; shift += DigitBits)
        {
            if (((differing >> shift) & (Buckets - 1)) == 0) continue;
            work.Cancel.ThrowIfCancellationRequested();
            Sweep(keys, others, shift);
            (keys, others) = (others, keys);
            (Rows, spare, moved) = (spare, Rows, true);
        }
    }

    ulong[] InOrder(ulong[] keyOf)
    {
        var (keys, order) = (GC.AllocateUninitializedArray<ulong>(rows), Rows);
        work.ForBlocks(rows, (start, end) =>
        {
            for (var i = start; i < end; i++) keys[i] = keyOf[order[i]];
        });
        return keys;
    }

    /// <summary>The bits in which keys differ.</summary>
    static ulong Differing(ulong[] keys)
    {
        var differing = 0ul;
        foreach (var key in keys) differing |= key ^ keys[0];
        return differing;
    }

    void Sweep(ulong[] keys, ulong[] sorted, int shift)
    {
        var threads = rows < 1 << 15 ? 1 : work.Threads;
        var (from, to) = (Rows, spare);
        var places = new int[threads][];
        work.For(threads, t => places[t] = Count(keys.AsSpan(Part(t, threads)), shift));
        var next = 0;
        for (var digit = 0; digit < Buckets; digit++)
            foreach (var own in places) (own[digit], next) = (next, next + own[digit]);
        work.For(threads, t => Move(keys, from, Part(t, threads), (sorted, to), places[t], shift));
    }

    Range Part(int thread, int threads) => (int)((long)rows * thread / threads)..(int)((long)rows * (thread + 1) / threads);

    static int[] Count(ReadOnlySpan<ulong> keys, int shift)
    {
        var counts = new int[Buckets];
        foreach (var key in keys) counts[(int)(key >> shift) & (Buckets - 1)]++;
        return counts;
    }

    static void Move(ulong[] keys, int[] rows, Range part, (ulong[] Keys, int[] Rows) to, int[] places, int shift)
    {
        var (moved, order) = to;
        for (var (i, end) = (part.Start.Value, part.End.Value); i < end; i++)
        {
            var key = keys[i];
            var place = places[(int)(key >> shift) & (Buckets - 1)]++;
            moved[place] = key;
            order[place] = rows[i];
        }
    }
}
