using Runtime.Charts;
using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Look;

/// <summary>What is particular about each cluster: its means, and where they differ most from the rest.</summary>
[Operator("means", "Show the mean of every column in each cluster and what sets the cluster apart.", Needs = Needs.Points, Keywords = "profile centroid average interpret defining features")]
[Example("means by=kmeans", After = "scale standard | kmeans k=3")]
[Example("means of=features by=kmeans", After = "scale minmax | kmeans k=3")]
public sealed record Means : Operator
{
    const int MostFeatures = 4;
    const double WorthAWord = 0.5;

    [Arg("The points whose columns are averaged; by default the current ones.")]
    public PointsRef? Of { get; init; }

    [Arg("The labeling that says which rows belong together.")]
    public required LabelingRef By { get; init; }

    public override Shape Check(Shape before, CheckContext check) => before;

    public override Study Run(Study study, RunContext run)
    {
        var points = Of is { } of ? study.Get(of) : study.Current;
        var labeling = study.Get(By);
        if (study.Rows == 0) throw new Refusal("There are no rows to average.", "Check the file or the last `filter`.");
        run.Work.Report("averaging clusters");
        var (labels, groups) = Groups(labeling);
        var means = GroupMeans.Of(points.Matrix, labeling.Labels, groups, run.Work);
        Show(points, labeling, labels, means, run);
        for (var g = 0; g < labels.Length; g++)
            if (labels[g] >= 0 && means.Sizes[g] > 0) run.Say(Words(points, labeling, labels[g], means, g));
        return study;
    }

    /// <summary>Noise, when there is any, is the last group.</summary>
    static (int[] Labels, int Count) Groups(Labeling labeling)
    {
        var clusters = Enumerable.Range(0, labeling.Clusters);
        return labeling.Noise > 0 ? ([.. clusters, -1], labeling.Clusters + 1) : ([.. clusters], labeling.Clusters);
    }

    static void Show(Points points, Labeling labeling, int[] labels, GroupMeans means, RunContext run)
    {
        var (name, title) = ($"means_{points.Name}_by_{labeling.Name}", $"Means of `{points.Name}` in each cluster of `{labeling.Name}`");
        string[] clusters = [.. labels.Select(Wording.Cluster)];
        run.Show(new Sheet(name, title,
        [
            new("cluster", CellFormat.Text, clusters),
            new("size", CellFormat.Count, [.. means.Sizes.Select(s => (object)s)]),
            new("share", CellFormat.Share, [.. means.Sizes.Select(s => (object)((double)s / labeling.Labels.Length))]),
            .. points.Columns.Select((column, j) =>
                new SheetColumn(column, CellFormat.Number, [.. means.Means.Select(m => double.IsNaN(m[j]) ? null : (object)m[j])])),
        ]));
        run.Show(new Heatmap(name, title, clusters, points.Columns, means.Means) { RowClusters = labels });
    }

    static string Words(Points points, Labeling labeling, int label, GroupMeans means, int group)
    {
        var distances = means.Distances[group];
        var telling = Enumerable.Range(0, distances.Length)
            .Where(j => Math.Abs(distances[j]) >= WorthAWord)
            .OrderByDescending(j => Math.Abs(distances[j]))
            .Take(MostFeatures)
            .Select(j => $"{(distances[j] > 0 ? "high" : "low")} {points.Columns[j]} ({Wording.Signed(distances[j])} sd)")
            .ToArray();
        var share = Wording.Share((double)means.Sizes[group] / labeling.Labels.Length);
        return $"`{labeling.Name}` {label} ({share}): {(telling.Length > 0 ? string.Join(", ", telling) : "near the rest in every column")}.";
    }
}
