using CsCheck;
using Runtime.Charts;
using Runtime.Operators.Draw;
using Tests.Look;

namespace Tests.Runtime.Charts;

/// <summary>The bins of a plane of two columns.</summary>
public sealed class PlaneBinsTests
{
    static readonly Gen<double[]> Values = Gen.Double[0.001, 1000].Array[2, 60].Where(all => all.Distinct().Count() > 1);

    /// <summary>Even along the axis, whether that goes by the values or by their factors: every row is in the bin that holds it, once.</summary>
    [Fact]
    public void Every_row_is_in_the_bin_that_holds_it() => Gen.Select(Values, Gen.Bool, Gen.Int[1, 40]).Sample((values, isLog, count) =>
    {
        var (bend, column) = (isLog ? AxisBend.Factors : AxisBend.None, Ran.Numbers("x", values));
        var span = new Extent(values.Min(), values.Max());
        var bins = new PlaneBins(column, column, bend, bend, span, span, count);
        Assert.Equal(values.Length, bins.Of([.. Enumerable.Range(0, values.Length)]).Sum());
        for (var row = 0; row < values.Length; row++)
        {
            var at = Array.FindIndex(bins.Of([row]), rows => rows == 1);
            // Both columns are the same: the bin is as far up as across.
            Assert.Equal(at / count, at % count);
            double Edge(int bin) => bend.From(bend.To(span.Low) + (bend.To(span.High) - bend.To(span.Low)) * bin / count);
            Assert.InRange(values[row], Edge(at / count) * (1 - 1e-9), Edge(at / count + 1) * (1 + 1e-9));
        }
    });

    [Fact]
    public void A_bin_is_so_far_across_and_so_far_up()
    {
        var (across, up) = (Ran.Numbers("x", 0, 1, 9, 10, 10), Ran.Numbers("y", 100, 1000, 100, 10_000, 100));
        var bins = new PlaneBins(across, up, AxisBend.None, AxisBend.Factors, new(0, 10), new(100, 10_000), 2);
        Assert.Equal([1, 1, 2, 1], bins.Of([0, 1, 2, 3, 4]));
        Assert.Equal([0, 0, 0, 1], bins.Of([3]));
    }
}
