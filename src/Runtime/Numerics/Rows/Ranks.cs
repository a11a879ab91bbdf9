using Runtime.Numerics.Statistics;

namespace Runtime.Numerics.Rows;

/// <summary>The place of each row's value among the distinct values, ascending: numbers by size, texts by code point.</summary>
/// <param name="OfRow">n ranks in 0..Count−1; −1 where the value is missing.</param>
/// <param name="Count">How many distinct values there are.</param>
public sealed record Ranks(int[] OfRow, int Count)
{
    /// <summary>The ranks of one column.</summary>
    public static Ranks Of(Column column, Work work) => column switch
    {
        NumberColumn numbers => OfNumbers(numbers, work),
        TextColumn text => OfWords(text),
        LabelColumn labels => OfNumbers(labels.Numbers, work),
        _ => throw new NotSupportedException(column.GetType().Name),
    };

    /// <summary>The ranks of tuples of values, the first column first.</summary>
    /// <param name="missingIsAValue">A missing value counts as one, before all others; otherwise a tuple that has one is missing.</param>
    public static Ranks Of(IReadOnlyList<Column> columns, bool missingIsAValue, Work work)
    {
        var whole = Prepared(Of(columns[0], work), missingIsAValue);
        foreach (var column in columns.Skip(1)) whole = Joined(whole, Prepared(Of(column, work), missingIsAValue), work);
        return whole;
    }

    /// <summary>The rows in the order of their ranks; equal ones keep their order, missing ones are last either way.</summary>
    public int[] Order(bool descending)
    {
        var starts = new int[Count + 2];
        foreach (var rank in OfRow) starts[Place(rank) + 1]++;
        for (var place = 0; place <= Count; place++) starts[place + 1] += starts[place];
        var rows = new int[OfRow.Length];
        for (var row = 0; row < rows.Length; row++) rows[starts[Place(OfRow[row])]++] = row;
        return rows;

        int Place(int rank) => rank < 0 ? Count : descending ? Count - 1 - rank : rank;
    }

    /// <summary>The first row of each rank.</summary>
    public int[] FirstRows()
    {
        var first = new int[Count];
        for (var row = OfRow.Length - 1; row >= 0; row--) if (OfRow[row] >= 0) first[OfRow[row]] = row;
        return first;
    }

    static Ranks OfNumbers(NumberColumn column, Work work)
    {
        var distinct = Distribution.Of(column.Values);
        var ranks = new int[column.Rows];
        work.ForBlocks(ranks.Length, (start, end) =>
        {
            for (var row = start; row < end; row++)
                ranks[row] = double.IsNaN(column.Values[row]) ? -1 : distinct.Values.BinarySearch(column.Values[row]);
        });
        return new(ranks, distinct.Distinct);
    }

    static Ranks OfWords(TextColumn column)
    {
        var used = new bool[column.Words.Count];
        foreach (var code in column.Codes) if (code >= 0) used[code] = true;
        int[] codes = [.. Enumerable.Range(0, used.Length).Where(c => used[c])];
        Array.Sort(codes, (a, b) => column.Words.Utf8(a).SequenceCompareTo(column.Words.Utf8(b)));
        var rankOf = new int[used.Length];
        for (var rank = 0; rank < codes.Length; rank++) rankOf[codes[rank]] = rank;
        return new(Array.ConvertAll(column.Codes.ToArray(), c => c < 0 ? -1 : rankOf[c]), codes.Length);
    }

    static Ranks Prepared(Ranks ranks, bool missingIsAValue) =>
        missingIsAValue && ranks.OfRow.AsSpan().Contains(-1) ? new(Array.ConvertAll(ranks.OfRow, r => r + 1), ranks.Count + 1) : ranks;

    static Ranks Joined(Ranks first, Ranks second, Work work)
    {
        work.Cancel.ThrowIfCancellationRequested();
        var keys = new long[first.OfRow.Length];
        for (var row = 0; row < keys.Length; row++)
            keys[row] = first.OfRow[row] < 0 || second.OfRow[row] < 0 ? -1 : (long)first.OfRow[row] * second.Count + second.OfRow[row];
        var distinct = Array.FindAll(keys, k => k >= 0);
        Array.Sort(distinct);
        var count = 0;
        for (var i = 0; i < distinct.Length; i++) if (i == 0 || distinct[i] != distinct[count - 1]) distinct[count++] = distinct[i];
        var ranks = new int[keys.Length];
        work.ForBlocks(ranks.Length, (start, end) =>
        {
            for (var row = start; row < end; row++) ranks[row] = keys[row] < 0 ? -1 : Array.BinarySearch(distinct, 0, count, keys[row]);
        });
        return new(ranks, count);
    }
}
