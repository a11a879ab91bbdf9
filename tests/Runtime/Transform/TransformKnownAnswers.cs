using Runtime;
using Runtime.Numerics;
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

    [Fact]
    public void Of_more_columns_than_rows_they_are_those_of_the_covariance_matrix()
    {
        var (n, d, random) = (12, 120, new RandomStream(3));
        double[][] columns = [.. Enumerable.Range(0, d).Select(j => Enumerable.Range(0, n).Select(_ => j + random.NextNormal()).ToArray())];
        var found = PrincipalComponents.Fit(new Matrix(columns, n), new Work(2));
        double[][] centred = [.. columns.Select(c => c.Select(x => x - c.Average()).ToArray())];
        double Covariance(int i, int j) => centred[i].Zip(centred[j], (x, y) => x * y).Sum() / (n - 1);
        Assert.Equal(n - 1, found.Rank);
        Assert.Equal(Enumerable.Range(0, d).Sum(j => Covariance(j, j)), found.Variances.Sum(), 1e-9);
        foreach (var (loadings, variance) in found.Components.Zip(found.Variances))
        {
            Assert.Equal(1, loadings.Sum(x => x * x), 1e-12);
            for (var i = 0; i < d; i++)
                Assert.Equal(variance * loadings[i], Enumerable.Range(0, d).Sum(j => Covariance(i, j) * loadings[j]), 1e-9);
        }
    }

    static bool IsSingle(double[] variances, int c) =>
        variances.Where((_, other) => other != c).All(v => Math.Abs(v - variances[c]) > 1e-9 * variances[0]);

    static Study Study(Matrix points) =>
        global::Runtime.Study.Of(points, [.. Enumerable.Range(0, points.Columns).Select(j => $"x{j}")]);
}
