using Runtime.Charts;

namespace Runtime.Operators.Draw;

/// <summary>How the rows of the clusters of one labeling lie in those of the next, drawn.</summary>
static class LabelingFlows
{
    /// <summary>More blocks one above the other, or smaller ones, are thin lines: these are drawn together.</summary>
    const int MostGroups = 12;

    const double LeastShare = 0.01;

    const int Others = int.MaxValue;

    /// <summary>More settings than these, beside each other, leave no room for ribbons.</summary>
    const int MostSettings = 9;

    /// <param name="labelings">Two or more.</param>
    /// <param name="finding">A sentence on what is seen.</param>
    public static AlluvialChart Of(string name, IReadOnlyList<Labeling> labelings, string finding, RunContext run)
    {
        var next = Wording.And(labelings.Skip(1).Select(l => $"`{l.Name}`"));
        var chart = Drawn(name, $"Where the rows of `{labelings[0].Name}` lie in {next}", labelings, 0, run);
        return chart with { Note = $"{finding} Heights are shares of the rows, colours those of `{labelings[0].Name}`." };
    }

    /// <summary>How clusters part and rows change places from one setting of a search to the next.</summary>
    /// <remarks>Zappia &amp; Oshlack 2018, GigaScience 7(7).</remarks>
    /// <param name="title">What is seen.</param>
    /// <param name="setting">What is set, which falls or grows.</param>
    /// <param name="labelings">One for each value, the coarsest first, named by it.</param>
    /// <param name="kept">The one whose clusters have colours.</param>
    public static AlluvialChart OverSettings(
        string name, string title, string setting, IReadOnlyList<Labeling> labelings, int kept, RunContext run)
    {
        var first = Math.Clamp(kept - MostSettings / 2, 0, Math.Max(0, labelings.Count - MostSettings));
        Labeling[] shown = [.. labelings.Skip(first).Take(MostSettings)];
        var chart = Drawn(name, title, shown, kept - first, run);
        var left = shown.Length < labelings.Count ? $" {shown.Length} of {labelings.Count} settings are drawn." : "";
        return chart with
        {
            Note = $"{Settled(chart, setting)} Heights are shares of the rows, colours the clusters of "
                + $"`{setting}={labelings[kept].Name}`.{left}",
        };
    }

    static AlluvialChart Drawn(string name, string title, IReadOnlyList<Labeling> labelings, int coloured, RunContext run)
    {
        int[][] groups = [.. labelings.Select(Shown)];
        var flows = Paths(labelings, groups, run.Cancel);
        var stages = labelings.Select((l, s) => new AlluvialStage(l.Name,
            [.. groups[s].Select(g => g == Others ? "others" : l.NameOf(g))],
            [.. groups[s].Select(g => HueOf(g, isColoured: s == coloured))]));
        return new(name, title, [.. stages], flows) { Coloured = coloured };
    }

    /// <summary>Where the most rows come from another cluster of the setting before than most of theirs do.</summary>
    static string Settled(AlluvialChart chart, string setting)
    {
        var total = (double)chart.Flows.Sum(f => f.Rows);
        var worst = Enumerable.Range(1, chart.Stages.Count - 1).MaxBy(Mixed);
        return Mixed(worst) == 0 ? "Every cluster is part of one of the setting before."
            : $"Least settled: `{setting}={chart.Stages[worst].Name}`, where {Wording.Share(Mixed(worst))} of the rows come from another "
            + $"cluster of `{setting}={chart.Stages[worst - 1].Name}` than most of theirs.";

        double Mixed(int stage) => 1 - chart.Flows.GroupBy(f => f.Path[stage])
            .Sum(own => own.GroupBy(f => f.Path[stage - 1]).Max(from => from.Sum(f => f.Rows))) / total;
    }

    static Hue HueOf(int group, bool isColoured) => group switch
    {
        Others => Hue.Others,
        < 0 => Hue.Cluster(-1),
        _ => isColoured ? Hue.Cluster(group) : Hue.Plain,
    };

    /// <summary>The labels that have a block of their own, in their order, then the others, then noise.</summary>
    static int[] Shown(Labeling labeling)
    {
        var sizes = labeling.Labels.CountBy(l => l).ToDictionary();
        int[] clusters = [.. sizes.Keys.Where(l => l >= 0).OrderByDescending(l => sizes[l]).ThenBy(l => l)];
        var least = LeastShare * labeling.Labels.Length;
        int[] own = [.. clusters.Where(l => sizes[l] >= least).Take(clusters.Length <= MostGroups ? MostGroups : MostGroups - 1)];
        if (own.Length == clusters.Length - 1) own = clusters;
        int[] last = [Others, -1];
        return [.. own.Order(), .. last.Where(l => l == Others ? own.Length < clusters.Length : sizes.ContainsKey(l))];
    }

    static AlluvialFlow[] Paths(IReadOnlyList<Labeling> labelings, int[][] groups, CancellationToken cancel)
    {
        int[][] places = [.. labelings.Zip(groups, Places)];
        var counts = new Dictionary<long, long>();
        for (var row = 0; row < labelings[0].Labels.Length; row++)
        {
            if (row % 65536 == 0) cancel.ThrowIfCancellationRequested();
            var path = 0L;
            for (var s = 0; s < groups.Length; s++) path = path * (MostGroups + 2) + places[s][labelings[s].Labels[row] + 1];
            counts[path] = counts.GetValueOrDefault(path) + 1;
        }
        return [.. counts.OrderBy(c => c.Key).Select(c => new AlluvialFlow(Split(c.Key, groups.Length), c.Value))];
    }

    /// <summary>The block of each label, from −1 on.</summary>
    static int[] Places(Labeling labeling, int[] groups)
    {
        int Place(int label) => Array.IndexOf(groups, label) is >= 0 and var at ? at : Array.IndexOf(groups, Others);
        return [.. Enumerable.Range(-1, labeling.Names.Count + 1).Select(Place)];
    }

    static int[] Split(long path, int stages)
    {
        var groups = new int[stages];
        for (var s = stages - 1; s >= 0; s--) (groups[s], path) = ((int)(path % (MostGroups + 2)), path / (MostGroups + 2));
        return groups;
    }
}
