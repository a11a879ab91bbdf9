using Runtime.Charts;

namespace Tests.Runtime.Charts;

/// <summary>Trees, planes and curves in which something may go wrong.</summary>
static class HardPlanes
{
    static readonly string Long = "a_rather_long_name_of_a_column_that_goes_on_and_on_";

    public static IEnumerable<Figure> All() =>
    [
        Tree("condensed_twelve", 12), Tree("condensed_forty", 40), Tree("condensed_sixty", 60), Tree("condensed_log", 3) with { Title = "By factors" },
        new CondensedTreeChart("condensed_one", "Nothing parts", [new(-1, -1, 0, [double.PositiveInfinity], [5, 0])]) { Across = new(0, 1) },
        Biplot("biplot_same", 30, i => (1, 0.001 * i)), Biplot("biplot_around", 16, i => (Math.Cos(i), Math.Sin(i))),
        Biplot("biplot_none", 0, _ => (0, 0)), Biplot("biplot_zero", 2, _ => (0, 0)),
        Ellipses("ellipses_twelve", 12), Ellipses("ellipses_alike", 3, apart: 0),
        new NeighbourCurve("neighbours_knee_at_end", "A knee at the end", [0, 0.5, 1], [0, 0, 1])
        {
            DistanceAxis = "distance", Radius = 0, RadiusText = "eps=0", Knee = 2, KneeText = "knee: 1",
        },
        new NeighbourCurve("neighbours_flat", "All alike", [0, 1], [3, 3])
        {
            DistanceAxis = "distance", Radius = 3, RadiusText = "eps=3", Knee = 0, KneeText = "knee: 3",
        },
        new Heatmap("missing_gaps", "Which columns are missing together", ["1,234 rows · 12 %", "3 rows · < 1 %"],
            [.. Enumerable.Range(0, 24).Select(i => $"{Long}{i}")],
            [.. Enumerable.Range(0, 2).Select(r => Enumerable.Range(0, 24).Select(c => (double)((r + c) % 2)).ToArray())])
        {
            Reach = 1, HasKey = false, Texts = [.. Enumerable.Range(0, 2).Select(_ => Enumerable.Repeat("", 24).ToArray())],
        },
    ];

    /// <summary>Clusters that split off one by one.</summary>
    static CondensedTreeChart Tree(string name, int clusters)
    {
        var branches = new List<CondensedBranch> { new(-1, -1, 0, [1], [1000L * clusters, 0]) };
        for (var c = 0; c < clusters; c++)
        {
            var (parent, birth) = (branches.Count - 1, 1 + c / 4.0);
            branches.Add(new(parent, c, birth, [birth + 0.2, birth + 2], [400, 200, 0]));
            if (c < clusters - 1) branches.Add(new(parent, -1, birth, [birth + 0.25], [1000L * (clusters - c) - 500, 0]));
        }
        return new(name, "Clusters that split off one by one", branches)
        {
            Across = name.EndsWith("log", StringComparison.Ordinal) ? new(0.5, 3) : new(0.8, 3 + clusters / 4.0),
            IsLog = name.EndsWith("log", StringComparison.Ordinal),
            Clusters = Long,
        };
    }

    static BiplotChart Biplot(string name, int arrows, Func<int, (double X, double Y)> at) =>
        new(name, "Many arrows", Density(), 2, [.. Enumerable.Range(0, arrows).Select(i => new BiplotArrow($"{Long}{i}", at(i).X, at(i).Y))])
        {
            Across = "pc1 · 50 %",
            Up = "pc2 · 20 %",
        };

    static EllipseChart Ellipses(string name, int count, double apart = 1) => new(name, "Many components", Density(), Density(),
        [.. Enumerable.Range(0, count).Select(c => Around(c, apart * (c % 4 - 1.5), apart * (c / 4 - 1)))])
    {
        Across = Long,
        Up = Long + "too",
        UnsureTitle = "Unsure rows",
    };

    static ComponentEllipses Around(int number, double x, double y) => new(number, x, y, [Circle(x, y, 0.3), Circle(x, y, 0.6)]);

    static ClosedLine Circle(double x, double y, double radius) => new(
        [.. Enumerable.Range(0, 41).Select(i => x + radius * Math.Cos(i * Math.PI / 20))],
        [.. Enumerable.Range(0, 41).Select(i => y + radius * Math.Sin(i * Math.PI / 20))]);

    static DensityMark Density() =>
        new(new(-2, 2), new(-2, 2), 24, new([.. Enumerable.Range(0, 24 * 24).Select(i => i * 7919 % 13)]), "rows a bin");
}
