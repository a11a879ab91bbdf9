namespace Runtime.Charts;

/// <summary>
/// How groups of rows go on from one labeling to the next: blocks as high as their groups are large, and ribbons between them.
/// </summary>
/// <remarks>
/// Rosvall &amp; Bergstrom 2010, PLoS ONE 5(1). Ribbons keep the colour of the group of one stage, the first as a rule, that their
/// rows are in.
/// </remarks>
/// <param name="Stages">Two or more, from left to right.</param>
/// <param name="Flows">Rows that go through the same groups.</param>
public sealed record AlluvialChart(string Name, string Title, IReadOnlyList<AlluvialStage> Stages, IReadOnlyList<AlluvialFlow> Flows)
    : Chart(Name, Title), IExample<AlluvialChart>
{
    /// <summary>The stage whose groups have colours.</summary>
    public int Coloured { get; init; }

    /// <summary>Half the width of a block as a share of that of the picture, and the room between two as a share of all rows.</summary>
    const double HalfOfAll = 0.0175, Gap = 0.025;

    /// <summary>Where names stand above the blocks.</summary>
    const double Above = 0.08;

    /// <summary>Of the curve of a ribbon; a short one needs fewer.</summary>
    int Steps => Math.Clamp(48 / Math.Max(1, Stages.Count - 1), 8, 24);

    public static AlluvialChart Example => new(
        "flows",
        "Rows from one labeling to the next",
        [
            new("three", ["0", "1", "noise"], [Hue.Cluster(0), Hue.Cluster(1), Hue.Cluster(-1)]),
            new("five", ["0", "1", "2"], [Hue.Plain, Hue.Plain, Hue.Plain]),
        ],
        [new([0, 0], 500), new([0, 1], 120), new([1, 1], 300), new([1, 2], 20), new([2, 2], 60), new([2, 0], 40)]);

    protected override Figure Compose()
    {
        var (blocks, ribbons, names, tops) = (new List<Mark>(), new List<Mark>(), new List<Mark>(), Tops());
        for (var stage = 0; stage < Stages.Count; stage++)
        {
            for (var group = 0; group < Stages[stage].Groups.Count; group++)
            {
                if (Share(stage, group) is not (> 0 and var share)) continue;
                var (hue, top) = (Stages[stage].Hues[group], tops[stage][group]);
                var label = $"{Stages[stage].Groups[group]} · {Numbers.Value(share, CellFormat.Share)}";
                blocks.Add(Block(stage, top, share) with { Hue = hue, Series = label });
                names.Add(new TextMark([stage], [top - share / 2], [label]) { IsPlate = true, Hue = hue });
            }
            if (stage > 0) ribbons.AddRange(Between(stage - 1, tops));
        }
        var heads = Stages.Select((stage, at) => new TextMark([at], [Above], [stage.Name]));
        return new(
            Name,
            Title,
            [new ValueScale("stage") { Shown = false }, new ValueScale("share") { Shown = false, Tight = true }],
            [new("stage", "share", [.. ribbons, .. blocks, .. heads, .. names])]);
    }

    RibbonMark Block(int stage, double top, double share) =>
        new([stage - Half, stage + Half], [top - share, top - share], [top, top]) { Solid = true };

    double Half => HalfOfAll * (Stages.Count - 1);

    /// <summary>The ribbons to the next stage; within a block by the colour, then by where they go or come from.</summary>
    IEnumerable<Mark> Between(int stage, double[][] tops)
    {
        var total = (double)Flows.Sum(f => f.Rows);
        var parts = Flows.GroupBy(f => new Way(f.Path[Coloured], f.Path[stage], f.Path[stage + 1]))
            .Select(g => (g.Key, Share: g.Sum(f => f.Rows) / total)).ToArray();
        double Place(int at, int group) => -tops[at][group];
        var byColour = parts.OrderBy(p => Place(Coloured, p.Key.Colour));
        var to = Starts(byColour.ThenBy(p => Place(stage, p.Key.From)), p => p.Key.To, tops[stage + 1]);
        var from = Starts(byColour.ThenBy(p => Place(stage + 1, p.Key.To)), p => p.Key.From, tops[stage]);
        foreach (var (key, share) in parts.OrderByDescending(p => p.Share))
            yield return Ribbon(stage, key, share, from[key], to[key]);
    }

    static Dictionary<Way, double> Starts(
        IEnumerable<(Way Key, double Share)> parts, Func<(Way Key, double Share), int> group, double[] tops)
    {
        var (next, starts) = ((double[])tops.Clone(), new Dictionary<Way, double>());
        foreach (var part in parts)
        {
            starts[part.Key] = next[group(part)];
            next[group(part)] -= part.Share;
        }
        return starts;
    }

    RibbonMark Ribbon(int stage, Way key, double share, double from, double to)
    {
        double[] across = [.. Enumerable.Range(0, Steps + 1).Select(i => (double)i / Steps)];
        // The curve that starts and ends level: 3t² − 2t³.
        double[] upper = [.. across.Select(t => from + (to - from) * t * t * (3 - 2 * t))];
        return new([.. across.Select(t => stage + Half + t * (1 - 2 * Half))], [.. upper.Select(y => y - share)], [.. upper])
        {
            Hue = Stages[Coloured].Hues[key.Colour],
            Series = $"{Stages[stage].Groups[key.From]} → {Stages[stage + 1].Groups[key.To]}: {Numbers.Value(share, CellFormat.Share)}",
        };
    }

    double Share(int stage, int group) =>
        Flows.Where(f => f.Path[stage] == group).Sum(f => f.Rows) / (double)Math.Max(1, Flows.Sum(f => f.Rows));

    /// <summary>
    /// Where each block begins, downwards from 0: those of the first stage as they come, of others where most of their rows come from.
    /// </summary>
    double[][] Tops()
    {
        var tops = new double[Stages.Count][];
        for (var stage = 0; stage < Stages.Count; stage++)
        {
            var (at, own) = (0.0, tops[stage] = new double[Stages[stage].Groups.Count]);
            foreach (var group in Enumerable.Range(0, own.Length).OrderBy(g => stage == 0 ? g : Middle(stage, g, tops[stage - 1])))
            {
                own[group] = at;
                at -= Share(stage, group) + Gap;
            }
        }
        return tops;
    }

    /// <summary>The mean place, downwards, of the blocks that its rows come from; a group of noise or others goes last.</summary>
    double Middle(int stage, int group, double[] before)
    {
        if (Stages[stage].IsLast(group)) return double.MaxValue;
        AlluvialFlow[] own = [.. Flows.Where(f => f.Path[stage] == group)];
        double Place(AlluvialFlow flow) => Share(stage - 1, flow.Path[stage - 1]) / 2 - before[flow.Path[stage - 1]];
        return own.Sum(f => f.Rows * Place(f)) / Math.Max(1, own.Sum(f => f.Rows));
    }

    /// <summary>From a group to one of the next stage, for rows of one colour.</summary>
    readonly record struct Way(int Colour, int From, int To);
}

/// <summary>A labeling among others.</summary>
/// <param name="Groups">Their names.</param>
/// <param name="Hues">Of each group.</param>
public sealed record AlluvialStage(string Name, IReadOnlyList<string> Groups, IReadOnlyList<Hue> Hues)
{
    /// <summary>It is no cluster of its own, and stands below all that are.</summary>
    public bool IsLast(int group) => Hues[group].Role == HueRole.Others || Hues[group] == Hue.Cluster(-1);
}

/// <summary>Rows that go one way.</summary>
/// <param name="Path">Their group at each stage.</param>
public sealed record AlluvialFlow(IReadOnlyList<int> Path, long Rows);
