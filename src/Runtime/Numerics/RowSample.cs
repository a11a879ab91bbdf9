using System.Numerics;

namespace Runtime.Numerics;

/// <summary>A sample of rows that depends on what the rows are, not on where they stand.</summary>
/// <remarks>
/// Rows are put in the order of a seeded hash of their values and every n/m-th is taken: equal rows are neighbours in
/// that order, so that each distinct row is drawn in proportion to how often it occurs.
/// </remarks>
static class RowSample
{
    /// <summary>Rows to a stretch of the order, on average; only stretches that hold a chosen place are sorted.</summary>
    const int Stretch = 32;

    /// <returns>At most <paramref name="most"/> rows of the points, in hash order.</returns>
    public static Matrix Of(Matrix points, int most, long seed, Work work) => points.Take(Rows(points, most, seed, work));

    /// <summary>The numbers of all rows, in hash order.</summary>
    public static int[] Order(Matrix points, long seed, Work work) => Rows(points, points.Rows, seed, work);

    /// <returns>The numbers of at most <paramref name="most"/> rows, in hash order.</returns>
    public static int[] Rows(Matrix points, int most, long seed, Work work)
    {
        var (n, m) = (points.Rows, Math.Min(points.Rows, most));
        var keys = Hash(points, seed, work);
        var shift = 64 - Math.Clamp(BitOperations.Log2((uint)(n / Stretch + 1)), 1, 20);
        var (rows, ends) = Distribute(keys, shift, work.Cancel);
        var chosen = new int[m];
        for (var (i, stretch, sorted) = (0, 0, -1); i < m; i++)
        {
            var place = (int)((2L * i + 1) * n / (2L * m));
            while (ends[stretch] <= place) stretch++;
            if (stretch != sorted) Sort(rows.AsSpan((stretch == 0 ? 0 : ends[stretch - 1])..ends[stretch]), keys);
            sorted = stretch;
            chosen[i] = rows[place];
        }
        return chosen;
    }

    /// <summary>The rows by the leading bits of their keys, and where each stretch of equal ones ends.</summary>
    static (int[] Rows, int[] Ends) Distribute(ulong[] keys, int shift, CancellationToken cancel)
    {
        var (rows, ends) = (new int[keys.Length], new int[1 << (64 - shift)]);
        foreach (var key in keys) ends[(int)(key >> shift)]++;
        for (var (stretch, place) = (0, 0); stretch < ends.Length; stretch++) (ends[stretch], place) = (place, place + ends[stretch]);
        cancel.ThrowIfCancellationRequested();
        // What says where a stretch begins moves on with each row, until it says where the stretch ends.
        for (var row = 0; row < keys.Length; row++) rows[ends[(int)(keys[row] >> shift)]++] = row;
        cancel.ThrowIfCancellationRequested();
        return (rows, ends);
    }

    static void Sort(Span<int> rows, ulong[] keys)
    {
        var own = new ulong[rows.Length];
        for (var i = 0; i < own.Length; i++) own[i] = keys[rows[i]];
        own.AsSpan().Sort(rows);
    }

    static ulong[] Hash(Matrix points, long seed, Work work)
    {
        var keys = new ulong[points.Rows];
        work.ForBlocks(points.Rows, (start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                var hash = (ulong)seed;
                // Adding 0 makes −0 and 0 the same.
                for (var j = 0; j < points.Columns; j++) hash = Mix(hash ^ BitConverter.DoubleToUInt64Bits(points[row, j] + 0.0));
                keys[row] = hash;
            }
        });
        return keys;
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
