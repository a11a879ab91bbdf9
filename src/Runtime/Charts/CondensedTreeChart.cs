namespace Runtime.Charts;

/// <summary>
/// How rows part into dense groups: branches that grow to the right with density, as wide as they have rows, those of clusters in their
/// colours.
/// </summary>
/// <param name="Branches">Each before what splits off from it, the root first.</param>
public sealed record CondensedTreeChart(string Name, string Title, IReadOnlyList<CondensedBranch> Branches)
    : Chart(Name, Title), IExample<CondensedTreeChart>
{
    /// <summary>The largest clusters bear their number: more numbers would hide the tree.</summary>
    public const int MostNumbered = 40;

    const int MostNamed = 12;

    /// <summary>The λ that are shown.</summary>
    public required Extent Across { get; init; }

    /// <summary>By factors of λ, where differences would press most splits together.</summary>
    public bool IsLog { get; init; }

    /// <summary>The name of the clustering.</summary>
    public string Clusters { get; init; } = "";

    public static CondensedTreeChart Example => new("condensed", "One group that parts in three",
    [
        new(-1, -1, 0, [1, 1.5, 2], [300, 280, 240, 0]), new(0, 0, 2, [3, 4, 8], [140, 120, 60, 0]),
        new(0, -1, 2, [2.5, 3], [100, 90, 0]), new(2, 1, 3, [4, 6], [50, 30, 0]), new(2, 2, 3, [3.5, 5], [40, 20, 0]),
    ])
    {
        Across = new(0, 7),
        Clusters = "dense",
    };

    protected override Figure Compose()
    {
        var middles = Middles();
        int[] drawn = [.. Enumerable.Range(0, Branches.Count).Where(b => Branches[b].Birth < Across.High)];
        return new(
            Name,
            Title,
            [
                new ValueScale("lambda")
                {
                    Title = "λ = 1 / distance" + (IsLog ? " (log)" : ""),
                    Spacing = IsLog ? ScaleSpacing.Log : ScaleSpacing.Linear,
                    Tight = true,
                },
                new ValueScale("rows") { Title = "rows", Format = CellFormat.Count, Tight = true },
            ],
            [new("lambda", "rows", [.. drawn.Select(b => Shape(Branches[b], middles[b])), .. Numbers(middles)])])
        {
            Legend = Heads().Count() > MostNamed ? [] : [.. Heads().Select(b => Branches[b].Cluster).Order()
                .Select(c => new LegendEntry($"{Clusters} {c}".Trim(), Hue.Cluster(c)) { Short = $"{c}" })],
        };
    }

    /// <summary>The first branch of each cluster.</summary>
    IEnumerable<int> Heads() => Enumerable.Range(0, Branches.Count).Where(b =>
        Branches[b] is { Cluster: >= 0 } own && (own.Parent < 0 || Branches[own.Parent].Cluster != own.Cluster));

    /// <summary>Parts stand side by side within what they split off from, the largest above.</summary>
    double[] Middles()
    {
        var middles = new double[Branches.Count];
        middles[0] = Branches[0].Rows[0] / 2.0;
        foreach (var parts in Enumerable.Range(1, Branches.Count - 1).GroupBy(b => Branches[b].Parent))
        {
            var top = middles[parts.Key] + parts.Sum(b => Branches[b].Rows[0]) / 2.0;
            foreach (var part in parts.OrderByDescending(b => Branches[b].Rows[0]))
            {
                middles[part] = top - Branches[part].Rows[0] / 2.0;
                top -= Branches[part].Rows[0];
            }
        }
        return middles;
    }

    RibbonMark Shape(CondensedBranch branch, double middle)
    {
        var (places, halves) = (new List<double>(), new List<double>());
        var from = branch.Birth;
        for (var i = 0; i < branch.Lambdas.Count && from < Across.High; i++)
        {
            var to = Math.Min(branch.Lambdas[i], Across.High);
            if (to > Across.Low) Add(Math.Max(from, Across.Low), to, branch.Rows[i] / 2.0);
            from = to;
        }
        var isCluster = branch.Cluster >= 0;
        return new([.. places], [.. halves.Select(h => middle - h)], [.. halves.Select(h => middle + h)])
        {
            Solid = isCluster,
            Hue = isCluster ? Hue.Cluster(branch.Cluster) : Hue.Others,
            Series = isCluster ? $"{branch.Cluster}" : null,
        };

        void Add(double start, double end, double half)
        {
            places.AddRange([start, end]);
            halves.AddRange([half, half]);
        }
    }

    /// <summary>
    /// The number of each cluster, in the middle of the branch while half of its rows are there; larger ones have their place first.
    /// </summary>
    IEnumerable<Mark> Numbers(double[] middles) => Heads().OrderByDescending(b => Branches[b].Rows[0]).Take(MostNumbered).Select(b =>
        new TextMark([Between(Branches[b])], [middles[b]], [$"{Branches[b].Cluster}"])
        {
            Hue = Hue.Cluster(Branches[b].Cluster),
            IsPlate = true,
        });

    double Between(CondensedBranch branch)
    {
        var half = branch.Lambdas.Where((_, i) => branch.Rows[i + 1] * 2 <= branch.Rows[0]).First();
        var (from, to) = (Math.Clamp(branch.Birth, Across.Low, Across.High), Math.Clamp(half, Across.Low, Across.High));
        return IsLog ? Math.Sqrt(from * to) : (from + to) / 2;
    }
}

/// <summary>Rows that are together until they part into other branches or fall away one by one.</summary>
/// <param name="Parent">What it splits off from, by its place in the list; −1 for the root.</param>
/// <param name="Cluster">Its number, for its colour; −1 when it is in none.</param>
/// <param name="Birth">Where it begins.</param>
/// <param name="Lambdas">Where rows leave it, ascending.</param>
/// <param name="Rows">At its beginning, and after each of these; the last is 0.</param>
public sealed record CondensedBranch(int Parent, int Cluster, double Birth, IReadOnlyList<double> Lambdas, IReadOnlyList<long> Rows);
