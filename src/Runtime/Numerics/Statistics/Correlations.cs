namespace Runtime.Numerics.Statistics;

/// <summary>How two columns are held against each other.</summary>
public enum CorrelationMethod
{
    Pearson,
    Spearman,
    Kendall,
}

/// <summary>The correlation of two columns and the rows where both are present.</summary>
/// <param name="Value">NaN when a column is constant over them.</param>
public readonly record struct CorrelatedPair(int First, int Second, double Value, long Rows);

/// <summary>The correlations of all pairs of columns, some of them at a time: thousands of columns never make a matrix.</summary>
public sealed class Correlations
{
    /// <summary>Columns whose pairs are computed together.</summary>
    const int Together = 32;

    readonly double[][] columns;
    readonly int rows;
    readonly CorrelationMethod method;
    readonly ColumnOrigins? origins;
    readonly bool[] isComplete;

    /// <summary>For rank correlations: the places of columns without gaps.</summary>
    readonly double[]?[] ranks;

    /// <param name="columns">d columns of n numbers, NaN where missing.</param>
    public Correlations(double[][] columns, int rows, CorrelationMethod method, Work work)
    {
        (this.columns, this.rows, this.method) = (columns, rows, method);
        origins = method == CorrelationMethod.Pearson ? ColumnOrigins.Of(columns, work) : null;
        isComplete = new bool[columns.Length];
        ranks = new double[columns.Length][];
        work.For(columns.Length, c =>
        {
            isComplete[c] = !Array.Exists(columns[c], double.IsNaN);
            if (isComplete[c] && method == CorrelationMethod.Spearman) ranks[c] = RowSeries.Rank(columns[c]);
        });
    }

    /// <summary>Gives every pair i ≤ j once, on all threads and in any order; those of one i in the order of j.</summary>
    public void ForEach(Work work, Action<IEnumerable<CorrelatedPair>> pairs)
    {
        var parts = (columns.Length + Together - 1) / Together;
        // With few columns there are rows enough for the threads, or there is little to do.
        if (parts <= 2)
            for (var part = 0; part < parts; part++) pairs(Pairs(part, work));
        else
            work.For(parts, part =>
            {
                work.Report("correlating columns");
                pairs(Pairs(part, Work.Alone));
            });
    }

    IEnumerable<CorrelatedPair> Pairs(int part, Work work)
    {
        var (first, end) = (part * Together, Math.Min(columns.Length, (part + 1) * Together));
        var moments = origins is null ? null : CoMoments.Of(columns, rows, origins with { Wanted = (first, end) }, work);
        for (var i = first; i < end; i++)
        {
            work.Cancel.ThrowIfCancellationRequested();
            for (var j = i; j < columns.Length; j++)
                yield return moments is not null ? new(i, j, moments.Correlation(i, j), moments.Rows(i, j)) : OfOrder(i, j);
        }
    }

    CorrelatedPair OfOrder(int i, int j)
    {
        if (ranks[i] is { } x && ranks[j] is { } y) return new(i, j, RankCorrelation.OfRanks(x, y), rows);
        var (a, b) = isComplete[i] && isComplete[j] ? (columns[i], columns[j]) : WhereBoth(columns[i], columns[j]);
        return new(i, j, method == CorrelationMethod.Kendall ? RankCorrelation.Kendall(a, b) : RankCorrelation.Spearman(a, b), a.Length);
    }

    static (double[] X, double[] Y) WhereBoth(double[] x, double[] y)
    {
        int[] both = [.. Enumerable.Range(0, x.Length).Where(r => !double.IsNaN(x[r]) && !double.IsNaN(y[r]))];
        return (Array.ConvertAll(both, r => x[r]), Array.ConvertAll(both, r => y[r]));
    }
}
