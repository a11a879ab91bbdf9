using Runtime.Charts;
using Runtime.Numerics.Rows;

namespace Runtime.Operators.Draw;

/// <summary>How columns lie in each group: the middle half, the middle, and where all but a twentieth on either side are.</summary>
[Operator("boxes", "Draw where the values of columns lie in each cluster: middle, middle half, and all but a twentieth on either side.",
    Needs = Needs.Table, Keywords = "box plot quantiles distribution clusters compare spread")]
[AlsoCalled("boxplot", "box", "geom_boxplot", "boxenplot", "violin", "violinplot", "geom_violin", "ridgeplot", "joyplot")]
[Example("boxes energy valence by=kmeans", After = "scale standard | kmeans k=3")]
[Example("boxes tempo by=genre")]
public sealed record Boxes : ChartOperator
{
    const int MostGroups = 16, MostColumns = 16;

    static readonly GroupFigure[] Drawn = [GroupFigure.Q05, GroupFigure.Q25, GroupFigure.Median, GroupFigure.Q75, GroupFigure.Q95];

    [Arg("The columns whose values are drawn.", Positional = true), Numeric]
    [AlsoCalled("y", "x", "of", "vars")]
    public required ValueList<ColumnRef> Columns { get; init; }

    [Arg("What says which rows belong together: a labeling, or a column of texts or whole numbers.")]
    [AlsoCalled("color", "colour", "hue", "group", "groupby", "labels", "cluster")]
    public required LabelingRef By { get; init; }

    protected override void Look(Shape before, CheckContext check)
    {
        if (Columns.Count > MostColumns)
            check.Refuse(nameof(Columns), $"Boxes show at most {MostColumns} columns, not {Columns.Count}.", "Name fewer columns.");
    }
    protected override Price Cost(Workload load) =>
        Price.Touching(load.Rows, Math.Max(1, load.Columns)) + new Price { Memory = 130 * load.Rows } + Price.Showing(tables: 0, charts: 1);

    protected override Figure Draw(Study study, RunContext run)
    {
        var labeling = study.Labeling(By.Name);
        NumberColumn[] columns = [.. study.Columns(Columns).Cast<NumberColumn>()];
        var (ofRow, labels, _) = NumberedGroups.Of(labeling, most: MostGroups);
        if (labels.Length == 0) throw new Refusal($"`{labeling.Name}` has no group to draw.", "Name a column that has values.");
        var groups = Grouping.Of(ofRow, labels.Length);
        return new($"boxes_{columns[0].Name}_by_{labeling.Name}",
            $"Where {Wording.Names(columns.Select(c => c.Name))} lie{(columns.Length == 1 ? "s" : "")} in each group of `{labeling.Name}`",
            [
                .. columns.Select((_, i) => new ValueScale(X(i)) { Tight = true }),
                new BandScale("group", [.. labels.Select((l, at) => labeling.TitleOf(l, groups.SizeOf(at)))])
                {
                    Hues = [.. labels.Select(Hue.Cluster)],
                },
            ],
            [.. columns.Select((column, i) =>
                new Panel(X(i), "group", [.. Marks(new GroupedColumn(column, groups, run.Work), labels)]) { Title = column.Name })])
        {
            Note = "Thick: the middle half; thin: all but a twentieth on either side; the dot is the middle."
                + (labels.Count(l => l >= 0) < labeling.Groups ? $" The {MostGroups} largest of {labeling.Groups} groups." : ""),
        };
    }

    static string X(int column) => $"x {column + 1}";

    static IEnumerable<Mark> Marks(GroupedColumn column, int[] labels)
    {
        var quantiles = Array.ConvertAll(Drawn, figure => ((NumberColumn)column.Of("", figure)).Storage);
        for (var at = 0; at < labels.Length; at++)
        {
            if (column.CountOf(at) == 0) continue;
            var (q, hue) = (Array.ConvertAll(quantiles, values => values[at]), Hue.Cluster(labels[at]));
            yield return new LineMark([q[0], q[4]], [at, at]) { Hue = hue, IsOutline = true };
            yield return new LineMark([q[1], q[3]], [at, at]) { Hue = hue, IsOutline = true, Width = 9 };
            yield return new PointMark([q[2]], [at]) { Hue = hue };
        }
    }
}
