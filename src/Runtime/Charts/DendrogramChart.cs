namespace Runtime.Charts;

/// <summary>The top of a hierarchy: what merges at which height, down to branches that are shown as leaves.</summary>
/// <param name="Nodes">Parts before what they make, the root last.</param>
public sealed record DendrogramChart(string Name, string Title, IReadOnlyList<DendrogramNode> Nodes)
    : Chart(Name, Title), IExample<DendrogramChart>
{
    /// <summary>Where it is cut.</summary>
    public double? Cut { get; init; }

    public static DendrogramChart Example => new("hierarchy", "The last merges",
    [
        new(0, 120) { Cluster = 0 }, new(0, 80) { Cluster = 0 }, new(2, 200) { Left = 0, Right = 1, Cluster = 0 },
        new(0, 40) { Cluster = 1 }, new(5, 240) { Left = 2, Right = 3 },
    ])
    {
        Cut = 3.5,
    };

    protected override Figure Compose()
    {
        var (places, leaves) = Places();
        return new(
            Name,
            Title,
            [
                new BandScale("leaf", [.. leaves.Select(leaf => Numbers.Value(Nodes[leaf].Rows, CellFormat.Count))]) { Title = "rows" },
                new ValueScale("height") { Title = "height" },
            ],
            [new("leaf", "height", [.. Outlines(places), .. Cut is { } cut ? [new RuleMark(null, cut)] : Array.Empty<Mark>()])]);
    }

    /// <summary>One outline a cluster, and one for what is above the cut: the bars of its merges, and what leads up to them.</summary>
    IEnumerable<Mark> Outlines(double[] places) => Lines(places).GroupBy(l => l.Cluster).OrderBy(g => g.Key ?? int.MaxValue).Select(lines =>
        new LineMark(
            [.. lines.SelectMany(l => (double[])[l.FromX, l.ToX, double.NaN])],
            [.. lines.SelectMany(l => (double[])[l.FromY, l.ToY, double.NaN])])
        {
            Hue = lines.Key is { } cluster ? Hue.Cluster(cluster) : Hue.Plain,
            IsOutline = true,
        });

    IEnumerable<(int? Cluster, double FromX, double FromY, double ToX, double ToY)> Lines(double[] places)
    {
        foreach (var fork in Nodes.Where(n => n.Left >= 0))
        {
            yield return (fork.Cluster, places[fork.Left], fork.Height, places[fork.Right], fork.Height);
            foreach (var part in (int[])[fork.Left, fork.Right])
                yield return (Nodes[part].Cluster, places[part], Nodes[part].Height, places[part], fork.Height);
        }
    }

    /// <summary>Where each node stands to the right, and the leaves in that order: a fork between its parts.</summary>
    (double[] Places, List<int> Leaves) Places()
    {
        var (places, leaves, open) = (new double[Nodes.Count], new List<int>(), new Stack<int>());
        if (Nodes.Count > 0) open.Push(Nodes.Count - 1);
        while (open.TryPop(out var at))
        {
            if (Nodes[at].Left < 0)
            {
                places[at] = leaves.Count;
                leaves.Add(at);
                continue;
            }
            open.Push(Nodes[at].Right);
            open.Push(Nodes[at].Left);
        }
        for (var at = 0; at < Nodes.Count; at++)
            if (Nodes[at] is { Left: >= 0 } fork) places[at] = (places[fork.Left] + places[fork.Right]) / 2;
        return (places, leaves);
    }
}

/// <summary>A merge of two nodes, or a branch that is shown as a leaf.</summary>
/// <param name="Height">Where its parts merge; 0 for a leaf.</param>
/// <param name="Rows">Rows below it.</param>
public sealed record DendrogramNode(double Height, long Rows)
{
    /// <summary>Its parts, by their places in the list; −1 for a leaf.</summary>
    public int Left { get; init; } = -1;

    public int Right { get; init; } = -1;

    /// <summary>The cluster that all of it is in; null above the cut.</summary>
    public int? Cluster { get; init; }
}
