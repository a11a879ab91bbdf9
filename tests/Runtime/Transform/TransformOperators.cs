using Runtime;
using Runtime.Charts;
using Runtime.Numerics.Transforms;
using Runtime.Operators.Transform;
using Tests.Look;
using Scale = Runtime.Operators.Transform.Scale;

namespace Tests.Transform;

public sealed class TransformOperators
{
    static readonly Study Plane = Study.Of(new([[0, 1, 2, 3], [0, 2, 4, 6], [5, 5, 5, 5]], 4), "x", "y", "flat");

    [Theory, InlineData(ScalingMethod.Minmax), InlineData(ScalingMethod.Standard), InlineData(ScalingMethod.Robust)]
    public void A_constant_column_becomes_zero_with_a_warning(ScalingMethod method)
    {
        var ran = Ran.Of(new Scale { Method = method, As = "scaled" }, Plane);
        Assert.Equal(new double[4], ran.Study.Current.Matrix.Column(2));
        Assert.Equal(["`flat` is constant: scaled, every value is 0."], ran.Warnings);
        Assert.Equal(("scaled", "x"), (ran.Study.Current.Name, ran.Study.Current.Columns[0]));
    }

    [Fact]
    public void A_column_whose_quartiles_are_equal_is_only_shifted_by_robust_scaling()
    {
        var ran = Ran.Of(new Scale { Method = ScalingMethod.Robust }, Study.Of(new([[3, 3, 3, 3, 9]], 5), "x"));
        Assert.Equal([0, 0, 0, 0, 6], ran.Study.Current.Matrix.Column(0));
        Assert.Single(ran.Warnings);
    }

    [Fact]
    public void A_range_beyond_the_largest_number_is_refused() =>
        Assert.Throws<Refusal>(() => Ran.Of(new Scale { Method = ScalingMethod.Minmax }, Study.Of(new([[-1.7e308, 1.7e308]], 2), "x")));

    [Fact]
    public void Nothing_to_scale_is_refused() =>
        Assert.Throws<Refusal>(() => Ran.Of(new Scale { Method = ScalingMethod.Minmax }, Study.Of(new([[]], 0), "x")));

    [Fact]
    public void Pca_keeps_the_fewest_components_that_hold_the_share()
    {
        var study = Study.Of(new([[-3, 3, 0, 0], [0, 0, -1, 1]], 4), "x", "y");
        Assert.Equal(["pc1"], Ran.Of(new Pca { Variance = 0.9 }, study).Study.Current.Columns);
        Assert.Equal(["pc1", "pc2"], Ran.Of(new Pca { Variance = 0.95 }, study).Study.Current.Columns);
        var ran = Ran.Of(new Pca(), study);
        Assert.Equal(0.9, (double)ran.Cells("pca_ratios", "cumulative")[0]!, 1e-15);
        Assert.Equal(1.0, ran.Cells("pca_ratios", "cumulative")[1]);
        Assert.Equal([-3, 3, 0, 0], ran.Study.Current.Matrix.Column(0));
        Assert.Equal(["2 of 2 components keep 100.0 % of the variance."], ran.Remarks);
        Assert.Equal(ran.Cells("pca_ratios", "cumulative"), ran.Figure("pca_scree").Marks<LineMark>().Single().Y!.Select(v => (object)v));
        Assert.Equal([("components", 2), ("variance", 1)], ran.Study.Models.Find("pca")!.Metrics.Select(m => (m.Name, m.Value)));
    }

    [Fact]
    public void Whitened_components_have_variance_one()
    {
        var scores = Ran.Of(new Pca { Whiten = true }, Study.Of(new([[-3, 3, 0, 0], [0, 0, -1, 1]], 4), "x", "y")).Study.Current.Matrix;
        for (var c = 0; c < 2; c++) Assert.Equal(1, global::Runtime.Numerics.Statistics.Moments.Of(scores[c]).Variance(1), 1e-14);
    }

    [Fact]
    public void Columns_that_follow_from_others_are_warned_of_and_cannot_be_whitened()
    {
        Assert.Single(Ran.Of(new Pca(), Plane).Warnings);
        Assert.Equal(nameof(Pca.Whiten), Assert.Throws<Refusal>(() => Ran.Of(new Pca { Whiten = true }, Plane)).Argument);
        Assert.Equal(["pc1"], Ran.Of(new Pca { Variance = 1, Whiten = true }, Plane).Study.Current.Columns);
    }

    public static TheoryData<double[][], string> Lacks => new()
    {
        { [[0, 1, 2, 3], [0, 2, 4, 6], [5, 5, 5, 5]], "Only 1 component of 3 has any variance: `c` is constant, and some columns follow from others." },
        { [[-3, 3, 0, 0], [0, 0, -1, 1], [5, 5, 5, 5]], "Only 2 components of 3 have any variance: `c` is constant." },
        { [[0, 1, 2, 3], [0, 2, 4, 6]], "Only 1 component of 2 has any variance: some columns follow from others." },
        {
            [[-3e9, 3e9, 0, 0], [0, 0, -1e-9, 1e-9]],
            "Only 1 component of 2 has any variance: beside the largest the others are lost to rounding, which is a matter of units."
        },
    };

    [Theory, MemberData(nameof(Lacks))]
    public void Why_components_have_no_variance_is_said(double[][] columns, string warning)
    {
        string[] names = ["a", "b", "c"];
        Assert.Equal([warning], Ran.Of(new Pca(), Study.Of(new(columns, 4), names[..columns.Length])).Warnings);
    }

    [Fact]
    public void Points_without_variance_are_refused()
    {
        Assert.Throws<Refusal>(() => Ran.Of(new Pca(), Study.Of(new([[1, 1], [2, 2]], 2), "x", "y")));
        Assert.Throws<Refusal>(() => Ran.Of(new Pca(), Study.Of(new([[1], [2]], 1), "x", "y")));
    }

    [Theory]
    [InlineData(0.5, 1, nameof(Pca.Variance))]
    [InlineData(null, 4, nameof(Pca.Components))]
    public void Bad_arguments_are_refused_before_and_at_the_run(double? variance, int? components, string argument)
    {
        var pca = new Pca { Variance = variance, Components = components };
        var check = new CheckContext();
        pca.Apply(Plane.Shape, check);
        Assert.Equal(argument, Assert.Single(check.Complaints).Argument);
        Assert.Equal(argument, Assert.Throws<Refusal>(() => Ran.Of(pca, Plane)).Argument);
    }

    [Fact]
    public void The_shape_knows_the_columns_when_it_can()
    {
        Assert.Equal(["pc1", "pc2"], new Pca { Components = 2 }.Apply(Plane.Shape, new()).Current!.Columns);
        Assert.Null(new Pca { Variance = 0.5 }.Apply(Plane.Shape, new()).Current!.Columns);
        Assert.Equal(3, new Pca().Apply(Plane.Shape, new()).Current!.Columns!.Count);
        Assert.Equal(["x", "y", "flat"], new Scale { Method = ScalingMethod.Robust }.Apply(Plane.Shape, new()).Current!.Columns);
    }
}
