using Runtime.Numerics.Transforms;

namespace Agreement;

/// <summary>Independent components against scikit-learn's FastICA on standardised columns, up to order and sign.</summary>
static class SourceChecks
{
    public static void All(BeyondSet set, AgreementTable table)
    {
        if (set.Part("ica")?.GetProperty("ica") is not { } reference) return;
        var work = ReferenceSet.Context.Work;
        var theirs = reference.GetProperty("components").Rows();
        var ours = IndependentComponents.Fit(set.Points, PrincipalComponents.Fit(set.Points, work), theirs.Length, work);
        var apart = theirs.Max(t => ours.Unmixing.Min(o => Math.Min(Checks.Apart(o, t), Checks.Apart(Array.ConvertAll(o, x => -x), t))));
        table.Add(set.Name, $"ica, {theirs.Length} components up to order and sign", $"{ours.Iterations} passes", apart, 1e-9);
        double[] kurtosis = [.. reference.GetProperty("excess_kurtosis").Numbers().OrderByDescending(Math.Abs)];
        table.Add(set.Name, "ica, excess kurtosis", $"{ours.ExcessKurtosis[0]:F6}", Checks.Apart(ours.ExcessKurtosis, kurtosis), 1e-9);
    }
}
