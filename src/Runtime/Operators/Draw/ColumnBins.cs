using Runtime.Charts;
using Runtime.Numerics;

namespace Runtime.Operators.Draw;

/// <summary>Equal bins over the values of a column, and how many rows of each group are in them.</summary>
/// <param name="Counts">[group][bin].</param>
/// <param name="IsLog">The bins are equal by factors.</param>
sealed record ColumnBins(Extent Span, int[][] Counts, bool IsLog)
{
    // Values looked at for the width of bins.
    const int Looked = 20_000;

    /// <param name="group">Of each row; rows below zero and those without a value are left out.</param>
    /// <param name="count">Bins; by Freedman and Diaconis's rule when not given, whole steps for whole numbers.</param>
    public static ColumnBins Of(double[] values, int[]? group, int groups, int? count, bool isLog)
    {
        var there = values.Where(v => double.IsFinite(v) && (!isLog || v > 0)).ToArray();
        if (there.Length == 0) return new(new(0, 1), [.. Enumerable.Range(0, groups).Select(_ => new int[1])], isLog);
        var (low, high) = (there.Min(), there.Max());
        if (low == high) (low, high) = isLog ? (low / 2, high * 2) : (low - 0.5, high + 0.5);
        var bins = count ?? FewRows.Bins(Sampled(there, isLog));
        var isWhole = !isLog && count is null && high - low < 1e9 && Array.TrueForAll(there, v => v == Math.Floor(v));
        if (isWhole) (low, high, bins) = Whole(low, high, bins);
        var counts = Enumerable.Range(0, groups).Select(_ => new int[bins]).ToArray();
        var (from, width) = isLog ? (Logarithm.Of(low), Logarithm.Of(high / low)) : (low, high - low);
        for (var r = 0; r < values.Length; r++)
        {
            if (!double.IsFinite(values[r]) || isLog && values[r] <= 0 || group?[r] < 0) continue;
            var bin = (int)(((isLog ? Logarithm.Of(values[r]) : values[r]) - from) / width * bins);
            counts[group?[r] ?? 0][Math.Clamp(bin, 0, bins - 1)]++;
        }
        return new(new(low, high), counts, isLog);
    }

    static (double Low, double High, int Bins) Whole(double low, double high, int bins)
    {
        var step = Math.Max(1, Math.Ceiling((high - low + 1) / bins));
        if (high - low < 60) step = 1;
        var count = (int)Math.Ceiling((high - low + 1) / step);
        return (low - 0.5, low - 0.5 + count * step, count);
    }

    static double[] Sampled(double[] values, bool isLog)
    {
        var every = Math.Max(1, values.Length / Looked);
        return [.. values.Where((_, i) => i % every == 0).Select(v => isLog ? Logarithm.Of(v) : v)];
    }
}
