namespace Runtime.Numerics.Density;

/// <summary>
/// The distinct rows of a matrix in lexicographic order, each with the number of rows that equal it. Everything that
/// follows sees this sequence alone, so no result depends on the order of the rows.
/// </summary>
sealed class DistinctPoints
{
    DistinctPoints(double[][] columns, int[] weights, int[] pointOfRow) =>
        (Columns, Weights, PointOfRow) = (columns, weights, pointOfRow);

    /// <summary>d columns of m numbers.</summary>
    public double[][] Columns { get; }

    /// <summary>Rows that a point stands for; m numbers with sum n.</summary>
    public int[] Weights { get; }

    /// <summary>The point of each of the n rows.</summary>
    public int[] PointOfRow { get; }

    public int Count => Weights.Length;

    /// <summary>O(n log n) time at worst, O(n) in the usual case that few rows agree in their first columns.</summary>
    public static DistinctPoints Of(Matrix rows, Work work)
    {
        var order = new int[rows.Rows];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        // starts[i]: the row at i differs from the one before in the columns sorted by so far.
        var starts = new bool[rows.Rows + 1];
        starts[0] = starts[^1] = true;
        for (var j = 0; j < rows.Columns; j++)
        {
            SortRuns(rows.Column(j), ref order, starts, work);
        }
        return Collapse(rows, order, starts, work);
    }

    /// <summary>Sorts every run of rows that agree so far by one more column, and marks where that tells them apart.</summary>
    static void SortRuns(double[] column, ref int[] order, bool[] starts, Work work)
    {
        var checkAt = 0;
        for (int start = 0, end; start < order.Length; start = end)
        {
            if (start >= checkAt)
            {
                work.Cancel.ThrowIfCancellationRequested();
                checkAt = start + Work.BlockRows;
            }
            end = start + 1;
            while (!starts[end]) end++;
            if (end - start == 1) continue;
            if (end - start == order.Length) SortAll(column, ref order, work);
            else SortRun(column, order.AsSpan(start, end - start));
            for (var i = start + 1; i < end; i++) starts[i] = column[order[i]] != column[order[i - 1]];
        }
    }

    static void SortAll(double[] column, ref int[] order, Work work)
    {
        var keys = new ulong[order.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = RadixSort.Key(column[order[i]]);
        RadixSort.Sort(ref keys, ref order, work);
    }

    static void SortRun(double[] column, Span<int> run)
    {
        Span<double> keys = run.Length <= 256 ? stackalloc double[run.Length] : new double[run.Length];
        for (var i = 0; i < run.Length; i++) keys[i] = column[run[i]];
        keys.Sort(run);
    }

    static DistinctPoints Collapse(Matrix rows, int[] order, bool[] starts, Work work)
    {
        var pointOfRow = new int[order.Length];
        var first = new int[order.Length];
        var count = 0;
        for (var i = 0; i < order.Length; i++)
        {
            if (starts[i]) first[count++] = i;
            pointOfRow[order[i]] = count - 1;
        }
        var weights = new int[count];
        for (var p = 0; p < count; p++) weights[p] = (p + 1 < count ? first[p + 1] : order.Length) - first[p];
        var columns = new double[rows.Columns][];
        work.For(columns.Length, j =>
        {
            var (from, to) = (rows.Column(j), new double[count]);
            for (var p = 0; p < to.Length; p++) to[p] = from[order[first[p]]];
            columns[j] = to;
        });
        return new DistinctPoints(columns, weights, pointOfRow);
    }
}
