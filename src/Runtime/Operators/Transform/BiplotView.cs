using Runtime.Charts;
using Runtime.Operators.Draw;

namespace Runtime.Operators.Transform;

/// <summary>The rows on the plane of the first two components, and where on it each column grows.</summary>
/// <remarks>
/// Gabriel 1971, Biometrika 58: a row projected onto the arrow of a column gives, up to what the plane leaves out, the value of the row
/// there, so arrows are the loadings, and of whitened components the loadings times their standard deviations.
/// </remarks>
static class BiplotView
{
    /// <summary>Of the longest arrow: one that is shorter is not spoken of.</summary>
    const double Long = 0.5;

    /// <summary>A cosine from here on is one direction, or its opposite.</summary>
    const double Alike = 0.9;

    public static void Show(PcaModel model, Matrix scores, RunContext run)
    {
        if (model.Components < 2 || model.Fit.Rank < 2) return;
        var half = new[] { scores.Column(0), scores.Column(1) }.Max(Reach);
        if (!(half > 0) || !double.IsFinite(2 * half)) return;
        var rows = PlaneRows.Of(scores[0], scores[1], new(-half, half), new(-half, half), BiplotChart.RowsABin);
        var arrows = model.Inputs.Select((column, j) => new BiplotArrow(column, Along(model, 0, j), Along(model, 1, j))).ToArray();
        run.Show(new BiplotChart($"{model.Name}_biplot", $"Rows on two components of `{model.Name}`, and where columns grow",
            rows.Mark, half, arrows)
        {
            Across = model.AxisTitles[0],
            Up = model.AxisTitles[1],
            Note = $"The plane holds {Wording.Share(model.Fit.Share(2))} of the variance. {Finding(arrows)}A column grows along its arrow, "
                + "and the plane shows the more of it the longer that is."
                + (rows.Inside < rows.Chosen ? $" {Wording.Plural(rows.Chosen - rows.Inside, "row")} beyond the frame." : ""),
        });
    }

    static double Reach(double[] values)
    {
        var usual = PlaneRows.Usual(values);
        return Math.Max(Math.Abs(usual.Low), Math.Abs(usual.High));
    }

    static double Along(PcaModel model, int component, int column) =>
        model.Fit.Components[component][column] * (model.Whiten ? Math.Sqrt(model.Fit.Variances[component]) : 1);

    /// <summary>The two long arrows that are nearest to one line.</summary>
    static string Finding(BiplotArrow[] arrows)
    {
        var least = Long * arrows.Max(a => a.Length);
        BiplotArrow[] looked = [.. arrows.Where(a => a.Length > 0 && a.Length >= least)];
        var pairs = looked.SelectMany((a, i) => looked.Skip(i + 1).Select(b => (A: a, B: b, Cosine: a.Cosine(b))));
        var (one, other, cosine) = pairs.DefaultIfEmpty().MaxBy(pair => Math.Abs(pair.Cosine));
        return Math.Abs(cosine) < Alike ? "" : $"`{one.Name}` and `{other.Name}` point {(cosine > 0 ? "the same way" : "opposite ways")}. ";
    }
}
