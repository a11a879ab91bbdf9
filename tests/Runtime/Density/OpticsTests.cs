using System.Globalization;
using Runtime;
using Runtime.Numerics;
using Runtime.Numerics.Density;
using Runtime.Operators.Cluster;
using Tests.Look;

namespace Tests.Runtime.Density;

/// <summary>The order of OPTICS by its definition over all pairs, and the clusters of scikit-learn in given plots.</summary>
public sealed class OpticsTests
{
    /// <summary>Rows, columns, decimals that are kept (few make ties and equal rows), min_samples, max_eps.</summary>
    public static TheoryData<int, int, int, int, double> Sets => new()
    {
        { 300, 2, 9, 5, double.PositiveInfinity }, { 300, 2, 1, 5, double.PositiveInfinity }, { 300, 5, 9, 20, double.PositiveInfinity },
        { 200, 3, 0, 4, double.PositiveInfinity }, { 300, 2, 9, 5, 0.3 }, { 300, 2, 1, 6, 0.2 }, { 150, 1, 1, 2, double.PositiveInfinity },
        { 40, 2, 9, 40, double.PositiveInfinity }, { 400, 8, 9, 10, 2 }, { 2, 1, 9, 2, double.PositiveInfinity },
    };

    [Theory, MemberData(nameof(Sets))]
    public void Each_row_is_the_easiest_to_reach_of_those_that_are_left(int rows, int columns, int decimals, int minSamples, double maxEps)
    {
        var points = Draw(rows, columns, decimals);
        var order = ReachabilityOrder.Of(points, minSamples, maxEps, Work.Alone);
        var (at, plot, all) = (order.RowOrder(), order.Plot(), BruteForce.Rows(points));
        double[] cores = [.. BruteForce.Cores(all, minSamples - 1).Select(c => c <= maxEps ? c : double.PositiveInfinity)];
        Assert.Equal(Enumerable.Range(0, rows), at.Order());
        var best = Enumerable.Repeat(double.PositiveInfinity, rows).ToArray();
        var left = at.ToHashSet();
        for (var place = 0; place < rows; place++)
        {
            var row = at[place];
            Near(cores[row], order.CoreDistance(row));
            Near(cores[row], plot.Cores[place]);
            Near(best[row], plot.Reach[place]);
            Near(left.Min(r => best[r]), plot.Reach[place]);
            // With nothing in reach it goes on with the densest row that is left.
            if (double.IsInfinity(plot.Reach[place])) Near(left.Min(r => cores[r]), cores[row]);
            left.Remove(row);
            foreach (var other in left)
                if (BruteForce.Distance(all[row], all[other]) is var d && d <= maxEps)
                    best[other] = Math.Min(best[other], Math.Max(cores[row], d));
        }
    }

    static void Near(double expected, double actual)
    {
        if (double.IsInfinity(expected)) Assert.Equal(expected, actual);
        else Assert.Equal(expected, actual, 1e-9);
    }

    [Fact]
    public void A_plot_has_the_clusters_that_scikit_learn_takes_out_of_it()
    {
        foreach (var set in OpticsPlots.All)
        {
            var plot = new ReachabilityPlot(Numbers(set.Reach), Numbers(set.Cores), [.. Numbers(set.From).Select(p => (int)p)]);
            Assert.Equal(set.Cut, string.Join(' ', plot.Cut(set.Eps)));
            foreach (var (xi, labels) in set.Steep) Assert.Equal(labels, string.Join(' ', plot.Steep(xi, set.MinSamples, set.MinCluster)));
        }
    }

    static double[] Numbers(string text) =>
        [.. text.Split(' ').Select(n => n == "inf" ? double.PositiveInfinity : double.Parse(n, CultureInfo.InvariantCulture))];

    [Theory, InlineData(0.2), InlineData(0.35), InlineData(0.6)]
    public void A_cut_has_the_core_rows_together_that_a_radius_has_together(double eps)
    {
        var points = Draw(500, 2, 9);
        var order = ReachabilityOrder.Of(points, 6, double.PositiveInfinity, Work.Alone);
        var (cut, radius) = (OpticsClusters.Cut(order, eps), RadiusClusters.Of(points, eps, 6, Work.Alone));
        int[] cores = [.. Enumerable.Range(0, 500).Where(r => order.CoreDistance(r) <= eps)];
        Assert.Equal(radius.CoreRows, cores.Length);
        Assert.Equal(radius.Count, cut.Count);
        var (ours, theirs) = (cut.Rows(), radius.Label(points, Work.Alone));
        Assert.Equal(radius.Count, cores.Select(r => (ours[r], theirs[r])).Distinct().Count());
        Assert.All(Enumerable.Range(0, 500), r => Assert.True(ours[r] < 0 || theirs[r] >= 0));
    }

    [Fact]
    public void Valleys_of_two_densities_are_found_at_once_and_other_rows_join_them()
    {
        var study = Valleys();
        var ran = Ran.Of(new Optics { MinSamples = 10, Xi = 0.2 }, study);
        var labels = ((LabelColumn)ran.Study.Column("optics")).Storage;
        int Most(int from) => labels[from..(from + 200)].CountBy(l => l).MaxBy(c => c.Value).Key;
        Assert.Equal(2, new[] { Most(0), Most(200) }.Distinct().Count(l => l >= 0));
        var model = (OpticsModel)ran.Study.Models.Find("optics")!;
        var others = Matrix.OfRows([[0, 0], [20, 20], [500, 500]]);
        Assert.Equal([Most(0), Most(200), -1], model.Apply(others, Work.Alone).Labels);
        Assert.True(model.Found.Valleys[Most(0)].Least < model.Found.Valleys[Most(200)].Least);
        Assert.Equal(0, model.Restarts);
        Assert.Contains(ran.Results, r => r is global::Runtime.Charts.Figure { Name: "optics_plot" });
        var apart = Ran.Of(new Optics { MinSamples = 10, MaxEps = 8, Eps = 8 }, study);
        Assert.Equal(1, ((OpticsModel)apart.Study.Models.Find("optics")!).Restarts);
        Assert.Contains(apart.Remarks, r => r == "Within `max_eps` the rows fall into 2 parts that do not reach each other.");
    }

    [Fact]
    public void What_cannot_be_is_refused_in_words_and_nothing_found_is_said()
    {
        var study = Valleys();
        Assert.Contains("takes `eps` or `xi`, not both", Refused(new() { Eps = 1, Xi = 0.1 }, study));
        Assert.Contains("`eps` is above `max_eps`", Refused(new() { Eps = 2, MaxEps = 1 }, study));
        Assert.Contains("`min_cluster` is of `xi`", Refused(new() { Eps = 2, MinCluster = 9 }, study));
        Assert.Contains("`min_samples` is 500 but there are 400 rows.", Refused(new() { MinSamples = 500 }, study));
        Assert.Equal(["No cluster was found: every point is noise."], Ran.Of(new Optics { Eps = 1e-9 }, study).Warnings);
        Assert.Contains(Ran.Of(new Optics { Eps = 1e9 }, study).Remarks, r => r.StartsWith("All rows are one cluster.", StringComparison.Ordinal));
    }

    static string Refused(Optics step, Study study) => Assert.Throws<Refusal>(() => Ran.Of(step, study)).Text;

    /// <summary>200 rows close together about (0, 0), and 200 far from each other about (20, 20).</summary>
    static Study Valleys()
    {
        var random = new RandomStream(5, 1);
        return Study.Of(Matrix.OfRows([.. Enumerable.Range(0, 400).Select(i =>
            new[] { random.NextNormal() * (i < 200 ? 0.3 : 2) + (i < 200 ? 0 : 20), random.NextNormal() * (i < 200 ? 0.3 : 2) + (i < 200 ? 0 : 20) })]), "x", "y");
    }

    /// <summary>Three clouds of different spread.</summary>
    static Matrix Draw(int rows, int columns, int decimals)
    {
        var random = new RandomStream(11, rows, columns);
        double[] Row(int i) => [.. Enumerable.Range(0, columns).Select(_ => Math.Round(random.NextNormal() * (0.3 + i % 3) + i % 3 * 3, decimals))];
        return Matrix.OfRows([.. Enumerable.Range(0, rows).Select(Row)]);
    }
}
