namespace Runtime.Charts;

/// <summary>A chart as data, before it is drawn. Small, whatever the number of rows.</summary>
/// <param name="Name">Short and fit for a file name: <c>pairplot_scaled</c>.</param>
/// <param name="Title">What it shows, for people.</param>
public abstract record Figure(string Name, string Title) : Result
{
    /// <summary>A sentence under the title, for what the reader should know or see.</summary>
    public string? Note { get; init; }
}

/// <summary>Bars with a text each, the largest first as a rule; several series stand beside each other.</summary>
public sealed record BarChart(string Name, string Title, IReadOnlyList<string> Categories, IReadOnlyList<Series> Bars) : Figure(Name, Title)
{
    public string? CategoryAxis { get; init; }

    public string? ValueAxis { get; init; }

    public CellFormat Format { get; init; } = CellFormat.Number;

    /// <summary>Lie on their side: better for long names.</summary>
    public bool Horizontal { get; init; } = true;

    /// <summary>Cluster of each category (−1 noise) when the bars of a single series are clusters, for their colours.</summary>
    public IReadOnlyList<int>? CategoryClusters { get; init; }

    /// <summary>A line drawn over the bars with the same categories, such as a running sum.</summary>
    public Series? Line { get; init; }
}

/// <summary>Values by name; <paramref name="Cluster"/> gives it that cluster's colour.</summary>
public sealed record Series(string Name, IReadOnlyList<double> Values, int? Cluster = null);

/// <summary>
/// One small horizontal bar chart a group, such as the most frequent genres of each cluster. All panels share one
/// value axis, so bars can be compared across them.
/// </summary>
public sealed record BarPanels(string Name, string Title, IReadOnlyList<BarPanel> Panels) : Figure(Name, Title)
{
    public CellFormat Format { get; init; } = CellFormat.Number;
}

/// <summary>A panel: its bars from top to bottom, all in the colour of <paramref name="Cluster"/> (−1 noise).</summary>
public sealed record BarPanel(string Name, IReadOnlyList<string> Categories, IReadOnlyList<double> Values, int? Cluster = null);

/// <summary>Lines over common x values; NaN leaves a gap.</summary>
public sealed record LineChart(string Name, string Title, IReadOnlyList<double> X, IReadOnlyList<Series> Lines) : Figure(Name, Title)
{
    public required string XAxis { get; init; }

    public required string YAxis { get; init; }

    /// <summary>Logarithmic axes, for what grows by factors; values that are not above zero are left out.</summary>
    public bool LogX { get; init; }

    /// <inheritdoc cref="LogX"/>
    public bool LogY { get; init; }

    /// <summary>The point to mark: line and x index, such as the best model.</summary>
    public (int Line, int Index)? Marked { get; init; }
}

/// <summary>A matrix of coloured cells with their numbers written in.</summary>
/// <param name="Values">Rows × columns; NaN stays empty.</param>
public sealed record Heatmap(string Name, string Title, IReadOnlyList<string> RowNames, IReadOnlyList<string> ColumnNames, double[][] Values) : Figure(Name, Title)
{
    /// <summary>Colours run both ways from zero (correlations, deviations) rather than from low to high.</summary>
    public bool Diverging { get; init; }

    public CellFormat Format { get; init; } = CellFormat.Number;

    /// <summary>The cell to mark: row and column.</summary>
    public (int Row, int Column)? Marked { get; init; }

    /// <summary>Cluster of each row (−1 noise) when the rows are clusters, for their colours.</summary>
    public IReadOnlyList<int>? RowClusters { get; init; }
}

/// <summary>
/// Every pair of columns as a two-dimensional histogram of all rows, histograms on the diagonal. With groups, each
/// has its own counts and colour.
/// </summary>
public sealed record PairPlot(string Name, string Title, IReadOnlyList<PairAxis> Axes, IReadOnlyList<PairGroup> Groups) : Figure(Name, Title)
{
    /// <summary>Bins a side.</summary>
    public required int Bins { get; init; }
}

/// <summary>A column of a pair plot, with the range its bins cover.</summary>
public sealed record PairAxis(string Name, double Low, double High);

/// <summary>The counts of one group of rows.</summary>
/// <param name="Cluster">Its number: −1 noise; null when the rows are not grouped.</param>
/// <param name="Histograms">A histogram of Bins counts an axis.</param>
/// <param name="Densities">Bins × Bins counts a pair (i, j) with i &lt; j, at <see cref="PairIndex"/>; bin of i first: [bi * Bins + bj].</param>
public sealed record PairGroup(string Name, int? Cluster, int[][] Histograms, int[][] Densities)
{
    /// <summary>Where the pair (i, j), i &lt; j, of <paramref name="axes"/> axes stands in <see cref="Densities"/>.</summary>
    public static int PairIndex(int i, int j, int axes) => i * axes - i * (i + 1) / 2 + (j - i - 1);
}
