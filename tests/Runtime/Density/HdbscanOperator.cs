using Runtime;
using Runtime.Operators.Cluster;
using Tests.Fixtures;

namespace Tests.Runtime.Density;

public sealed class HdbscanOperator
{
    [Fact]
    public void ItLabelsTheRowsAndKeepsItsModel()
    {
        var (study, results) = Run(new Hdbscan { MinCluster = 15, MinSamples = 5, As = "dense" }, Small.Read("blobs").Points());
        var labeling = study.Labeling("dense");
        var model = Assert.IsType<HdbscanModel>(study.Models.Find("dense"));
        Assert.Equal((3, 3), (labeling.Groups, model.Clusters));
        Assert.Equal(labeling.Sizes().Append(labeling.Ungrouped), results.OfType<Sheet>().Single().Columns.Single(c => c.Name == "size").Cells.Cast<int>());
        Assert.Equal(4, results.OfType<Sheet>().Single().Rows);
        Assert.Empty(results.OfType<Warning>());
    }

    [Fact]
    public void TheModelHasTheFiguresThatTheCheckPromised()
    {
        var step = new Hdbscan { MinCluster = 15 };
        var points = Small.Read("blobs").Points();
        var shape = step.Apply(Study.Of(points, "x", "y").Shape, new CheckContext());
        Assert.Equal(shape.Models[0].Metrics, Run(step, points).Study.Models[0].Metrics.Select(m => m.Name));
    }

    [Fact]
    public void NoClusterIsSaidWithAdvice()
    {
        var (study, results) = Run(new Hdbscan { MinCluster = 20, MinSamples = 10 }, Small.Read("factors7").Points());
        Assert.Equal(0, study.Labelings.ElementAt(0).Clusters);
        Assert.Contains("smaller `min_cluster`", Assert.Single(results.OfType<Warning>()).Hint);
    }

    [Theory, InlineData(50_000, 10_000, "`min_cluster` is 50000 but there are 10,000 rows."), InlineData(5, 1, "`min_cluster` is 5 but there is 1 row.")]
    public void TooFewRowsAreRefusedBeforeAndWhileRunning(int minCluster, int rows, string text)
    {
        var step = new Hdbscan { MinCluster = minCluster };
        var study = Study.Of(Matrix.OfRows([.. Enumerable.Range(0, rows).Select(i => new double[] { i })]), "x");
        var check = new CheckContext();
        step.Apply(study.Shape, check);
        Assert.Equal(text, Assert.Single(check.Complaints).Text);
        Assert.Equal(text, Assert.Throws<Refusal>(() => step.Apply(study, new RunContext())).Text);
    }

    [Fact]
    public void EqualPointsAreNamedAsTheReason()
    {
        var (study, results) = Run(new Hdbscan { MinCluster = 2 }, Matrix.OfRows([[1.0, 2], [1, 2], [1, 2], [1, 2], [1, 2], [1, 2], [1, 2]]));
        Assert.Equal(7, study.Labeling(study.Labelings.First().Name).Ungrouped);
        Assert.StartsWith("All points are equal", Assert.Single(results.OfType<Warning>()).Text);
    }

    [Fact]
    public void MoreSamplesThanRowsAreCutWithAWarning()
    {
        var (_, results) = Run(new Hdbscan { MinCluster = 2, MinSamples = 50 }, Matrix.OfRows([[0.0], [1], [5], [6]]));
        Assert.Contains("3 is used", results.OfType<Warning>().First().Text);
    }

    static (Study Study, List<Result> Results) Run(Hdbscan step, Matrix points)
    {
        var results = new List<Result>();
        var columns = Enumerable.Range(0, points.Columns).Select(j => $"x{j}").ToArray();
        return (step.Apply(Study.Of(points, columns), new RunContext { Sink = results.Add }), results);
    }
}
