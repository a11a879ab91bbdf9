using CsCheck;
using Runtime.Charts;
using Runtime.Numerics.Statistics;

namespace Tests.Statistics;

public sealed class PairCountsTests
{
    static readonly Gen<(Matrix Points, int[] Groups)> Grouped =
        from n in Gen.Int[1, 200]
        from columns in Gen.OneOf(Gen.Double[-5, 5].Array[n], Gen.Int[-5, 5].Select(i => (double)i).Array[n]).Array[3]
        from groups in Gen.Int[0, 2].Array[n]
        select (new Matrix(columns, n), groups);

    [Fact]
    public void Every_row_is_counted_once_in_every_panel() => Grouped.Sample(x =>
    {
        var counts = PairCounts.Of(x.Points, x.Groups, 3, 8, new Work(2)).Counts;
        for (var g = 0; g < 3; g++)
        {
            var size = x.Groups.Count(b => b == g);
            Assert.All(counts.Histograms[g], h => Assert.Equal(size, h.Sum()));
            Assert.All(counts.Densities[g], h => Assert.Equal(size, h.Sum()));
        }
    });

    [Fact]
    public void A_panel_summed_along_one_side_is_the_histogram_of_the_other() => Grouped.Sample(x =>
    {
        // A column of few whole numbers has fewer bins than asked for.
        var (bins, counts) = PairCounts.Of(x.Points, x.Groups, 3, 8, Work.Alone);
        for (var i = 0; i < 3; i++)
            for (var j = i + 1; j < 3; j++)
            {
                var (panel, across, up) = (counts.Densities[1][PairGroup.PairIndex(i, j, 3)], bins.Counts[i], bins.Counts[j]);
                Assert.Equal(counts.Histograms[1][i], Enumerable.Range(0, across).Select(a => panel.AsSpan(a * up, up).ToArray().Sum()));
                Assert.Equal(counts.Histograms[1][j], Enumerable.Range(0, up).Select(b => Enumerable.Range(0, across).Sum(a => panel[a * up + b])));
            }
    });

    [Fact]
    public void Groups_add_up_to_all_rows() => Grouped.Sample(x =>
    {
        var (grouped, all) = (PairCounts.Of(x.Points, x.Groups, 3, 8, Work.Alone).Counts, PairCounts.Of(x.Points, null, 1, 8, Work.Alone).Counts);
        for (var p = 0; p < 3; p++)
            for (var cell = 0; cell < all.Densities[0][p].Length; cell++)
                Assert.Equal(all.Densities[0][p][cell], Enumerable.Range(0, 3).Sum(g => grouped.Densities[g][p][cell]));
    });

    [Fact]
    public void A_constant_column_stands_in_the_middle_of_one_unit()
    {
        var (bins, counts) = PairCounts.Of(new Matrix([[4, 4, 4], [0, 1.5, 2]], 3), null, 1, 4, Work.Alone);
        Assert.Equal((3.5, 4.5), (bins.Low[0], bins.High[0]));
        Assert.Equal([0, 0, 3, 0], counts.Histograms[0][0]);
        Assert.Equal([1, 0, 0, 2], counts.Histograms[0][1]);
    }

    [Fact]
    public void Whole_numbers_have_bins_of_whole_steps()
    {
        double[] years = [.. Enumerable.Range(1900, 124).Select(y => (double)y)];
        var (bins, counts) = PairCounts.Of(new Matrix([years], 124), null, 1, 96, Work.Alone);
        Assert.Equal((1899.5, 2023.5, 62), (bins.Low[0], bins.High[0], bins.Counts[0]));
        Assert.All(counts.Histograms[0][0], rows => Assert.Equal(2, rows));
    }
}
