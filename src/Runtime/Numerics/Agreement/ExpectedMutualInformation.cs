namespace Runtime.Numerics.Agreement;

/// <summary>The mutual information of two labelings whose rows are shuffled: what chance alone gives.</summary>
/// <remarks>
/// Vinh, Epps &amp; Bailey 2010, eq. 24a. A cell of a shuffled table follows the hypergeometric law. Its probabilities are
/// walked from their mode by ratios and divided by their own sum, so that no factorial is needed. A walk ends where the
/// probabilities are below 1e-22 of the mode's; as they fall at least geometrically there, what is left out of a cell
/// is below 1e-19·n·ln n of it, relative: 1e-12 at a million rows. Pairs of equal sizes are computed once.
/// </remarks>
public static class ExpectedMutualInformation
{
    const double Negligible = 1e-22;

    /// <param name="rowSizes">Sizes of the clusters of the first labeling.</param>
    /// <param name="columnSizes">Sizes of those of the second; the same sum.</param>
    /// <returns>E[I] in nats.</returns>
    public static double Of(ReadOnlySpan<long> rowSizes, ReadOnlySpan<long> columnSizes, Work work)
    {
        var (rows, columns) = (Multiplicities(rowSizes), Multiplicities(columnSizes));
        var total = 0L;
        foreach (var size in rowSizes) total += size;
        var sums = new double[rows.Length];
        work.For(rows.Length, i =>
        {
            foreach (var (size, times) in columns) sums[i] += rows[i].Times * (double)times * OfCell(rows[i].Size, size, total);
        });
        return Math.Max(0, sums.Sum());
    }

    static (long Size, int Times)[] Multiplicities(ReadOnlySpan<long> sizes) =>
        [.. sizes.ToArray().Where(s => s > 0).GroupBy(s => s).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];

    /// <summary>E[k/n · ln(n·k/(a·b))] for k rows in a cell with margins a and b.</summary>
    static double OfCell(long a, long b, long n)
    {
        var offset = Logarithm.Of(n) - Logarithm.Of(a) - Logarithm.Of(b);
        var (low, high) = (Math.Max(0, a + b - n), Math.Min(a, b));
        var mode = Math.Clamp((long)((a + 1.0) * (b + 1.0) / (n + 2.0)), low, high);
        var (weights, sum) = (1.0, Term(mode, offset));
        Walk(up: true, high - mode);
        Walk(up: false, mode - low);
        return sum / weights / n;

        void Walk(bool up, long steps)
        {
            var weight = 1.0;
            double k = mode;
            for (; steps > 0 && weight > Negligible; steps--)
            {
                weight *= up
                    ? (a - k) * (b - k) / ((k + 1) * (n - a - b + k + 1))
                    : k * (n - a - b + k) / ((a - k + 1) * (b - k + 1));
                k += up ? 1 : -1;
                weights += weight;
                sum += weight * Term(k, offset);
            }
        }
    }

    static double Term(double k, double offset) => k == 0 ? 0 : k * (Logarithm.Of(k) + offset);
}
