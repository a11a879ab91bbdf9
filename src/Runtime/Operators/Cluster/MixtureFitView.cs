using Runtime.Charts;
using Runtime.Numerics;
using Runtime.Numerics.Mixtures;
using Runtime.Operators.Draw;

namespace Runtime.Operators.Cluster;

/// <summary>How the rows lie in each column and how the mixture would have them, so that it shows where it does not fit.</summary>
sealed class MixtureFitView(MixtureModel model, Points points, RunContext run)
{
    /// <summary>More panels are not looked at, more lines in one hide each other.</summary>
    const int MostColumns = 10, MostDrawn = 12;

    const int Steps = 120;

    const int MostBins = 96;

    /// <summary>The narrowness of a lighter component rules no bins.</summary>
    const double LeastWeight = 0.02;

    /// <summary>Of shares: more than a picture shows.</summary>
    const int Digits = 6;

    /// <summary>A curve so far above all bins is cut.</summary>
    const double AboveBins = 1.25;

    /// <summary>Rows are where the mixture has them when fewer than this share would have to move.</summary>
    const double Followed = 0.03;

    readonly GaussianMixture mixture = model.Mixture;

    public void Show()
    {
        if (points.Matrix.Rows < 2) return;
        run.Work.Report("holding the mixture against the rows");
        var fits = new ColumnFit[mixture.Dimension];
        run.Work.For(fits.Length, j => fits[j] = Of(j));
        int[] shown = [.. Enumerable.Range(0, fits.Length).OrderByDescending(j => fits[j].Apart).Take(MostColumns).Order()];
        if (shown.Any(j => !double.IsFinite(fits[j].Apart))) return;
        run.Show(new Figure($"{model.Name}_fit", $"How the rows lie in each column, and how `{model.Name}` has them",
            [
                .. shown.Select(j => new ValueScale($"x {j}") { Tight = true }),
                .. shown.Select(j => new ValueScale($"y {j}") { Format = CellFormat.Share }),
            ],
            [.. shown.Select(j => Panel(j, fits[j]))])
        {
            Legend = [new("rows", Hue.Plain), new("the mixture", Hue.Strong) { IsLine = true }],
            Note = Finding(fits, shown.Length),
        });
    }

    string Finding(ColumnFit[] fits, int shown)
    {
        var worst = Enumerable.Range(0, fits.Length).MaxBy(j => fits[j].Apart);
        var share = Wording.Percent(fits[worst].Apart);
        return (fits[worst].Apart < Followed ? $"The mixture follows every column: at most {share} of the rows lie elsewhere."
            : $"Farthest apart in `{points.Columns[worst]}`, where {share} of the rows lie elsewhere than the mixture has them.")
            + (mixture.Components is > 1 and <= MostDrawn ? " Thin: each component." : "")
            + (shown < fits.Length ? $" The {shown} columns that fit worst of {fits.Length}." : "");
    }

    /// <summary>The rows in bins, as shares of all, and how far that is from the mixture.</summary>
    ColumnFit Of(int column)
    {
        var values = points.Matrix[column];
        var usual = PlaneRows.Usual(values);
        var bins = Counted(values, usual, column);
        var (all, under, over) = ((double)values.Length, 0, 0);
        foreach (var value in values) (under, over) = (under + (value < usual.Low ? 1 : 0), over + (value > usual.High ? 1 : 0));
        double[] shares = [.. bins.Counts[0].Select(n => n / all)];
        return new(bins.Span, shares, Apart(column, bins.Span, shares, under / all, over / all));
    }

    /// <summary>In bins that a component does not fit into, as far as there are rows for them.</summary>
    ColumnBins Counted(ReadOnlySpan<double> values, Extent usual, int column)
    {
        var bins = ColumnBins.Of(values, null, 1, null, isLog: false, usual);
        var narrowest = Enumerable.Range(0, mixture.Components).Where(c => mixture.Weights[c] >= LeastWeight)
            .Select(c => Deviation(c, column)).DefaultIfEmpty(double.MaxValue).Min();
        var wanted = Math.Min(Math.Min(MostBins, Math.Sqrt(bins.Counts[0].Sum())), 2 * (bins.Span.High - bins.Span.Low) / narrowest);
        return wanted <= bins.Counts[0].Length ? bins : ColumnBins.Of(values, null, 1, (int)wanted, isLog: false, usual);
    }

    /// <summary>Half of what differs would have to move. The first and the last bin are open: what lies beyond is near enough.</summary>
    double Apart(int column, Extent span, double[] shares, double under, double over)
    {
        var (apart, below) = (0.0, 0.0);
        for (var bin = 0; bin < shares.Length; bin++)
        {
            var (start, isLast) = (below, bin == shares.Length - 1);
            below = isLast ? 1 : Below(column, At(span, bin + 1.0, shares.Length));
            apart += Math.Abs(shares[bin] + (bin == 0 ? under : 0) + (isLast ? over : 0) - (below - start));
        }
        return apart / 2;
    }

    Panel Panel(int column, ColumnFit fit)
    {
        double[] x = [.. Enumerable.Range(0, Steps + 1).Select(step =>
            FewRows.Rounded(At(fit.Span, step, Steps), fit.Span.High - fit.Span.Low))];
        var (width, cap) = ((fit.Span.High - fit.Span.Low) / fit.Shares.Length, AboveBins * fit.Shares.Max());
        LineMark Curve(IEnumerable<int> components, Hue hue, double thick) => new([.. x],
            [.. x.Select(at => Math.Round(Math.Min(cap, width * components.Sum(c => Density(c, column, at))), Digits))])
        { Hue = hue, Width = thick, IsOutline = true };
        var all = Enumerable.Range(0, mixture.Components);
        return new($"x {column}", $"y {column}",
        [
            new AreaMark(fit.Span, [.. fit.Shares]),
            new RuleMark(null, 0),
            .. mixture.Components is > 1 and <= MostDrawn ? all.Select(c => Curve([c], Hue.Cluster(c), 1.2)) : [],
            Curve(all, Hue.Strong, 2),
        ])
        { Title = $"{points.Columns[column]} · {Wording.Percent(fit.Apart)} elsewhere" };
    }

    static double At(Extent span, double step, int steps) => span.Low + (span.High - span.Low) * step / steps;

    double Density(int component, int column, double value)
    {
        var deviation = Deviation(component, column);
        var z = (value - mixture.Means[component][column]) / deviation;
        return mixture.Weights[component] / (deviation * Math.Sqrt(2 * Math.PI)) * Exponential.Of(-z * z / 2);
    }

    /// <summary>The share of the mixture that is below a value.</summary>
    double Below(int column, double value) => Enumerable.Range(0, mixture.Components).Sum(c =>
        mixture.Weights[c] * StandardNormal.Cumulative((value - mixture.Means[c][column]) / Deviation(c, column)));

    double Deviation(int component, int column) => Math.Sqrt(mixture.Variance(component, column));

    /// <param name="Span">Of the bins.</param>
    /// <param name="Shares">Of all rows, in each bin.</param>
    /// <param name="Apart">The share of the rows that would have to move for the mixture to be right (total variation).</param>
    sealed record ColumnFit(Extent Span, double[] Shares, double Apart);
}
