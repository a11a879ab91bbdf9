using Runtime.Numerics.Density;
using Runtime.Numerics.Statistics;

namespace Runtime.Numerics.Explanation;

/// <summary>How far each group is from the rest, column by column.</summary>
/// <param name="Sizes">Rows in each group.</param>
/// <param name="Means">[group][column].</param>
/// <param name="Effects">
/// [group][column]: mean of the group minus mean of the rest, over the pooled standard deviation (divisor n − 2); 0 without a spread.
/// </param>
/// <param name="Dominance">
/// [group][column]: the share of pairs in which the group's value is greater minus that in which the other is (Cliff's δ), −1 to 1.
/// </param>
/// <param name="Explained">Of each column: the share of its variance that lies between the groups (η²); 0 without a spread.</param>
/// <param name="HeavyTails">Of each column: few far values make its standard deviation, so that the dominance says more.</param>
/// <remarks>Cohen 1988, Statistical Power Analysis; Cliff 1993, Psychological Bulletin 114(3).</remarks>
public sealed record GroupEffects(long[] Sizes, double[][] Means, double[][] Effects, double[][] Dominance, double[] Explained,
    bool[] HeavyTails)
{
    /// <summary>How many times the standard deviation is that which the middle half of the values has in a normal column.</summary>
    const double Heavy = 2;

    /// <param name="labels">n group numbers, each from 0.</param>
    /// <param name="groups">At least two.</param>
    /// <exception cref="NumericsException">A column spans a range whose sums overflow or vanish.</exception>
    public static GroupEffects Of(Matrix points, int[] labels, int groups, Work work)
    {
        var d = points.Columns;
        Ranges.DemandSquares(points, work);
        var sizes = new long[groups];
        foreach (var label in labels) sizes[label]++;
        double[][] Table() => [.. Enumerable.Range(0, groups).Select(_ => new double[d])];
        var (means, effects, dominance, explained, heavy) = (Table(), Table(), Table(), new double[d], new bool[d]);
        work.For(d, j =>
        {
            var (mean, squares) = MeansAndSquares(points[j], labels, sizes);
            explained[j] = Between(mean, squares, sizes);
            var ranks = RankSums(points[j], labels, groups, work, out var quarters);
            for (var g = 0; g < groups; g++)
            {
                (means[g][j], effects[g][j]) = (mean[g], Effect(g, mean, squares, sizes));
                dominance[g][j] = Cliff(ranks[g], sizes[g], points.Rows - sizes[g]);
            }
            var sd = Moments.Of(points[j]).StandardDeviation(1);
            heavy[j] = sd > 0 && (quarters.High - quarters.Low) / 1.349 * Heavy < sd;
        });
        return new(sizes, means, effects, dominance, explained, heavy);
    }

    static (double[] Means, double[] Squares) MeansAndSquares(ReadOnlySpan<double> values, int[] labels, long[] sizes)
    {
        var (means, squares, first) = (new double[sizes.Length], new double[sizes.Length], values[0]);
        for (var row = 0; row < values.Length; row++) means[labels[row]] += values[row] - first;
        for (var g = 0; g < means.Length; g++) means[g] = sizes[g] == 0 ? double.NaN : first + means[g] / sizes[g];
        for (var row = 0; row < values.Length; row++)
        {
            var apart = values[row] - means[labels[row]];
            squares[labels[row]] += apart * apart;
        }
        return (means, squares);
    }

    static double Between(double[] means, double[] squares, long[] sizes)
    {
        double all = sizes.Sum(), mean = 0, between = 0;
        for (var g = 0; g < means.Length; g++) if (sizes[g] > 0) mean += sizes[g] / all * means[g];
        for (var g = 0; g < means.Length; g++) if (sizes[g] > 0) between += sizes[g] * (means[g] - mean) * (means[g] - mean);
        return between > 0 ? between / (between + squares.Sum()) : 0;
    }

    static double Effect(int group, double[] means, double[] squares, long[] sizes)
    {
        var (rest, sum) = (sizes.Sum() - sizes[group], 0.0);
        if (rest == 0 || sizes[group] == 0) return 0;
        for (var g = 0; g < means.Length; g++) if (g != group && sizes[g] > 0) sum += sizes[g] * (means[g] - means[group]);
        var (other, within) = (means[group] + sum / rest, squares[group]);
        for (var g = 0; g < means.Length; g++)
            if (g != group && sizes[g] > 0) within += squares[g] + sizes[g] * (means[g] - other) * (means[g] - other);
        var freedom = sizes[group] + rest - 2;
        return freedom > 0 && within > 0 ? (means[group] - other) / Math.Sqrt(within / freedom) : 0;
    }

    /// <summary>The sum of each group's ranks, equal values sharing theirs, and the quartiles of all.</summary>
    static double[] RankSums(ReadOnlySpan<double> column, int[] labels, int groups, Work work, out (double Low, double High) quarters)
    {
        var (order, sums) = (RadixSort.Order(column, work), new double[groups]);
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && column[order[end]] == column[order[start]];) end++;
            for (var i = start; i < end; i++) sums[labels[order[i]]] += (start + 1 + end) / 2.0;
        }
        quarters = (column[order[order.Length / 4]], column[order[(int)(order.Length * 3L / 4)]]);
        return sums;
    }

    static double Cliff(double ranks, long size, long rest) =>
        size == 0 || rest == 0 ? 0 : 2 * (ranks - size * (size + 1.0) / 2) / ((double)size * rest) - 1;
}
