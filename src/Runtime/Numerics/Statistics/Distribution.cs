namespace Runtime.Numerics.Statistics;

/// <summary>The distinct values of a column in ascending order and how often each occurs; missing ones (NaN) are left out.</summary>
/// <remarks>
/// An aggregate: distributions of parts merge into that of the whole. Quantiles, distinct values and the most frequent ones
/// are exact.
/// </remarks>
public sealed class Distribution : IAggregate<Distribution, int>
{
    readonly double[] values;
    readonly int[] ends;

    Distribution(double[] values, int[] ends) => (this.values, this.ends) = (values, ends);

    public int Distinct => values.Length;

    /// <summary>How many values are present.</summary>
    public int Count => ends.Length == 0 ? 0 : ends[^1];

    public ReadOnlySpan<double> Values => values;

    public int CountOf(int index) => index == 0 ? ends[0] : ends[index] - ends[index - 1];

    /// <summary>Of n numbers, in time that grows with n alone.</summary>
    public static Distribution Of(ReadOnlySpan<double> numbers) =>
        ValueCounter.TryCount(numbers) is var (distinct, counts)
            ? new(distinct, RunningSum(counts))
            : OfSorted(SortedNumbers.Ascending(numbers));

    /// <summary>Of one of the columns.</summary>
    public static Distribution Of(RowBlock rows, int column) => Of(rows.Numbers(column));

    /// <param name="share">0 for the least value, 1 for the greatest.</param>
    /// <returns>The quantile with linear interpolation (Hyndman &amp; Fan 1996, type 7; numpy's default); NaN without values.</returns>
    public double Quantile(double share)
    {
        if (Count == 0) return double.NaN;
        var position = share * (Count - 1);
        var below = (int)Math.Floor(position);
        return Interpolation.At(At(below), At(Math.Min(below + 1, Count - 1)), position - below);
    }

    public Distribution Merge(Distribution other)
    {
        var (distinct, counts) = (new List<double>(), new List<int>());
        for (int i = 0, j = 0; i < Distinct || j < other.Distinct;)
        {
            var left = i < Distinct ? values[i] : double.PositiveInfinity;
            var right = j < other.Distinct ? other.values[j] : double.PositiveInfinity;
            distinct.Add(Math.Min(left, right));
            counts.Add((left <= right ? CountOf(i++) : 0) + (right <= left ? other.CountOf(j++) : 0));
        }
        return new([.. distinct], RunningSum([.. counts]));
    }

    public void Write(BinaryWriter to)
    {
        to.WriteAll<double>(values);
        to.WriteAll<int>(ends);
    }

    public static Distribution Read(BinaryReader from) => new(from.ReadAll<double>(), from.ReadAll<int>());

    /// <summary>The value at a rank, from 0.</summary>
    double At(int rank)
    {
        var found = Array.BinarySearch(ends, rank);
        return values[found >= 0 ? found + 1 : ~found];
    }

    static Distribution OfSorted(double[] sorted)
    {
        var distinct = 0;
        var ends = new int[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[distinct - 1]) sorted[distinct++] = sorted[i];
            ends[distinct - 1] = i + 1;
        }
        Array.Resize(ref sorted, distinct);
        Array.Resize(ref ends, distinct);
        return new(sorted, ends);
    }

    static int[] RunningSum(int[] counts)
    {
        for (var i = 1; i < counts.Length; i++) counts[i] += counts[i - 1];
        return counts;
    }
}
