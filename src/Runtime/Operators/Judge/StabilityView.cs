using Runtime.Charts;
using Runtime.Numerics.Agreement;

namespace Runtime.Operators.Judge;

/// <summary>Shows which clusters come back: a table, bars, and what to think of those that do not.</summary>
sealed class StabilityView(StabilityFindings model, RedrawnClusters redrawn, Labeling labeling, RunContext run)
{
    /// <summary>More bars are not read.</summary>
    const int MostBars = 40;

    readonly int[] clusters = [.. Enumerable.Range(0, labeling.Groups).Where(c => !double.IsNaN(redrawn.Jaccard(c)))];

    public void Show()
    {
        run.Show(new Sheet($"{model.Name}_clusters", $"How surely clusters of `{labeling.Name}` come back",
        [
            new("cluster", CellFormat.Text, [.. clusters.Select(labeling.NameOf)]),
            new("size", CellFormat.Count, [.. clusters.Select(c => (object)redrawn.Sizes[c])]),
            new("jaccard", CellFormat.Number, [.. clusters.Select(c => (object)redrawn.Jaccard(c))]),
            new("recovered", CellFormat.Share, [.. clusters.Select(c => (object)redrawn.Recovered(c))]),
            new("dissolved", CellFormat.Share, [.. clusters.Select(c => (object)redrawn.Dissolved(c))]),
            new("verdict", CellFormat.Text, [.. clusters.Select(Verdict)]),
        ]));
        Draw();
        foreach (var metric in model.Metrics) run.Show(metric);
        Say();
    }

    string Verdict(int cluster) => redrawn.Jaccard(cluster) switch
    {
        < Recurrence.Trusted => "unstable",
        < Recurrence.Stable => "doubtful",
        _ => "stable",
    };

    void Draw()
    {
        int[] drawn = [.. clusters.OrderBy(redrawn.Jaccard).Take(MostBars).Order()];
        var least = clusters.MinBy(redrawn.Jaccard);
        run.Show(new BarChart($"{model.Name}_jaccard", $"How surely clusters of `{labeling.Name}` come back",
            [.. drawn.Select(c => Marked(c))], [new Series("jaccard", [.. drawn.Select(redrawn.Jaccard)])])
        {
            ValueAxis = "mean Jaccard similarity",
            CategoryClusters = labeling.IsNumbered ? drawn : null,
            Rule = (Recurrence.Stable, "stable"),
            Note = $"Least surely comes back {labeling.TitleOf(least)}, with {Wording.Number(redrawn.Jaccard(least))}; "
                + $"from {Wording.Number(Recurrence.Stable)} on a cluster is stable"
                + (drawn.Length < clusters.Length ? $"; the {drawn.Length} least stable are drawn." : "."),
        });
    }

    string Marked(int cluster) => Verdict(cluster) is var verdict && verdict == "stable" ? labeling.TitleOf(cluster)
        : $"{labeling.TitleOf(cluster)} · {verdict}";

    void Say()
    {
        var (least, most) = redrawn.Found;
        var others = least == most ? $"{least}" : $"{least} to {most}";
        run.Say($"{Wording.Plural(clusters.Length, "cluster")} of `{labeling.Name}`, {others} in {redrawn.Runs} draws. "
            + $"{Kind("stable")}{Kind("doubtful", ": something is there, but which rows belong to it is not sure")}".TrimEnd());
        string[] unstable = [.. clusters.Where(c => Verdict(c) == "unstable").OrderBy(redrawn.Jaccard).Select(Named)];
        if (unstable.Length == 0) return;
        var (does, them) = unstable.Length == 1 ? ("does", "it") : ("do", "them");
        run.Warn($"{Few(unstable)} {does} not come back (below {Wording.Number(Recurrence.Trusted)}): {Wording.Count(redrawn.Rows)} other "
            + $"rows would not show {them}.",
            redrawn.Rows < labeling.Labels.Length / 2
                ? "Build nothing on these clusters before more rows are drawn with `rows=`: few rows lose small clusters first."
                : "Build nothing on these clusters; ask for fewer or larger ones, and see whether they are stable.");
    }

    string Named(int cluster) => $"{labeling.TitleOf(cluster)} ({Wording.Number(redrawn.Jaccard(cluster))})";

    string Kind(string verdict, string meaning = "")
    {
        string[] those = [.. clusters.Where(c => Verdict(c) == verdict).Select(Named)];
        return those.Length == 0 ? "" : $"{Wording.Capital(verdict)}: {Few(those)}{meaning}. ";
    }

    static string Few(string[] names) => names.Length <= 10 ? Wording.And(names)
        : Wording.And([.. names.Take(9), $"{names.Length - 9} more"]);
}
