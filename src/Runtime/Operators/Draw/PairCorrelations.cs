using Runtime.Charts;
using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Draw;

/// <summary>Pearson's r of every pair of columns on the axes that they are drawn on: of all rows, and pooled within groups.</summary>
/// <param name="groups">The moments of each group, by the place of the pair.</param>
sealed class PairCorrelations(PairMoments[][] groups)
{
    // What is smaller is written as zero.
    const double Seen = 0.005;

    /// <summary>For the pairs of a chart; none where no two columns go together, as of principal components.</summary>
    public IReadOnlyList<PairCorrelation> ToShow()
    {
        PairCorrelation[] all = [.. Enumerable.Range(0, groups[0].Length).Select(At)];
        return Array.Exists(all, r => Math.Abs(r.All) >= Seen || Math.Abs(r.Within ?? 0) >= Seen) ? all : [];
    }

    public PairCorrelation At(int pair)
    {
        var own = Array.ConvertAll(groups, g => g[pair]);
        var all = own.Aggregate((one, next) => one.Merge(next)).Correlation;
        return own.Length < 2 ? new(all) : new(all, new PairMoments(own.Sum(m => m.Count), 0, 0, own.Sum(m => m.SquaresX),
            own.Sum(m => m.SquaresY), own.Sum(m => m.Products)).Correlation);
    }

    /// <summary>Of the rows themselves, where they are few.</summary>
    /// <param name="group">Of each row; null when all are one.</param>
    public static PairCorrelations OfRows(Matrix matrix, int[]? group, int count) => new([.. Enumerable.Range(0, count).Select(g =>
    {
        int[] rows = [.. Enumerable.Range(0, matrix.Rows).Where(r => group is null || group[r] == g)];
        double[][] columns = [.. Enumerable.Range(0, matrix.Columns).Select(j => Array.ConvertAll(rows, r => matrix[r, j]))];
        return Pairs(matrix.Columns, (i, j) => PairMoments.WhereBoth(columns[i], columns[j]));
    })]);

    /// <summary>Of the middles of bins.</summary>
    public static PairCorrelations OfBins(PairCounts counts, PairBins bins) => new([.. counts.Densities.Select(group =>
        Pairs(bins.Counts.Length, (i, j) => Of(group[PairGroup.PairIndex(i, j, bins.Counts.Length)], bins.Counts[j])))]);

    static PairMoments[] Pairs(int columns, Func<int, int, PairMoments> of) =>
        [.. Enumerable.Range(0, columns).SelectMany(i => Enumerable.Range(i + 1, columns - i - 1).Select(j => of(i, j)))];

    /// <summary>Sums of whole numbers, so that nothing is lost in them.</summary>
    /// <param name="up">Bins of the second column.</param>
    static PairMoments Of(int[] counts, int up)
    {
        double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
        for (var bin = 0; bin < counts.Length; bin++)
        {
            if (counts[bin] == 0) continue;
            double rows = counts[bin], across = bin / up, above = bin % up;
            (n, x, y) = (n + rows, x + rows * across, y + rows * above);
            (xx, yy, xy) = (xx + rows * across * across, yy + rows * above * above, xy + rows * across * above);
        }
        return n == 0 ? default : new((long)n, x / n, y / n, xx - x * x / n, yy - y * y / n, xy - x * y / n);
    }
}
