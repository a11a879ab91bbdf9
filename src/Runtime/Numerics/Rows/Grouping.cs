namespace Runtime.Numerics.Rows;

/// <summary>Rows in groups, ordered by their keys.</summary>
/// <param name="OfRow">The group of each row; −1 when it is in none.</param>
/// <param name="Starts">Where the rows of each group begin when they stand group by group, and where the last ends.</param>
public sealed record Grouping(int[] OfRow, int[] Starts)
{
    int[]? rows;

    public int Count => Starts.Length - 1;

    /// <summary>How many rows are in groups.</summary>
    public int Grouped => Starts[^1];

    /// <summary>The rows by group, ascending in each; made when first asked for.</summary>
    public int[] Rows => LazyInitializer.EnsureInitialized(ref rows, ByGroup);

    public int SizeOf(int group) => Starts[group + 1] - Starts[group];

    public ReadOnlySpan<int> RowsOf(int group) => Rows.AsSpan(Starts[group], SizeOf(group));

    /// <summary>A group for each rank; rows without one are in none.</summary>
    public static Grouping Of(Ranks ranks) => Of(ranks.OfRow, ranks.Count);

    /// <param name="groups">The group of each row, 0..<paramref name="count"/>−1; −1 for none.</param>
    public static Grouping Of(int[] groups, int count)
    {
        var starts = new int[count + 1];
        foreach (var group in groups) if (group >= 0) starts[group + 1]++;
        for (var group = 0; group < count; group++) starts[group + 1] += starts[group];
        return new(groups, starts);
    }

    int[] ByGroup()
    {
        var (byGroup, next) = (new int[Grouped], Starts[..Count]);
        for (var row = 0; row < OfRow.Length; row++) if (OfRow[row] >= 0) byGroup[next[OfRow[row]]++] = row;
        return byGroup;
    }

    /// <summary>Runs <paramref name="body"/> for every group, on all threads.</summary>
    public void ForEach(Work work, Action<int> body)
    {
        var parts = Math.Min(Count, 256);
        work.For(parts, part =>
        {
            var end = (int)((long)Count * (part + 1) / parts);
            for (var group = (int)((long)Count * part / parts); group < end; group++) body(group);
        });
    }

    /// <summary>So many of each group's rows, drawn by chance; ascending.</summary>
    /// <remarks>
    /// The whole number of rows is shared out by largest remainders (Hamilton's method), the earlier group first when
    /// equal.
    /// </remarks>
    public int[] Sample(int count, Func<int, RandomStream> randomOf)
    {
        var quotas = Enumerable.Range(0, Count).Select(g => (double)count * SizeOf(g) / Math.Max(1, Grouped)).ToArray();
        var takes = Array.ConvertAll(quotas, q => (int)q);
        var byRemainder = Enumerable.Range(0, Count).OrderByDescending(g => quotas[g] - takes[g]).ThenBy(g => g);
        foreach (var group in byRemainder.Take(count - takes.Sum())) takes[group]++;
        int[] chosen = [.. Enumerable.Range(0, Count)
            .SelectMany(g => RowChoice.Sample(SizeOf(g), takes[g], randomOf(g)).Select(i => Rows[Starts[g] + i]))];
        Array.Sort(chosen);
        return chosen;
    }
}
