namespace Runtime.Numerics.Explanation;

/// <summary>A value that a group has more often than chance would give it.</summary>
/// <param name="Count">Rows of the group with the value.</param>
/// <param name="Lift">The value's share in the group over its share in all rows.</param>
/// <param name="P">
/// The chance of so many or more among as many rows drawn from all (hypergeometric), times the number of pairs tested: at most 1.
/// </param>
/// <remarks>Fisher 1935, The Design of Experiments; Bonferroni's correction.</remarks>
public sealed record Enrichment(int Group, int Value, long Count, double Lift, double P)
{
    /// <summary>All pairs of a group and a value that it has more often than all rows, by group, what exceeds chance most first.</summary>
    /// <param name="counts">[group][value].</param>
    public static IReadOnlyList<Enrichment> Of(long[][] counts)
    {
        var sizes = Array.ConvertAll(counts, c => c.Sum());
        var all = sizes.Sum();
        long[] values = [.. Enumerable.Range(0, counts.Length == 0 ? 0 : counts[0].Length).Select(v => counts.Sum(c => c[v]))];
        var tests = (double)sizes.Count(s => s > 0) * values.Count(v => v > 0);
        var found = new List<(Enrichment Found, double Beyond)>();
        for (var g = 0; g < counts.Length; g++)
        {
            for (var v = 0; v < values.Length; v++)
            {
                var expected = all == 0 ? 0 : (double)sizes[g] * values[v] / all;
                if (counts[g][v] <= expected) continue;
                var p = Math.Min(1, tests * Tail(counts[g][v], sizes[g], values[v], all));
                found.Add((new(g, v, counts[g][v], counts[g][v] / expected, p), counts[g][v] - expected));
            }
        }
        return [.. found.OrderBy(f => f.Found.Group).ThenByDescending(f => f.Beyond).ThenBy(f => f.Found.Value).Select(f => f.Found)];
    }

    /// <summary>The chance that of <paramref name="size"/> rows drawn from all at least <paramref name="count"/> have the value.</summary>
    internal static double Tail(long count, long size, long having, long all)
    {
        var most = Math.Min(size, having);
        var term = Exponential.Of(Math.Max(-740, Choose(having, count) + Choose(all - having, size - count) - Choose(all, size)));
        var sum = 0.0;
        for (var x = count; x <= most; x++)
        {
            sum += term;
            var ratio = (double)(having - x) * (size - x) / ((x + 1.0) * (all - having - size + x + 1.0));
            term *= ratio;
            if (ratio < 1 && term < sum * 1e-17) break;
        }
        return Math.Min(1, sum);
    }

    static double Choose(long n, long k) => k < 0 || k > n ? double.NegativeInfinity
        : LogGamma.Of(n + 1.0) - LogGamma.Of(k + 1.0) - LogGamma.Of(n - k + 1.0);
}
