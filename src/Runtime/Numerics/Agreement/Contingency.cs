namespace Runtime.Numerics.Agreement;

/// <summary>How many rows each label of one labeling shares with each label of another.</summary>
/// <remarks>
/// Sparse: only cells that hold rows. An aggregate: tables of parts of the rows merge into the table of them all.
/// Noise (−1) is a label like any other here, as in scikit-learn.
/// </remarks>
public sealed class Contingency : IAggregate<Contingency, Nothing>
{
    Contingency(Cell[] cells)
    {
        Cells = cells;
        (RowLabels, RowSizes) = Sum(cells, c => c.RowLabel);
        (ColumnLabels, ColumnSizes) = Sum(cells, c => c.ColumnLabel);
        foreach (var cell in cells) Total += cell.Count;
    }

    /// <summary>The cells with a count above zero, by row label, then column label.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>The labels of the first labeling that occur, ascending.</summary>
    public int[] RowLabels { get; }

    /// <summary>The labels of the second labeling that occur, ascending.</summary>
    public int[] ColumnLabels { get; }

    public long[] RowSizes { get; }

    public long[] ColumnSizes { get; }

    /// <summary>Each label of one is a label of the other: equal but for the names.</summary>
    public bool Identical => Cells.Count == RowLabels.Length && Cells.Count == ColumnLabels.Length;

    /// <summary>How many rows were counted.</summary>
    public long Total { get; }

    /// <summary>Counts the pairs of labels of n rows.</summary>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    public static Contingency Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length != b.Length) throw new ArgumentException("Both labelings need the same number of rows.", nameof(b));
        if (a.IsEmpty) return new Contingency([]);
        var (rows, columns) = (Range(a), Range(b));
        return (double)rows.Count * columns.Count <= Math.Max(1 << 16, 4.0 * a.Length)
            ? new Contingency(CountDense(a, b, rows, columns))
            : new Contingency(CountSparse(a, b));
    }

    /// <summary>Counts the pairs of the first two codes of a block.</summary>
    public static Contingency Of(RowBlock rows, Nothing state) => Of(rows.Codes(0), rows.Codes(1));

    public Contingency Merge(Contingency next) => new(
        [.. Cells.Concat(next.Cells)
            .GroupBy(c => (c.RowLabel, c.ColumnLabel))
            .Select(g => new Cell(g.Key.RowLabel, g.Key.ColumnLabel, g.Sum(c => c.Count)))
            .OrderBy(c => c.RowLabel).ThenBy(c => c.ColumnLabel)]);

    public void Write(BinaryWriter to) => to.WriteAll<Cell>(Cells.ToArray());

    public static Contingency Read(BinaryReader from) => new(from.ReadAll<Cell>());

    /// <summary>The table without the rows that either labeling calls noise.</summary>
    public Contingency WithoutNoise() => new([.. Cells.Where(c => c.RowLabel >= 0 && c.ColumnLabel >= 0)]);

    static (int First, long Count) Range(ReadOnlySpan<int> labels)
    {
        var (low, high) = (labels[0], labels[0]);
        foreach (var label in labels) (low, high) = (Math.Min(low, label), Math.Max(high, label));
        return (low, (long)high - low + 1);
    }

    static Cell[] CountDense(ReadOnlySpan<int> a, ReadOnlySpan<int> b, (int First, long Count) rows, (int First, long Count) columns)
    {
        var width = (int)columns.Count;
        var counts = new int[(int)rows.Count * width];
        for (var i = 0; i < a.Length; i++) counts[(a[i] - rows.First) * width + (b[i] - columns.First)]++;
        var cells = new List<Cell>();
        for (var at = 0; at < counts.Length; at++)
            if (counts[at] > 0) cells.Add(new Cell(at / width + rows.First, at % width + columns.First, counts[at]));
        return [.. cells];
    }

    static Cell[] CountSparse(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var pairs = new long[a.Length];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = ((long)a[i] << 32) | ((uint)b[i] ^ 0x80000000u);
        Array.Sort(pairs);
        var cells = new List<Cell>();
        for (var start = 0; start < pairs.Length;)
        {
            var end = start + 1;
            while (end < pairs.Length && pairs[end] == pairs[start]) end++;
            cells.Add(new Cell((int)(pairs[start] >> 32), (int)((uint)pairs[start] ^ 0x80000000u), end - start));
            start = end;
        }
        return [.. cells];
    }

    static (int[] Labels, long[] Sizes) Sum(Cell[] cells, Func<Cell, int> label)
    {
        var sizes = new SortedDictionary<int, long>();
        foreach (var cell in cells) sizes[label(cell)] = sizes.GetValueOrDefault(label(cell)) + cell.Count;
        return ([.. sizes.Keys], [.. sizes.Values]);
    }
}

/// <summary>How many rows have this label in the first labeling and that one in the second.</summary>
public readonly record struct Cell(int RowLabel, int ColumnLabel, long Count);
