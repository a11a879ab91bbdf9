using System.Numerics;

namespace Runtime.Numerics.Mixtures;

/// <summary>A sample of rows that depends on what the rows are, not on where they stand.</summary>
/// <remarks>
/// Rows are put in the order of a seeded hash of their values and every n/m-th is taken: equal rows are neighbours in
/// that order, so that each distinct row is drawn in proportion to how often it occurs.
/// </remarks>
static class RowSample
{
    /// <returns>At most <paramref name="most"/> rows of the points, in hash order.</returns>
    public static Matrix Of(Matrix points, int most, long seed, Work work)
    {
        var (n, m) = (points.Rows, Math.Min(points.Rows, most));
        var keys = Hash(points, seed, work);
        var rows = new int[n];
        for (var i = 0; i < n; i++) rows[i] = i;
        Array.Sort(keys, rows);
        if (m == n) return points.Take(rows);
        var chosen = new int[m];
        for (var i = 0; i < m; i++) chosen[i] = rows[(int)((2L * i + 1) * n / (2L * m))];
        return points.Take(chosen);
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
