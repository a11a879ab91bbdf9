using Runtime.Numerics.Statistics;
using Runtime.Operators.Transform;

namespace Agreement;

/// <summary>Describing figures, correlations and principal components.</summary>
static class LookChecks
{
    const double Tolerance = 1e-9;

    public static void Describe(ReferenceSet set, AgreementTable table)
    {
        var worst = 0.0;
        foreach (var column in set.Json.GetProperty("describe").EnumerateObject())
        {
            var figures = ColumnSummary.Of(set.Loaded.Table![column.Name]).Numbers!;
            double[] ours = [figures.Moments.Min, figures.Moments.Max, figures.Moments.Mean, figures.Moments.StandardDeviation(1), figures.Q25, figures.Median, figures.Q75];
            string[] names = ["min", "max", "mean", "std", "q25", "q50", "q75"];
            worst = Math.Max(worst, Checks.Apart(ours, names.Select(n => column.Value.GetProperty(n).GetDouble())));
        }
        table.Add(set.Name, "describe, 7 columns × 7 figures", $"{set.Loaded.Rows:N0} rows", worst, Tolerance);
    }

    public static void Correlation(ReferenceSet set, AgreementTable table)
    {
        var points = set.Raw.Current.Matrix;
        var moments = CoMoments.Of([.. Enumerable.Range(0, points.Columns).Select(points.Column)], points.Rows, ReferenceSet.Context.Work);
        var theirs = set.Json.GetProperty("correlation").Rows();
        var worst = theirs.Select((row, i) => Checks.Apart(Enumerable.Range(0, row.Length).Select(j => moments[i, j].Correlation), row)).Max();
        table.Add(set.Name, "correlation, 7 × 7", $"{moments[0, 2].Correlation:F6}", worst, Tolerance);
    }

    public static void Components(ReferenceSet set, AgreementTable table)
    {
        var (fit, theirs) = (((PcaModel)set.Rotated.Models.Find("pca")!).Fit, set.Json.GetProperty("pca"));
        table.Add(set.Name, "pca, all ratios", $"{fit.Share(5):F6} kept", Checks.Apart(fit.Ratios, theirs.GetProperty("all_ratios").Numbers()), Tolerance);
        table.Add(set.Name, "pca, variances", $"{fit.Variances[0]:F6}", Checks.Apart(fit.Variances, theirs.GetProperty("explained_variance").Numbers()), Tolerance);
        var worst = theirs.GetProperty("components").Rows().Zip(fit.Components, UpToSign).Max();
        table.Add(set.Name, "pca, components up to sign", $"{set.Rotated.Current.Matrix.Columns} kept", worst, Tolerance);
        var z = set.Z.Current.Matrix;
        var rows = set.Json.GetProperty("z_first_rows").Rows();
        var first = Enumerable.Range(0, z.Columns).Select(j => UpToSign([.. rows.Select(r => r[j])], z[j][..rows.Length].ToArray())).Max();
        table.Add(set.Name, "standardised, first rows", $"{z[0, 0]:F6}", first, Tolerance);
    }

    static double UpToSign(double[] theirs, double[] ours) =>
        Math.Min(Checks.Apart(ours, theirs), Checks.Apart(ours.Select(x => -x), theirs));
}
