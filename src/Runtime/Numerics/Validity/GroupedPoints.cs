namespace Runtime.Numerics.Validity;

/// <summary>The rows of groups, group behind group and column by column; each group starts at a whole vector.</summary>
/// <remarks>
/// Within a group rows stand in the order of a hash of their values, so that what is summed over them does not depend on the order
/// that they came in.
/// </remarks>
sealed unsafe class GroupedPoints
{
    const int Width = Lanes.Count;

    readonly AlignedNumbers columns;

    GroupedPoints(int[] sizes, int dimensions)
    {
        (Sizes, Dimensions) = (sizes, dimensions);
        Starts = new int[sizes.Length + 1];
        for (var g = 0; g < sizes.Length; g++) Starts[g + 1] = Starts[g] + (sizes[g] + Width - 1) / Width * Width;
        columns = new AlignedNumbers(Math.Max(1, Places * dimensions), 0);
        RowOf = new int[Places];
        Array.Fill(RowOf, -1);
    }

    public int Dimensions { get; }

    public int Groups => Sizes.Length;

    /// <summary>Rows in each group.</summary>
    public int[] Sizes { get; }

    /// <summary>Where each group begins, and behind the last one where all end.</summary>
    public int[] Starts { get; }

    /// <summary>Rows and the lanes between groups that hold none.</summary>
    public int Places => Starts[^1];

    public int Rows => Sizes.Sum();

    /// <summary>The row at each place, −1 for none.</summary>
    public int[] RowOf { get; }

    public int End(int group) => Starts[group] + Sizes[group];

    public double* Column(int column) => columns.Pointer + (nint)column * Places;

    /// <summary>A group's numbers in a column.</summary>
    public ReadOnlySpan<double> Numbers(int group, int column) => new(Column(column) + Starts[group], Sizes[group]);

    /// <param name="labels">n group numbers; rows with a negative one are left out.</param>
    public static GroupedPoints Of(Matrix points, int[] labels, int groups, Work work)
    {
        var sizes = new int[groups];
        foreach (var label in labels) if (label >= 0) sizes[label]++;
        var made = new GroupedPoints(sizes, points.Columns);
        var next = made.Starts.AsSpan(0, groups).ToArray();
        foreach (var row in RowSample.Order(points, 0, work)) if (labels[row] >= 0) made.RowOf[next[labels[row]]++] = row;
        work.For(points.Columns, c =>
        {
            var from = points.Column(c);
            var to = made.Column(c);
            for (var place = 0; place < made.RowOf.Length; place++) if (made.RowOf[place] >= 0) to[place] = from[made.RowOf[place]];
        });
        GC.KeepAlive(made.columns);
        return made;
    }

    /// <summary>Rows one by one: d numbers each.</summary>
    public double[] RowsAt(ReadOnlySpan<int> places)
    {
        var rows = new double[places.Length * Dimensions];
        for (var c = 0; c < Dimensions; c++)
            for (var i = 0; i < places.Length; i++) rows[i * Dimensions + c] = Column(c)[places[i]];
        return rows;
    }

    /// <summary>Rows that stand one behind the other, one by one: d numbers each.</summary>
    public double[] RowsAt(int first, int count)
    {
        var rows = new double[count * Dimensions];
        for (var c = 0; c < Dimensions; c++)
            for (var i = 0; i < count; i++) rows[i * Dimensions + c] = Column(c)[first + i];
        return rows;
    }
}
