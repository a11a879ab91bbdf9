using System.Numerics;
using Runtime.Numerics;
using Normal = MathNet.Numerics.Distributions.Normal;

namespace Tests.Runtime.Determinism;

/// <summary>Our own elementary functions are as near to the exact values as those of the machine.</summary>
public sealed class ElementaryTests
{
    static readonly double[] Numbers = [.. Enumerable.Range(0, 20_000).Select(i => new RandomStream(9, i)).Select(r => Math.Pow(10, 7 * r.NextDouble() - 4))];

    [Fact]
    public void The_exponential_is_within_one_unit_in_the_last_place()
    {
        foreach (var x in Numbers.Where(x => x < 700))
        {
            Near(Math.Exp(x), Exponential.Of(x), 1, x);
            Near(Math.Exp(-x), Exponential.Of(-x), 1, x);
            if (-x > Exponential.Zero) Assert.Equal(Exponential.Of(-x), Exponential.OfNonPositive(new Vector<double>(-x))[Vector<double>.Count - 1]);
        }
    }

    [Theory, InlineData(0, 1), InlineData(-0.0, 1), InlineData(-1e300, 0), InlineData(710, double.PositiveInfinity), InlineData(double.NaN, double.NaN), InlineData(-744, 1e-323)]
    public void The_exponential_at_its_edges(double x, double expected) => Assert.Equal(expected, Exponential.Of(x));

    [Theory, InlineData(0, 1), InlineData(-1e300, 0), InlineData(Exponential.Zero, 0)]
    public void The_exponential_of_vectors_at_its_edges(double x, double expected) => Assert.Equal(expected, Exponential.OfNonPositive(new Vector<double>(x))[0]);

    [Fact]
    public void Logarithms_are_within_one_unit_in_the_last_place()
    {
        foreach (var x in Numbers)
        {
            Near(Math.Log(x), Logarithm.Of(x), 1, x);
            Near(Math.Log10(x), Logarithm.ToTen(x), 2, x);
        }
    }

    [Fact]
    public void Hyperbolic_sines_are_within_four_units_in_the_last_place()
    {
        foreach (var x in Numbers.Concat([0, 1e-9, 1e-300, 0.49999, 0.5, 2.6e8, 2.7e8, 1e300]).SelectMany(x => (double[])[x, -x]))
        {
            Near(Math.Asinh(x), HyperbolicSine.Inverse(x), 4, x);
            if (Math.Abs(x) < 700) Near(Math.Sinh(x), HyperbolicSine.Of(x), 4, x);
        }
    }

    [Theory, InlineData(double.NaN, double.NaN), InlineData(double.PositiveInfinity, double.PositiveInfinity), InlineData(double.NegativeInfinity, double.NegativeInfinity)]
    public void Hyperbolic_sines_at_their_edges(double x, double expected)
    {
        Assert.Equal(expected, HyperbolicSine.Of(x));
        Assert.Equal(expected, HyperbolicSine.Inverse(x));
    }

    [Fact]
    public void Powers_lane_by_lane_have_the_bits_of_single_ones()
    {
        var last = Vector<double>.Count - 1;
        foreach (var x in Numbers.Concat([1e-300, 1, 1e300, 0.7071067811865475, 0.7071067811865476, 1.4142135623730951]))
        {
            Assert.Equal(Logarithm.Of(x), Logarithm.Of(new Vector<double>(x))[last]);
            foreach (var y in (double[])[0.79, -0.21, 0.895])
                Assert.Equal(Powers.Of(x, y), Powers.OfPositive(new Vector<double>(x), y)[last]);
        }
    }

    [Theory, InlineData(1, 0), InlineData(0, double.NegativeInfinity), InlineData(-1, double.NaN), InlineData(double.NaN, double.NaN), InlineData(double.PositiveInfinity, double.PositiveInfinity), InlineData(5e-324, -744.4400719213812)]
    public void The_logarithm_at_its_edges(double x, double expected) => Assert.Equal(expected, Logarithm.Of(x));

    [Fact]
    public void Powers_of_ten_have_whole_logarithms()
    {
        for (var power = 0; power <= 22; power++) Assert.Equal(power, Logarithm.ToTen(Math.Pow(10, power)));
    }

    [Fact]
    public void The_normal_distribution_is_that_of_the_library()
    {
        for (var x = -38.5; x < 9; x += 0.0625)
        {
            var expected = Normal.CDF(0, 1, x);
            Assert.Equal(expected, StandardNormal.Cumulative(x), 1e-15 + 1e-12 * expected);
        }
        for (var p = 1e-12; p < 1; p = p * 1.1 + 1e-4) Assert.Equal(Normal.InvCDF(0, 1, p), StandardNormal.Quantile(p), 1e-9);
        Assert.Equal(0, StandardNormal.Quantile(0.5));
    }

    [Fact]
    public void Sine_and_cosine_are_within_two_units_in_the_last_place()
    {
        Assert.Equal((0, 1), HalfTurns.SinCos(0));
        Assert.Equal((1, 0), HalfTurns.SinCos(0.5));
        Assert.Equal((0, -1), HalfTurns.SinCos(-1));
        for (var x = -2.0; x <= 2; x += 1.0 / 512)
        {
            var (sin, cos) = HalfTurns.SinCos(x);
            Assert.Equal(double.SinPi(x), sin, 3e-16);
            Assert.Equal(double.CosPi(x), cos, 3e-16);
        }
    }

    static void Near(double expected, double actual, int units, double x) =>
        Assert.True(Math.Abs(BitConverter.DoubleToInt64Bits(expected) - BitConverter.DoubleToInt64Bits(actual)) <= units, $"at {x:R}: {actual:R}, not {expected:R}");
}
