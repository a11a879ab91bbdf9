using Runtime.Charts;
using Runtime.Numerics;
using Runtime.Operators.Draw;

namespace Tests.Runtime.Charts;

/// <summary>Which axes are bent, and that places on them have the values they are the places of.</summary>
public class AxisBendTests
{
    static double[] Drawn(int rows, Func<RandomStream, double> draw) =>
        [.. new RandomStream(5, rows) is var random ? Enumerable.Range(0, rows).Select(_ => draw(random)) : []];

    // e² to the power of a normal number spreads over many powers of ten.
    static double Long(RandomStream random) => Exponential.Of(2 * random.NextNormal());

    [Fact]
    public void Long_tails_bend_an_axis_and_even_spreads_do_not()
    {
        Assert.Equal(ScaleSpacing.Log, Of(Drawn(5_000, Long)));
        Assert.Equal(ScaleSpacing.Symlog, Of(Drawn(5_000, r => r.NextDouble() < 0.5 ? -Long(r) * Long(r) : Long(r) * Long(r))));
        Assert.Equal(ScaleSpacing.Symlog, Of(Drawn(5_000, r => r.NextDouble() < 0.5 ? 0 : Long(r) * Long(r))));
        Assert.Equal(ScaleSpacing.Linear, Of(Drawn(5_000, r => r.NextNormal())));
        Assert.Equal(ScaleSpacing.Linear, Of(Drawn(5_000, r => r.NextDouble())));
        Assert.Equal(ScaleSpacing.Linear, Of(Drawn(5_000, _ => 3)));

        static ScaleSpacing Of(double[] values) => AxisBend.Of(new NumberColumn("x", values, false)).Spacing;
    }

    [Fact]
    public void A_place_has_the_value_that_it_is_the_place_of()
    {
        foreach (var bend in (AxisBend[])[AxisBend.None, AxisBend.Factors, new(ScaleSpacing.Symlog, 0.01), new(ScaleSpacing.Symlog, 300)])
        {
            var last = double.NegativeInfinity;
            foreach (var value in Drawn(500, Long).Concat([1e-12, 1e12]).SelectMany(x => (double[])[x, -x]).Order())
            {
                if (bend.IsLog && value < 0) continue;
                var place = bend.To(value);
                Assert.True(place > last, $"{bend}: {value}");
                Assert.Equal(value, bend.From(place), 1e-12 * Math.Abs(value) * Math.Max(1, Math.Abs(place)));
                last = place;
            }
        }
    }
}
