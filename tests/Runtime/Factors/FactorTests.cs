using Runtime;
using Runtime.Numerics;
using Runtime.Numerics.Factors;
using Runtime.Operators.Transform;
using Tests.Fixtures;
using Tests.Laws;

namespace Tests.Runtime.Factors;

public sealed class FactorTests
{
    static readonly double[][] Known = [[0.8, 0], [0.7, 0.1], [0.6, 0.3], [0.1, 0.7], [0, 0.9], [0.2, 0.5], [0.5, 0.5]];

    /// <summary>Correlations that no few factors make.</summary>
    static readonly double[][] Rough = [.. Enumerable.Range(0, 6).Select(i => Enumerable.Range(0, 6).Select(j => i == j ? 1 : Math.Round(0.6 - 0.1 * Math.Abs(i - j) - (i * j % 4 == 1 ? 0.35 : 0), 2)).ToArray())];

    public static TheoryData<FactorMethod, RotationMethod> Ways
    {
        get
        {
            var all = new TheoryData<FactorMethod, RotationMethod>();
            foreach (var method in Enum.GetValues<FactorMethod>()) foreach (var rotation in Enum.GetValues<RotationMethod>()) all.Add(method, rotation);
            return all;
        }
    }

    [Theory, InlineData(FactorMethod.Ml), InlineData(FactorMethod.Minres)]
    public void A_model_that_holds_is_found(FactorMethod method)
    {
        var fit = FactorFit.Of(CorrelationMatrix.Of(Product(Known), 1000), 2, method, Work.Alone);
        Assert.Equal(0, fit.Objective, 1e-12);
        Assert.Equal(0, fit.Discrepancy, 1e-9);
        for (var j = 0; j < Known.Length; j++) Assert.Equal(1 - Known[j].Sum(l => l * l), fit.Uniquenesses[j], 1e-5);
        Assert.Empty(fit.Heywood);
        Assert.Equal(0, fit.Rmsea(1000), 1e-3);
    }

    /// <summary>No small move of the uniquenesses, and no other start, goes lower.</summary>
    [Theory, InlineData(FactorMethod.Ml), InlineData(FactorMethod.Minres)]
    public void What_is_found_is_a_minimum(FactorMethod method)
    {
        var correlations = CorrelationMatrix.Of(Rough, 500);
        var random = new RandomStream(3, 1);
        for (var factors = 1; factors <= FactorFit.MostFactors(6); factors++)
        {
            var fit = FactorFit.Of(correlations, factors, method, Work.Alone);
            for (var t = 0; t < 300; t++)
            {
                double size = Math.Pow(10, -4 * random.NextDouble());
                double[][] loadings = [.. fit.Loadings.Select(row => row.Select(l => l + size * (random.NextDouble() - 0.5)).ToArray())];
                double[] psi = [.. fit.Uniquenesses.Select(u => Math.Clamp(u + size * (random.NextDouble() - 0.5), FactorFit.Least, 1))];
                Assert.True(Objective(loadings, psi, method) >= fit.Objective - 1e-10, $"{factors} factors");
            }
            Assert.Equal(Objective(fit.Loadings, fit.Uniquenesses, method), fit.Objective, 1e-9);
        }
    }

    [Theory, MemberData(nameof(Ways))]
    public void A_rotation_changes_nothing_of_what_is_explained(FactorMethod method, RotationMethod rotation)
    {
        var fit = FactorFit.Of(CorrelationMatrix.Of(Product(Known), 1000), 2, method, Work.Alone);
        var turned = FactorRotation.Of(fit.Loadings, rotation);
        for (var i = 0; i < Known.Length; i++)
            for (var j = 0; j < Known.Length; j++)
                Assert.Equal(fit.Loadings[i].Zip(fit.Loadings[j], (a, b) => a * b).Sum(), Explained(turned, i, j), 1e-9);
        for (var f = 0; f < 2; f++) Assert.Equal(1, turned.Correlations[f][f], 1e-9);
        if (rotation is RotationMethod.None or RotationMethod.Varimax) Assert.Equal(0, turned.Correlations[0][1], 1e-12);
    }

    /// <summary>scikit-learn stops when its likelihood gains little, so its uniquenesses agree to three digits, and its likelihood is no better.</summary>
    [Theory, InlineData("factors7"), InlineData("mixture5")]
    public void Uniquenesses_are_those_of_scikit_learn(string name)
    {
        var set = Small.Read(name);
        var theirs = set.GetProperty("factor_analysis");
        var correlations = CorrelationMatrix.Of(set.Points(), Work.Alone);
        var fit = FactorFit.Of(correlations, theirs.GetProperty("factors").GetInt32(), FactorMethod.Ml, Work.Alone);
        var p = correlations.Columns;
        var likelihood = -0.5 * (p * Math.Log(2 * Math.PI) + fit.Discrepancy + correlations.LogDeterminant + p);
        Assert.True(likelihood >= theirs.GetProperty("mean_log_likelihood").GetDouble() - 1e-6);
        if (fit.Heywood.Count == 0)
            Assert.All(theirs.GetProperty("noise_variance").Numbers().Zip(fit.Uniquenesses), u => Assert.Equal(u.First, u.Second, 5e-3));
    }

    /// <summary>Known to have one factor a column after varimax.</summary>
    [Fact]
    public void Varimax_finds_simple_structure()
    {
        double[][] simple = [[0.9, 0], [0.8, 0], [0.7, 0], [0, 0.9], [0, 0.6], [0, 0.5]];
        var turned = FactorRotation.Of([.. simple.Select(r => new[] { 0.8 * r[0] + 0.6 * r[1], -0.6 * r[0] + 0.8 * r[1] })], RotationMethod.Varimax);
        for (var j = 0; j < 6; j++) for (var f = 0; f < 2; f++) Assert.Equal(simple[j][f], turned.Loadings[j][f], 1e-9);
    }

    [Theory, InlineData(3.841458820694124, 1, 0.05), InlineData(18.307038053275146, 10, 0.05), InlineData(838.0787595708514, 6, 9.1004347884e-178), InlineData(0.5, 4, 0.9735009788392561)]
    public void The_tail_of_a_chi_square_is_that_of_tables(double chi, int degrees, double tail) => Assert.Equal(1, ChiSquareTail.Of(chi, degrees) / tail, 1e-9);

    [Theory, InlineData(1, 0), InlineData(2, 0), InlineData(3, 1), InlineData(4, 1), InlineData(5, 2), InlineData(6, 3), InlineData(7, 3), InlineData(8, 4), InlineData(9, 5)]
    public void As_many_factors_as_Ledermann_allows(int columns, int factors) => Assert.Equal(factors, FactorFit.MostFactors(columns));

    [Fact]
    public void Parallel_analysis_sees_the_factors_of_many_rows()
    {
        Assert.Equal(2, ParallelAnalysis.Of(CorrelationMatrix.Of(Product(Known), 5_000), 1, Work.Alone).Factors);
        var few = ParallelAnalysis.Of(CorrelationMatrix.Of(Product(Known), 20), 1, Work.Alone);
        Assert.True(few.Random[0] > ParallelAnalysis.Of(CorrelationMatrix.Of(Product(Known), 5_000), 1, Work.Alone).Random[0]);
    }

    [Fact]
    public void Scores_correlate_with_what_made_the_columns()
    {
        var (study, truth) = Drawn(3_000);
        var made = new global::Runtime.Operators.Transform.Factors { N = 2, Rotate = RotationMethod.Varimax }.Apply(study, OperatorExamples.Quiet).Current;
        Assert.Equal(["f1", "f2"], made.Columns);
        double[] best = [.. Enumerable.Range(0, 2).Select(f => Enumerable.Range(0, 2).Max(g => Math.Abs(MathNet.Numerics.Statistics.Correlation.Pearson(truth[g], made.Matrix.Column(f)))))];
        Assert.All(best, r => Assert.True(r > 0.85, $"{r}"));
    }

    [Fact]
    public void What_has_no_common_factors_is_refused_in_words()
    {
        var (study, _) = Drawn(300);
        Assert.Contains("principal components", Refused(study.Then(new Pca())).Text);
        var points = study.Current;
        Assert.Contains("identify 3 factors at most: 4 would have −1 degrees", Refused(study, 4).Text);
        Matrix With(double[] column) => new([.. Enumerable.Range(0, 7).Select(points.Matrix.Column), column], study.Rows);
        double[] sum = [.. points.Matrix.Column(0).Zip(points.Matrix.Column(4), (a, b) => 2 * a - b)];
        Assert.Contains("One of `c0`, `c4` and `sum` follows", Refused(study.With(new Points("dependent", With(sum), [.. points.Columns, "sum"]))).Text);
        Assert.Contains("`flat` is constant", Refused(study.With(new Points("flat", With(new double[study.Rows]), [.. points.Columns, "flat"]))).Text);
        Assert.Contains("identify no common factor", Refused(Study.Of(points.Matrix.Take([0, 1, 2, 3]) is var m ? new Matrix([m.Column(0), m.Column(1)], 4) : m, "a", "b")).Text);
    }

    [Fact]
    public void A_Heywood_case_is_named()
    {
        var warnings = new List<Warning>();
        var (study, _) = Drawn(2_000);
        double[] twin = [.. study.Current.Matrix.Column(0).Select((x, i) => x + 1e-3 * Math.Sin(i))];
        var points = new Points("twins", new Matrix([study.Current.Matrix.Column(0), twin, study.Current.Matrix.Column(4)], 2_000), ["a", "twin", "c"]);
        new global::Runtime.Operators.Transform.Factors { N = 1 }.Apply(study.With(points), new RunContext { Sink = r => { if (r is Warning w) warnings.Add(w); } });
        Assert.Contains(warnings, w => w.Text.Contains("Heywood case"));
    }

    static Refusal Refused(Study study, int? n = null) =>
        Assert.Throws<Refusal>(() => new global::Runtime.Operators.Transform.Factors { N = n }.Apply(study, OperatorExamples.Quiet));

    static (Study Study, double[][] Truth) Drawn(int rows)
    {
        var random = new RandomStream(9, 4);
        double[][] truth = [.. Enumerable.Range(0, 2).Select(_ => new double[rows])], columns = [.. Known.Select(_ => new double[rows])];
        for (var row = 0; row < rows; row++)
        {
            foreach (var factor in truth) factor[row] = random.NextNormal();
            for (var j = 0; j < 7; j++)
                columns[j][row] = 3 + 2 * (Known[j][0] * truth[0][row] + Known[j][1] * truth[1][row] + Math.Sqrt(1 - Known[j].Sum(l => l * l)) * random.NextNormal());
        }
        return (Study.Of(new Matrix(columns, rows), [.. Enumerable.Range(0, 7).Select(j => $"c{j}")]), truth);
    }

    static double[][] Product(double[][] loadings) =>
        [.. loadings.Select((a, i) => loadings.Select((b, j) => i == j ? 1 : a.Zip(b, (x, y) => x * y).Sum()).ToArray())];

    static double Explained(FactorRotation rotation, int i, int j) =>
        (from a in Enumerable.Range(0, 2) from b in Enumerable.Range(0, 2) select rotation.Loadings[i][a] * rotation.Correlations[a][b] * rotation.Loadings[j][b]).Sum();

    /// <summary>The objective by its definition.</summary>
    static double Objective(double[][] loadings, double[] psi, FactorMethod method)
    {
        var model = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(6, 6, (i, j) => loadings[i].Zip(loadings[j], (a, b) => a * b).Sum() + (i == j ? psi[i] : 0));
        var data = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(6, 6, (i, j) => Rough[i][j]);
        return method == FactorMethod.Minres ? (data - model).PointwisePower(2).ColumnSums().Sum() / 2
            : Math.Log(model.Determinant()) - Math.Log(data.Determinant()) + (model.Inverse() * data).Trace() - 6;
    }
}
