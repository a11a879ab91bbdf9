using Runtime.Charts;
using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Draw;

/// <summary>What a pair plot shows of some points: axes, counts, the rows themselves where they are few, and what stands out.</summary>
sealed record PairView(Points Points, AxisPlan Plan, PairBins Bins, PairCounts Counts, int[]? Groups)
{
    // A correlation or a share of the variance from here on is worth a word.
    const double WorthAWord = 0.1;

    public IReadOnlyList<PairAxis> Axes =>
        [.. (Model?.AxisTitles ?? Points.Columns).Select((title, j) => Plan.Axis(title, j, Bins))];

    Projection? Model =>
        Points.Chain is [.., var last] && last.Name == Points.Name && last.Outputs.Count == Points.Columns.Count ? last : null;

    bool AreFew => FewRows.Fit(Points.Matrix.Rows, Points.Columns.Count);

    public static PairView Of(Points points, Matrix matrix, int[]? groups, int count, int most, Work work)
    {
        var plan = AxisPlan.Even(matrix);
        var view = new PairView(points, plan, PairBins.Of(matrix, count, most, work), null!, groups);
        view = view.Counted(view.Model?.IsOfOneUnit is true ? OneUnit(view.Bins) : view.Bins, work);
        if (view.Model is null && plan.Bent(view.Counts) is { } bent)
            view = (view with { Plan = bent }).Counted(PairBins.Of(bent.Matrix, count, most, work), work);
        return view.AreFew ? view.Counted(view.Coarse(most), work) : view;
    }

    /// <summary>The values of each axis of a group's rows; null when there are too many.</summary>
    public double[][]? PointsOf(int group) => !AreFew ? null
        : [.. Enumerable.Range(0, Points.Columns.Count).Select(j => Chosen(group).Select(r =>
            FewRows.Rounded(Points.Matrix[r, j], Axes[j].High - Axes[j].Low)).ToArray())];

    /// <summary>How far columns go together, on the axes that they are drawn on.</summary>
    public PairCorrelations Correlations() =>
        AreFew ? PairCorrelations.OfRows(Plan.Matrix, Groups, Counts.Histograms.Length) : PairCorrelations.OfBins(Counts, Bins);

    /// <summary>In words: where groups differ most, or which columns go together.</summary>
    public string Finding(Labeling? labeling, PairCorrelations correlations)
    {
        var rows = Wording.Plural(Points.Matrix.Rows, "row");
        if (labeling is not null) return Counts.Histograms.Length < 2 ? $"{rows}." : $"{rows}. {Apart(labeling)}";
        var (first, second, r) = Strongest(correlations);
        return Math.Abs(r) < WorthAWord ? $"{rows}; no two columns go together." : $"{rows}. "
            + $"`{Points.Columns[first]}` and `{Points.Columns[second]}` go together most (r = {Wording.Number(r)}).";
    }

    IEnumerable<int> Chosen(int group) =>
        Enumerable.Range(0, Points.Matrix.Rows).Where(r => Groups is null || Groups[r] == group);

    PairView Counted(PairBins bins, Work work) =>
        this with { Bins = bins, Counts = PairCounts.Of(Plan.Matrix, Groups, bins, work) };

    /// <summary>As many bins as few rows fill; steps that are whole stay so.</summary>
    PairBins Coarse(int most)
    {
        var (high, counts) = ((double[])Bins.High.Clone(), (int[])Bins.Counts.Clone());
        for (var j = 0; j < counts.Length; j++)
        {
            var (wanted, span) = (FewRows.Bins(Plan.Matrix.Column(j)), Bins.High[j] - Bins.Low[j]);
            var step = span / counts[j];
            if (counts[j] == most) counts[j] = wanted;
            else if (wanted < counts[j])
            {
                step *= Math.Ceiling(span / wanted / step);
                counts[j] = (int)Math.Ceiling(span / step);
                high[j] = Bins.Low[j] + counts[j] * step;
            }
        }
        return Bins with { High = high, Counts = counts };
    }

    /// <summary>All axes equally long, so that distances can be compared.</summary>
    static PairBins OneUnit(PairBins bins)
    {
        var half = bins.Low.Zip(bins.High, (low, high) => high - low).Max() / 2;
        double[] middles = [.. bins.Low.Zip(bins.High, (low, high) => low + (high - low) / 2)];
        return bins with { Low = [.. middles.Select(m => m - half)], High = [.. middles.Select(m => m + half)] };
    }

    /// <summary>The column of which the groups explain most, as far as its bins tell.</summary>
    string Apart(Labeling labeling)
    {
        var shares = Enumerable.Range(0, Points.Columns.Count).Select(Explained).ToArray();
        var best = Array.IndexOf(shares, shares.Max());
        return shares[best] < WorthAWord ? $"No column by itself tells `{labeling.Name}` apart."
            : $"`{labeling.Name}` differs most in `{Points.Columns[best]}`, of whose variance it explains {Wording.Percent(shares[best])}.";
    }

    /// <summary>Variance between groups as a share of all of it (η²).</summary>
    double Explained(int column)
    {
        var groups = Counts.Histograms.Select(g => Moments(g[column])).ToArray();
        var (rows, sum, squares) = (groups.Sum(g => g.Rows), groups.Sum(g => g.Sum), groups.Sum(g => g.Squares));
        var whole = squares - sum * sum / Math.Max(rows, 1);
        return whole > 0 ? (groups.Where(g => g.Rows > 0).Sum(g => g.Sum * g.Sum / g.Rows) - sum * sum / rows) / whole : 0;
    }

    static (double Rows, double Sum, double Squares) Moments(int[] bins) =>
        (bins.Sum(n => (double)n), bins.Select((n, i) => (double)n * i).Sum(), bins.Select((n, i) => (double)n * i * i).Sum());

    (int First, int Second, double R) Strongest(PairCorrelations correlations)
    {
        var best = (First: 0, Second: 0, R: 0.0);
        for (var i = 0; i < Points.Columns.Count; i++)
        {
            for (var j = i + 1; j < Points.Columns.Count; j++)
            {
                var r = correlations.At(PairGroup.PairIndex(i, j, Points.Columns.Count)).All;
                if (Math.Abs(r) > Math.Abs(best.R)) best = (i, j, r);
            }
        }
        return best;
    }
}
