using Runtime.Numerics.Transforms;
using Runtime.Operators.Transform;

namespace Agreement;

/// <summary>Nonnegative parts of min-max scaled raw features against scikit-learn's from the same start: an error that is lower is right.</summary>
static class PartChecks
{
    /// <summary>
    /// Where scikit-learn came to rest before its 5,000 passes ran out, its parts are ours. It stops where changes are 1e-8 of the first, and
    /// they get smaller slowly.
    /// </summary>
    const double Stop = 1e-3;

    const int RanOut = 5_000;

    public static void All(BeyondSet set, AgreementTable table)
    {
        if (set.Part("nmf") is not { } reference) return;
        var work = ReferenceSet.Context.Work;
        var points = set.Raw.Then(new Scale { Method = ScalingMethod.Minmax }).Current.Matrix;
        foreach (var part in reference.EnumerateObject().Where(p => p.Name[0] == 'k' && int.TryParse(p.Name[1..], out _)))
        {
            var (theirs, error) = (part.Value.GetProperty("h").Rows(), part.Value.GetProperty("relative_error").GetDouble());
            var ours = NonnegativeParts.Fit(points, theirs.Length, work);
            table.Add(set.Name, $"nmf, {theirs.Length} parts, error no higher than {error:F9}", $"{ours.RelativeError:F9}",
                Math.Max(0, ours.RelativeError - error), 1e-9);
            if (part.Value.GetProperty("n_iter").GetInt32() >= RanOut) continue;
            var apart = theirs.Select(t => Array.ConvertAll(t, x => x / t.Max())).Max(t => ours.Parts.Min(o => Checks.Apart(o, t)));
            table.Add(set.Name, $"nmf, {theirs.Length} parts up to order and size", $"{ours.Iterations} passes", apart, Stop);
        }
    }
}
