using Runtime;
using Runtime.Numerics;
using Runtime.Numerics.Validity;
using Runtime.Operators.Judge;
using Tests.Fixtures;
using Tests.Laws;
using Tests.Look;

namespace Tests.Runtime.Validity;

public sealed class ValidityTests
{
    /// <summary>Rows, groups, columns: less and more than a vector, a stretch and a tile of each.</summary>
    public static TheoryData<int, int, int> Sizes => new() { { 3, 2, 1 }, { 40, 5, 2 }, { 41, 3, 3 }, { 700, 2, 2 }, { 2_600, 2, 1 }, { 300, 90, 2 } };

    [Theory, MemberData(nameof(Sizes))]
    public void Silhouettes_are_those_of_the_definition_on_any_number_of_threads(int count, int groups, int columns)
    {
        var (rows, labels) = Made(count, groups, columns);
        var naive = NaiveScores.Silhouettes(rows, labels);
        var found = Silhouettes.Of(Matrix.OfRows(rows), labels, groups, Work.Alone);
        for (var i = 0; i < count; i++) Assert.Equal(naive[i], found.Values[i], 1e-12);
        Assert.Equal(found.Values, Silhouettes.Of(Matrix.OfRows(rows), labels, groups, new Work(3)).Values);
        if (count > 1_000) return;
        var (separation, diameter) = NaiveScores.Dunn(rows, labels);
        Assert.Equal(separation, found.Separation, 1e-12);
        Assert.Equal(diameter, found.Diameter, 1e-12);
    }

    [Theory, MemberData(nameof(Small.All), MemberType = typeof(Small))]
    public void Scores_are_those_of_scikit_learn(string name)
    {
        var set = Small.Read(name);
        var (points, labels, metrics) = (set.Points(), set.GetProperty("kmeans").GetProperty("labels").Integers(), set.GetProperty("metrics"));
        var groups = labels.Max() + 1;
        // There distances come from products of rows, which lose half of their digits where rows are near or far from zero.
        Assert.Equal(metrics.GetProperty("silhouette_b").GetDouble(), Silhouettes.Of(points, labels, groups, new Work(2)).Values.Average(), 1e-9);
        var scores = CentroidScores.Of(points, labels, groups, new Work(2));
        var ch = metrics.GetProperty("calinski_harabasz_b").GetDouble();
        Assert.Equal(ch, scores.CalinskiHarabasz, 1e-11 * ch);
        Assert.Equal(metrics.GetProperty("davies_bouldin_b").GetDouble(), scores.DaviesBouldin, 1e-9);
    }

    [Fact]
    public void Rows_of_a_sample_have_the_silhouettes_that_they_have_among_all()
    {
        var (rows, labels) = Made(600, 4, 3);
        var all = Silhouettes.Of(Matrix.OfRows(rows), labels, 4, Work.Alone).Values;
        var some = Silhouettes.Sampled(Matrix.OfRows(rows), labels, 4, 100, 7, new Work(2));
        Assert.Equal(100, some.Count(s => !double.IsNaN(s)));
        Assert.All(some.Zip(all).Where(p => !double.IsNaN(p.First)), p => Assert.Equal(p.Second, p.First, 1e-12));
    }

    [Theory, InlineData(30, 2, 2), InlineData(120, 3, 3), InlineData(97, 4, 5)]
    public void Density_validity_is_that_of_the_formula(int count, int groups, int columns)
    {
        var (rows, labels) = Made(count, groups, columns);
        var found = DensityValidity.Of(Matrix.OfRows(rows), labels, groups, new Work(2));
        Assert.Equal(NaiveScores.Dbcv(rows, labels), found.Value, 1e-9);
    }

    /// <summary>On whole numbers nearly all edges are equally long to others.</summary>
    [Fact]
    public void No_score_depends_on_the_order_of_rows()
    {
        var random = new RandomStream(9, 1);
        double[][] rows = [.. Enumerable.Range(0, 400).Select(i => new double[] { random.Next(8) + i % 3 * 9, random.Next(8), random.Next(3) })];
        int[] labels = [.. Enumerable.Range(0, 400).Select(i => i % 7 == 0 ? -1 : i % 3)];
        int[] order = [.. Enumerable.Range(0, 400).OrderBy(_ => random.NextBits())];
        double[][] shuffled = [.. order.Select(r => rows[r])];
        int[] moved = [.. order.Select(r => labels[r])];
        var (a, b) = (Matrix.OfRows(rows), Matrix.OfRows(shuffled));
        Assert.Equal(DensityValidity.Of(a, labels, 3, Work.Alone).Value, DensityValidity.Of(b, moved, 3, new Work(3)).Value);
        var (straight, other) = (Silhouettes.Of(a, labels, 3, Work.Alone), Silhouettes.Of(b, moved, 3, new Work(3)));
        Assert.Equal(order.Select(r => straight.Values[r]), other.Values);
        Assert.Equal((straight.Separation, straight.Diameter), (other.Separation, other.Diameter));
        Assert.Equal(CentroidScores.Of(a, labels, 3, Work.Alone), CentroidScores.Of(b, moved, 3, new Work(3)));
    }

    [Fact]
    public void Dense_groups_far_apart_are_valid_and_halves_of_one_cloud_are_not()
    {
        var random = new RandomStream(11, 1);
        double[][] rows = [.. Enumerable.Range(0, 600).Select(i => new[] { random.NextNormal() + i % 2 * 30, random.NextNormal() })];
        int[] apart = [.. Enumerable.Range(0, 600).Select(i => i % 2)], halves = [.. rows.Select((r, i) => i % 2 == 0 && r[1] > 0 ? 1 : 0)];
        Assert.True(DensityValidity.Of(Matrix.OfRows(rows), apart, 2, Work.Alone).Value > 0.8);
        Assert.True(DensityValidity.Of(Matrix.OfRows(rows), halves, 2, Work.Alone).Value < 0);
    }

    [Fact]
    public void Equal_rows_and_single_ones_have_scores()
    {
        var points = Matrix.OfRows([[0, 0], [0, 0], [5, 5]]);
        int[] labels = [0, 0, 1];
        var silhouettes = Silhouettes.Of(points, labels, 2, Work.Alone);
        Assert.Equal([1.0, 1, 0], silhouettes.Values);
        Assert.True(double.IsPositiveInfinity(silhouettes.Dunn));
        Assert.Equal(1, DensityValidity.Of(points, labels, 2, Work.Alone).Value, 1e-12);
        var equal = Silhouettes.Of(Matrix.OfRows([[1], [1], [1]]), labels, 2, Work.Alone);
        Assert.Equal([0.0, 0, 0], equal.Values);
    }

    [Fact]
    public void A_judgement_has_figures_a_chart_and_words_that_tell_of_noise()
    {
        var (rows, labels) = Made(200, 3, 2);
        var study = Study.Of(Matrix.OfRows(rows), "x", "y").With(new LabelColumn("dense", [.. labels.Select((l, i) => i < 20 ? -1 : l)], 3));
        var ran = Ran.Of(new JudgeLabeling { Labeling = "dense" }, study);
        Assert.Equal(["0", "1", "2"], ran.Cells("judge_clusters", "cluster"));
        Assert.Contains(ran.Remarks, r => r.StartsWith("20 rows (10.0 %) that are noise are left out of all scores but DBCV", StringComparison.Ordinal));
        Assert.Equal(3, ran.Figure("judge_silhouettes").Legend.Count);
        var counted = Ran.Of(new JudgeLabeling { Labeling = "dense", Noise = NoiseRows.Label, Against = "dense2" }, study.With(new LabelColumn("dense2", labels, 3)));
        Assert.Equal(["0", "1", "2", "noise"], counted.Cells("judge_clusters", "cluster"));
        Assert.Contains(counted.Remarks, r => r.Contains("(purity)", StringComparison.Ordinal));
    }

    [Theory, InlineData(0, "no cluster"), InlineData(1, "one cluster")]
    public void Less_than_two_clusters_are_refused(int clusters, string text)
    {
        var study = Study.Of(new Matrix([[1, 2, 3]], 3), "x").With(new LabelColumn("dense", clusters == 0 ? [-1, -1, -1] : [0, 0, -1], clusters));
        var refusal = Assert.Throws<Refusal>(() => new JudgeLabeling { Labeling = "dense" }.Apply(study, OperatorExamples.Quiet));
        Assert.Contains(text, refusal.Text);
        Assert.EndsWith(".", refusal.Hint);
    }

    static (double[][] Rows, int[] Labels) Made(int count, int groups, int columns)
    {
        var random = new RandomStream(17, count, groups);
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i < groups ? i : random.Next(groups))];
        return ([.. labels.Select(l => Enumerable.Range(0, columns).Select(c => random.NextNormal() + l * 1.5 * (c % 2)).ToArray())], labels);
    }
}
