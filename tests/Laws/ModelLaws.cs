using Runtime;
using Runtime.Operators.Data;
using Runtime.Storage;

namespace Tests.Laws;

/// <summary>Fit and apply are apart: what a model says of the rows that it was fitted to is what its step made.</summary>
public sealed class ModelLaws
{
    public static TheoryData<string, string, string> Examples => OperatorExamples.All;

    [Theory, MemberData(nameof(Examples))]
    public void Applied_to_what_it_was_fitted_to_a_model_gives_what_its_step_made(string name, string after, string script)
    {
        var (op, before) = OperatorExamples.Of(after, script);
        var study = op.Apply(before, OperatorExamples.Quiet);
        foreach (var model in op is Predict ? [] : Change.Between(before, study).Models)
        {
            if (model is Projection projection) Same(projection, before, study);
            else if (model is Clusterer clusterer) Same(clusterer, before, study);
            else if (model is ColumnModel columns) Same(columns, before, study);
            else if (model is Findings) Assert.NotEmpty(model.Metrics);
            else Assert.Fail($"A model of `{name}` cannot be applied.");
        }
    }

    [Theory, MemberData(nameof(Examples))]
    public void Saved_and_read_again_a_model_is_the_same_to_the_last_bit(string name, string after, string script)
    {
        var (op, before) = OperatorExamples.Of(after, script);
        var study = op.Apply(before, OperatorExamples.Quiet);
        foreach (var model in op is Predict ? [] : Change.Between(before, study).Models.Where(m => m is not Findings))
        {
            var file = Path.GetTempFileName();
            using (var stream = File.Create(file)) ModelFile.Write(stream, [SavedModel.Of(study, model.Name)]);
            var read = ModelFile.Read(file, new Work(2)).Single();
            File.Delete(file);
            Assert.True(model.Content == read.Model.Content, name);
            var again = read.Apply(before, Work.Alone);
            if (model is Clusterer) Assert.Equal(study.Column(model.Name).Content, again.Column(model.Name).Content);
            else if (model is Projection) Assert.Equal(study.PointsOf(model.Name).Content, again.PointsOf(model.Name).Content);
            else Assert.All(Change.Between(before, study).Columns, c => Assert.Equal(c.Content, again.Column(c.Name).Content));
        }
    }

    [Fact]
    public void What_a_file_applied_can_be_saved_again()
    {
        var (op, before) = OperatorExamples.Of("", "predict sample:sounds as heard");
        var study = op.Apply(before, OperatorExamples.Quiet);
        using var again = new MemoryStream();
        ModelFile.Write(again, [SavedModel.Of(study, "heard")]);
        Assert.Contains("\"chain\": [\n        {", System.Text.Encoding.UTF8.GetString(again.ToArray()).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_file_of_models_is_read_or_refused_in_words_wherever_it_is_damaged()
    {
        var (op, before) = OperatorExamples.Of("scale minmax | sample 60 | hdbscan min_cluster=5 as d", "kmeans k=2 as k");
        var study = op.Apply(before, OperatorExamples.Quiet);
        using var written = new MemoryStream();
        ModelFile.Write(written, [SavedModel.Of(study, "d"), SavedModel.Of(study, "k")]);
        var (text, file, random) = (System.Text.Encoding.UTF8.GetString(written.ToArray()), Path.GetTempFileName(), new Random(1));
        for (var i = 0; i < 400; i++)
        {
            var at = random.Next(text.Length);
            File.WriteAllText(file, i % 3 == 0 ? text[..at] : i % 3 == 1 ? text.Remove(at, 1) : text[..at] + (char)random.Next(32, 127) + text[(at + 1)..]);
            try
            {
                ModelFile.Read(file, Work.Alone);
            }
            catch (Refusal refusal)
            {
                Assert.NotNull(refusal.Hint);
            }
        }
        File.Delete(file);
    }

    [Fact]
    public void Points_know_the_chain_that_made_them()
    {
        var (op, before) = OperatorExamples.Of("scale minmax | pca variance=0.9", "scale standard as last");
        var study = op.Apply(before, OperatorExamples.Quiet);
        var points = study.PointsOf("last");
        Assert.Equal(["scale", "pca", "last"], points.Chain.Select(m => m.Name));
        var again = points.Chain.Aggregate(new Matrix([.. points.Source.Select(c => ((NumberColumn)study.Column(c)).Storage)], study.Rows), (x, model) => model.Apply(x, Work.Alone));
        Assert.Equal(points.Matrix.Content, again.Content);
    }

    [Fact]
    public void A_density_model_puts_other_rows_where_they_would_join()
    {
        var (op, before) = OperatorExamples.Of("scale minmax", "hdbscan min_cluster=20 min_samples=5");
        var study = op.Apply(before, OperatorExamples.Quiet);
        var (model, labels, points) = ((Clusterer)study.Models[^1], study.Labelings.Last(), before.Current.Matrix);
        var moved = new Matrix([.. Enumerable.Range(0, points.Columns).Select(j => Array.ConvertAll(points.Column(j), v => v + 1e-9))], points.Rows);
        var (near, _) = model.Apply(moved, Work.Alone);
        Assert.True(near.Zip(labels.Storage).Count(p => p.First == p.Second) > 0.97 * near.Length);
        var (far, strength) = model.Apply(new Matrix([[9], [9], [9], [9]], 1), Work.Alone);
        Assert.Equal((-1, 0.0), (far[0], strength![0]));
    }

    static void Same(Projection model, Study before, Study study)
    {
        Assert.Equal(before.Current.Columns, model.Inputs);
        var points = study.PointsOf(model.Name);
        Assert.Equal(points.Columns, model.Outputs);
        Assert.Equal(points.Matrix.Content, model.Apply(before.Current.Matrix, Work.Alone).Content);
    }

    static void Same(Clusterer model, Study before, Study study)
    {
        // A step may make points of its own, of other columns than the current ones are made of.
        if (model.Source.Equals(before.Current.Source)) Assert.Equal(before.Current.Columns, model.Inputs);
        var source = new Matrix([.. model.Source.Select(c => ((NumberColumn)before.Column(c)).Storage)], before.Rows);
        var points = model.Chain.Aggregate(source, (fitted, step) => step.Apply(fitted, Work.Alone));
        var made = (LabelColumn)study.Column(model.Name);
        var (labels, strength) = model.Apply(points, new Work(2));
        Assert.Equal(made.Storage, labels);
        Assert.Equal(made.Strength, strength);
    }

    static void Same(ColumnModel model, Study before, Study study) => Assert.All(
        model.Apply(before.Loaded, Work.Alone), column => Assert.Equal(study.Column(column.Name).Content, column.Content));
}
