using Runtime.Numerics.Agreement;
using Runtime.Numerics.Density;

namespace Agreement;

/// <summary>Local outlier factors against scikit-learn and GLOSH against hdbscan, row by row.</summary>
static class OutlierChecks
{
    /// <summary>
    /// The share of rows that may differ. Where several rows are equally far, scikit-learn takes some of them as neighbours and pipe all; where
    /// edges are equally long, hdbscan merges two at a time and pipe all at once.
    /// </summary>
    const double Ties = 0.02;

    const double Same = 1e-6;

    public static void All(BeyondSet set, AgreementTable table)
    {
        var work = ReferenceSet.Context.Work;
        if (set.Part("outlier") is { } outlier && outlier.TryGetProperty("lof_20", out var lof) && lof.TryGetProperty("values", out var file))
            Hold(set, "LOF 20", LocalOutlierFactor.Of(set.Points, 20, work), set.Values(file.GetString()!), table);
        if (set.Part("dbcv") is not { } dbcv || !dbcv.TryGetProperty("glosh", out var glosh)) return;
        var (name, parameters) = (glosh.GetProperty("values").GetString()!, dbcv.GetProperty("relative_validity"));
        var (minCluster, minSamples) = (parameters.GetProperty("min_cluster_size").GetInt32(), parameters.GetProperty("min_samples").GetInt32());
        Hold(set, $"GLOSH {minCluster} {minSamples}", DensityTree.Of(set.Points, minSamples, work).OutlierScores(minCluster), set.Values(name), table);
    }

    /// <summary>Clusters by a radius: the reference puts border rows where they are reached first, which may be elsewhere.</summary>
    public static void Radius(BeyondSet set, AgreementTable table)
    {
        if (set.Part("density") is not { } density) return;
        foreach (var part in density.EnumerateObject().Where(p => p.Name.StartsWith("dbscan_", StringComparison.Ordinal)))
        {
            var (eps, samples) = (part.Value.GetProperty("eps").GetDouble(), part.Value.GetProperty("min_samples").GetInt32());
            var found = RadiusClusters.Of(set.Points, eps, samples, ReferenceSet.Context.Work);
            var (ours, theirs) = (found.Label(set.Points, ReferenceSet.Context.Work), set.Labels(part.Value.GetProperty("labels").GetString()!));
            table.Add(set.Name, $"{part.Name}, core rows", $"{found.CoreRows}", Math.Abs(found.CoreRows - part.Value.GetProperty("core").GetInt32()), 0);
            table.Add(set.Name, $"{part.Name}, clusters", $"{found.Count}", Math.Abs(found.Count - theirs.Max() - 1), 0);
            table.Add(set.Name, $"{part.Name}, rows that are noise in one", "", ours.Zip(theirs, (a, b) => a < 0 != b < 0).Count(d => d), 0);
            var ari = AgreementMetric.Of("ari", ours, theirs);
            table.Add(set.Name, $"{part.Name}, 1 − ARI", $"{ari:F6}", 1 - ari, 0.01);
        }
    }

    static void Hold(BeyondSet set, string what, double[] ours, double[] theirs, AgreementTable table)
    {
        var differ = ours.Zip(theirs, (a, b) => Math.Abs(a - b) > Same).Count(d => d) / (double)ours.Length;
        table.Add(set.Name, $"{what}, share of rows that differ", $"{ours.Sum():F6}", differ, Ties);
    }
}
