using Runtime.Numerics.Statistics;

namespace Runtime.Numerics.Rows;

/// <summary>The numbers of each group one behind the other, those that are missing left out.</summary>
/// <param name="values">Of all groups.</param>
/// <param name="starts">Where each group's begin; there may be room behind them.</param>
/// <param name="counts">How many each group has.</param>
sealed class GroupedNumbers(double[] values, int[] starts, int[] counts)
{
    public static GroupedNumbers Of(NumberColumn column, Grouping groups)
    {
        var (values, counts, source) = (new double[groups.Grouped], new int[groups.Count], column.Storage);
        var next = groups.Starts[..groups.Count];
        for (var row = 0; row < groups.OfRow.Length; row++)
        {
            if (groups.OfRow[row] is not (>= 0 and var group) || double.IsNaN(source[row])) continue;
            values[next[group]++] = source[row];
        }
        for (var group = 0; group < counts.Length; group++) counts[group] = next[group] - groups.Starts[group];
        return new(values, groups.Starts, counts);
    }

    public int CountOf(int group) => counts[group];

    /// <summary>Each group's in ascending order.</summary>
    public GroupedNumbers Sorted(Grouping groups, Work work)
    {
        var sorted = new GroupedNumbers([.. values], starts, counts);
        groups.ForEach(work, group => Sort(sorted.Of(group)));
        return sorted;
    }

    static void Sort(Span<double> numbers)
    {
        // Where the sweeps over digits pay for their tables of counts.
        const int Many = 4096;
        if (numbers.Length < Many) numbers.Sort();
        else SortedNumbers.Ascending(numbers).CopyTo(numbers);
    }

    /// <summary>Block by block: of one group as of a whole column.</summary>
    public Moments MomentsOf(int group, Work work) =>
        counts[group] <= Work.BlockRows ? Moments.Of(Of(group)) : MomentsOf(starts[group], counts[group], work);

    Moments MomentsOf(int first, int count, Work work)
    {
        var tree = new BlockTree<Moments, int>();
        work.ForBlocks(count, (start, end) => tree.Add(start / Work.BlockRows, Moments.Of(values.AsSpan(first + start, end - start))));
        return tree.Whole();
    }

    /// <summary>Of whole numbers exact before it is rounded once; of others block by block.</summary>
    public double SumOf(int group, bool isWhole)
    {
        var own = Of(group);
        if (isWhole && Exact(own) is { } exact) return exact;
        var sum = 0.0;
        for (var start = 0; start < own.Length; start += Work.BlockRows)
            sum += Lanes.Sum(own.Slice(start, Math.Min(Work.BlockRows, own.Length - start)));
        return sum;
    }

    /// <summary>Type 7 of Hyndman and Fan 1996, of sorted numbers.</summary>
    public double QuantileOf(int group, double share)
    {
        var own = Of(group);
        var position = share * (own.Length - 1);
        var below = (int)Math.Floor(position);
        return Interpolation.At(own[below], own[Math.Min(below + 1, own.Length - 1)], position - below);
    }

    Span<double> Of(int group) => values.AsSpan(starts[group], counts[group]);

    /// <summary>Null when a number is too large to be known as whole.</summary>
    static double? Exact(ReadOnlySpan<double> whole)
    {
        // A thousand whole numbers within ±2^53 fit into 64 bits.
        const int Few = 1000;
        Int128 sum = 0;
        for (var start = 0; start < whole.Length; start += Few)
        {
            var part = 0L;
            foreach (var value in whole.Slice(start, Math.Min(Few, whole.Length - start)))
            {
                if (!NumberColumn.IsWhole(value)) return null;
                part += (long)value;
            }
            sum += part;
        }
        return (double)sum;
    }
}
