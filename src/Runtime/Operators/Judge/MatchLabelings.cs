using Runtime.Numerics.Agreement;
using Runtime.Numerics.Explanation;
using Runtime.Operators.Draw;

namespace Runtime.Operators.Judge;

/// <summary>Which clusters of two labelings correspond, what one splits or merges, and what rows they disagree on.</summary>
[Operator("match", "Say which clusters of two labelings correspond, which split or merge, and what rows they disagree on.",
    Needs = Needs.Points, Costly = true, Keywords = "correspondence hungarian jaccard split merge disagreement compare clusterings")]
[AlsoCalled("match_clusters", "linear_sum_assignment", "hungarian", "cluster_correspondence", "clue")]
[Example("match three five", After = "scale standard | kmeans k=3 as three | kmeans k=5 as five")]
[Example("match kmeans genre columns=danceability..energy as same", After = "scale standard | kmeans k=3")]
[Cite("Jaccard 1901, Bull. Soc. Vaud. Sci. Nat. 37; Cliff 1993, Psychol. Bull. 114(3)")]
public sealed record MatchLabelings : Operator
{
    [Arg("A labeling, or a column of texts or whole numbers.", Positional = true)]
    [AlsoCalled("first", "labels", "from")]
    public required LabelingRef A { get; init; }

    [Arg("Another one.", Positional = true)]
    [AlsoCalled("second", "other", "with", "to")]
    public required LabelingRef B { get; init; }

    [Arg("The columns of the table that rows are compared in; those of the points when not given."), Numeric]
    [AlsoCalled("vars", "cols", "features")]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    [Arg("The points whose columns rows are compared in; by default the current ones.")]
    [AlsoCalled("points", "data")]
    public PointsRef? Of { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        TablePoints.HoldOne(Columns, Of, check);
        if (A == B) check.Refuse(nameof(B), $"`{A}` is matched with itself.", "Name another labeling.");
        var name = NameIn(before);
        return before.With(new ColumnShape(name, ColumnType.Logical)).With(ModelShape.Of<MatchFindings>(name));
    }
    protected override Price Cost(Workload load) =>
        new Price { Alone = 5e7, Shared = 200 * load.Rows * Math.Max(1, load.Columns), Memory = 150 * load.Rows }
        + Price.Showing(tables: 3, charts: 1);

    protected override Study Run(Study study, RunContext run)
    {
        var (a, b, points) = (study.Labeling(A.Name), study.Labeling(B.Name), TablePoints.Of(study, Columns, Of));
        if (study.Rows == 0) throw new Refusal("There are no rows to match.", "Check the file or the last `filter`.");
        var table = a.Against(b, dropNoise: false);
        var matches = Matching.Of(table);
        double[] same = [.. Matching.Same(matches, a.Labels, b.Labels).Select(s => s ? 1.0 : 0)];
        var changes = LabelingChanges.Of(table);
        var name = NameIn(study.Shape);
        var model = new MatchFindings(name, same.Sum() / same.Length, matches.Count, changes.Splits.Count, changes.Merges.Count);
        Show(model, a, b, matches, run);
        var finding = $"{Wording.Share(model.Agreement)} of the rows are in clusters that correspond, or in none in both.";
        run.Show(LabelingFlows.Of($"{name}_flows", [a, b], finding, run));
        Say(model, a, b, changes, run);
        Disagreement(model, points, same, run);
        return study.With(new LogicalColumn(name, same)).With(model);
    }

    void Show(MatchFindings model, Labeling a, Labeling b, IReadOnlyList<Match> matches, RunContext run)
    {
        double Jaccard(Match m) => m.Count / (m.Count / m.RowShare + m.Count / m.ColumnShare - m.Count);
        run.Show(new Sheet($"{model.Name}_clusters", $"Clusters of `{A}` and `{B}` that correspond",
        [
            new(A.Name, CellFormat.Text, [.. matches.Select(m => a.NameOf(m.RowLabel))]),
            new($"{B}", CellFormat.Text, [.. matches.Select(m => b.NameOf(m.ColumnLabel))]),
            new("rows", CellFormat.Count, [.. matches.Select(m => (object)m.Count)]),
            new($"share_of_{A}", CellFormat.Share, [.. matches.Select(m => (object)m.RowShare)]),
            new($"share_of_{B}", CellFormat.Share, [.. matches.Select(m => (object)m.ColumnShare)]),
            new("jaccard", CellFormat.Number, [.. matches.Select(m => (object)Jaccard(m))]),
        ]));
        foreach (var metric in model.Metrics) run.Show(metric);
    }

    void Say(MatchFindings model, Labeling a, Labeling b, LabelingChanges changes, RunContext run)
    {
        run.Say($"`{A}` and `{B}` agree on {Wording.Share(model.Agreement)} of the rows by {Wording.Plural(model.Pairs, "pair")} of "
            + $"clusters that correspond{(a.Ungrouped + b.Ungrouped > 0 ? "; what neither has in a cluster counts as agreed" : "")}. "
            + $"`{model.Name}` tells the rows.");
        foreach (var (label, parts) in changes.Splits.Take(10))
            run.Say($"`{A}` {a.NameOf(label)} is split in `{B}`: {Wording.And(parts.Select(p => Part(b.NameOf(p.Label), p.Share)))}.");
        foreach (var (label, parts) in changes.Merges.Take(10))
            run.Say($"`{B}` {b.NameOf(label)} merges some of `{A}`: {Wording.And(parts.Select(p => Part(a.NameOf(p.Label), p.Share)))}.");
    }

    static string Part(string name, double share) => $"{name} ({Wording.Share(share)})";

    /// <summary>What sets the rows apart that the labelings disagree on.</summary>
    static void Disagreement(MatchFindings model, Points points, double[] same, RunContext run)
    {
        if (same.Contains(0) is false || same.Contains(1) is false) return;
        int[] sides = Array.ConvertAll(same, s => s == 1 ? 0 : 1);
        var effects = points.Fit(matrix => GroupEffects.Of(matrix, sides, 2, run.Work));
        run.Show(new Sheet($"{model.Name}_disagreement", "Rows that they disagree on beside the others",
        [
            new("column", CellFormat.Text, [.. points.Columns]),
            new("disagree_mean", CellFormat.Number, [.. effects.Means[1].Select(m => (object)m)]),
            new("agree_mean", CellFormat.Number, [.. effects.Means[0].Select(m => (object)m)]),
            new("effect", CellFormat.Number, [.. effects.Effects[1].Select(e => (object)e)]),
            new("dominance", CellFormat.Number, [.. effects.Dominance[1].Select(e => (object)e)]),
        ]));
        string[] telling = [.. EffectWords.Of(effects, 1, points.Columns, most: 4)];
        run.Say(telling.Length > 0 ? $"The rows that they disagree on, against the others: {string.Join(", ", telling)}."
            : "The rows that they disagree on are like the others in every column.");
    }
}

/// <summary>How far two labelings correspond.</summary>
public sealed record MatchFindings(
    string Name,
    [property: Metric("Share of the rows in clusters that correspond, or in none in both.")] double Agreement,
    [property: Metric("Pairs of clusters that correspond.")] int Pairs,
    [property: Metric("Clusters of the first that are split in the second.")] int Splits,
    [property: Metric("Clusters of the second that merge some of the first.")] int Merges) : Findings(Name)
{
    protected override void AddContent(ContentHash hash) => hash.Add<double>([Agreement, Pairs, Splits, Merges]);
}

/// <summary>Clusters of one labeling that are several of the other: each part a tenth of it or more, and mostly within it.</summary>
sealed record LabelingChanges(
    IReadOnlyList<(int Label, (int Label, double Share)[] Parts)> Splits,
    IReadOnlyList<(int Label, (int Label, double Share)[] Parts)> Merges)
{
    const double LeastPart = 0.1;
    const double Mostly = 0.5;

    public static LabelingChanges Of(Contingency table)
    {
        var rows = table.RowLabels.Zip(table.RowSizes).ToDictionary(p => p.First, p => p.Second);
        var columns = table.ColumnLabels.Zip(table.ColumnSizes).ToDictionary(p => p.First, p => p.Second);
        return new(
            Several(table.Cells.Select(c => (Whole: c.RowLabel, Part: c.ColumnLabel, c.Count)), rows, columns),
            Several(table.Cells.Select(c => (Whole: c.ColumnLabel, Part: c.RowLabel, c.Count)), columns, rows));
    }

    static List<(int, (int, double)[])> Several(
        IEnumerable<(int Whole, int Part, long Count)> cells, Dictionary<int, long> wholes, Dictionary<int, long> parts) =>
    [
        .. cells.Where(c => c.Whole >= 0 && c.Part >= 0 && c.Count >= LeastPart * wholes[c.Whole] && c.Count > Mostly * parts[c.Part])
            .GroupBy(c => c.Whole).Where(g => g.Count() > 1).OrderBy(g => g.Key)
            .Select(g => (g.Key, g.OrderByDescending(c => c.Count).ThenBy(c => c.Part)
                .Select(c => (c.Part, (double)c.Count / wholes[c.Whole])).ToArray())),
    ];
}
