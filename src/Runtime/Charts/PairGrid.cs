namespace Runtime.Charts;

/// <summary>
/// Every pair of columns as a two-dimensional histogram of all rows, histograms on the diagonal. With groups, each
/// has its own counts and colour.
/// </summary>
public sealed record PairGrid(string Name, string Title, IReadOnlyList<PairAxis> Axes, IReadOnlyList<PairGroup> Groups)
    : Chart(Name, Title), IExample<PairGrid>
{
    const string RowsABin = "rows a bin";

    /// <summary>Bins a side.</summary>
    public required int Bins { get; init; }

    public static PairGrid Example => new("pairs", "Two columns", [new("energy", 0, 1), new("valence", -1, 1)],
    [
        new("0", 0, [[5, 2, 1, 0], [4, 4, 0, 0]], [[4, 1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]]),
        new("1", 1, [[0, 0, 3, 3], [0, 1, 1, 4]], [[0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 3]]),
    ])
    {
        Bins = 4,
    };

    /// <summary>Groups mix their hues when there are several, or one that is a cluster.</summary>
    bool IsGrouped => Groups.Count > 1 || Groups.Any(g => g.Cluster is not null);

    protected override Figure Compose() => new(
        Name,
        Title,
        [
            .. Axes.Select((axis, i) => new ValueScale(X(i)) { Title = axis.Name, Tight = true }),
            .. Axes.Select((_, i) => new ValueScale(Rows(i)) { Spacing = ScaleSpacing.Root, Tight = true, Shown = false }),
            new ColourScale(RowsABin) { Title = "Rows a bin", Format = CellFormat.Count },
        ],
        Bins < 1 || Groups.Count == 0 ? [] : [.. Axes.SelectMany((_, row) => Enumerable.Range(0, row + 1).Select(at => Panel(row, at)))])
    {
        Legend = IsGrouped ? [.. Groups.Select((g, i) => new LegendEntry(g.Name, HueOf(i)) { Rows = g.Rows(0) })] : [],
    };

    Panel Panel(int row, int column)
    {
        var panel = row == column ? new Panel(X(row), Rows(row), Histogram(row)) : new(X(column), X(row), Density(row, column));
        return panel with { Place = new(row, column) };
    }

    // The largest group at the back.
    ValueList<Mark> Histogram(int axis) =>
    [
        .. Enumerable.Range(0, Groups.Count).OrderByDescending(g => Groups[g].Rows(axis)).Select(g =>
            new AreaMark(Axes[axis].Extent, [.. Groups[g].Histograms[axis].Select(rows => (double)rows)])
            {
                Series = Groups[g].Name,
                Hue = HueOf(g),
            }),
        new RuleMark(null, 0),
    ];

    ValueList<Mark> Density(int row, int column) =>
    [
        .. Groups.Select((g, i) =>
            new DensityMark(Axes[column].Extent, Axes[row].Extent, Bins, g.Density(column, row, Axes.Count), IsGrouped ? null : RowsABin)
            {
                Series = g.Name,
                Hue = HueOf(i),
            }),
    ];

    Hue HueOf(int group) => Hue.Of(Groups[group].Cluster, group, Groups.Count);

    static string X(int axis) => $"axis {axis + 1}";

    static string Rows(int axis) => $"rows {axis + 1}";
}

/// <summary>A column of a pair plot, with the range its bins cover.</summary>
public sealed record PairAxis(string Name, double Low, double High)
{
    /// <summary>Room for bins even when there is a single value, or none.</summary>
    internal Extent Extent => High > Low ? new(Low, High) : double.IsFinite(Low) ? new(Low - 0.5, Low + 0.5) : new(0, 1);
}

/// <summary>The counts of one group of rows.</summary>
/// <param name="Cluster">Its number: −1 noise; null when the rows are not grouped.</param>
/// <param name="Histograms">A histogram of Bins counts an axis.</param>
/// <param name="Densities">
/// Bins × Bins counts a pair (i, j) with i &lt; j, at <see cref="PairIndex"/>; bin of i first: [bi * Bins + bj].
/// </param>
public sealed record PairGroup(string Name, int? Cluster, int[][] Histograms, int[][] Densities)
{
    /// <summary>Where the pair (i, j), i &lt; j, of <paramref name="axes"/> axes stands in <see cref="Densities"/>.</summary>
    public static int PairIndex(int i, int j, int axes) => i * axes - i * (i + 1) / 2 + (j - i - 1);

    internal Counts Density(int i, int j, int axes) => new(Densities[PairIndex(i, j, axes)]);

    internal long Rows(int axis) => axis < Histograms.Length ? Histograms[axis].Sum(rows => (long)rows) : 0;
}
