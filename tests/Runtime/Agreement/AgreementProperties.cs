using CsCheck;
using Runtime.Numerics.Agreement;

namespace Tests.Agreement;

public sealed class AgreementProperties
{
    static readonly Gen<(int[] A, int[] B)> Labelings =
        from n in Gen.Int[1, 60]
        from k in Gen.Int[0, 6]
        from a in Gen.Int[-1, k].Array[n]
        from b in Gen.Int[-1, 3].Array[n]
        select (a, b);

    static readonly string[] Symmetric = ["ami", "ari", "nmi", "v", "fowlkes_mallows"];

    [Fact]
    public void Most_metrics_are_symmetric() => Labelings.Sample(x =>
    {
        foreach (var metric in Symmetric)
            Assert.Equal(AgreementMetric.Of(metric, x.A, x.B), AgreementMetric.Of(metric, x.B, x.A), 1e-12);
        Assert.Equal(AgreementMetric.Of("homogeneity", x.A, x.B), AgreementMetric.Of("completeness", x.B, x.A), 1e-12);
    });

    [Fact]
    public void Names_of_labels_do_not_matter() => Labelings.Sample(x =>
    {
        var renamed = Array.ConvertAll(x.A, l => (l + 2) * -1_000_003 % 77);
        foreach (var metric in AgreementMetric.All)
            Assert.Equal(metric.Value(Contingency.Of(x.A, x.B)), metric.Value(Contingency.Of(renamed, x.B)), 1e-12);
    });

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => Labelings.Sample(x =>
    {
        foreach (var metric in AgreementMetric.All)
            Assert.Equal(AgreementMetric.Of(metric.Name, x.A, x.B), AgreementMetric.Of(metric.Name, [.. x.A.Reverse()], [.. x.B.Reverse()]));
    });

    [Fact]
    public void Equal_labelings_agree_fully() => Labelings.Sample(x =>
    {
        var pairs = x.A.GroupBy(l => l).Any(g => g.Count() > 1);
        foreach (var metric in AgreementMetric.All)
            if (pairs || metric.Name != "fowlkes_mallows") Assert.Equal(1, AgreementMetric.Of(metric.Name, x.A, x.A), 1e-12);
    });

    [Fact]
    public void No_metric_is_above_one_or_not_a_number() => Labelings.Sample(x =>
    {
        foreach (var metric in AgreementMetric.All) Assert.InRange(AgreementMetric.Of(metric.Name, x.A, x.B), -1, 1);
    });

    [Fact]
    public void Tables_of_parts_merge_into_the_table_of_all() => Labelings.Sample(x =>
    {
        var cut = x.A.Length / 3;
        var merged = Contingency.Of(x.A.AsSpan(0, cut), x.B.AsSpan(0, cut)).Merge(Contingency.Of(x.A.AsSpan(cut), x.B.AsSpan(cut)));
        var whole = Contingency.Of(x.A, x.B);
        Assert.Equal(whole.Cells, merged.Cells);
        Assert.Equal(whole.RowSizes, merged.RowSizes);
        Assert.Equal(whole.ColumnSizes, merged.ColumnSizes);
    });

    [Fact]
    public void Far_apart_labels_are_counted_like_near_ones() => Labelings.Sample(x =>
    {
        int[] spread = [int.MinValue, -1, 0, 5, 1_000_000, 2_000_000_000, int.MaxValue - 1, int.MaxValue];
        var far = Contingency.Of(Array.ConvertAll(x.A, l => spread[l + 1]), Array.ConvertAll(x.B, l => spread[l + 1]));
        var near = Contingency.Of(x.A, x.B);
        Assert.Equal(near.Cells.Select(c => (spread[c.RowLabel + 1], spread[c.ColumnLabel + 1], c.Count)), far.Cells.Select(c => (c.RowLabel, c.ColumnLabel, c.Count)));
    });

    [Fact]
    public void A_matching_uses_every_cluster_once_and_no_noise() => Labelings.Sample(x =>
    {
        var matches = Matching.Of(Contingency.Of(x.A, x.B));
        Assert.Equal(matches.Count, matches.Select(m => m.RowLabel).Distinct().Count());
        Assert.Equal(matches.Count, matches.Select(m => m.ColumnLabel).Distinct().Count());
        Assert.DoesNotContain(matches, m => m.RowLabel < 0 || m.ColumnLabel < 0);
    });

    [Fact]
    public void Expected_information_is_the_same_on_any_number_of_threads()
    {
        long[] rows = [.. Enumerable.Range(1, 200).Select(i => (long)i * 37)];
        long[] columns = [.. Enumerable.Range(1, 200).Select(i => (long)(201 - i) * 37)];
        Assert.Equal(ExpectedMutualInformation.Of(rows, columns, new Work(1)), ExpectedMutualInformation.Of(rows, columns, new Work(2)));
    }
}
