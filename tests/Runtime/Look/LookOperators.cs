using Runtime;
using Runtime.Charts;
using Runtime.Numerics;
using Runtime.Numerics.Statistics;
using Runtime.Operators.Draw;
using Runtime.Operators.Look;

namespace Tests.Look;

public sealed class LookOperators
{
    static readonly Study Mixed = Ran.Table(
        Ran.Numbers("a", 1, 2, 3, 4, double.NaN),
        Ran.Text("t", "x", "y", "x", null, "z"),
        Ran.Numbers("flat", 7, 7, 7, 7, 7),
        Ran.Numbers("b", 2, 4, 6, 8.5, 1),
        Ran.Numbers("none", double.NaN, double.NaN, double.NaN, double.NaN, double.NaN));

    [Fact]
    public void Describe_leaves_out_missing_values_and_gives_texts_no_numbers()
    {
        var ran = Ran.Of(new Describe(), Mixed);
        Assert.Equal(["a", "t", "flat", "b", "none"], ran.Cells("describe", "column"));
        Assert.Equal([4, 4, 5, 5, 0], ran.Cells("describe", "count"));
        Assert.Equal([1, 1, 0, 0, 5], ran.Cells("describe", "missing"));
        Assert.Equal([4, 3, 1, 5, 0], ran.Cells("describe", "distinct"));
        Assert.Equal([1.75, null, 7.0, 2.0, null], ran.Cells("describe", "q25"));
        Assert.Equal([2.5, null, 7.0, 4.3, null], ran.Cells("describe", "mean"));
        Assert.Equal(Math.Sqrt(5.0 / 3), (double)ran.Cells("describe", "sd")[0]!, 1e-15);
        Assert.Equal([null, "x", null, null, null], ran.Cells("describe", "most_frequent"));
    }

    [Fact]
    public void Describe_takes_the_columns_it_is_given_in_their_order() =>
        Assert.Equal(["b", "a"], Ran.Of(new Describe { Columns = [new("b"), new("a")] }, Mixed).Cells("describe", "column"));

    [Fact]
    public void One_row_has_no_spread_and_says_nothing_instead() =>
        Assert.Equal([null], Ran.Of(new Describe(), Ran.Table(Ran.Numbers("a", 3))).Cells("describe", "sd"));

    [Fact]
    public void An_empty_table_is_refused()
    {
        var empty = Ran.Table(Ran.Numbers("a"));
        foreach (Operator op in new Operator[] { new Describe(), new Top { Column = new("a") } })
            Assert.NotNull(Assert.Throws<Refusal>(() => Ran.Of(op, empty)).Hint);
    }

    [Fact]
    public void Missing_names_what_is_empty()
    {
        var ran = Ran.Of(new Missing(), Mixed);
        Assert.Equal([1, 1, 5], ran.Cells("missing", "missing"));
        Assert.Equal([0.2, 0.2, 1.0], ran.Cells("missing", "share"));
        Assert.Equal(["3 of 5 columns have missing values."], ran.Remarks);
        Assert.Equal(["`none` has no value at all."], ran.Warnings);
        var whole = Ran.Of(new Missing(), Ran.Table(Ran.Numbers("a", 1, 2)));
        Assert.Equal(["No missing values in 1 column."], whole.Remarks);
        Assert.Empty(whole.Results.OfType<Sheet>());
    }

    [Fact]
    public void Top_counts_shares_of_the_values_that_are_there()
    {
        var ran = Ran.Of(new Top { Column = new("t"), N = 2 }, Mixed);
        Assert.Equal(["x", "y"], ran.Cells("top_t", "value"));
        Assert.Equal([2, 1], ran.Cells("top_t", "count"));
        Assert.Equal([0.5, 0.25], ran.Cells("top_t", "share"));
        Assert.Equal([2.0, 1.0], ran.Figure("top_t").Marks<BarMark>().Single().Lengths);
        Assert.Contains("`t` is missing in 1 row; these are not counted.", ran.Remarks);
        Assert.Throws<Refusal>(() => Ran.Of(new Top { Column = new("none") }, Mixed));
    }

    [Fact]
    public void Top_by_a_labeling_counts_in_each_cluster_with_noise_last()
    {
        var study = Mixed.With(new LabelColumn("kinds", [1, 1, 1, 0, -1], 2));
        var ran = Ran.Of(new Top { Column = new("t"), By = new("kinds") }, study);
        Assert.Equal(["1", "1", "noise"], ran.Cells("top_t_by_kinds", "cluster"));
        Assert.Equal([1, 2, 1], ran.Cells("top_t_by_kinds", "rank"));
        Assert.Equal(["x", "y", "z"], ran.Cells("top_t_by_kinds", "value"));
        Assert.Equal([1, -1], ran.Figure("top_t_by_kinds").Panels.Select(p => p.Hue!.Number));
    }

    [Fact]
    public void Correlate_leaves_cells_of_constant_columns_empty_and_warns()
    {
        var ran = Ran.Of(new Correlate(), Mixed);
        Assert.Equal(["a", "flat", "b", "none"], ran.Cells("correlation", "column"));
        Assert.Equal([null, null, null, null], ran.Cells("correlation", "flat"));
        Assert.Equal(10.75 / Math.Sqrt(5 * 23.1875), (double)ran.Cells("correlation", "b")[0]!, 1e-15);
        Assert.Equal(1.0, ran.Cells("correlation", "a")[0]);
        Assert.Equal(["`flat` and `none` are constant and correlate with nothing."], ran.Warnings);
        Assert.Contains("Strongest correlations: `a`/`b` 1.00.", ran.Remarks);
        Assert.Contains(ran.Remarks, r => r.StartsWith("Rows with a missing value are left out pair by pair", StringComparison.Ordinal));
    }

    static readonly double[][] Waves =
    [
        [.. Enumerable.Range(0, 400).Select(i => Math.Round(10 * Math.Sin(i * 1.7)))],
        [.. Enumerable.Range(0, 400).Select(i => Math.Round(10 * Math.Cos(i * 1.3) + Math.Round(10 * Math.Sin(i * 1.7)) / 4))],
        [.. Enumerable.Range(0, 400).Select(i => Math.Sin(i * i * 0.37))],
    ];

    /// <summary>scipy 1.10.1, spearmanr and kendalltau; the last pair without the rows where 7 leaves 3.</summary>
    [Theory]
    [InlineData(CorrelationMethod.Spearman, 0.26542928322914866, 0.026578520596426028, 0.2605653286544283)]
    [InlineData(CorrelationMethod.Kendall, 0.19342626373526123, 0.0187807081090205, 0.19079360448735605)]
    public void Correlations_of_order_are_those_of_scipy(CorrelationMethod method, double manyTies, double fewTies, double withGaps)
    {
        var gaps = Waves[1].Select((y, i) => i % 7 == 3 ? double.NaN : y).ToArray();
        var study = Ran.Table(Ran.Numbers("x", Waves[0]), Ran.Numbers("y", Waves[1]), Ran.Numbers("z", Waves[2]), Ran.Numbers("gaps", gaps), Ran.Numbers("flat", new double[400]));
        var ran = Ran.Of(new Correlate { Method = method }, study);
        Assert.Equal(manyTies, (double)ran.Cells("correlation", "x")[1]!, 1e-12);
        Assert.Equal(fewTies, (double)ran.Cells("correlation", "z")[0]!, 1e-12);
        Assert.Equal(withGaps, (double)ran.Cells("correlation", "gaps")[0]!, 1e-12);
        Assert.Equal(1.0, ran.Cells("correlation", "z")[2]);
        Assert.Equal([null, null, null, null, null], ran.Cells("correlation", "flat"));
    }

    [Fact]
    public void Kendalls_exchanges_are_those_of_all_pairs()
    {
        var (concordant, x, y) = (0, Waves[0], Waves[2]);
        for (var i = 0; i < 400; i++) for (var j = 0; j < i; j++) concordant += Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j]);
        var tied = x.GroupBy(v => v).Sum(g => (long)g.Count() * (g.Count() - 1) / 2);
        Assert.Equal(concordant / Math.Sqrt(79_800 - tied) / Math.Sqrt(79_800), RankCorrelation.Kendall(x, y), 1e-14);
    }

    [Fact]
    public void Of_many_columns_the_strongest_pairs_are_shown_and_no_matrix()
    {
        var random = new RandomStream(5);
        Column[] columns = [.. Enumerable.Range(0, 130).Select(c => Ran.Numbers($"c{c}", [.. Enumerable.Range(0, 40).Select(_ => random.NextNormal())]))];
        columns[99] = Ran.Numbers("c99", [.. ((NumberColumn)columns[7]).Storage.Select((v, i) => i == 3 ? double.NaN : -2 * v)]);
        var (one, two) = (Ran.Of(new Correlate(), Ran.Table(columns), 1), Ran.Of(new Correlate(), Ran.Table(columns), 2));
        Assert.Equal(100, one.Cells("correlation", "other").Length);
        Assert.Equal(("c7", "c99", 39L), ((string)one.Cells("correlation", "column")[0]!, (string)one.Cells("correlation", "other")[0]!, Convert.ToInt64(one.Cells("correlation", "rows")[0]!)));
        Assert.Equal(-1, (double)one.Cells("correlation", "correlation")[0]!, 1e-15);
        Assert.Equal(one.Cells("correlation", "correlation"), two.Cells("correlation", "correlation"));
        Assert.Equal(one.Cells("correlation", "other"), two.Cells("correlation", "other"));
    }

    [Fact]
    public void Correlate_prefers_the_current_points_to_the_table()
    {
        var study = Mixed.With(new Points("p", new([[1, 2, 3, 4, 5], [5, 4, 3, 2, 1]], 5), ["u", "v"]));
        Assert.Equal(-1, (double)Ran.Of(new Correlate(), study).Cells("correlation", "u")[1]!, 1e-15);
    }

    [Fact]
    public void Correlate_refuses_a_single_column_before_and_at_the_run()
    {
        var check = new CheckContext();
        var study = Ran.Table(Ran.Numbers("a", 1, 2), Ran.Text("t", "x", "y"));
        new Correlate().Apply(study.Shape, check);
        Assert.True(check.Failed);
        Assert.Throws<Refusal>(() => Ran.Of(new Correlate(), study));
    }

    [Fact]
    public void Means_name_what_sets_a_cluster_apart()
    {
        var study = Study.Of(new([[0, 0, 0, 10, 10, 5], [1, 2, 3, 1, 2, 3]], 6), "x", "y").With(new LabelColumn("l", [0, 0, 0, 1, 1, -1], 2));
        var ran = Ran.Of(new Means { By = new("l") }, study);
        Assert.Equal(["0", "1", "noise"], ran.Cells("means_points_by_l", "cluster"));
        Assert.Equal([3L, 2L, 1L], ran.Cells("means_points_by_l", "size"));
        Assert.Equal([0.0, 10.0, 5.0], ran.Cells("means_points_by_l", "x"));
        // Mean 25/6, squares about it 120.83: sd 4.916; 0 is 25/3 below the rest, 10 is 35/4 above.
        Assert.Equal(["`l` 0 (50.0 %) against the rest: low `x` (−1.7 sd).", "`l` 1 (33.3 %) against the rest: high `x` (+1.8 sd), low `y` (−0.8 sd)."], ran.Remarks);
        // The first row stands for all.
        Assert.Equal([Hue.Strong, Hue.Cluster(0), Hue.Cluster(1), Hue.Cluster(-1)], ran.Figure("means_points_by_l").Scale<BandScale>("row").Hues!);
    }

    [Fact]
    public void Means_of_one_cluster_are_near_the_rest_in_everything() =>
        Assert.Equal(["`l` 0 (100.0 %): near the rest in every column."],
            Ran.Of(new Means { By = new("l") }, Study.Of(new([[1, 2]], 2), "x").With(new LabelColumn("l", [0, 0], 1))).Remarks);

    [Fact]
    public void Names_that_are_not_there_are_refused_with_those_that_are()
    {
        var study = Mixed.With(new Points("p", new([new double[5]], 5), ["u"])).With(new LabelColumn("l", new int[5], 1));
        foreach (var op in new Operator[]
        {
            new Describe { Columns = [new("q")] },
            new Top { Column = new("q") },
            new Top { Column = new("t"), By = new("q") },
            new Means { By = new("q") },
            new Means { Of = new("q"), By = new("l") },
            new PairPlot { Of = new("q") },
            new PairPlot { Color = new("q") },
            new global::Runtime.Operators.Judge.Compare { Labelings = [new("l"), new("q")] },
        })
        {
            var refusal = Assert.Throws<Refusal>(() => Ran.Of(op, study));
            Assert.Contains("`q`", refusal.Text, StringComparison.Ordinal);
            Assert.Matches("^The .* (is|are) `", refusal.Hint);
        }
    }
}
