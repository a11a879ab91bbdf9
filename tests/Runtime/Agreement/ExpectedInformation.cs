using CsCheck;
using Runtime.Numerics.Agreement;

namespace Tests.Agreement;

public sealed class ExpectedInformation
{
    [Fact]
    public void It_equals_the_formula_with_factorials() =>
        (from a in Gen.Long[1, 30].Array[1, 5]
         from b in Gen.Long[1, 30].Array[1, 5]
         select (a, b)).Sample(x =>
        {
            var (a, b) = (x.a, x.b);
            // The shorter gets one more cluster, so that both have the same sum.
            var difference = a.Sum() - b.Sum();
            if (difference > 0) b = [.. b, difference];
            if (difference < 0) a = [.. a, -difference];
            Assert.Equal(ByFactorials(a, b), ExpectedMutualInformation.Of(a, b, Work.Alone), 1e-11);
        });

    [Fact]
    public void It_is_the_mean_over_all_orders_of_five_rows()
    {
        int[] a = [0, 0, 1, 1, 2], b = [0, 0, 0, 1, 1];
        var mean = Orders(b).Select(order => MutualInformation.Of(Contingency.Of(a, order))).Average();
        Assert.Equal(mean, ExpectedMutualInformation.Of([2, 2, 1], [3, 2], Work.Alone), 1e-14);
    }

    /// <summary>A chi-square with (r−1)(c−1) degrees of freedom in the limit: E[I] → (r−1)(c−1)/2n.</summary>
    [Fact]
    public void At_a_million_rows_it_approaches_its_limit()
    {
        long[] rows = [200_000, 300_000, 500_000], columns = [100_000, 400_000, 250_000, 250_000];
        Assert.Equal(1, ExpectedMutualInformation.Of(rows, columns, Work.Alone) / (2 * 3 / 2e6), 1e-4);
    }

    [Fact]
    public void Rows_that_all_stand_alone_share_all_there_is_to_share()
    {
        long[] singles = [.. Enumerable.Repeat(1L, 2000)], halves = [1000, 1000];
        Assert.Equal(Math.Log(2000), ExpectedMutualInformation.Of(singles, singles, Work.Alone), 1e-10);
        Assert.Equal(Math.Log(2), ExpectedMutualInformation.Of(singles, halves, Work.Alone), 1e-12);
    }

    /// <summary>Vinh, Epps &amp; Bailey 2010, eq. 24a, as it stands.</summary>
    static double ByFactorials(long[] rows, long[] columns)
    {
        var n = rows.Sum();
        var factorial = new double[n + 1];
        for (var i = 1; i <= n; i++) factorial[i] = factorial[i - 1] + Math.Log(i);
        var sum = 0.0;
        foreach (var a in rows)
            foreach (var b in columns)
                for (var k = Math.Max(1, a + b - n); k <= Math.Min(a, b); k++)
                    sum += (double)k / n * Math.Log((double)n * k / ((double)a * b)) * Math.Exp(
                        factorial[a] + factorial[b] + factorial[n - a] + factorial[n - b]
                        - factorial[n] - factorial[k] - factorial[a - k] - factorial[b - k] - factorial[n - a - b + k]);
        return sum;
    }

    static IEnumerable<int[]> Orders(int[] items) => items.Length <= 1 ? [items]
        : items.SelectMany((item, at) => Orders([.. items[..at], .. items[(at + 1)..]]).Select(rest => (int[])[item, .. rest]));
}
