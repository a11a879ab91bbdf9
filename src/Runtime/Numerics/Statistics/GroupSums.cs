namespace Runtime.Numerics.Statistics;

/// <summary>What sums of groups are taken about, so that groups far from zero lose nothing.</summary>
/// <param name="Middle">d numbers: the means of all rows.</param>
/// <param name="Groups">How many groups; rows with a negative code are in the last one.</param>
public sealed record GroupState(double[] Middle, int Groups);

/// <summary>How many rows each group has, and the sums of their columns about the middle of all rows.</summary>
/// <param name="Sizes">Rows in each group.</param>
/// <param name="Sums">groups · d.</param>
public sealed record GroupSums(long[] Sizes, double[] Sums) : IAggregate<GroupSums, GroupState>
{
    /// <summary>Of rows whose group is their first code.</summary>
    public static GroupSums Of(RowBlock rows, GroupState state)
    {
        var d = rows.Columns;
        var codes = rows.Codes(0);
        var (sizes, sums) = (new long[state.Groups], new double[state.Groups * d]);
        foreach (var code in codes) sizes[Group(code)]++;
        for (var j = 0; j < d; j++)
        {
            var numbers = rows.Numbers(j);
            for (var r = 0; r < numbers.Length; r++) sums[Group(codes[r]) * d + j] += numbers[r] - state.Middle[j];
        }
        return new(sizes, sums);

        int Group(int code) => code < 0 ? state.Groups - 1 : code;
    }

    public GroupSums Merge(GroupSums next)
    {
        for (var g = 0; g < Sizes.Length; g++) Sizes[g] += next.Sizes[g];
        for (var i = 0; i < Sums.Length; i++) Sums[i] += next.Sums[i];
        return this;
    }

    public void Write(BinaryWriter to)
    {
        to.WriteAll<long>(Sizes);
        to.WriteAll<double>(Sums);
    }

    public static GroupSums Read(BinaryReader from) => new(from.ReadAll<long>(), from.ReadAll<double>());
}
