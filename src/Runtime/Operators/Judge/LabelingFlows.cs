using Runtime.Charts;

namespace Runtime.Operators.Judge;

/// <summary>How the rows of the clusters of one labeling lie in those of the next, drawn.</summary>
static class LabelingFlows
{
    /// <summary>More blocks one above the other, or smaller ones, are thin lines: these are drawn together.</summary>
    const int MostGroups = 12;

    const double LeastShare = 0.01;

    const int Others = int.MaxValue;

    /// <param name="labelings">Two or more.</param>
    /// <param name="finding">A sentence on what is seen.</param>
    public static AlluvialChart Of(string name, IReadOnlyList<Labeling> labelings, string finding, RunContext run)
    {
        int[][] groups = [.. labelings.Select(Shown)];
        var flows = Paths(labelings, groups, run.Cancel);
        var stages = labelings.Select((l, s) => new AlluvialStage(l.Name,
            [.. groups[s].Select(g => g == Others ? "others" : l.NameOf(g))], [.. groups[s].Select(g => HueOf(g, isFirst: s == 0))]));
        var next = Wording.And(labelings.Skip(1).Select(l => $"`{l.Name}`"));
        return new(name, $"Where the rows of `{labelings[0].Name}` lie in {next}", [.. stages], flows)
        {
            Note = $"{finding} Heights are shares of the rows, colours those of `{labelings[0].Name}`.",
        };
    }

    static Hue HueOf(int group, bool isFirst) => group switch
    {
        Others => Hue.Others,
        < 0 => Hue.Cluster(-1),
        _ => isFirst ? Hue.Cluster(group) : Hue.Plain,
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
