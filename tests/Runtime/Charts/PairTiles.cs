using Runtime;
using Runtime.Charts;
using Runtime.Numerics.Statistics;
using Runtime.Operators.Draw;
using Tests.Look;
using Tests.Runtime.Mixtures;

namespace Tests.Runtime.Charts;

/// <summary>The correlations above the diagonal of a pair plot.</summary>
public sealed class PairTiles
{
    [Fact]
    public void Within_groups_columns_may_go_together_otherwise_than_of_all_rows()
    {
        double[] x = [1, 2, 3, 11, 12, 13], y = [3, 2, 1, 13, 12, 11];
        var study = Study.Of(new([x, y], 6), "x", "y").With(new LabelColumn("g", [0, 0, 0, 1, 1, 1], 2));
        var tile = Assert.Single(Ran.Of(new PairPlot { Color = new("g") }, study).Figure("pairplot_points_by_g").Marks<TileMark>());
        Assert.Equal(PairMoments.WhereBoth(x, y).Correlation, tile.Value, 1e-12);
        Assert.Equal(["0.95", "within −1.00"], tile.Lines);
        Assert.Equal(["0.95"], Ran.Of(new PairPlot(), study).Figure("pairplot_points").Marks<TileMark>().Single().Lines);
    }

    /// <summary>What is counted in bins is that of the rows up to what a picture shows.</summary>
    [Fact]
    public void Of_many_rows_they_come_from_the_counts()
    {
        var points = Blobs.Three(20_000, 4);
        var tile = Assert.Single(Ran.Of(new PairPlot(), Study.Of(points, "x", "y")).Figure("pairplot_points").Marks<TileMark>());
        Assert.Equal(PairMoments.WhereBoth(points[0], points[1]).Correlation, tile.Value, 2e-3);
    }

    [Fact]
    public void Columns_that_do_not_go_together_leave_the_corner_free()
    {
        var apart = Ran.Of(new PairPlot(), Study.Of(new([[1, 1, 2, 2], [1, 2, 1, 2]], 4), "x", "y")).Figure("pairplot_points");
        Assert.Empty(apart.Marks<TileMark>());
        Assert.Equal(3, apart.Panels.Count);
    }
}
