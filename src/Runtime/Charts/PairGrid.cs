namespace Runtime.Charts;

/// <summary>
/// Every pair of columns as a two-dimensional histogram of all rows, or as points where there are few; histograms on the diagonal. With
/// groups, each has its own counts, colour and number.
/// </summary>
public sealed record PairGrid(string Name, string Title, IReadOnlyList<PairAxis> Axes, IReadOnlyList<PairGroup> Groups)
    : Chart(Name, Title), IExample<PairGrid>
{
    const string RowsABin = "rows a bin", Correlation = "correlation";

    // A bin so much higher than all others would press these flat.
    const double Spike = 3, AboveOthers = 1.35;

    // More plates than these would hide what they name.
    const int MostNamed = 12;

    public static PairGrid Example => new("pairs", "Two columns", [new("energy", 0, 1), new("valence", -1, 1)],
    [
        new("0", 0, [[5, 2, 1, 0], [4, 4, 0, 0]], [[4, 1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]]),
        new("1", 1, [[0, 0, 3, 3], [0, 1, 1, 4]], [[0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 3]]),
    ])
    { Correlations = [new(0.42, -0.1)] };

    /// <summary>Of each pair at its <see cref="PairGroup.PairIndex"/>, to stand above the diagonal; none to leave that free.</summary>
    public IReadOnlyList<PairCorrelation> Correlations { get; init; } = [];

    /// <summary>Groups have their hues when there are several, or one that is a cluster.</summary>
    bool IsGrouped => Groups.Count > 1 || Groups.Any(g => g.Cluster is not null);

    protected override Figure Compose() => new(
        Name,
        Title,
        [
            .. Axes.Select((axis, i) => new ValueScale(X(i))
            {
                Title = axis.Name + (axis.Spacing == ScaleSpacing.Linear ? "" : $" ({Wording.Lower(axis.Spacing)})"),
                Tight = true,
                Spacing = axis.Spacing,
                Knee = axis.Knee,
            }),
            .. Axes.Select((_, i) => new ValueScale(Rows(i)) { Tight = true, Shown = false }),
            new ColourScale(RowsABin) { Title = "Rows a bin", Format = CellFormat.Count },
            .. Correlations.Count == 0 ? [] : (FigureScale[])[new ColourScale(Correlation) { Diverging = true, Reach = 1, Shown = false }],
        ],
        Groups.Count == 0 ? [] : [.. Axes.SelectMany((_, row) =>
            Enumerable.Range(0, Correlations.Count == 0 ? row + 1 : Axes.Count).Select(column => Panel(row, column)))])
    {
        Legend = IsGrouped ? [.. Groups.Select((g, i) => new LegendEntry(g.Name, HueOf(i)) { Rows = g.Rows(0), Short = g.Short })] : [],
    };

    Panel Panel(int row, int column)
    {
        var panel = row == column ? new Panel(X(row), Rows(row), Histogram(row))
            : row < column ? new(X(column), Rows(row), [Tile(row, column)])
            : new(X(column), X(row), Pair(row, column));
        return panel with { Place = new(row, column) };
    }

    TileMark Tile(int row, int column)
    {
        var (all, within) = Correlations[PairGroup.PairIndex(row, column, Axes.Count)];
        return new(all, Correlation, [Shown(all), .. within is { } own ? (string[])[$"within {Shown(own)}"] : []])
        {
            Series = $"{Axes[row].Name} and {Axes[column].Name}",
        };
    }

    static string Shown(double r) => double.IsFinite(r) ? Wording.Number(r) : "–";

    // The largest group at the back; all as shares of their own rows, so that small ones can be seen.
    ValueList<Mark> Histogram(int axis)
    {
        double[][] heights = [.. Groups.Select(g => Shares(g.Histograms[axis]))];
        var cap = CapOf(heights);
        var peaks = heights.Select(h => h.Length == 0 ? 0 : Array.IndexOf(h, h.Max())).ToArray();
        return
        [
            .. Enumerable.Range(0, Groups.Count).OrderByDescending(g => Groups[g].Rows(axis)).Select(g =>
                new AreaMark(Axes[axis].Extent, [.. heights[g]]) { Series = Groups[g].Name, Hue = HueOf(g), Cap = cap }),
            new RuleMark(null, 0),
            .. cap is { } cut ? Spikes(axis, heights, peaks, cut) : [],
            .. Enumerable.Range(0, Groups.Count).Where(g => IsNamed(g) && heights[g].Length > 0 && Groups[g].Rows(axis) > 0).Select(g =>
                Plate(g, Axes[axis].Middle(peaks[g], heights[g].Length), Math.Min(heights[g][peaks[g]], cap ?? double.MaxValue) * 0.9)),
        ];
    }

    /// <summary>Where heights are cut, as one bin a group is far above all others; null when none is.</summary>
    static double? CapOf(double[][] heights)
    {
        var highest = heights.SelectMany(h => h).DefaultIfEmpty().Max();
        var second = heights.SelectMany(h => h.OrderDescending().Skip(1)).DefaultIfEmpty().Max();
        return second > 0 && highest > Spike * second ? AboveOthers * second : null;
    }

    /// <summary>What the highest of the spikes comes to.</summary>
    IEnumerable<Mark> Spikes(int axis, double[][] heights, int[] peaks, double cap)
    {
        var highest = Enumerable.Range(0, Groups.Count).MaxBy(g => heights[g].DefaultIfEmpty().Max());
        var share = Wording.Percent(heights[highest][peaks[highest]]);
        yield return new TextMark([Axes[axis].Middle(peaks[highest], heights[highest].Length)], [cap], [share]) { IsSmall = true };
    }

    static double[] Shares(int[] counts)
    {
        var all = Math.Max(1.0, counts.Sum(rows => (long)rows));
        return [.. counts.Select(rows => rows / all)];
    }

    ValueList<Mark> Pair(int row, int column) =>
    [
        .. Groups.Select((g, i) => g.Points is { } points
            ? new PointMark([.. points[column]], [.. points[row]]) { Series = g.Name, Hue = HueOf(i), IsRow = true }
            : (Mark)new DensityMark(Axes[column].Extent, Axes[row].Extent, g.Histograms[column].Length, g.Density(column, row, Axes.Count),
                IsGrouped ? null : RowsABin)
            {
                Series = g.Name,
                Hue = HueOf(i),
            }),
        .. Enumerable.Range(0, Groups.Count).Where(IsNamed).SelectMany(g => Groups[g].Centre(column, row, Axes) is { } at
            ? (IEnumerable<Mark>)[Plate(g, at.X, at.Y)] : []),
    ];

    TextMark Plate(int group, double x, double y) => new TextMark([x], [y], [Groups[group].Short!]) { Hue = HueOf(group), IsPlate = true };

    bool IsNamed(int group) => IsGrouped && Groups[group].Short is not null && Groups.Count <= MostNamed + 2;

    Hue HueOf(int group) => Groups.Count > 1 && Groups[group].Cluster is null ? Hue.Others
        : Hue.Of(Groups[group].Cluster, group, Groups.Count);

    static string X(int axis) => $"axis {axis + 1}";

    static string Rows(int axis) => $"rows {axis + 1}";
}
