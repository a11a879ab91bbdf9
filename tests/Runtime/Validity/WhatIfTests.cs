using Runtime;
using Runtime.Numerics;
using Runtime.Numerics.Transforms;
using Runtime.Operators.Cluster;
using Runtime.Operators.Data;
using Runtime.Operators.Judge;
using Runtime.Operators.Transform;
using Tests.Look;

namespace Tests.Runtime.Validity;

/// <summary>A labeling made again of other columns: clouds that differ in x, those that differ in y only, and a column of chance.</summary>
public sealed class WhatIfTests
{
    [Fact]
    public void What_is_made_again_is_what_the_steps_make_of_the_other_columns()
    {
        var study = Clouds().Then(new Features { Columns = ["x"] }, new Scale { Method = ScalingMethod.Standard, As = "scaled" },
            new KMeans { K = 2, As = "halves" });
        var ran = Ran.Of(new WhatIf { Add = ["y", "chance"], As = "wider" }, study);
        var byHand = Clouds().Then(new Features { Columns = ["x", "y", "chance"] }, new Scale { Method = ScalingMethod.Standard },
            new KMeans { K = 2 });
        Assert.Equal(byHand.Column("kmeans").Content, ran.Study.Column("wider").Content);
        Assert.Equal(byHand.Models.Find("kmeans")!.Content, ran.Study.Models.Find("wider")!.Content);
        Assert.Equal(["x", "y", "chance"], ((Clusterer)ran.Study.Models.Find("wider")!).Source);
        var less = Ran.Of(new WhatIf { Of = "wider", Drop = ["y", "chance"] }, ran.Study);
        var findings = (WhatIfFindings)less.Study.Models.Find("whatif")!;
        Assert.Equal(((WhatIfFindings)ran.Study.Models.Find("wider_change")!).Ari, findings.Ari);
        Assert.False(less.Study.Table!.Columns.Has("whatif"));
    }

    [Fact]
    public void Each_step_before_the_clustering_is_fitted_anew()
    {
        var study = Clouds().Then(new Features { Columns = ["x", "y"] }, new Scale { Method = ScalingMethod.Minmax }, new Pca { Variance = 0.9 },
            new Scale { Method = ScalingMethod.Standard }, new Agglomerate { K = 3 });
        var made = (Clusterer)study.Then(new WhatIf { Add = ["chance"], As = "wider" }).Models.Find("wider")!;
        var byHand = Clouds().Then(new Features { Columns = ["x", "y", "chance"] }, new Scale { Method = ScalingMethod.Minmax },
            new Pca { Variance = 0.9 }, new Scale { Method = ScalingMethod.Standard });
        Assert.Equal(byHand.Current.Chain.Select(m => m.Content), made.Chain.Select(m => m.Content));
    }

    [Fact]
    public void A_column_that_says_nothing_changes_little_and_is_needed_by_no_cluster()
    {
        var study = Clouds().Then(new Features { Columns = ["x", "y"] }, new Scale { Method = ScalingMethod.Standard }, new KMeans { K = 4 });
        var ran = Ran.Of(new WhatIf { Add = ["constant"] }, study);
        var found = (WhatIfFindings)ran.Study.Models.Find("whatif")!;
        Assert.Equal((1, 1, 0, 0, 4, 1, 0),
            (found.Ari, Math.Round(found.Ami, 12), found.MovedRows, found.Moved, found.Clusters, found.LeastJaccard, found.Needed));
        Assert.Contains(ran.Remarks, r => r.StartsWith("No cluster needs `constant`: at most 0.0 %", StringComparison.Ordinal));
        Assert.DoesNotContain(ran.Remarks, r => r.Contains("changed most"));
    }

    /// <summary>Two halves by x alone: half of the rows of a cluster leave it when they get any row's x, and none when they get its y.</summary>
    [Fact]
    public void A_cluster_needs_what_it_was_made_of_as_much_as_can_be_reckoned()
    {
        var study = Clouds().Then(new Features { Columns = ["x"] }, new KMeans { K = 2, As = "halves" });
        var ran = Ran.Of(new WhatIf { Add = ["constant"] }, study);
        foreach (var (x, none) in ran.Cells("whatif_needs", "x").Zip(ran.Cells("whatif_needs", "constant")))
        {
            Assert.InRange((double)x!, 0.45, 0.55);
            Assert.True(none is null or 0.0);
        }
        Assert.All(ran.Cells("whatif_needs", "give_or_take"), e => Assert.InRange((double)e!, 0.03, 0.05));
        Assert.Equal([null, null, 0.0, 0.0], ran.Cells("whatif_needs", "constant"));
    }

    [Fact]
    public void The_cluster_that_changed_most_is_the_one_that_is_split_and_merged()
    {
        int[] was = [0, 0, 0, 0, 1, 1, 1, 2, 2, -1], now = [1, 1, 1, 1, 0, 0, 2, 2, 2, -1];
        var change = new LabelingChange(Labeling.Of(new LabelColumn("was", was, 3)), Labeling.Of(new LabelColumn("now", now, 3)));
        Assert.Equal(1, change.Moved);
        Assert.Equal(new ChangedCluster(1, 3, 0, 2, 2.0 / 3, 2, 1), change.Clusters[1]);
        Assert.Equal([1.0, 2.0 / 3, 2.0 / 3], change.Clusters.Select(c => c.Jaccard));
        Assert.Equal(1, change.Most.Label);
    }

    [Theory, InlineData(1), InlineData(3)]
    public void Neither_the_order_of_rows_nor_the_threads_matter(int threads)
    {
        var study = Clouds().Then(new Features { Columns = ["x", "y"] }, new Scale { Method = ScalingMethod.Standard },
            new Hdbscan { MinCluster = 20, MinSamples = 5 });
        var turned = study.Take([.. Enumerable.Range(0, study.Rows).Reverse()]);
        var step = new WhatIf { Add = ["chance"], Sample = 50 };
        var (one, other) = (Ran.Of(step, study, 2), Ran.Of(step, turned, threads));
        Assert.Equal(one.Study.Models.Find("whatif")!.Content, other.Study.Models.Find("whatif")!.Content);
        Assert.Equal(one.Cells("whatif_needs", "chance"), other.Cells("whatif_needs", "chance"));
    }

    [Fact]
    public void What_cannot_be_asked_is_refused_in_words()
    {
        var study = Clouds().Then(new Features { Columns = ["x", "y"] }, new KMeans { K = 2 });
        Assert.Contains("`kmeans` was made with `x` already", Refused(new() { Add = ["x"] }, study));
        Assert.Contains("`kmeans` was made without `chance`", Refused(new() { Drop = ["chance"] }, study));
        Assert.Contains("has no column left", Refused(new() { Drop = ["x", "y"] }, study));
        Assert.Contains("`chance` is named twice", Refused(new() { Add = ["chance", "chance"] }, study));
        Assert.Contains("needs a column to add or to leave out", Refused(new(), study));
        Assert.Contains("`gaps` misses 1 of", Refused(new() { Add = ["gaps"] }, study));
        Assert.Contains("`word` holds text, and this needs numbers", Refused(new() { Add = ["word"] }, study));
        Assert.Contains("there is none yet", Refused(new() { Add = ["x"] }, Clouds()));
        Assert.Contains("`word` is no clustering", Refused(new() { Add = ["chance"], Of = "word" }, study));
        Assert.Contains("was not made by a clustering of this script",
            Refused(new() { Add = ["chance"], Of = "given" }, study.With(new LabelColumn("given", new int[study.Rows], 1))));
        Assert.Contains("has no cluster that could change", Refused(new() { Add = ["chance"] },
            study.With(new LabelColumn("kmeans", [.. Enumerable.Repeat(-1, study.Rows)], 0))));
        var many = Clouds().Then(new Features { Columns = ["x", "y"] }, new Pca { Components = 2 }, new KMeans { K = 2 });
        Assert.Contains("`pca components=2` cannot be done with the columns `x`", Refused(new() { Drop = ["y"] }, many));
    }

    static string Refused(WhatIf step, Study study) => Assert.Throws<Refusal>(() => Ran.Of(step, study)).Text;

    static Study Clouds()
    {
        const int Rows = 800;
        var random = new RandomStream(29, 1);
        double[] Column(Func<int, double> of) => [.. Enumerable.Range(0, Rows).Select(of)];
        Column[] columns =
        [
            new NumberColumn("x", Column(i => i % 2 * 20 + random.NextNormal()), whole: false),
            new NumberColumn("y", Column(i => i / 2 % 2 * 20 + random.NextNormal()), whole: false),
            new NumberColumn("chance", Column(_ => random.NextNormal()), whole: false),
            new NumberColumn("constant", Column(_ => 3), whole: true),
            new NumberColumn("gaps", Column(i => i == 7 ? double.NaN : i), whole: true),
            new TextColumn("word", new int[Rows], TextPool.Of(["a"])),
        ];
        return Study.Empty.With(new Table(new(columns), Rows)) with { Name = "clouds" };
    }
}
