using System.Text.Json;
using Runtime.Numerics.Explanation;

namespace Agreement;

/// <summary>Effect sizes against numpy, and rules of one tree a cluster, which are no worse than those of scikit-learn's trees.</summary>
static class RuleChecks
{
    public static void All(BeyondSet set, AgreementTable table)
    {
        if (set.Part("rules") is not { } reference) return;
        foreach (var part in reference.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object && p.Value.TryGetProperty("per_cluster", out _)))
            Hold(set, part.Name, part.Value.GetProperty("per_cluster"), table);
    }

    static void Hold(BeyondSet set, string name, JsonElement theirs, AgreementTable table)
    {
        var labels = JudgeChecks.Labels(set, name, inOrderOfRows: true);
        var most = labels.Max();
        int[] groups = Array.ConvertAll(labels, l => l < 0 ? most + 1 : l);
        var (points, work) = (set.Raw.Current.Matrix, ReferenceSet.Context.Work);
        var effects = GroupEffects.Of(points, groups, groups.Max() + 1, work);
        var rules = new RuleTrees(points, groups, work).Rules(groups.Max() + 1);
        var (apart, worse) = (0.0, 0.0);
        foreach (var cluster in theirs.EnumerateObject())
        {
            var g = int.Parse(cluster.Name) is >= 0 and var label ? label : most + 1;
            apart = Math.Max(apart, Checks.Apart(effects.Effects[g], cluster.Value.GetProperty("effect_size_pooled_sd").EnumerateObject().Select(e => e.Value.GetDouble())));
            if (cluster.Value.TryGetProperty("one_rule_of_three_conditions", out var rule) && rule.TryGetProperty("f1", out var f1))
                worse = Math.Max(worse, f1.GetDouble() - rules[g].F1);
        }
        table.Add(set.Name, $"{name}, effect sizes", $"{rules.Length} clusters", apart, 1e-6);
        table.Add(set.Name, $"{name}, rules, F1 no lower", $"{rules.Min(r => r.F1):F6} ≤", worse, 1e-9);
    }
}
