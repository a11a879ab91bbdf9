using Runtime;
using Runtime.Numerics.Statistics;
using Runtime.Numerics.Transforms;
using Runtime.Operators.Transform;
using Tests.Fixtures;
using Tests.Look;

namespace Tests.Transform;

/// <summary>Scaling, correlation and components of the small sets, as scikit-learn and numpy have them.</summary>
public sealed class TransformKnownAnswers
{
    public static TheoryData<string> Sets => Small.All;

    [Theory, MemberData(nameof(Sets))]
    public void Scaling_agrees_with_the_reference(string set)
    {
        var json = Small.Read(set);
        foreach (var method in Enum.GetValues<ScalingMethod>())
        {
            var expected = json.GetProperty("scale").GetProperty(Signature.SnakeCase(method.ToString()) + "_first").Rows();
            var scaled = Ran.Of(new Scale { Method = method }, Study(json.Points())).Study.Current;
            for (var r = 0; r < expected.Length; r++)
                for (var j = 0; j < expected[r].Length; j++) Assert.Equal(expected[r][j], scaled.Matrix[r, j], 1e-9);
        }
    }

    [Theory, MemberData(nameof(Sets))]
    public void Correlations_agree_with_the_reference(string set)
    {
        var json = Small.Read(set);
        var (points, expected) = (json.Points(), json.GetProperty("correlation").Rows());
        var found = CoMoments.Of([.. Enumerable.Range(0, points.Columns).Select(points.Column)], points.Rows, new Work(2));
        for (var i = 0; i < expected.Length; i++)
            for (var j = 0; j < expected.Length; j++) Assert.Equal(expected[i][j], found[i, j].Correlation, 1e-12);
    }

    [Theory, MemberData(nameof(Sets))]
    public void Components_agree_with_the_reference(string set)
    {
        var json = Small.Read(set);
        var (found, pca) = (PrincipalComponents.Fit(json.Points(), new Work(2)), json.GetProperty("pca"));
        var (variances, components) = (pca.GetProperty("explained_variance").Numbers(), pca.GetProperty("components").Rows());
        for (var c = 0; c < variances.Length; c++)
        {
            Assert.Equal(variances[c], found.Variances[c], 1e-10 * variances[0]);
            Assert.Equal(pca.GetProperty("ratio").Numbers()[c], found.Ratios[c], 1e-10);
            // Components of equal variance are any basis of their plane.
            if (!IsSingle(variances, c)) continue;
            for (var j = 0; j < components[c].Length; j++) Assert.Equal(components[c][j], found.Components[c][j], 1e-9);
        }
    }

    [Fact]
    public void Columns_that_mirror_each_other_have_a_first_component_that_rises()
    {
        var found = PrincipalComponents.Fit(new Matrix([[1, 2, 3], [3, 2, 1]], 3), Work.Alone);
        Assert.Equal([Math.Sqrt(0.5), -Math.Sqrt(0.5)], found.Components[0].Select(x => Math.Round(x, 12)), (a, b) => Math.Abs(a - b) < 1e-11);
        Assert.Equal(1, found.Rank);
    }

    static bool IsSingle(double[] variances, int c) =>
        variances.Where((_, other) => other != c).All(v => Math.Abs(v - variances[c]) > 1e-9 * variances[0]);

    static Study Study(Matrix points) =>
        global::Runtime.Study.Of(points, [.. Enumerable.Range(0, points.Columns).Select(j => $"x{j}")]);
}
