using Runtime.Charts;

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

    static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

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

    protected override Figure Draw(Study study, RunContext run)
    {
        var labeling = study.Labeling(By.Name);
        NumberColumn[] columns = [.. study.Columns(Columns).Cast<NumberColumn>()];
        int[] labels = [.. Chosen(labeling)];
        if (labels.Length == 0) throw new Refusal($"`{labeling.Name}` has no group to draw.", "Name a column that has values.");
        var rows = Array.ConvertAll(labels, label =>
            Enumerable.Range(0, labeling.Labels.Length).Where(r => labeling.Labels[r] == label).ToArray());
        return new($"boxes_{columns[0].Name}_by_{labeling.Name}",
            $"Where {Wording.Names(columns.Select(c => c.Name))} lie in each group of `{labeling.Name}`",
            [
                .. columns.Select((_, i) => new ValueScale(X(i)) { Tight = true }),
                new BandScale("group", [.. labels.Select((l, at) => labeling.TitleOf(l, rows[at].Length))])
                {
                    Hues = [.. labels.Select(Hue.Cluster)],
                },
            ],
            [.. columns.Select((column, i) => new Panel(X(i), "group", [.. Marks(column, labels, rows)]) { Title = column.Name })])
        {
            Note = "Thick: the middle half; thin: all but a twentieth on either side; the dot is the middle."
                + (labels.Count(l => l >= 0) < labeling.Groups ? $" The {MostGroups} largest of {labeling.Groups} groups." : ""),
        };
    }

    static string X(int column) => $"x {column + 1}";

    static IEnumerable<int> Chosen(Labeling labeling)
    {
        var sizes = labeling.Sizes();
        var largest = Enumerable.Range(0, sizes.Length).Where(c => sizes[c] > 0).OrderByDescending(c => sizes[c]).Take(MostGroups).Order();
        return labeling.Ungrouped > 0 ? [.. largest, -1] : largest;
    }

    static IEnumerable<Mark> Marks(NumberColumn column, int[] labels, int[][] rows)
    {
        for (var at = 0; at < labels.Length; at++)
        {
            var values = rows[at].Select(r => column.Storage[r]).Where(double.IsFinite).Order().ToArray();
            if (values.Length == 0) continue;
            var q = Array.ConvertAll(Shares, share => values[(int)Math.Round(share * (values.Length - 1))]);
            var hue = Hue.Cluster(labels[at]);
            yield return new LineMark([q[0], q[4]], [at, at]) { Hue = hue, IsOutline = true };
            yield return new LineMark([q[1], q[3]], [at, at]) { Hue = hue, IsOutline = true, Width = 9 };
            yield return new PointMark([q[2]], [at]) { Hue = hue };
        }
    }
}
