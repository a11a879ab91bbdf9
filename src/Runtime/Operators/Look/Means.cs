using Runtime.Charts;
using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Look;

/// <summary>What is particular about each cluster: its means, and where they differ most from the rest.</summary>
[Operator("means", "Show the mean of every column in each cluster and what sets the cluster apart.", Needs = Needs.Points,
    Keywords = "profile centroid average interpret defining features")]
[AlsoCalled("cluster_means", "centroids", "centers", "cluster_centers", "centres", "profiles", "averages", "group_means",
    "cluster_profile", "mean_by", "means_by", "averages_by", "cluster_summary")]
[Example("means by=kmeans", After = "scale standard | kmeans k=3")]
[Example("means of=features by=genre", After = "scale minmax")]
[Example("means columns=danceability..energy by=genre")]
public sealed record Means : Operator
{
    const int MostFeatures = 4;
    const int MostInWords = 40;
    const double WorthAWord = 0.5;

    /// <summary>Standard deviations of the strongest colour.</summary>
    const double Reach = 2;

    [Arg("The columns of the table to average, in place of points."), Numeric]
    [AlsoCalled("vars", "cols", "x")]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    [Arg("The points whose columns are averaged; by default the current ones.")]
    [AlsoCalled("points", "data", "values", "on")]
    public PointsRef? Of { get; init; }

    [Arg("What says which rows belong together: a labeling, or any column of texts or whole numbers.")]
    [AlsoCalled("labels", "labeling", "group", "groupby", "cluster", "clusters", "hue")]
    public required LabelingRef By { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        TablePoints.HoldOne(Columns, Of, check);
        return before;
    }
    protected override Price Cost(Workload load) =>
        Price.Touching(load.Rows, Math.Max(1, load.Columns + load.Dimensions)) + Price.Showing(tables: 2, charts: 1);

    protected override Study Run(Study study, RunContext run)
    {
        var points = TablePoints.Of(study, Columns, Of);
        var labeling = study.Labeling(By.Name);
        if (study.Rows == 0) throw new Refusal("There are no rows to average.", "Check the file or the last `filter`.");
        run.Work.Report("averaging clusters");
        int[] labels = [.. Enumerable.Range(0, labeling.Groups)];
        if (labeling.Ungrouped > 0) labels = [.. labels, -1];
        var means = points.Fit(matrix => GroupMeans.Of(matrix, labeling.Labels, labels.Length, run.Work));
        Show(points, labeling, labels, means, run);
        for (var g = 0; g < Math.Min(labels.Length, MostInWords); g++)
            if (labels[g] >= 0 && means.Sizes[g] > 0) run.Say(Words(points, labeling, labels[g], means, g));
        return study;
    }

    static void Show(Points points, Labeling labeling, int[] labels, GroupMeans means, RunContext run)
    {
        var (name, title) = ($"means_{points.Name}_by_{labeling.Name}", $"Means of `{points.Name}` in each cluster of `{labeling.Name}`");
        string[] clusters = [.. labels.Select(labeling.NameOf)];
        run.Show(new Sheet(name, title,
        [
            new("cluster", CellFormat.Text, clusters),
            new("size", CellFormat.Count, [.. means.Sizes.Select(s => (object)s)]),
            new("share", CellFormat.Share, [.. means.Sizes.Select(s => (object)((double)s / labeling.Labels.Length))]),
            .. points.Columns.Select((column, j) =>
                new SheetColumn(column, CellFormat.Number, [.. means.Means.Select(m => double.IsNaN(m[j]) ? null : (object)m[j])])),
        ]));
        run.Show(Profile(name, points, labeling, labels, means));
    }

    /// <summary>Colour by how far a cluster's mean is from that of all rows, in standard deviations; the mean itself as text.</summary>
    static Heatmap Profile(string name, Points points, Labeling labeling, int[] labels, GroupMeans means)
    {
        double rows = labeling.Labels.Length;
        var all = points.Columns.Select((_, j) =>
            means.Means.Zip(means.Sizes, (m, size) => size == 0 ? 0 : m[j] * (size / rows)).Sum()).ToArray();
        double[][] shown = [all, .. means.Means];
        string[][] texts = [.. points.Columns.Select((_, j) => Numbers.Column([.. shown.Select(m => m[j])], CellFormat.Number))];
        return new(name, $"Where each cluster of `{labeling.Name}` differs from all rows", ["all rows", .. labels.Select((l, g) =>
            labeling.TitleOf(l, means.Sizes[g]))], points.Columns,
            [new double[all.Length], .. means.Distances.Select((d, g) => Array.ConvertAll(d, x => x * (1 - means.Sizes[g] / rows)))])
        {
            RowClusters = [Heatmap.NoCluster, .. labels],
            Diverging = true,
            Reach = Reach,
            ColourAxis = "sd from the mean",
            Texts = [.. shown.Select((_, row) => texts.Select(column => column[row]).ToArray())],
            Note = $"Colour: the cluster's mean of `{points.Name}` less that of all rows, in standard deviations; in the cells the means. "
                + Farthest(points, labeling, labels, means),
        };
    }

    /// <summary>The cell that stands out most.</summary>
    static string Farthest(Points points, Labeling labeling, int[] labels, GroupMeans means)
    {
        var cells = labels.SelectMany((_, g) => means.Distances[g].Select((d, j) => (Group: g, Column: j, Distance: d)));
        var (group, column, distance) = cells.MaxBy(cell => Math.Abs(cell.Distance));
        return Math.Abs(distance) < WorthAWord ? "No cluster is far from the others in any column."
            : $"Farthest: {labeling.TitleOf(labels[group])} in `{points.Columns[column]}`, {Wording.Signed(distance)} sd from the rest.";
    }

    static string Words(Points points, Labeling labeling, int label, GroupMeans means, int group)
    {
        var distances = means.Distances[group];
        var telling = Enumerable.Range(0, distances.Length)
            .Where(j => Math.Abs(distances[j]) >= WorthAWord)
            .OrderByDescending(j => Math.Abs(distances[j]))
            .Take(MostFeatures)
            .Select(j => $"{(distances[j] > 0 ? "high" : "low")} `{points.Columns[j]}` ({Wording.Signed(distances[j])} sd)")
            .ToArray();
        var share = Wording.Share((double)means.Sizes[group] / labeling.Labels.Length);
        var what = telling.Length > 0 ? $" against the rest: {string.Join(", ", telling)}" : ": near the rest in every column";
        return $"`{labeling.Name}` {labeling.NameOf(label)} ({share}){what}.";
    }
}
