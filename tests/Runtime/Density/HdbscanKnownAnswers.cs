using System.Text.Json;
using Runtime.Numerics.Density;
using Tests.Fixtures;

namespace Tests.Runtime.Density;

/// <summary>Against hdbscan 0.8.43 with its exact tree.</summary>
public sealed class HdbscanKnownAnswers
{
    const double Tolerance = 1e-9;

    [Theory, MemberData(nameof(Small.All), MemberType = typeof(Small))]
    public void TreeWeightsAgree(string name)
    {
        var set = Small.Read(name);
        var points = set.Points();
        foreach (var run in set.GetProperty("hdbscan").EnumerateArray())
        {
            if (!run.TryGetProperty("tree_weights_sorted", out var expected)) continue;
            var weights = DensityTree.Of(points, run.GetProperty("min_samples").GetInt32(), Work.Alone).Weights();
            Near(expected.Numbers(), weights, $"{name} {Describe(run)}");
        }
    }

    /// <summary>Sets without ties between their distances: there is one answer.</summary>
    [Theory, InlineData("blobs"), InlineData("factors7"), InlineData("far"), InlineData("mixture5"), InlineData("moons")]
    public void ClustersAgree(string name)
    {
        var set = Small.Read(name);
        var points = set.Points();
        foreach (var run in set.GetProperty("hdbscan").EnumerateArray().Where(r => !HasTies(name, r)))
        {
            var found = DensityTree.Of(points, run.GetProperty("min_samples").GetInt32(), Work.Alone).Extract(Wanted(run), Work.Alone);
            Same(run, found, $"{name} {Describe(run)}");
        }
    }

    static bool HasTies(string name, JsonElement run) =>
        name is "duplicates" or "grid" || name == "moons" && run.GetProperty("method").GetString() == "leaf" && run.GetProperty("min_samples").GetInt32() == 10;

    static Extraction Wanted(JsonElement run) => new(
        run.GetProperty("min_cluster_size").GetInt32(),
        run.GetProperty("method").GetString() == "leaf" ? ClusterMethod.Leaf : ClusterMethod.Eom,
        run.GetProperty("epsilon").GetDouble(),
        run.GetProperty("allow_single_cluster").GetBoolean());

    static void Same(JsonElement run, DensityClustering found, string what)
    {
        var labels = run.GetProperty("labels").Integers();
        var pairs = labels.Zip(found.Labels).Distinct().ToArray();
        var differ = labels.Length - labels.Zip(found.Labels).GroupBy(p => p).GroupBy(g => g.Key.First).Sum(g => g.Max(x => x.Count()));
        Assert.True(pairs.Length == labels.Distinct().Count() && pairs.Length == found.Labels.Distinct().Count(), $"{what}: {differ} of {labels.Length} rows differ, {found.Clusters} clusters for {labels.Max() + 1}");
        Assert.All(pairs, p => Assert.Equal(p.First == -1, p.Second == -1));
        Near(run.GetProperty("probabilities").Numbers(), found.Strength, what + " strength");
        var persistence = run.GetProperty("persistence").Numbers();
        foreach (var (theirs, ours) in pairs)
        {
            // The package keeps the summed stability of a subtree in single precision.
            var tolerance = found.Clusters == 1 && run.GetProperty("epsilon").GetDouble() > 0 ? 1e-7 : Tolerance;
            if (ours >= 0) Assert.Equal(persistence[theirs], found.Flat.Persistence[ours], tolerance);
        }
    }

    static void Near(double[] expected, double[] actual, string what)
    {
        Assert.True(expected.Length == actual.Length, $"{what}: {actual.Length} numbers for {expected.Length}");
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= Tolerance * Math.Max(1, Math.Abs(expected[i])), $"{what}[{i}]: {actual[i]:R}, not {expected[i]:R}");
    }

    static string Describe(JsonElement run) =>
        $"{run.GetProperty("method")} min_samples={run.GetProperty("min_samples")} epsilon={run.GetProperty("epsilon")} single={run.GetProperty("allow_single_cluster")}";
}
