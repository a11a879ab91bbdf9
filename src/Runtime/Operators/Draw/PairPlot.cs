using Runtime.Charts;
using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Draw;

/// <summary>Every pair of columns as a density of all rows, coloured by cluster when asked.</summary>
[Operator("pairplot", "Draw every pair of columns as a density of all rows.", Needs = Needs.Points,
    Keywords = "scatter matrix pairs density histogram splom")]
[AlsoCalled("pairs", "scatter_matrix", "splom", "ggpairs", "pairgrid")]
[Example("pairplot")]
[Example("pairplot of=features color=mode", After = "scale minmax")]
[Example("pairplot danceability..energy tempo")]
public sealed record PairPlot : ChartOperator
{
    const int Bins = 96;
    public const int MostColumns = 16;

    /// <summary>More colours than these cannot be told apart.</summary>
    const int MostClusters = 12;

    [Arg("The columns of the table to draw, in place of points.", Positional = true), Numeric]
    [AlsoCalled("x", "vars", "cols")]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    [Arg("The points to draw; by default the current ones.")]
    [AlsoCalled("points", "data")]
    public PointsRef? Of { get; init; }

    [Arg("Colour the rows by this labeling, or by this column of texts or whole numbers.")]
    [AlsoCalled("colour", "hue", "by", "c", "col", "labels", "fill", "group")]
    public LabelingRef? Color { get; init; }

    protected override void Look(Shape before, CheckContext check)
    {
        TablePoints.HoldOne(Columns, Of, check);
        var points = before.PointsOf(Of?.Name);
        if (Columns.Count > MostColumns) check.Refuse(nameof(Columns), TooMany("columns", Columns.Count), "Name fewer columns.");
        else if (Columns.Count == 0 && points?.Columns?.Count > MostColumns)
            check.Refuse(null, TooMany(points.Name, points.Columns.Count), Fewer);
    }

    /// <summary>The chart of a study, for who has chosen it in another way.</summary>
    public Figure DrawnFrom(Study study, RunContext run) => Draw(study, run);
    protected override Price Cost(Workload load) =>
        new Price { Shared = load.Rows * load.Dimensions * load.Dimensions, Memory = 8 * load.Rows }
        + Price.Showing(tables: 0, charts: 1 + 0.08 * load.Dimensions * load.Dimensions);

    protected override Figure Draw(Study study, RunContext run)
    {
        var points = TablePoints.Of(study, Columns, Of);
        if (points.Matrix.Rows == 0) throw new Refusal("There are no rows to draw.", "Check the file or the last `filter`.");
        run.Work.Report("counting pairs");
        var labeling = Color is { } color ? study.Labeling(color.Name) : null;
        var groups = labeling is null ? [new Group("all", null)] : Groups(labeling, run);
        var rows = labeling is null ? null : GroupOfRows(labeling, groups);
        var pairs = points.Fit(matrix => PairView.Of(points, matrix, rows, groups.Count, Bins, run.Work));
        return Grid(points, labeling, groups, pairs, pairs.Correlations());
    }

    static PairGrid Grid(Points points, Labeling? labeling, List<Group> groups, PairView pairs, PairCorrelations correlations) => new(
        $"pairplot_{points.Name}" + (labeling is null ? "" : $"_by_{labeling.Name}"),
        $"{Wording.Capital(Wording.InWords(points.Columns.Count, "column"))} of `{points.Name}`, every pair"
            + (labeling is null ? "" : $", coloured by `{labeling.Name}`"),
        pairs.Axes,
        [
            .. groups.Select((g, at) => new PairGroup(g.Name, g.Cluster, pairs.Counts.Histograms[at], pairs.Counts.Densities[at])
            {
                Points = pairs.PointsOf(at),
                Short = g.Cluster is >= 0 and var label ? labeling!.ShortOf(label) : null,
            }),
        ])
    {
        Correlations = correlations.ToShow(),
        Note = pairs.Finding(labeling, correlations),
    };

    const string Fewer = "Choose fewer with `features`.";

    static string TooMany(string points, int count) => $"A pair plot shows at most {MostColumns} columns; `{points}` has {count}.";

    /// <summary>The largest clusters by number, then noise, then the clusters that are left as one group.</summary>
    static List<Group> Groups(Labeling labeling, RunContext run)
    {
        var sizes = labeling.Sizes();
        var shown = Enumerable.Range(0, sizes.Length).OrderByDescending(c => sizes[c]).ThenBy(c => c).Take(MostClusters).Order();
        List<Group> groups = [.. shown.Select(c => new Group(labeling.TitleOf(c), c))];
        if (labeling.Ungrouped > 0) groups.Add(new Group(labeling.Rest, -1));
        if (sizes.Length <= MostClusters) return groups;
        groups.Add(new Group("others", null));
        run.Say($"The {MostClusters} largest of {sizes.Length} clusters have a colour of their own.");
        return groups;
    }

    static int[] GroupOfRows(Labeling labeling, List<Group> groups)
    {
        var others = groups.Count - 1;
        var groupOf = new int[labeling.Groups + 1];
        Array.Fill(groupOf, others);
        for (var g = 0; g < groups.Count; g++)
            if (groups[g].Cluster is { } cluster) groupOf[cluster + 1] = g;
        return RowGroups.Map(labeling.Labels, groupOf);
    }

    sealed record Group(string Name, int? Cluster);
}
