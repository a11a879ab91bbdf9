using Runtime;
using Runtime.Numerics;
using Runtime.Numerics.Density;
using Runtime.Operators.Cluster;
using Runtime.Operators.Judge;
using Tests.Laws;
using Tests.Look;

namespace Tests.Runtime.Density;

/// <summary>Outlier scores, the nearest clusters of noise, and the steps about it.</summary>
public sealed class NoiseTests
{
    [Theory, InlineData(60, 5, 2), InlineData(200, 20, 3), InlineData(33, 40, 1)]
    public void Local_outlier_factors_are_those_of_the_definition(int count, int neighbors, int columns)
    {
        var rows = Rows(count, columns, 3);
        var k = Math.Min(neighbors, count - 1);
        var near = rows.Select((r, i) => Enumerable.Range(0, count).Where(j => j != i).OrderBy(j => Distance(r, rows[j])).Take(k).ToArray()).ToArray();
        double[] reach = [.. near.Select((n, i) => Distance(rows[i], rows[n[^1]]))];
        double[] density = [.. near.Select((n, i) => 1 / (n.Average(j => Math.Max(reach[j], Distance(rows[i], rows[j]))) + 1e-10))];
        var found = LocalOutlierFactor.Of(Matrix.OfRows(rows), neighbors, new Work(2));
        for (var i = 0; i < count; i++) Assert.Equal(near[i].Average(j => density[j] / density[i]), found[i], 1e-9);
    }

    /// <summary>Rows on whole numbers have many neighbours equally far.</summary>
    [Fact]
    public void Outlier_scores_do_not_depend_on_the_order_of_rows_or_the_threads()
    {
        var random = new RandomStream(5, 1);
        double[][] rows = [.. Enumerable.Range(0, 500).Select(i => new double[] { random.Next(12), random.Next(12) + (i == 0 ? 50 : 0) })];
        int[] order = [.. Enumerable.Range(0, 500).OrderBy(_ => random.NextBits())];
        var (a, b) = (Matrix.OfRows(rows), Matrix.OfRows([.. order.Select(r => rows[r])]));
        var (lof, glosh) = (LocalOutlierFactor.Of(a, 10, Work.Alone), DensityTree.Of(a, 5, Work.Alone).OutlierScores(5));
        Assert.Equal(order.Select(r => lof[r]), LocalOutlierFactor.Of(b, 10, new Work(3)));
        Assert.Equal(order.Select(r => glosh[r]), DensityTree.Of(b, 5, new Work(3)).OutlierScores(5));
        Assert.Equal(lof.Max(), lof[0]);
        Assert.Equal(glosh.Max(), glosh[0]);
        Assert.All(glosh, g => Assert.InRange(g, 0, 1));
    }

    [Fact]
    public void Equal_rows_and_single_ones_are_no_outliers()
    {
        Assert.Equal([1.0, 1, 1], LocalOutlierFactor.Of(Matrix.OfRows([[2], [2], [2]]), 2, Work.Alone));
        Assert.Equal([1.0], LocalOutlierFactor.Of(Matrix.OfRows([[2]]), 2, Work.Alone));
        Assert.Equal([0.0, 0, 0], DensityTree.Of(Matrix.OfRows([[2], [2], [2]]), 2, Work.Alone).OutlierScores(2));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void The_two_nearest_clusters_are_those_of_all_pairs(bool byDensity)
    {
        var rows = Rows(700, 3, 9);
        int[] labels = [.. Enumerable.Range(0, 700).Select(i => i % 5 - 1)];
        var points = Matrix.OfRows(rows);
        var cores = byDensity ? Enumerable.Range(0, 700).Select(DensityTree.Of(points, 6, Work.Alone).CoreDistance).ToArray() : null;
        var found = NearestClusters.Of(points, labels, cores, new Work(2));
        for (var i = 0; i < 700; i++)
        {
            if (labels[i] >= 0)
            {
                Assert.Equal(-1, found.Nearest[i]);
                continue;
            }
            var best = Enumerable.Range(0, 4).Select(c => Enumerable.Range(0, 700).Where(j => labels[j] == c)
                .Min(j => (Math.Max(Math.Max(cores?[i] ?? 0, cores?[j] ?? 0), Distance(rows[i], rows[j])), Distance(rows[i], rows[j]), c))).Order().ToArray();
            Assert.Equal(best[0].Item1, found.ToNearest[i], 1e-12);
            Assert.Equal(best[1].Item1, found.ToSecond[i], 1e-12);
            Assert.Equal((best[0].c, best[1].c), (found.Nearest[i], found.Second[i]));
        }
    }

    [Theory, InlineData(NoiseDistance.Density), InlineData(NoiseDistance.Nearest)]
    public void Noise_is_assigned_beside_the_labeling_that_it_comes_from(NoiseDistance by)
    {
        var study = TwoSquares();
        var ran = Ran.Of(new AssignNoise { Of = "dense", By = by, As = "whole" }, study);
        var (before, made) = ((LabelColumn)study.Column("dense"), (LabelColumn)ran.Study.Column("whole"));
        Assert.Equal(before.Content, ran.Study.Column("dense").Content);
        Assert.DoesNotContain(-1, made.Storage);
        Assert.All(Enumerable.Range(0, made.Rows).Where(r => before.Labels[r] >= 0), r => Assert.Equal(before.Labels[r], made.Labels[r]));
        var confidence = ((NumberColumn)ran.Study.Column("whole_confidence")).Storage;
        Assert.Equal(made.Strength, confidence);
        Assert.All(confidence, c => Assert.InRange(c, 0, 1));
        Assert.Equal(0, made.Labels[201]);
        Assert.Contains(ran.Remarks, r => r.StartsWith("4 noise rows of `dense` are in the nearest cluster in `whole`", StringComparison.Ordinal));
    }

    [Fact]
    public void Noise_is_explained_by_where_it_lies_and_what_it_has()
    {
        var ran = Ran.Of(new Noise { Labeling = "dense" }, TwoSquares());
        Assert.Equal(["0", "1"], ran.Cells("noise_near", "cluster"));
        Assert.Equal(["1 0", "1 0", "1 0", "0 1"], new[] { "edge", "bridge", "near", "far" }.Select(r => string.Join(' ', ran.Cells("noise_near", r))));
        var shares = ran.Results.OfType<Metric>().Where(m => m.Name is "edge" or "bridge" or "near" or "far").Sum(m => m.Value);
        Assert.Equal(1, shares, 1e-12);
        Assert.Contains(ran.Remarks, r => r.StartsWith("4 rows (2.0 %) are noise", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_noise_or_clusters_there_is_nothing_to_say()
    {
        var points = Study.Of(new Matrix([[1, 2, 3]], 3), "x");
        foreach (var labels in new int[][] { [0, 0, 0], [-1, -1, -1] })
            Assert.EndsWith(".", Assert.Throws<Refusal>(() => new Noise { Labeling = "dense" }.Apply(points.With(new LabelColumn("dense", labels, 1)), OperatorExamples.Quiet)).Hint);
        var none = Ran.Of(new AssignNoise { Of = "dense" }, points.With(new LabelColumn("dense", [-1, -1, -1], 0)));
        Assert.Contains("has no cluster", none.Warnings.Single());
    }

    [Fact]
    public void Arguments_of_the_other_method_are_refused()
    {
        var points = Study.Of(new Matrix([[1, 2, 3]], 3), "x");
        Assert.Contains("`method=lof`", Assert.Throws<Refusal>(() => new Outliers { Neighbors = 2 }.Apply(points, OperatorExamples.Quiet)).Text);
        Assert.Contains("`method=glosh`", Assert.Throws<Refusal>(() => new Outliers { Method = OutlierMethod.Lof, MinCluster = 2 }.Apply(points, OperatorExamples.Quiet)).Text);
    }

    /// <summary>
    /// Two squares of 100 rows each, a step apart; one row that equals one of the first, one beside it, one halfway to the second, one far away.
    /// </summary>
    static Study TwoSquares()
    {
        double[][] rows = [.. Enumerable.Range(0, 200).Select(i => new double[] { i % 10 + i / 100 * 12, i / 10 % 10 }), [4, 4], [-1, 4.5], [10.5, 4.5], [100, 4]];
        int[] labels = [.. Enumerable.Range(0, 200).Select(i => i / 100), -1, -1, -1, -1];
        return Study.Of(Matrix.OfRows(rows), "x", "y").With(new LabelColumn("dense", labels, 2));
    }

    static double[][] Rows(int count, int columns, long seed)
    {
        var random = new RandomStream(seed, count);
        return [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, columns).Select(_ => random.NextNormal() * (1 + i % 3)).ToArray())];
    }

    static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
}
