namespace Runtime.Numerics.Rows;

/// <summary>Which rows of another table have the same key as each row here.</summary>
/// <param name="GroupOf">The group of each row here; −1 without a key.</param>
/// <param name="Starts">Where the rows of each group begin in <paramref name="Others"/>, and where the last ends.</param>
/// <param name="Others">The rows there, by group, ascending in each.</param>
public sealed record RowMatches(int[] GroupOf, int[] Starts, int[] Others)
{
    /// <param name="keys">The columns of the key, the rows here above those there; what is missing matches nothing.</param>
    public static RowMatches Of(IReadOnlyList<Column> keys, int rowsHere, Work work)
    {
        var groups = EqualRows.Of(keys, missingIsAValue: false, work);
        var there = groups.OfRow.AsSpan(rowsHere);
        var starts = new int[groups.First.Length + 1];
        foreach (var group in there) if (group >= 0) starts[group + 1]++;
        for (var group = 0; group < groups.First.Length; group++) starts[group + 1] += starts[group];
        var (others, next) = (new int[starts[^1]], starts[..^1]);
        for (var row = 0; row < there.Length; row++) if (there[row] >= 0) others[next[there[row]]++] = row;
        return new(groups.OfRow[..rowsHere], starts, others);
    }

    /// <summary>Rows here without a key.</summary>
    public int Keyless => GroupOf.AsSpan().Count(-1);

    /// <summary>How many rows there match a row here.</summary>
    public int CountOf(int row) => GroupOf[row] is >= 0 and var group ? Starts[group + 1] - Starts[group] : 0;

    /// <summary>How many pairs there are, which may be more than an array holds.</summary>
    public long Count(bool keepAlone)
    {
        var count = 0L;
        for (var row = 0; row < GroupOf.Length; row++) count += Math.Max(CountOf(row), keepAlone ? 1 : 0);
        return count;
    }

    /// <summary>Each row here with each of its matches, in their order; where a row has none, alone (−1) or not at all.</summary>
    public (int[] Here, int[] There) Pairs(bool keepAlone)
    {
        var (here, there, at) = (new int[Count(keepAlone)], new int[Count(keepAlone)], 0);
        for (var row = 0; row < GroupOf.Length; row++)
        {
            var count = CountOf(row);
            if (count == 0 && !keepAlone) continue;
            here.AsSpan(at, Math.Max(1, count)).Fill(row);
            if (count == 0) there[at] = -1;
            else Others.AsSpan(Starts[GroupOf[row]], count).CopyTo(there.AsSpan(at));
            at += Math.Max(1, count);
        }
        return (here, there);
    }

    /// <summary>The rows there that no row here matches, ascending; those without a key are among them.</summary>
    /// <param name="rowsThere">How many rows there are there.</param>
    public int[] Unmatched(int rowsThere)
    {
        var (reached, matched) = (new bool[Starts.Length - 1], new bool[rowsThere]);
        foreach (var group in GroupOf) if (group >= 0) reached[group] = true;
        for (var group = 0; group < reached.Length; group++)
            if (reached[group]) foreach (var row in Others.AsSpan(Starts[group]..Starts[group + 1])) matched[row] = true;
        return [.. Enumerable.Range(0, rowsThere).Where(r => !matched[r])];
    }
}
