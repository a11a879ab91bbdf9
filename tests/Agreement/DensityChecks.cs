using Runtime.Numerics.Agreement;
using Runtime.Numerics.Density;

namespace Agreement;

/// <summary>HDBSCAN's clusters against the reference's label files, and the measures between given label files.</summary>
static class DensityChecks
{
    static readonly (string Ours, string Theirs)[] MeasureNames =
    [
        ("ami", "ami_with_gmm_k5_full"), ("ari", "ari"), ("nmi", "nmi"), ("v", "v_measure"),
        ("homogeneity", "homogeneity"), ("completeness", "completeness"), ("fowlkes_mallows", "fowlkes_mallows"),
    ];

    /// <summary>
    /// How far the reference is from itself when rows are permuted: it merges edges of equal weight two at a time, in an order that
    /// follows the rows (normalized mutual information 0.996 to 0.9999 on sets with ties, 0.966 on the skin set). Pipe cuts equal edges
    /// together, so that no order decides.
    /// </summary>
    const double OwnSpread = 0.004;

    public static void Clusters(ReferenceSet set, AgreementTable table)
    {
        foreach (var reference in set.Starting("hdbscan_"))
        {
            var parts = reference.Name.Split('_');
            var (minCluster, minSamples) = (int.Parse(parts[1]), int.Parse(parts[2]));
            var ours = DensityTree.Of(set.Z.Current.Matrix, minSamples, ReferenceSet.Context.Work).Extract(new Extraction(minCluster), ReferenceSet.Context.Work);
            int[] theirSizes = [.. reference.Value.GetProperty("sizes").EnumerateObject().Where(s => s.Name != "-1").Select(s => s.Value.GetInt32()).OrderDescending()];
            int[] ourSizes = [.. ours.Sizes.OrderDescending()];
            table.Add(set.Name, $"{reference.Name}, clusters", $"{ours.Clusters}", Math.Abs(ours.Clusters - theirSizes.Length), 0);
            var apart = ourSizes.Zip(theirSizes, (a, b) => (double)Math.Abs(a - b)).Append(Math.Abs(ours.Noise - (set.Z.Rows - theirSizes.Sum()))).Max() / set.Z.Rows;
            table.Add(set.Name, $"{reference.Name}, sizes / rows", string.Join(' ', ourSizes), apart, 1e-4);
            var labels = set.Labels(reference.Value.GetProperty("labels").GetString()!);
            var ami = AgreementMetric.Of("ami", ours.Labels, labels);
            table.Add(set.Name, $"{reference.Name}, 1 − AMI of labels", $"{ami:F7}", 1 - ami, OwnSpread);
        }
    }

    public static void Measures(ReferenceSet set, AgreementTable table)
    {
        var mixture = set.Labels(set.Json.GetProperty("gmm_k5_full").GetProperty("labels").GetString()!);
        foreach (var reference in set.Starting("hdbscan_"))
        {
            var labels = set.Labels(reference.Value.GetProperty("labels").GetString()!);
            double[] ours = [.. MeasureNames.Select(m => AgreementMetric.Of(m.Ours, mixture, labels))];
            double[] theirs = [.. MeasureNames.Select(m => reference.Value.GetProperty(m.Theirs).GetDouble())];
            table.Add(set.Name, $"{reference.Name}, 7 measures", $"ami {ours[0]:F6}", Checks.Apart(ours, theirs), 1e-9);
        }
    }
}
