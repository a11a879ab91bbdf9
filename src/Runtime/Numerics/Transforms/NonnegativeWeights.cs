namespace Runtime.Numerics.Transforms;

/// <summary>The weights w ≥ 0 for which wᵀG w − 2 bᵀw is least, G being products of k parts with each other, b with a row.</summary>
/// <remarks>
/// Sweeps over the coordinates (Cichocki &amp; Phan 2009, IEICE Trans. Fundamentals E92-A(3)) tell soon which weights are above zero; for
/// these the equations are solved, and what fulfils the conditions of Karush, Kuhn and Tucker is the answer to the last digit (Lawson
/// &amp; Hanson 1974). It depends on b alone, not on where it starts from. Buffers are kept: one instance a thread.
/// </remarks>
/// <param name="gram">G, k × k, a row behind the other.</param>
sealed class NonnegativeWeights(double[] gram, int k)
{
    const int Sweeps = 4, MostRounds = 250;

    /// <summary>Slopes that are so small beside b are 0.</summary>
    const double Flat = 1e-12;

    readonly int[] above = new int[k];
    readonly double[] factor = new double[k * k], exact = new double[k];

    /// <param name="b">k numbers.</param>
    /// <param name="w">k numbers, which are replaced.</param>
    public void Solve(ReadOnlySpan<double> b, Span<double> w)
    {
        w.Clear();
        var largest = 0.0;
        foreach (var x in b) largest = Math.Max(largest, x);
        // Where nothing goes with the row, nothing is added.
        if (largest <= 0) return;
        for (var round = 0; round < MostRounds; round++)
        {
            for (var sweep = 0; sweep < Sweeps; sweep++) Sweep(b, w);
            if (!Exact(b, w) || !Holds(b, exact, Flat * largest)) continue;
            exact.CopyTo(w);
            return;
        }
    }

    void Sweep(ReadOnlySpan<double> b, Span<double> w)
    {
        for (var c = 0; c < k; c++)
        {
            var own = gram[c * k + c];
            if (own > 0) w[c] = Math.Max(0, w[c] + Slope(b, w, c) / own);
        }
    }

    /// <summary>Half of how much less there is to lose for a little more of a part.</summary>
    double Slope(ReadOnlySpan<double> b, ReadOnlySpan<double> w, int c)
    {
        var left = b[c];
        var row = gram.AsSpan(c * k, k);
        for (var j = 0; j < row.Length; j++) left -= row[j] * w[j];
        return left;
    }

    /// <summary>No part that is left out would help.</summary>
    bool Holds(ReadOnlySpan<double> b, ReadOnlySpan<double> w, double flat)
    {
        for (var c = 0; c < k; c++) if (w[c] == 0 && Slope(b, w, c) > flat) return false;
        return true;
    }

    /// <summary>
    /// The least squares of the parts whose weights are above zero; false where one would be below, or they are dependent.
    /// </summary>
    bool Exact(ReadOnlySpan<double> b, ReadOnlySpan<double> w)
    {
        var count = 0;
        for (var c = 0; c < k; c++) if (w[c] > 0) above[count++] = c;
        exact.AsSpan().Clear();
        if (!Factor(count)) return false;
        for (var i = 0; i < count; i++)
        {
            var x = b[above[i]];
            for (var j = 0; j < i; j++) x -= factor[i * k + j] * exact[above[j]];
            exact[above[i]] = x / factor[i * k + i];
        }
        for (var i = count - 1; i >= 0; i--)
        {
            var x = exact[above[i]];
            for (var j = i + 1; j < count; j++) x -= factor[j * k + i] * exact[above[j]];
            if ((exact[above[i]] = x / factor[i * k + i]) < 0) return false;
        }
        return true;
    }

    /// <summary>L of L Lᵀ = G, for the parts above zero.</summary>
    bool Factor(int count)
    {
        for (var i = 0; i < count; i++)
            for (var j = 0; j <= i; j++)
            {
                var x = gram[above[i] * k + above[j]];
                for (var m = 0; m < j; m++) x -= factor[i * k + m] * factor[j * k + m];
                if (j < i) factor[i * k + j] = x / factor[j * k + j];
                else if (x > 1e-14 * gram[above[i] * k + above[i]]) factor[i * k + i] = Math.Sqrt(x);
                else return false;
            }
        return true;
    }
}
