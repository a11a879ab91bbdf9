using Runtime.Charts;

namespace Runtime.Operators.Draw;

/// <summary>Which axes are of factors.</summary>
public enum LogAxes
{
    None,
    X,
    Y,
    Both,
}

/// <summary>One pair of columns: points where rows are few, else their density.</summary>
[Operator("scatter", "Draw one pair of columns: points where rows are few, else their density.", Needs = Needs.Table,
    Keywords = "points xy density hexbin pair relation")]
[AlsoCalled("scatterplot", "geom_point", "xy", "hexbin", "jointplot", "regplot", "lmplot", "points_plot", "stripplot")]
[Example("scatter energy valence")]
[Example("scatter energy acousticness color=kmeans log=y", After = "scale standard | kmeans k=3")]
public sealed record Scatter : ChartOperator
{
    const int FineBins = 192, CoarseBins = 96, ManyRows = 50_000;
    const int MostRows = 5_000;
    const int MostGroups = 12;

    [Arg("The column to the right.", Positional = true), Numeric(OrDates = true)]
    public required ColumnRef X { get; init; }

    [Arg("The column upwards.", Positional = true), Numeric(OrDates = true)]
    public required ColumnRef Y { get; init; }

    [Arg("Colour the rows by this labeling, or by this column of texts or whole numbers.")]
    [AlsoCalled("colour", "hue", "by", "c", "labels", "fill", "group")]
    public LabelingRef? Color { get; init; }

    [Arg("The axes that go by factors, where values that are not above zero have no place; by default those pressed by long tails.")]
    [AlsoCalled("log_scale", "scale")]
    public LogAxes? Log { get; init; }

    AxisBend Bend(NumberColumn column, LogAxes axis) =>
        Log is not { } log ? AxisBend.Of(column) : log == axis || log == LogAxes.Both ? AxisBend.Factors : AxisBend.None;

    protected override Price Cost(Workload load) =>
        Price.Touching(load.Rows, Math.Max(1, load.Columns)) + Price.Showing(tables: 0, charts: 1);

    protected override Figure Draw(Study study, RunContext run)
    {
        var (x, y) = ((NumberColumn)study.Column(X.Name), (NumberColumn)study.Column(Y.Name));
        var (bendX, bendY) = (Bend(x, LogAxes.X), Bend(y, LogAxes.Y));
        var rows = Enumerable.Range(0, x.Rows).Where(r => Has(x.Storage[r], bendX) && Has(y.Storage[r], bendY)).ToArray();
        if (rows.Length == 0) throw new Refusal("No row has a place on both axes.", "Name other columns, or leave out `log`.");
        var labeling = Color is { } color ? study.Labeling(color.Name) : null;
        var groups = labeling is null ? [(0, "all", rows.Length)] : Groups(labeling, rows);
        var (across, up) = (SpanOf(x, rows), SpanOf(y, rows));
        var bins = rows.Length <= MostRows ? null
            : new PlaneBins(x, y, bendX, bendY, across, up, x.Rows < ManyRows ? CoarseBins : FineBins);
        var marks = groups.Select(g => Mark(g.Label, g.Name, x, y, labeling is null ? rows
            : [.. rows.Where(r => labeling.Labels[r] == g.Label)], labeling is not null, bins)).ToList();
        if (labeling is not null) marks.AddRange(Plates(groups, labeling, x, y, rows));
        var (named, coloured) = labeling is null ? ("", "") : ($"_by_{labeling.Name}", $", coloured by `{labeling.Name}`");
        return new($"scatter_{x.Name}_{y.Name}{named}", $"`{y.Name}` against `{x.Name}`{coloured}",
            [Axis("x", x, bendX), Axis("y", y, bendY), new ColourScale("rows a bin") { Format = CellFormat.Count }],
            [new("x", "y", [.. marks])])
        {
            Legend = labeling is null ? [] : [.. groups.Select(g => Entry(labeling, g))],
            Note = Finding(x, y, rows),
            Aspect = bendX.Spacing == ScaleSpacing.Linear && bendY.Spacing == ScaleSpacing.Linear ? AspectOf(x, y, rows, across, up) : null,
        };
    }

    /// <summary>Places are drawn to scale.</summary>
    static double? AspectOf(NumberColumn x, NumberColumn y, int[] rows, Extent across, Extent up) =>
        Coordinates.UnitOf(x.Name, y.Name, name => Middle(name == x.Name ? x : y, rows)) * (up.High - up.Low) / (across.High - across.Low);

    static LegendEntry Entry(Labeling labeling, (int Label, string Name, int Rows) group) => new(group.Name, Hue.Cluster(group.Label))
    {
        Rows = group.Rows,
        Short = group.Label < 0 ? null : labeling.ShortOf(group.Label),
    };

    static bool Has(double value, AxisBend bend) => double.IsFinite(value) && (!bend.IsLog || value > 0);

    static List<(int Label, string Name, int Rows)> Groups(Labeling labeling, int[] rows)
    {
        var sizes = rows.CountBy(r => labeling.Labels[r]).ToDictionary(g => g.Key, g => g.Value);
        var shown = sizes.Where(g => g.Key >= 0).OrderByDescending(g => g.Value).Take(MostGroups).OrderBy(g => g.Key);
        return [.. shown.Concat(sizes.Where(g => g.Key < 0)).Select(g => (g.Key, labeling.TitleOf(g.Key), g.Value))];
    }

    static Extent SpanOf(NumberColumn column, int[] rows)
    {
        var (low, high) = (rows.Min(r => column.Storage[r]), rows.Max(r => column.Storage[r]));
        return low < high ? new(low, high) : new(low - 0.5, high + 0.5);
    }

    /// <param name="bins">Null where rows are few.</param>
    static Mark Mark(int label, string name, NumberColumn x, NumberColumn y, int[] rows, bool isGrouped, PlaneBins? bins)
    {
        var hue = isGrouped ? Hue.Cluster(label) : Hue.Plain;
        if (bins is null)
            return new PointMark([.. rows.Select(r => x.Storage[r])], [.. rows.Select(r => y.Storage[r])])
            {
                Series = name,
                Hue = hue,
                IsRow = true,
            };
        return new DensityMark(bins.Across, bins.Up, bins.Count, new(bins.Of(rows)),
            isGrouped ? null : "rows a bin")
        { Series = name, Hue = hue };
    }

    static IEnumerable<Mark> Plates(
        List<(int Label, string Name, int Rows)> groups, Labeling labeling, NumberColumn x, NumberColumn y, int[] rows) =>
        groups.Where(g => g.Label >= 0).Select(g =>
        {
            var own = rows.Where(r => labeling.Labels[r] == g.Label).ToArray();
            return new TextMark([Middle(x, own)], [Middle(y, own)], [labeling.ShortOf(g.Label)])
            {
                Hue = Hue.Cluster(g.Label),
                IsPlate = true,
            };
        });

    static double Middle(NumberColumn column, int[] rows)
    {
        var values = Array.ConvertAll(rows, r => column.Storage[r]);
        Array.Sort(values);
        return values[values.Length / 2];
    }

    static string Finding(NumberColumn x, NumberColumn y, int[] rows)
    {
        var (meanX, meanY) = (rows.Average(r => x.Storage[r]), rows.Average(r => y.Storage[r]));
        double xx = 0, yy = 0, xy = 0;
        foreach (var r in rows)
        {
            var (dx, dy) = (x.Storage[r] - meanX, y.Storage[r] - meanY);
            (xx, yy, xy) = (xx + dx * dx, yy + dy * dy, xy + dx * dy);
        }
        var left = x.Rows - rows.Length;
        return $"{Wording.Plural(rows.Length, "row")}{(left > 0 ? $", {Wording.Count(left)} without a place" : "")}; "
            + (xx > 0 && yy > 0 ? $"r = {Wording.Number(xy / Math.Sqrt(xx * yy))}." : "one of the columns is constant.");
    }
}
