using Runtime;
using Runtime.Charts;
using Runtime.Numerics.Transforms;
using Runtime.Operators.Cluster;
using Runtime.Operators.Data;
using Runtime.Operators.Transform;
using Tests.Look;

namespace Tests.Embedding;

/// <summary>What `umap` says, draws and refuses, and what is said of clusters found in it.</summary>
public sealed class UmapOperator
{
    static readonly Study Points = Study.Empty.Then(
        new Load { File = new InputFile("sample:spotify", "sample:spotify"), Rows = 400 },
        new Features { Columns = [new ColumnRef("danceability"), new ColumnRef("energy"), new ColumnRef("valence")] },
        new Scale { Method = ScalingMethod.Standard });

    [Fact]
    public void It_judges_itself_and_says_what_cannot_be_read_from_it()
    {
        var ran = Ran.Of(new Umap { Epochs = 100 }, Points);
        Assert.Contains(ran.Remarks, r => r.StartsWith("Of a row's 15 nearest neighbours ", StringComparison.Ordinal) && r.Contains("trustworthiness 0."));
        Assert.Contains(ran.Remarks, r => r.Contains("How far apart groups are, how large and how dense says nothing"));
        var model = (UmapModel)ran.Study.Models[^1];
        Assert.InRange(model.NeighborsKept, 0.3, 1);
        Assert.InRange(model.Trustworthiness, 0.9, 1);
        Assert.Equal(["neighbors_kept", "neighbors_kept_error", "trustworthiness", "trustworthiness_error"], model.Metrics.Select(m => m.Name));
        Assert.Equal("umap1, no unit", ran.Figure("umap_map").Scales[0].Title);
        Assert.Equal(["umap1", "umap2"], ran.Study.Current.Columns);
    }

    [Fact]
    public void Equal_rows_have_one_place_and_that_is_said()
    {
        var matrix = Points.Current.Matrix.Take([.. Enumerable.Range(0, 100), 3, 3, 4]);
        var ran = Ran.Of(new Umap { Epochs = 20 }, Study.Of(matrix, "a", "b", "c"));
        Assert.Contains(ran.Remarks, r => r == "3 rows equal others and have their places: 100 differ and were laid out.");
        var made = ran.Study.Current.Matrix;
        Assert.Equal(made[3, 0], made[101, 0]);
    }

    [Fact]
    public void Clusters_found_in_it_are_warned_of()
    {
        var laid = Points.Then(new Umap { Epochs = 20 });
        foreach (Operator op in (Operator[])[new Hdbscan { MinCluster = 20 }, new KMeans { K = 3 }])
        {
            Assert.Contains(Ran.Of(op, laid).Warnings, w => w.StartsWith("`umap` keeps neighbours together, not distances", StringComparison.Ordinal));
            Assert.Contains(Ran.Of(op, laid.Then(new Scale { Method = ScalingMethod.Standard, })).Warnings, w => w.StartsWith("`umap` keeps", StringComparison.Ordinal));
            Assert.DoesNotContain(Ran.Of(op, Points).Warnings, w => w.Contains("keeps neighbours"));
        }
    }

    [Fact]
    public void Where_no_row_is_nearer_than_another_it_is_refused()
    {
        Assert.Contains("All rows of `points` are the same", Refused(new Umap(), new Matrix([[1, 1, 1], [2, 2, 2]], 3)));
        Assert.Contains("at least two rows", Refused(new Umap(), new Matrix([[1], [2]], 1)));
    }

    [Fact]
    public void More_neighbours_than_rows_that_differ_are_told_of()
    {
        var ran = Ran.Of(new Umap { Epochs = 5 }, Study.Of(new Matrix([[0, 1, 2, 2], [0, 5, 1, 1]], 4), "a", "b"));
        Assert.Contains(ran.Warnings, w => w.StartsWith("Only 3 rows differ, and `neighbors` is 15", StringComparison.Ordinal));
    }

    [Fact]
    public void What_it_draws_of_many_rows_is_a_density()
    {
        var many = Study.Of(Points.Current.Matrix.Take([.. Enumerable.Range(0, 6_000).Select(i => i % 400)]), "a", "b", "c");
        Assert.IsType<DensityMark>(Ran.Of(new Umap { Epochs = 5 }, many).Figure("umap_map").Panels[0].Marks[0]);
    }

    static string Refused(Umap op, Matrix matrix) => Assert.Throws<Refusal>(() =>
        op.Apply(Study.Of(matrix, [.. Enumerable.Range(0, matrix.Columns).Select(j => $"x{j}")]), new RunContext())).Text;
}
