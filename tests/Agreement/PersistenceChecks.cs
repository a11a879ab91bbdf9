using System.Text.Json;
using Runtime.Numerics.Agreement;
using Runtime.Numerics.Density;

namespace Agreement;

/// <summary>The leaves of all smallest sizes at once against fast_hdbscan's PLSCAN: totals, layers, and the labels that are picked.</summary>
static class PersistenceChecks
{
    const int Least = 5;

    /// <summary>
    /// The package merges edges of equal weight two at a time, in an order that follows the rows; pipe cuts them together. Of the 10,000 rows
    /// both pick the same three clusters, whose totals are a row apart (5e-4).
    /// </summary>
    const double Order = 1e-3, Border = 0.02;

    /// <summary>
    /// What is picked is made by equal edges: on htru2 the package's rule picks 21, 35, 37 or 39 clusters with 5 neighbours in four orders of
    /// them, and the reference 16; with 20 there is no peak, and clusters of five rows are left.
    /// </summary>
    static readonly HashSet<(string, int)> Free = [("htru2", 5), ("htru2", 20)];

    public static void All(BeyondSet set, AgreementTable table)
    {
        if (set.Part("plscan") is not { } part) return;
        foreach (var one in part.EnumerateObject().Where(p => p.Name.StartsWith("min_samples_", StringComparison.Ordinal)))
            Hold(set, one.Value, one.Value.GetProperty("min_samples").GetInt32(), table);
    }

    static void Hold(BeyondSet set, JsonElement theirs, int samples, AgreementTable table)
    {
        var (work, tree) = (ReferenceSet.Context.Work, DensityTree.Of(set.Points, samples, ReferenceSet.Context.Work));
        var found = tree.Persistence(Least);
        var peaks = found.Peaks();
        var picked = peaks.Count > 0 ? peaks[0] : found.LayerAt(Least);
        var layers = theirs.GetProperty("layers");
        var highest = layers.EnumerateArray().MaxBy(l => l.GetProperty("persistence").GetDouble());
        var (total, clusters) = (highest.GetProperty("persistence").GetDouble(), highest.GetProperty("clusters").GetInt32());
        var ours = tree.Extract(new Extraction(picked.MinCluster, ClusterMethod.Leaf), work).Labels;
        var ari = AgreementMetric.Of("ari", ours, set.Labels(theirs.GetProperty("picked").GetProperty("labels").GetString()!));
        var (where, text) = ($"persistence {samples}", $"{picked.Clusters} of {Text(peaks)}, theirs {Text(layers)}");
        table.Add(set.Name, $"{where}, has a peak", text, peaks.Count > 0 == total > 0 ? 0 : 1, 0);
        if (Free.Contains((set.Name, samples))) return;
        table.Add(set.Name, $"{where}, clusters picked", $"{picked.Clusters}", Math.Abs(picked.Clusters - clusters), 0);
        table.Add(set.Name, $"{where}, total, relative", $"{picked.Persistence:F4}", Math.Abs(picked.Persistence / total - 1), Order);
        table.Add(set.Name, $"{where}, 1 − ARI of labels", $"{ari:F6}", 1 - ari, Border);
    }

    static string Text(IReadOnlyList<LeafLayer> layers) => string.Join(' ', layers.Select(l => l.Clusters).OrderDescending());

    static string Text(JsonElement layers) => string.Join(' ', layers.EnumerateArray().Select(l => l.GetProperty("clusters").GetInt32()));
}
