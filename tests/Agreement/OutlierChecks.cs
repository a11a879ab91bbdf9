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

    static void Hold(BeyondSet set, string what, double[] ours, double[] theirs, AgreementTable table)
    {
        var differ = ours.Zip(theirs, (a, b) => Math.Abs(a - b) > Same).Count(d => d) / (double)ours.Length;
        table.Add(set.Name, $"{what}, share of rows that differ", $"{ours.Sum():F6}", differ, Ties);
    }
}
