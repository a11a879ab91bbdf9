using System.Text.Json;
using Runtime.Numerics.Validity;

namespace Agreement;

/// <summary>Scores of labelings against scikit-learn: silhouettes row by row, centroid scores, Dunn, with noise left out and as a cluster.</summary>
static class JudgeChecks
{
    static readonly Dictionary<string, string> Files = new()
    {
        ["gmm_k5"] = "gmm_k5_full.labels.csv.gz",
        ["gmm_k5_full"] = "gmm_k5_full.labels.csv.gz",
        ["hdbscan_2000_20"] = "hdbscan_2000_20.labels.csv.gz",
        ["hdbscan_5000_20"] = "hdbscan_5000_20.labels.csv.gz",
        ["hdbscan_50_20"] = "hdbscan_50_20.labels.csv.gz",
        ["hdbscan_100_20"] = "hdbscan_100_20.labels.csv.gz",
        ["ward_5"] = "agglomerative_ward.labels.csv.gz",
    };

    public static void All(BeyondSet set, AgreementTable table)
    {
        if (set.Part("judge") is { } judge)
            foreach (var part in judge.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object && p.Value.TryGetProperty("clusters", out _)))
            {
                var labels = Labels(set, part.Name);
                foreach (var (rule, withNoise) in ((string, bool)[])[("all rows", false), ("noise left out", false), ("noise as a cluster", true)])
                    if (part.Value.TryGetProperty(rule, out var scores))
                        Hold(set, $"{part.Name}, {rule}", set.Points, withNoise ? Counted(labels) : labels, scores, part.Value.GetProperty("dunn"), table);
            }
        if (set.Part("judge50k") is not { } first) return;
        int[] rows = [.. Enumerable.Range(0, first.GetProperty("rows").GetInt32())];
        Hold(set, "gmm_k5_full, 50,000 rows", set.Points.Take(rows), Labels(set, "gmm_k5_full")[..rows.Length], first, null, table);
    }

    static void Hold(BeyondSet set, string what, Matrix points, int[] labels, JsonElement theirs, JsonElement? dunn, AgreementTable table)
    {
        var (groups, work) = (labels.Max() + 1, ReferenceSet.Context.Work);
        var ours = Silhouettes.Of(points, labels, groups, work);
        var values = ours.Values.Where(v => !double.IsNaN(v)).ToArray();
        table.Add(set.Name, $"{what}, silhouette", $"{values.Average():F9}", Math.Abs(values.Average() - theirs.GetProperty("silhouette").GetDouble()), 1e-9);
        table.Add(set.Name, $"{what}, first silhouettes", "", Checks.Apart(values, theirs.GetProperty("first_rows").Numbers()), 1e-9);
        var scores = CentroidScores.Of(points, labels, groups, work);
        if (theirs.TryGetProperty("calinski_harabasz", out var ch))
            table.Add(set.Name, $"{what}, Caliński–Harabasz", $"{scores.CalinskiHarabasz:F4}", Math.Abs(scores.CalinskiHarabasz / ch.GetDouble() - 1), 1e-9);
        if (theirs.TryGetProperty("davies_bouldin", out var db))
            table.Add(set.Name, $"{what}, Davies–Bouldin", $"{scores.DaviesBouldin:F6}", Math.Abs(scores.DaviesBouldin - db.GetDouble()), 1e-9);
        if (dunn is { } d && !what.EndsWith("as a cluster", StringComparison.Ordinal))
            table.Add(set.Name, $"{what}, Dunn", $"{ours.Dunn:F9}", Math.Abs(ours.Dunn - d.GetProperty("dunn").GetDouble()), 1e-9);
    }

    static int[] Counted(int[] labels)
    {
        var most = labels.Max();
        return Array.ConvertAll(labels, l => l < 0 ? most + 1 : l);
    }

    /// <param name="inOrderOfRows">Classes are numbered as they come, not in their own order.</param>
    public static int[] Labels(BeyondSet set, string part, bool inOrderOfRows = false)
    {
        if (Files.TryGetValue(part, out var file)) return set.Labels($"{set.Name}.{file}");
        int[] labels = [.. set.Raw.Labeling(set.Raw.Loaded.Columns.Names.First(n => n.Equals(part, StringComparison.OrdinalIgnoreCase))).Labels];
        var numbers = labels.Distinct().ToList();
        return inOrderOfRows ? Array.ConvertAll(labels, l => numbers.IndexOf(l)) : labels;
    }
}
