namespace Runtime.Tables;

/// <summary>
/// Some rows, one after the other, of columns of numbers and of codes (labels, ranks, words): all that a pass over rows
/// sees of a table.
/// </summary>
/// <remarks>The arrays may hold these rows alone, or more: the number of a row in the whole is not its place in them.</remarks>
public readonly struct RowBlock
{
    readonly double[][] numbers;
    readonly int[][] codes;
    readonly int offset;

    /// <param name="numbers">Columns of numbers, n each, NaN where missing.</param>
    /// <param name="codes">Columns of codes, n each.</param>
    /// <param name="rows">n.</param>
    /// <param name="first">The number in the whole of the first row of the arrays.</param>
    public RowBlock(double[][] numbers, int[][] codes, int rows, int first = 0) : this(numbers, codes, rows, first, 0)
    {
        if (Array.Exists(numbers, c => c.Length != rows) || Array.Exists(codes, c => c.Length != rows))
            throw new ArgumentException("Every column needs the same number of rows.", nameof(rows));
    }

    RowBlock(double[][] numbers, int[][] codes, int rows, int first, int offset) =>
        (this.numbers, this.codes, Rows, First, this.offset) = (numbers, codes, rows, first, offset);

    /// <summary>The number of the first row in the whole.</summary>
    public int First { get; }

    public int Rows { get; }

    /// <summary>Columns of numbers.</summary>
    public int Columns => numbers.Length;

    public ReadOnlySpan<double> Numbers(int column) => numbers[column].AsSpan(offset, Rows);

    public ReadOnlySpan<int> Codes(int column) => codes[column].AsSpan(offset, Rows);

    /// <summary>Some of the rows, counted from the first one here.</summary>
    public RowBlock Slice(int start, int count) => new(numbers, codes, count, First + start, offset + start);
}
