using Runtime.Numerics.Agreement;
using Tests.Fixtures;

namespace Tests.Agreement;

/// <summary>Agreement of the reference's own labels, as scikit-learn has it.</summary>
public sealed class AgreementKnownAnswers
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var set in Small.Names) foreach (var metric in AgreementMetric.All.Names) cases.Add(set, metric);
        return cases;
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_metric_agrees_with_the_reference(string set, string metric)
    {
        var json = Small.Read(set);
        var a = json.GetProperty("hdbscan")[0].GetProperty("labels").Integers();
        var b = json.GetProperty("kmeans").GetProperty("labels").Integers();
        Assert.Equal(json.GetProperty("metrics").GetProperty(metric).GetDouble(), AgreementMetric.Of(metric, a, b), 1e-12);
    }

    /// <summary>Worked by hand: pairs together in both 2, in the first 4, in the second 3 (of 15).</summary>
    [Fact]
    public void The_rand_index_of_six_rows_is_as_worked_by_hand()
    {
        var table = Contingency.Of([0, 0, 0, 1, 1, 2], [5, 5, 7, 8, 8, 9]);
        Assert.Equal((2 - 4 * 2 / 15.0) / ((4 + 2) / 2.0 - 4 * 2 / 15.0), RandIndex.Adjusted(table), 1e-15);
        Assert.Equal(Math.Sqrt(2 / 4.0 * (2 / 2.0)), RandIndex.FowlkesMallows(table), 1e-15);
    }

    [Fact]
    public void A_billion_rows_do_not_overflow()
    {
        var half = Contingency.Of([0, 1], [0, 1]);
        var mixed = Contingency.Of([0, 1], [1, 0]);
        var table = half.Merge(half).Merge(half).Merge(mixed);
        for (var doubling = 0; doubling < 28; doubling++) table = table.Merge(table);
        Assert.Equal(8L << 28, table.Total);
        // Of each cluster three quarters stay together: (p − ½)/(1 − ½) with p = (¾)² + (¼)² pairs in the limit.
        Assert.Equal(0.25, RandIndex.Adjusted(table), 1e-8);
        Assert.InRange(MutualInformation.Adjusted(table), 0.18, 0.19);
    }
}
