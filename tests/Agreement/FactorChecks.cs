using Runtime.Numerics.Factors;

namespace Agreement;

/// <summary>Factor analysis against psych and against minima that were searched to 1e-12: lower is right, higher is not.</summary>
static class FactorChecks
{
    public static void All(BeyondSet set, AgreementTable table)
    {
        if (set.Part("factors") is not { } reference) return;
        var ours = CorrelationMatrix.Of(set.Raw.Current.Matrix, ReferenceSet.Context.Work);
        var theirs = reference.GetProperty("correlation").Rows();
        table.Add(set.Name, "correlations", $"{ours.Columns} columns", Checks.Apart(ours.Values.SelectMany(r => r), theirs.SelectMany(r => r)), 1e-9);
        var kmo = reference.GetProperty("kmo").GetProperty("overall").GetDouble();
        table.Add(set.Name, "KMO", $"{ours.SamplingAdequacy():F9}", Math.Abs(ours.SamplingAdequacy() - kmo), 1e-9);
        var bartlett = reference.GetProperty("bartlett").GetProperty("chisq").GetDouble();
        table.Add(set.Name, "Bartlett's χ²", $"{ours.Sphericity().ChiSquare:F6}", Checks.Apart([ours.Sphericity().ChiSquare], [bartlett]), 1e-9);
        foreach (var tight in reference.GetProperty("tight").EnumerateObject())
        {
            if (!int.TryParse(tight.Name, out var factors)) continue;
            foreach (var (method, key) in ((FactorMethod, string)[])[(FactorMethod.Ml, "ml"), (FactorMethod.Minres, "uls_bounded")])
            {
                var least = tight.Value.GetProperty(key).GetProperty("objective").GetDouble();
                var fit = FactorFit.Of(ours, factors, method, ReferenceSet.Context.Work);
                table.Add(set.Name, $"factors n={factors} {key}, no higher", $"{fit.Objective:F12}", Math.Max(0, fit.Objective - least), 1e-9);
            }
        }
    }
}
