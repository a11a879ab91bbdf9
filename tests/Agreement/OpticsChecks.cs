using System.Diagnostics;
using System.Text.Json;
using Runtime.Numerics.Agreement;
using Runtime.Numerics.Density;

namespace Agreement;

/// <summary>The order of OPTICS from the same first row on, and what is taken out of it, against scikit-learn.</summary>
static class OpticsChecks
{
    /// <summary>
    /// Many rows are equally near to what was visited, and which of them comes first is free: it moves reachabilities by a little, border rows
    /// of a cut, and steep clusters of few rows. In 15 orders of the penguins that begin with the same row the reference is from itself: sums of
    /// reachabilities by up to 0.4 %, steep clusters by an ARI of 0.692 to 0.990 with 247 to 278 noise rows of 342.
    /// </summary>
    const double Order = 4e-3, Border = 5e-3, Steep = 0.31;

    public static void All(BeyondSet set, AgreementTable table)
    {
        if (set.Part("density") is not { } density || !density.TryGetProperty("optics", out var theirs)) return;
        var (work, samples) = (ReferenceSet.Context.Work, theirs.GetProperty("min_samples").GetInt32());
        var (start, cpu) = (theirs.GetProperty("ordering_first")[0].GetInt32(), Process.GetCurrentProcess().TotalProcessorTime);
        var ours = ReachabilityOrder.From(set.Points, samples, double.PositiveInfinity, start, work);
        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
        var allowed = density.GetProperty("seconds_wall_cpu").GetProperty("optics")[1].GetDouble() / 20;
        table.Add(set.Name, "optics, processor seconds beyond 1/20", $"{seconds:F2} of {allowed:F2}", Math.Max(0, seconds - allowed), 0.05);
        var core = theirs.GetProperty("core_distance");
        double[] cores = [.. Enumerable.Range(0, ours.Rows).Select(ours.CoreDistance)];
        double[] first = [.. core.GetProperty("first").EnumerateArray().Select(v => v.GetDouble())];
        table.Add(set.Name, "optics, core distances", $"{cores.Sum():F6}", Checks.Apart([cores.Sum(), .. cores], [core.GetProperty("sum").GetDouble(), .. first]), 1e-8);
        var (sum, reach) = (theirs.GetProperty("sum_of_finite_reachability").GetDouble(), ours.Plot().Reach.ToArray().Where(double.IsFinite).Sum());
        table.Add(set.Name, "optics, sum of reachabilities, relative", $"{reach:F3}", Math.Abs(reach / sum - 1), Order);
        var cut = theirs.GetProperty("cut");
        Hold(set, "optics cut", OpticsClusters.Cut(ours, cut.GetProperty("eps").GetDouble()), cut, Border, table);
        Hold(set, "optics xi", OpticsClusters.Steep(ours, 0.05, samples), theirs.GetProperty("xi_0.05"), Steep, table);
    }

    static void Hold(BeyondSet set, string what, OpticsClusters ours, JsonElement theirs, double tolerance, AgreementTable table)
    {
        var (mine, labels) = (ours.Rows(), set.Labels(theirs.GetProperty("labels").GetString()!));
        table.Add(set.Name, $"{what}, clusters", $"{ours.Count}", Math.Abs(ours.Count - labels.Max() - 1), what.EndsWith("xi", StringComparison.Ordinal) ? 1 : 0);
        table.Add(set.Name, $"{what}, noise / rows", $"{mine.Count(l => l < 0)}", Math.Abs(mine.Count(l => l < 0) - labels.Count(l => l < 0)) / (double)mine.Length, tolerance);
        var ari = AgreementMetric.Of("ari", mine, labels);
        table.Add(set.Name, $"{what}, 1 − ARI", $"{ari:F6}", 1 - ari, tolerance);
    }
}
