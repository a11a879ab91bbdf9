using CsCheck;
using Runtime.Numerics;
using Runtime.Numerics.Statistics;
using Tests.Look;

namespace Tests.Statistics;

public sealed class DistributionTests
{
    /// <summary>numpy.percentile([15, 20, 35, 40, 50], …).</summary>
    [Theory]
    [InlineData(0, 15), InlineData(0.25, 20), InlineData(0.4, 29), InlineData(0.5, 35), InlineData(0.95, 48), InlineData(1, 50)]
    public void Quantiles_interpolate_as_numpy_does(double share, double expected) =>
        Assert.Equal(expected, Distribution.Of([50, 15, double.NaN, 40, 20, 35]).Quantile(share), 1e-13);

    [Fact]
    public void Both_ways_of_counting_agree_with_sorting()
    {
        var random = new RandomStream(3);
        foreach (var (rows, different) in new[] { (20_000, 50), (20_000, 1 << 30), (40_000, 30_000) })
        {
            var numbers = Enumerable.Range(0, rows).Select(_ => (random.Next(different) - different / 2) / 8.0).ToArray();
            numbers[5] = double.NaN;
            numbers[6] = -0.0;
            numbers[7] = 0.0;
            AgreesWithSorting(numbers);
        }
    }

    [Fact]
    public void Any_numbers_are_sorted() => Gen.Double.Array[0, 40].Sample(numbers =>
        AgreesWithSorting(Array.ConvertAll(numbers, x => double.IsInfinity(x) ? 0 : x)));

    [Fact]
    public void Extremes_of_the_number_line_are_ordered_by_the_radix_sort()
    {
        double[] ends = [double.MaxValue, -double.MaxValue, double.Epsilon, -double.Epsilon, 0, -0.0, 1, -1];
        // Enough different numbers to leave the hash table.
        AgreesWithSorting([.. ends, .. Enumerable.Range(0, 20_000).Select(i => Math.Sin(i) * Math.Pow(10, i % 600 - 300))]);
    }

    [Fact]
    public void Equally_frequent_texts_stand_in_the_order_of_their_code_points()
    {
        var column = Ran.Text("c", "é", "b", "a", "b", "Z", null, "é", "a", "é");
        var found = Frequencies.Of(column, 3);
        Assert.Equal([new("é", 3), new("a", 2), new("b", 2)], found.Top);
        Assert.Equal((4, 8), (found.Distinct, found.Present));
    }

    [Fact]
    public void Whole_numbers_are_counted_like_texts() =>
        Assert.Equal([new("2000", 2), new("-3", 1), new("10", 1)], Frequencies.Of(Ran.Numbers("c", 2000, 9, 10, 2000, -3, double.NaN), 3).Top);

    [Fact]
    public void Frequencies_of_groups_are_those_of_their_rows() =>
        (from codes in Gen.Int[-1, 5].Array[1, 50] from labels in Gen.Int[-1, 2].Array[codes.Length] from most in Gen.Int[1, 7] select (codes, labels, most)).Sample(x =>
        {
            var column = new TextColumn("c", x.codes, TextPool.Of(["f", "e", "d", "c", "b", "a"]));
            var (labels, rows) = RowGroups.Of(x.labels, 3);
            Assert.Equal(x.labels.Contains(-1) ? 4 : 3, labels.Length);
            var groups = Frequencies.OfGroups(column, rows, x.most, Work.Alone);
            for (var g = 0; g < labels.Length; g++)
            {
                int[] expected = [.. Enumerable.Range(0, x.labels.Length).Where(r => x.labels[r] == labels[g])];
                Assert.Equal(expected, rows[g]);
                Assert.Equal(Frequencies.Of(column.Take(expected), x.most).Top, groups[g].Top);
            }
        });

    static void AgreesWithSorting(double[] numbers)
    {
        double[] sorted = [.. numbers.Where(x => !double.IsNaN(x)).Order()];
        var found = Distribution.Of(numbers);
        Assert.Equal(sorted.Distinct(), found.Values.ToArray());
        Assert.Equal(sorted.GroupBy(x => x).Select(g => g.Count()), Enumerable.Range(0, found.Distinct).Select(found.CountOf));
        if (sorted.Length > 0) Assert.Equal((sorted[0], sorted[^1]), (found.Quantile(0), found.Quantile(1)));
    }
}
