using Runtime.Charts;
using Runtime.Numerics;
using Runtime.Numerics.Mixtures;
using Runtime.Operators.Draw;

namespace Runtime.Operators.Cluster;

/// <summary>The components of a mixture on the two columns that they differ in most, and the rows that none of them is sure of.</summary>
sealed class MixtureView(MixtureModel model, Points points, LabelColumn labels, RunContext run)
{
    /// <summary>What each outline holds of its component.</summary>
    static readonly double[] Held = [0.5, 0.9];

    /// <summary>More components than these would hide each other.</summary>
    const int MostDrawn = 15;

    /// <summary>A row whose likeliest component is less likely is not sure.</summary>
    const double Sure = 0.8;

    const int Corners = 180;

    /// <summary>Outlines may be as far beyond most rows, as a share of their range; what is farther is cut.</summary>
    const double Margin = 0.3;

    readonly GaussianMixture mixture = model.Mixture;

    public void Show()
    {
        if (mixture.Components < 2 || mixture.Dimension < 2 || points.Matrix.Rows < 2) return;
        int[] shares = [.. Enumerable.Range(0, mixture.Dimension).OrderByDescending(Between).Take(2).Order()];
        var (i, j) = (shares[0], shares[1]);
        int[] drawn = [.. Enumerable.Range(0, mixture.Components).OrderByDescending(c => mixture.Weights[c]).Take(MostDrawn).Order()];
        ComponentEllipses[] whole = [.. drawn.Select(c => Ellipses(c, i, j))];
        if (whole.Any(e => e.Outlines.Any(o => !o.X.Concat(o.Y).All(double.IsFinite)))) return;
        var (across, up) = (Frame(i, whole.SelectMany(e => e.Outlines[^1].X)), Frame(j, whole.SelectMany(e => e.Outlines[^1].Y)));
        ComponentEllipses[] ellipses = [.. whole.Select(e => e with { Outlines = [.. e.Outlines.Select(o => o.Within(across, up))] })];
        var all = PlaneRows.Of(points.Matrix[i], points.Matrix[j], across, up, EllipseChart.RowsABin);
        var strength = labels.Strength!;
        var unsure = PlaneRows.Of(points.Matrix[i], points.Matrix[j], across, up, EllipseChart.RowsABin, row => strength[row] < Sure);
        run.Show(new EllipseChart($"{model.Name}_ellipses",
            $"Where the components of `{model.Name}` lie in `{points.Columns[i]}` and `{points.Columns[j]}`", all.Mark,
            unsure.Inside > 0 ? unsure.Mark : null, ellipses)
        {
            Across = points.Columns[i],
            Up = points.Columns[j],
            UnsureTitle = $"Unsure rows: no component above {Wording.Number(Sure)}",
            Note = $"{Certainty((double)unsure.Chosen / labels.Rows)} {About(drawn.Length)}{Beyond(all)}",
        });
    }

    string About(int drawn) =>
        "Outlines hold half and nine tenths of a component, of the two columns that components differ in most."
        + (drawn < mixture.Components ? $" The {drawn} heaviest of {mixture.Components} components." : "");

    static string Beyond(PlaneRows rows) =>
        rows.Inside < rows.Chosen ? $" {Wording.Plural(rows.Chosen - rows.Inside, "row")} beyond the frame." : "";

    string Certainty(double unsure)
    {
        if (unsure == 0) return $"Every row has a component that is likelier than {Wording.Number(Sure)}.";
        var (sums, sizes) = (new double[mixture.Components], new int[mixture.Components]);
        for (var row = 0; row < labels.Rows; row++)
        {
            if (labels.Labels[row] is not (>= 0 and var label)) continue;
            sums[label] += labels.Strength![row];
            sizes[label]++;
        }
        var least = Enumerable.Range(0, sums.Length).Where(c => sizes[c] > 0).MinBy(c => sums[c] / sizes[c]);
        return $"For {Wording.Share(unsure)} of the rows no component is likelier than {Wording.Number(Sure)}; "
            + $"`{model.Name} {least}` is told from the others least surely (mean {Wording.Number(sums[least] / sizes[least])}).";
    }

    /// <summary>The share of a column's variance in the mixture that is between its components.</summary>
    double Between(int column)
    {
        double mean = 0, between = 0, within = 0;
        for (var c = 0; c < mixture.Components; c++) mean += mixture.Weights[c] * mixture.Means[c][column];
        for (var c = 0; c < mixture.Components; c++)
        {
            var apart = mixture.Means[c][column] - mean;
            between += mixture.Weights[c] * apart * apart;
            within += mixture.Weights[c] * mixture.Variance(c, column);
        }
        return between / (between + within);
    }

    ComponentEllipses Ellipses(int component, int i, int j)
    {
        var (covariance, d, mean) = (mixture.Covariance(component), mixture.Dimension, mixture.Means[component]);
        // The factor of the covariance of the two: L Lᵀ with L lower.
        var first = Math.Sqrt(covariance[i * d + i]);
        var slant = first > 0 ? covariance[i * d + j] / first : 0;
        var second = Math.Sqrt(Math.Max(0, covariance[j * d + j] - slant * slant));
        return new(component, mean[i], mean[j], [.. Held.Select(Around)]);

        ClosedLine Around(double share)
        {
            // χ² of two degrees of freedom: 1 − exp(−r² / 2) lies within r.
            var radius = Math.Sqrt(-2 * Logarithm.Of(1 - share));
            var turns = Enumerable.Range(0, Corners + 1).Select(t => HalfTurns.SinCos(2.0 * t / Corners)).ToArray();
            return new([.. turns.Select(t => mean[i] + radius * first * t.Cos)],
                [.. turns.Select(t => mean[j] + radius * (slant * t.Cos + second * t.Sin))]);
        }
    }

    /// <summary>Most rows, and the outlines as far as there is room for them.</summary>
    Extent Frame(int column, IEnumerable<double> outlines)
    {
        var usual = PlaneRows.Usual(points.Matrix[column]);
        var margin = Margin * (usual.High - usual.Low);
        return new(Math.Max(usual.Low - margin, Math.Min(usual.Low, outlines.Min())),
            Math.Min(usual.High + margin, Math.Max(usual.High, outlines.Max())));
    }
}
