using Runtime.Numerics.Transforms;

namespace Agreement;

/// <summary>Independent components against scikit-learn's FastICA on standardised columns, up to order and sign.</summary>
static class SourceChecks
{
    /// <summary>
    /// FastICA stops where a step turns an axis by less than 1e-5, and steps get shorter slowly: with <c>tol=1e-16</c> scikit-learn goes
    /// on from the references by 7.4e-6 on penguins and 1.4e-4 on htru2, to within 1e-6 of ours.
    /// </summary>
    const double Stop = 1e-3;

    public static void All(BeyondSet set, AgreementTable table)
    {
        if (set.Part("ica")?.GetProperty("ica") is not { } reference) return;
        var work = ReferenceSet.Context.Work;
        var theirs = reference.GetProperty("components").Rows();
        var ours = IndependentComponents.Fit(set.Points, PrincipalComponents.Fit(set.Points, work), theirs.Length, work);
        var apart = theirs.Max(t => ours.Unmixing.Min(o => Math.Min(Checks.Apart(o, t), Checks.Apart(Array.ConvertAll(o, x => -x), t))));
        table.Add(set.Name, $"ica, {theirs.Length} components up to order and sign", $"{ours.Iterations} passes", apart, Stop);
        double[] kurtosis = [.. reference.GetProperty("excess_kurtosis").Numbers().OrderByDescending(Math.Abs)];
        table.Add(set.Name, "ica, excess kurtosis", $"{ours.ExcessKurtosis[0]:F6}", Checks.Apart(ours.ExcessKurtosis, kurtosis), Stop);
        var (left, leftByThem) = (Left(set.Points, ours.Unmixing), Left(set.Points, theirs));
        table.Add(set.Name, $"ica, left to turn, below {leftByThem:E1}", $"{left:E1}", Math.Max(0, left - leftByThem), 0);
    }

    /// <summary>The largest angle between axes that is left to turn, in radians: 0 at a fixed point of FastICA.</summary>
    static double Left(Matrix points, double[][] unmixing)
    {
        double[][] sources = [.. unmixing.Select(axis =>
            Enumerable.Range(0, points.Rows).Select(r => Enumerable.Range(0, points.Columns).Sum(j => axis[j] * points[r, j])).ToArray())];
        var contrasts = Array.ConvertAll(sources, y => Array.ConvertAll(y, Math.Tanh));
        double Mean(int i, int j) => Enumerable.Range(0, points.Rows).Average(r => contrasts[i][r] * sources[j][r]);
        double[] kappa = [.. sources.Select((_, i) => Mean(i, i) - contrasts[i].Average(g => 1 - g * g))];
        return (from i in Enumerable.Range(0, sources.Length)
                from j in Enumerable.Range(0, i)
                select Math.Abs(Math.Sign(kappa[i]) * Mean(i, j) - Math.Sign(kappa[j]) * Mean(j, i)) / (Math.Abs(kappa[i]) + Math.Abs(kappa[j]))).Max();
    }
}
