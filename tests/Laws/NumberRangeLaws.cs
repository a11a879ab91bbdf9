using System.Numerics;
using Runtime;
using Runtime.Numerics;
using Runtime.Numerics.Hierarchies;
using Runtime.Numerics.Rows;
using Runtime.Numerics.Statistics;
using Runtime.Numerics.Transforms;
using Runtime.Operators.Cluster;
using Runtime.Operators.Data;
using Runtime.Operators.Draw;
using Runtime.Operators.Look;
using Runtime.Operators.Transform;

namespace Tests.Laws;

/// <summary>Whatever finite numbers a column has, a step ends with the right figure or says what is wrong, with the column's name.</summary>
public sealed class NumberRangeLaws
{
    /// <summary>Columns of 64 values in two groups, by what is remarkable about them.</summary>
    static readonly Dictionary<string, Func<int, double>> Columns = new()
    {
        ["usual"] = i => i % 2 * 8 + i * 37 % 64 / 64.0,
        ["highest"] = i => 1.7976931348623157e308 * (1 - i / 64.0),
        ["lowest among others"] = i => i == 7 ? -1.7976931348623157e308 : i % 2 * 8 + i / 64.0,
        ["both signs"] = i => i / 4 % 2 == 0 ? 1.7e308 : -1.7e308,
        ["1e155"] = i => (i % 2 * 8 + i * 37 % 64 / 64.0) * 1e155,
        ["1e150"] = i => (i % 2 * 8 + i * 37 % 64 / 64.0) * 1e150,
        ["-1e150"] = i => (i % 2 * -8 + i * 37 % 64 / 64.0) * 1e150,
        ["1e-170"] = i => (i % 2 * 8 + i * 37 % 64 / 64.0) * 1e-170,
        ["subnormal"] = i => (i % 2 * 8 + i * 37 % 64) * 1e-310,
        ["1e15 and a digit"] = i => 1e15 + i % 10,
        ["filled with 1e20"] = i => i == 9 ? 1e20 : i % 2 * 8 + i / 64.0,
        ["constant"] = _ => 1.7e308,
    };

    static readonly Dictionary<string, Func<string, Operator>> Steps = new()
    {
        ["describe"] = _ => new Describe(),
        ["correlate"] = _ => new Correlate(),
        ["pairplot"] = _ => new PairPlot(),
        ["scale minmax"] = _ => new Scale { Method = ScalingMethod.Minmax },
        ["scale standard"] = _ => new Scale { Method = ScalingMethod.Standard },
        ["scale robust"] = _ => new Scale { Method = ScalingMethod.Robust },
        ["pca"] = _ => new Pca(),
        ["kmeans"] = _ => new KMeans { K = 2 },
        ["hdbscan"] = _ => new Hdbscan { MinCluster = 5 },
        ["agglomerate ward"] = _ => new Agglomerate { K = 2 },
        ["agglomerate single"] = _ => new Agglomerate { K = 2, Link = Linkage.Single },
        ["agglomerate average"] = _ => new Agglomerate { K = 2, Link = Linkage.Average },
        ["means"] = _ => new Means { By = "g" },
        ["bin"] = x => new Bin { Column = x, Count = 4 },
        ["bin quantile"] = x => new Bin { Column = x, Count = 4, Method = BinMethod.Quantile },
        ["group"] = x => new Group { Columns = [x], By = ["g"], Agg = [GroupFigure.Mean, GroupFigure.Sd, GroupFigure.Median, GroupFigure.Sum] },
    };

    public static IEnumerable<object[]> All => Steps.Keys.SelectMany(s => Columns.Keys.Select(c => new object[] { s, c }));

    public static TheoryData<string> Kinds => [.. Columns.Keys];

    [Theory, MemberData(nameof(All))]
    public void A_step_ends_with_figures_or_names_the_column(string step, string kind)
    {
        var study = StudyOf(kind);
        try
        {
            var made = Steps[step]("x").Apply(study, OperatorExamples.Quiet);
            if (made.CurrentPoints is null) return;
            for (var j = 0; j < made.Current.Matrix.Columns; j++) Assert.All(made.Current.Matrix[j].ToArray(), v => Assert.True(double.IsFinite(v)));
        }
        catch (Refusal refusal)
        {
            Assert.Contains("`x`", refusal.Text);
            Assert.EndsWith(".", refusal.Hint);
        }
    }

    /// <summary>Against sums of whole numbers of any length.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void Mean_and_spread_are_those_of_exact_arithmetic(string kind)
    {
        var values = Values(kind);
        var (mean, sd) = Exact(values);
        foreach (var moments in new[] { Moments.Of(values), Moments.Of(values.AsSpan(0, 5)).Merge(Moments.Of(values.AsSpan(5, 30))).Merge(Moments.Of(values.AsSpan(35))) })
        {
            Near(mean, moments.Mean, values.Max(Math.Abs));
            Near(sd, moments.StandardDeviation(1), sd);
            if (sd > 0) Near(0, values.Sum(v => (v / 2 - moments.Mean / 2 - moments.Rest / 2) / (sd / 2)) / 64, 1);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_correlation_has_no_unit(string kind)
    {
        var (values, other) = (Values(kind), Values("usual"));
        var found = CoMoments.Of([values, other], 64, Work.Alone).Correlation(0, 1);
        var unit = BinaryUnit.Of(values.Max(v => v / 4) - values.Min(v => v / 4));
        double[] measured = [.. values.Select(v => unit.Measure(v))];
        var (x, y) = (Exact(measured), Exact(other));
        var expected = measured.Zip(other, (a, b) => (a - x.Mean) / x.Sd * ((b - y.Mean) / y.Sd)).Sum() / 63;
        Assert.Equal(expected, found, 1e-6);
    }

    [Theory, InlineData("usual"), InlineData("1e155"), InlineData("1e150"), InlineData("-1e150"), InlineData("1e-170"), InlineData("subnormal")]
    public void Groups_are_found_whatever_the_unit(string kind)
    {
        double[] values = [.. Values(kind).Select((v, i) => kind == "subnormal" ? v + i % 2 * 1e-307 : v)];
        var points = Study.Of(new Matrix([values], 64), "x");
        var labels = new Hdbscan { MinCluster = 5, MinSamples = 2 }.Apply(points, OperatorExamples.Quiet).Labelings.Last().Storage;
        Assert.All(labels, (l, i) => Assert.Equal(labels[i % 2], l));
        Assert.NotEqual(labels[0], labels[1]);
    }

    [Fact]
    public void Equal_columns_far_apart_have_equal_scores()
    {
        double[] near = [.. Enumerable.Range(0, 2_000).Select(i => (double)(i * i % 10))];
        double[] far = [.. near.Select(v => 1e15 + v)];
        var points = Study.Of(new Matrix([near, far], 2_000), "near", "far");
        var scaled = new Scale { Method = ScalingMethod.Standard }.Apply(points, OperatorExamples.Quiet).Current.Matrix;
        for (var row = 0; row < 2_000; row++) Assert.Equal(scaled[row, 0], scaled[row, 1], 1e-12);
    }

    static double[] Values(string kind) => [.. Enumerable.Range(0, 64).Select(Columns[kind])];

    static Study StudyOf(string kind)
    {
        double[] x = Values(kind), y = Values("usual"), g = [.. Enumerable.Range(0, 64).Select(i => (double)(i % 3))];
        var study = Study.Empty.With(new NumberColumn("x", x, whole: false)).With(new NumberColumn("y", y, whole: false)).With(new NumberColumn("g", g, whole: true));
        return new Features { Columns = ["x", "y"] }.Apply(study, OperatorExamples.Quiet);
    }

    /// <summary>Mean and sd, exact but for the last rounding: all numbers are whole in units of 2⁻¹⁰⁷⁴.</summary>
    static (double Mean, double Sd) Exact(double[] values)
    {
        var whole = Array.ConvertAll(values, Whole);
        var (n, sum) = ((BigInteger)values.Length, whole.Aggregate((a, b) => a + b));
        var squares = whole.Aggregate(BigInteger.Zero, (total, w) => total + (w * n - sum) * (w * n - sum));
        return (Real(sum, n), Math.Exp((BigInteger.Log(squares) - BigInteger.Log(n * n * (n - 1))) / 2 - 1074 * Math.Log(2)));
    }

    static BigInteger Whole(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var (exponent, mantissa) = ((int)(bits >> 52 & 0x7FF), bits & 0xFFFFFFFFFFFFF);
        var whole = exponent == 0 ? mantissa : new BigInteger(mantissa | 1L << 52) << exponent - 1;
        return bits < 0 ? -whole : whole;
    }

    static double Real(BigInteger whole, BigInteger divisor)
    {
        var scaled = (whole << 200) / divisor;
        var beyond = Math.Max(0, (int)BigInteger.Abs(scaled).GetBitLength() - 900);
        return Math.ScaleB((double)(scaled >> beyond), beyond - 1274);
    }

    static void Near(double expected, double found, double size) =>
        Assert.True(Math.Abs(expected - found) <= size * 1e-9, $"{found:R}, not {expected:R}");
}
