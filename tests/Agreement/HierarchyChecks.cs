using Runtime.Numerics.Agreement;
using Runtime.Numerics.Hierarchies;

namespace Agreement;

/// <summary>Agglomeration against fastcluster: all heights by their sum, the last 25 one by one, and labels at five clusters.</summary>
static class HierarchyChecks
{
    public static void All(BeyondSet set, AgreementTable table)
    {
        if (set.Part("agg") is not { } reference) return;
        foreach (var link in Enum.GetValues<Linkage>())
        {
            if (!reference.TryGetProperty(link.ToString().ToLowerInvariant(), out var theirs)) continue;
            var ours = Hierarchy.Of(set.Points, link, ReferenceSet.Context.Work);
            var sum = theirs.GetProperty("sum_of_heights").GetDouble();
            table.Add(set.Name, $"{link}, sum of heights", $"{ours.SumOfHeights:R}", Math.Abs(ours.SumOfHeights - sum) / sum, 1e-10);
            var last = theirs.GetProperty("last_heights").Numbers();
            var apart = Checks.Apart(last.Select((_, i) => ours.HeightTo(last.Length - i)), last);
            table.Add(set.Name, $"{link}, last {last.Length} heights", $"{ours.HeightTo(1):F6}", apart, 1e-9);
            var labels = set.Labels(theirs.GetProperty("k5").GetProperty("labels").GetString()!);
            var ari = AgreementMetric.Of("ari", ours.Cut(5, ReferenceSet.Context.Work).Labels, labels);
            table.Add(set.Name, $"{link}, 1 − ARI at five clusters", $"{ari:F6}", 1 - ari, 1e-12);
        }
    }
}
