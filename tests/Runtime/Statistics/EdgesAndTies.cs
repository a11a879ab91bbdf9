using Runtime.Numerics;
using Runtime.Numerics.Rows;
using Runtime.Numerics.Statistics;
using Runtime.Numerics.Transforms;

namespace Tests.Statistics;

/// <summary>What the docs promise where two answers are equally near.</summary>
public sealed class EdgesAndTies
{
    /// <summary>Nine and one tenth: the two ways of interpolating differ in the last bit.</summary>
    [Fact]
    public void A_quantile_is_taken_from_the_nearer_of_two_values()
    {
        var distribution = Distribution.Of([0.1, 0.9]);
        Assert.Equal(0.1 + (0.9 - 0.1) * 0.25, distribution.Quantile(0.25));
        Assert.Equal(0.9 - (0.9 - 0.1) * 0.25, distribution.Quantile(0.75));
        Assert.NotEqual(0.1 + (0.9 - 0.1) * 0.75, distribution.Quantile(0.75));
        Assert.Equal(1.5 - (1.5 - 0.4) * 0.5, Distribution.Of([0.4, 1.5]).Quantile(0.5));
    }

    [Fact]
    public void Of_loadings_that_are_equal_but_for_rounding_the_first_is_positive()
    {
        var root = Math.Sqrt(0.5);
        Assert.Equal([root, -Math.BitIncrement(root)], PrincipalComponents.Turned([-root, Math.BitIncrement(root)]));
        Assert.Equal([root, -Math.BitDecrement(root)], PrincipalComponents.Turned([root, -Math.BitDecrement(root)]));
        Assert.Equal([-0.6, 0.8], PrincipalComponents.Turned([0.6, -0.8]));
        var mirrored = Enumerable.Range(0, 50).Select(i => Math.Sin(i)).ToArray();
        var fit = PrincipalComponents.Fit(new Matrix([mirrored, Array.ConvertAll(mirrored, x => -x)], 50), Work.Alone);
        Assert.True(fit.Components[0][0] > 0 && fit.Components[0][1] < 0);
    }

    [Theory, InlineData(4, "2 1 1"), InlineData(5, "2 2 1"), InlineData(3, "1 1 1")]
    public void A_row_that_is_left_over_comes_from_the_earlier_of_equal_groups(int count, string expected)
    {
        var groups = Grouping.Of(Ranks.Of(new NumberColumn("g", [2, 1, 0, 0, 1, 2], true), Work.Alone));
        var chosen = groups.Sample(count, g => new RandomStream(1, g));
        Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, 3).Select(g => groups.RowsOf(g).ToArray().Count(r => chosen.Contains(r)))));
    }

    [Fact]
    public void Both_zeros_are_one_least_value() => Assert.Equal(0L, BitConverter.DoubleToInt64Bits(Moments.Of([0.0, -0.0, 3]).Min));
}
