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
    /// <param name="within">Values outside are left out, too.</param>
    public static ColumnBins Of(ReadOnlySpan<double> values, int[]? group, int groups, int? count, bool isLog, Extent? within = null)
    {
        var room = within ?? new(isLog ? double.Epsilon : double.MinValue, double.MaxValue);
        var (low, high, found) = Range(values, room);
        if (found == 0) return new(new(0, 1), [.. Enumerable.Range(0, groups).Select(_ => new int[1])], isLog);
        if (low == high) (low, high) = isLog ? (low / 2, high * 2) : (low - 0.5, high + 0.5);
        var bins = count ?? FewRows.Bins(Sampled(values, room, found, isLog));
        if (!isLog && count is null && high - low < 1e9 && AreWhole(values, room)) (low, high, bins) = Whole(low, high, bins);
        var counts = Enumerable.Range(0, groups).Select(_ => new int[bins]).ToArray();
        var (from, width) = isLog ? (Logarithm.Of(low), Logarithm.Of(high / low)) : (low, high - low);
        for (var r = 0; r < values.Length; r++)
        {
            if (!(values[r] >= room.Low && values[r] <= room.High) || group?[r] < 0) continue;
            var bin = (int)(((isLog ? Logarithm.Of(values[r]) : values[r]) - from) / width * bins);
            counts[group?[r] ?? 0][Math.Clamp(bin, 0, bins - 1)]++;
        }
        return new(new(low, high), counts, isLog);
    }

    /// <summary>The least and the greatest of the values within, and how many they are.</summary>
    static (double Low, double High, int Found) Range(ReadOnlySpan<double> values, Extent room)
    {
        var (low, high, found) = (double.PositiveInfinity, double.NegativeInfinity, 0);
        foreach (var value in values)
        {
            if (!(value >= room.Low && value <= room.High)) continue;
            (low, high, found) = (Math.Min(low, value), Math.Max(high, value), found + 1);
        }
        return (low, high, found);
    }

    static bool AreWhole(ReadOnlySpan<double> values, Extent room)
    {
        foreach (var value in values) if (value >= room.Low && value <= room.High && value != Math.Floor(value)) return false;
        return true;
    }

    static (double Low, double High, int Bins) Whole(double low, double high, int bins)
    {
        var step = Math.Max(1, Math.Ceiling((high - low + 1) / bins));
        if (high - low < 60) step = 1;
        var count = (int)Math.Ceiling((high - low + 1) / step);
        return (low - 0.5, low - 0.5 + count * step, count);
    }

    static double[] Sampled(ReadOnlySpan<double> values, Extent room, int found, bool isLog)
    {
        var (every, next, sample) = (Math.Max(1, found / Looked), 0, new List<double>());
        foreach (var value in values)
        {
            if (!(value >= room.Low && value <= room.High) || next-- > 0) continue;
            sample.Add(isLog ? Logarithm.Of(value) : value);
            next = every - 1;
        }
        return [.. sample];
    }
}
