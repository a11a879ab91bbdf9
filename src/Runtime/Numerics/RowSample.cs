using System.Numerics;

namespace Runtime.Numerics;

/// <summary>A sample of rows that depends on what the rows are, not on where they stand.</summary>
/// <remarks>
/// Rows are put in the order of a seeded hash of their values and every n/m-th is taken: equal rows are neighbours in
/// that order, so that each distinct row is drawn in proportion to how often it occurs.
/// </remarks>
static class RowSample
{
    /// <summary>Rows to a stretch of the order, on average; only stretches that hold a chosen place are filled and sorted.</summary>
    const int Stretch = 8;

    /// <returns>At most <paramref name="most"/> rows of the points, in hash order.</returns>
    public static Matrix Of(Matrix points, int most, long seed, Work work) => points.Take(Rows(points, most, seed, work));

    /// <summary>The numbers of all rows, in hash order.</summary>
    public static int[] Order(Matrix points, long seed, Work work) => Rows(points, points.Rows, seed, work);

    /// <returns>The numbers of at most <paramref name="most"/> rows, in hash order.</returns>
    public static int[] Rows(Matrix points, int most, long seed, Work work)
    {
        var keys = Hash(points, seed, work);
        var shift = 64 - Math.Clamp(BitOperations.Log2((uint)(keys.Length / Stretch + 1)), 1, 20);
        var (chosen, ends) = (new int[Math.Min(keys.Length, most)], Ends(keys, shift));
        work.Cancel.ThrowIfCancellationRequested();
        var rows = Filled(keys, shift, ends, chosen.Length, work.Cancel);
        for (var (i, stretch, sorted) = (0, 0, -1); i < chosen.Length; i++)
        {
            var place = Place(i, chosen.Length, keys.Length);
            while (ends[stretch] <= place) stretch++;
            if (stretch != sorted) Sort(rows.AsSpan((stretch == 0 ? 0 : ends[stretch - 1])..ends[stretch]), keys);
            sorted = stretch;
            chosen[i] = rows[place];
        }
        return chosen;
    }

    /// <summary>Where in the order of n rows the i-th of m that are chosen stands.</summary>
    static int Place(int i, int m, int n) => (int)((2L * i + 1) * n / (2L * m));

    /// <summary>Where each stretch ends: rows of equal leading bits.</summary>
    static int[] Ends(ulong[] keys, int shift)
    {
        var ends = new int[1 << (64 - shift)];
        foreach (var key in keys) ends[(int)(key >> shift)]++;
        for (var (stretch, place) = (0, 0); stretch < ends.Length; stretch++) ends[stretch] = place += ends[stretch];
        return ends;
    }

    /// <summary>The rows of the stretches that hold one of m chosen places, where they belong but in the order of the table.</summary>
    static int[] Filled(ulong[] keys, int shift, int[] ends, int m, CancellationToken cancel)
    {
        var (rows, next) = (new int[keys.Length], new int[ends.Length]);
        next.AsSpan().Fill(-1);
        for (var (i, stretch) = (0, 0); i < m; i++)
        {
            while (ends[stretch] <= Place(i, m, keys.Length)) stretch++;
            next[stretch] = stretch == 0 ? 0 : ends[stretch - 1];
        }
        for (var row = 0; row < keys.Length; row++)
        {
            ref var place = ref next[(int)(keys[row] >> shift)];
            if (place >= 0) rows[place++] = row;
        }
        cancel.ThrowIfCancellationRequested();
        return rows;
    }

    static void Sort(Span<int> rows, ulong[] keys)
    {
        var own = new ulong[rows.Length];
        for (var i = 0; i < own.Length; i++) own[i] = keys[rows[i]];
        own.AsSpan().Sort(rows);
    }

    // Column by column, so that the rows of a block are mixed side by side.
    static ulong[] Hash(Matrix points, long seed, Work work)
    {
        var keys = new ulong[points.Rows];
        work.ForBlocks(points.Rows, (start, end) =>
        {
            var block = keys.AsSpan(start..end);
            block.Fill((ulong)seed);
            for (var j = 0; j < points.Columns; j++) Mix(block, points[j][start..end]);
        });
        return keys;
    }

    static void Mix(Span<ulong> keys, ReadOnlySpan<double> values)
    {
        // Adding 0 makes −0 and 0 the same.
        for (var i = 0; i < keys.Length; i++) keys[i] = Mix(keys[i] ^ BitConverter.DoubleToUInt64Bits(values[i] + 0.0));
    }

    // The finaliser of SplitMix64: Steele, Lea & Flood 2014, OOPSLA.
    static ulong Mix(ulong z)
    {
        z = BitOperations.RotateLeft(z, 25) + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
