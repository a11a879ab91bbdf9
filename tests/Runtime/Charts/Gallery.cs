using Runtime;
using Runtime.Charts;

namespace Tests.Runtime.Charts;

/// <summary>Made-up figures like those of a real study, and the hard cases.</summary>
static class Gallery
{
    public static readonly string[] Features = ["acousticness", "danceability", "energy", "instrumentalness", "liveness", "speechiness", "valence"];

    static readonly string[] Genres =
        ["black-metal", "gospel", "ambient", "acoustic", "alt-rock", "emo", "indian", "k-pop", "new-age", "blues", "singer-songwriter", "minimal-techno", "drum-and-bass", "opera"];

    public static readonly IReadOnlyList<Figure> All = [.. Examples(), .. Usual(), .. Hard(), Scatter()];

    public static Figure Find(string name) => All.Single(figure => figure.Name == name);

    /// <summary>A composition of marks that no kind makes: a cloud with a line through it and a rule.</summary>
    public static Figure Scatter() => new("scatter", "Points, a line and a rule", [new ValueScale("x") { Title = "x" }, new ValueScale("y") { Title = "y" }],
    [
        new("x", "y", [new PointMark([1, 2, 4], [3, -5, 2]), new LineMark([1, 4], [-4, 3]), new RuleMark(3, 0), new BarMark([2.5, 3.5], [1, -2]), new TextMark([3], [4], ["words"])]),
    ]);

    /// <summary>The figures a study has.</summary>
    public static IEnumerable<Figure> Usual() =>
        [TopGenres(82), TopArtists(), Scree(), ClusterSizes(), BicGrid(), BicCurve(), BicByKind(), Correlations(), Means(), MeansAsBars(), GenresByCluster(), Pairs(7, 96, 1), Pairs(7, 96, 5)];

    /// <summary>What each kind shows of itself.</summary>
    public static IEnumerable<Figure> Examples() => Kinds.Select(kind => (Figure)(Chart)kind.GetProperty("Example")!.GetValue(null)!);

    public static IEnumerable<Type> Kinds => typeof(Chart).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Chart)) && !type.IsAbstract);

    /// <summary>What may go wrong.</summary>
    public static IEnumerable<Figure> Hard() =>
    [
        new BarChart("empty", "Nothing", [], []),
        new BarChart("one", "One bar", ["only"], [new("n", [3])]) { Format = CellFormat.Count },
        new BarChart("one_up", "One bar, upright", ["only"], [new("n", [3])]) { Horizontal = false },
        new BarChart("long", new string('W', 90) + " " + string.Concat(Enumerable.Repeat("a long title with many words ", 12)), [new('M', 300), "naïve café", "Žižek", "Кино", "椎名林檎", "🎵🎶", "مرحبا", "", "tab\there", "a\u200db"], [new("n", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])]) { CategoryAxis = new('C', 300), ValueAxis = new('V', 300), Note = string.Concat(Enumerable.Repeat("A note that goes on. ", 20)) },
        new BarChart("nan", "Gaps", ["a", "b", "c", "d"], [new("n", [double.NaN, 1, double.PositiveInfinity, -2])]) { Line = new("line", [1, double.NaN, 2, 3]) },
        new BarChart("nan_up", "Gaps, upright", ["a", "b", "c", "d"], [new("n", [double.NaN, 1, double.NegativeInfinity, -2])]) { Horizontal = false, Line = new("line", [1, double.NaN, 2, 3]) },
        new BarChart("zero", "All zero", ["a", "b"], [new("n", [0, 0])]) { Format = CellFormat.Share },
        new BarChart("huge", "Huge", ["a", "b", "c"], [new("n", [double.MaxValue, 1e-300, -double.MaxValue])]),
        new BarChart("many_up", "Many, upright", Names(200), [new("n", Values(200))]) { Horizontal = false },
        new BarChart("many_series", "Many series", Names(3), [.. Enumerable.Range(0, 24).Select(i => new Series("series " + i, Values(3), i - 1))]) { Line = new("sum", [1, 2, 3]) },
        new BarChart("uneven", "Fewer values than names", Names(4), [new("n", [1])]) { Horizontal = false },
        new BarPanels("no_panels", "No panels", []),
        new BarPanels("panels", "Panels", [new("a", Names(2), [-1, 2], -1), new("empty", [], []), new(new('W', 200), [new('W', 200)], [1e12], 3)]),
        new LineChart("no_lines", "No lines", [], []) { XAxis = "x", YAxis = "y" },
        new LineChart("gaps", "Gaps", [1, 2, 3, 4], [new("all", [double.NaN, double.NaN, double.NaN, double.NaN]), new("some", [1, double.NaN, 3, 4])]) { XAxis = "x", YAxis = "y", Marked = (1, 1) },
        new LineChart("one_point", "One point", [5], [new("one", [7])]) { XAxis = "x", YAxis = "y", Marked = (0, 0) },
        new LineChart("flat", "Constant", [1, 2, 3], [new("flat", [-16456617, -16456617, -16456617])]) { XAxis = "k", YAxis = "BIC", Marked = (9, 9) },
        new LineChart("close", "Close together", [1, 2, 3], [new("near", [-16456617.25, -16456617.5, -16456618])]) { XAxis = "k", YAxis = "BIC", Marked = (0, 2) },
        new LineChart("huge_lines", "Huge", [0, 1e9, 2e9], [new("up", [0, double.MaxValue, 1]), new("down", [0, double.MinValue, 1])]) { XAxis = "x", YAxis = "y", Marked = (0, 1) },
        new LineChart("many_lines", "Many lines", [.. Values(100).Select((_, i) => i / 100.0)], [.. Enumerable.Range(0, 40).Select(i => new Series("a rather long line name, number " + i, [.. Values(100).Select(v => v + i)]))]) { XAxis = new('x', 400), YAxis = new('y', 400), Marked = (39, 99) },
        new LineChart("log", "Growth", [1e4, 1e5, 1e6], [new("square", [0.02, 2, 200]), new("none", [0, -1, double.NaN])]) { XAxis = "rows", YAxis = "seconds", LogX = true, LogY = true },
        new LineChart("log_narrow", "One value", [3], [new("one", [2])]) { XAxis = "x", YAxis = "y", LogX = true, LogY = true },
        new LineChart("same", "All end in one place", [1, 2, 3], [.. Enumerable.Range(0, 10).Select(i => new Series("line " + i, [i, 5, 5]))]) { XAxis = "x", YAxis = "y" },
        new Heatmap("no_cells", "No cells", [], [], []),
        new Heatmap("one_cell", "One cell", ["r"], ["c"], [[1.5]]) { Marked = (0, 0) },
        new Heatmap("holes", "Holes", ["r", new('R', 200)], ["c", new('C', 200), "d"], [[double.NaN, 1, double.NegativeInfinity], [1e300]]) { RowClusters = [-1], Marked = (5, 5) },
        new Heatmap("zeros", "Zeros", ["r"], ["c", "d"], [[0, 0]]) { Diverging = true },
        new Heatmap("large", "Large", Names(60), Names(60), [.. Enumerable.Range(0, 60).Select(_ => Values(60).ToArray())]),
        new Heatmap("extreme", "Extreme", ["r"], ["c", "d"], [[double.MaxValue, double.MinValue]]) { Diverging = true },
        Pairs(0, 8, 1), Pairs(1, 32, 1), Pairs(1, 32, 3), Pairs(2, 64, 3), Pairs(3, 200, 1), Pairs(12, 24, 2), Pairs(4, 1, 2), Pairs(7, 96, 26),
        new PairPlot("no_groups", "No groups", [new("a", 0, 1), new("b", 0, 0)], []) { Bins = 4 },
        new PairPlot("odd_axes", "Odd axes", [new(new('A', 200), -1e12, 1e12), new("b", 5, 5), new("c", double.NaN, double.NaN)], [Nobody(3, 4)]) { Bins = 4 },
    ];

    public static BarChart TopGenres(int count) => new("top_genre", "Most frequent values of genre", Names(count), [new("rows", [.. Enumerable.Range(0, count).Select(i => Math.Round(20_120 * Math.Exp(-i / 50.0)))])])
    {
        Format = CellFormat.Count,
        ValueAxis = "rows",
        Note = "All 82 values of 1,159,764 rows.",
    };

    public static BarChart TopArtists() => new("top_artist_name", "Most frequent values of artist_name",
        ["Traditional", "Grateful Dead", "Johann Sebastian Bach", "Giacomo Meyerbeer", "Elvis Presley", "Wolfgang Amadeus Mozart", "Armin van Buuren", "Astor Piazzolla", "Hans Zimmer", "Андрей Крылов"],
        [new("rows", [4058, 2320, 2125, 1345, 1242, 1084, 1061, 932, 863, 841])])
    { Format = CellFormat.Count };

    public static BarChart Scree() => new("scree_pca", "Variance explained by each component", [.. Enumerable.Range(1, 7).Select(i => $"PC{i}")], [new("of the component", [0.455, 0.214, 0.113, 0.092, 0.064, 0.041, 0.021])])
    {
        Horizontal = false,
        Format = CellFormat.Share,
        Line = new("running sum", [0.455, 0.669, 0.782, 0.874, 0.938, 0.979, 1]),
        ValueAxis = "share of the variance",
        CategoryAxis = "component",
    };

    public static BarChart ClusterSizes() => new("sizes_dense", "Sizes of the clusters of `dense`", ["0", "1", "2", "noise"], [new("rows", [481_789, 50_492, 49_569, 577_914])])
    { Format = CellFormat.Count, CategoryAxis = "cluster", CategoryClusters = [0, 1, 2, -1] };

    public static Heatmap BicGrid() => new("bic_grid", "BIC by number of components and covariance", [.. Enumerable.Range(1, 10).Select(k => $"k = {k}")], ["full", "tied", "diag", "spherical"],
        [.. Enumerable.Range(1, 10).Select(k => new[] { -16_456_617.0 + 2.5e6 / k, -14_100_000 + 1.5e6 / k, -13_900_000 + 2.1e6 / k, -12_000_000 + 3e6 / k })])
    { Format = CellFormat.Count, Marked = (9, 0), Note = "Lower is better. Still falling at k = 10: no minimum inside the range." };

    public static LineChart BicCurve() => new("bic_curve", "BIC over the number of components", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [new("full", [.. Enumerable.Range(1, 10).Select(k => -16_456_617 + 2.5e6 / k)])])
    { XAxis = "components", YAxis = "BIC (lower is better)", Marked = (0, 9) };

    public static LineChart BicByKind() => new("bic_by_kind", "BIC over the number of components", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        [.. new[] { ("full", -16_456_617, 2.5e6), ("tied", -14_100_000, 1.5e6), ("diag", -13_900_000, 2.1e6), ("spherical", -12_000_000, 3e6) }
            .Select(kind => new Series(kind.Item1, [.. Enumerable.Range(1, 10).Select(k => kind.Item2 + kind.Item3 / k)]))])
    { XAxis = "components", YAxis = "BIC (lower is better)", Marked = (0, 9) };

    public static Heatmap Correlations()
    {
        var values = Enumerable.Range(0, 7).Select(i => Enumerable.Range(0, 7).Select(j => i == j ? 1 : Math.Sin(1.7 * (i + j) + i * j) * 0.75).ToArray()).ToArray();
        return new("correlations", "Correlations", Features, Features, values) { Diverging = true };
    }

    public static Heatmap Means() => new("means_archetypes", "Means of scaled by archetypes", ["0", "1", "2", "3", "4", "noise"], Features, [.. Enumerable.Range(0, 6).Select(c => Features.Select((_, j) => 0.5 + 0.45 * Math.Sin(2.1 * c + 3.3 * j)).ToArray())])
    { RowClusters = [0, 1, 2, 3, 4, -1] };

    public static BarChart MeansAsBars() => new("means_bars", "Means of scaled by archetypes", Features, [.. Enumerable.Range(0, 5).Select(c => new Series($"archetypes {c}", [.. Features.Select((_, j) => 0.5 + 0.45 * Math.Sin(2.1 * c + 3.3 * j))], c))]);

    public static BarPanels GenresByCluster() => new("top_genre_by_archetypes", "Most frequent genres of each archetype", [.. Enumerable.Range(-1, 6).Select(c => new BarPanel(c < 0 ? "noise" : $"archetypes {c}", [.. Enumerable.Range(0, 5).Select(i => Genres[(5 * (c + 1) + 3 * i) % Genres.Length])], [.. Enumerable.Range(0, 5).Select(i => 0.11 / (1 + 0.3 * i + 0.1 * c))], c))])
    { Format = CellFormat.Share };

    /// <summary>Groups of points from bent bell shapes.</summary>
    public static PairPlot Pairs(int axes, int bins, int groups, int rows = 40_000)
    {
        var random = new Random(1);
        PairGroup[] made = [.. Enumerable.Range(0, groups).Select(g => Nobody(axes, bins) with { Name = groups == 1 ? "all" : g == groups - 1 && groups > 2 ? "noise" : $"cluster {g}", Cluster = groups == 1 ? null : g == groups - 1 && groups > 2 ? -1 : g })];
        var at = new int[axes];
        for (var row = 0; row < rows; row++)
        {
            var group = groups == 1 ? random.Next(3) : (int)(groups * Math.Pow(random.NextDouble(), 1.5));
            for (var axis = 0; axis < axes; axis++)
            {
                var centre = 0.5 + 0.38 * Math.Sin(2.1 * group + 3.3 * axis);
                var normal = random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
                var value = axis == 3 && random.NextDouble() < 0.6 ? 0 : centre + 0.22 * normal + (axis > 0 ? 0.3 * (at[0] / (double)bins - 0.5) : 0);
                at[axis] = (int)Math.Clamp(value * bins, 0, bins - 1);
            }

            var into = made[groups == 1 ? 0 : group];
            for (var i = 0; i < axes; i++)
            {
                into.Histograms[i][at[i]]++;
                for (var j = i + 1; j < axes; j++)
                {
                    into.Densities[PairGroup.PairIndex(i, j, axes)][at[i] * bins + at[j]]++;
                }
            }
        }

        return new($"pairplot_{axes}_{bins}_{groups}", groups == 1 ? "Pair plot of scaled" : "Pair plot of scaled by archetypes", [.. Enumerable.Range(0, axes).Select(i => new PairAxis(Features[i % 7], 0, 1))], made)
        { Bins = bins, Note = "1,159,764 rows." };
    }

    static PairGroup Nobody(int axes, int bins) => new("nobody", null, [.. Enumerable.Range(0, axes).Select(_ => new int[bins])], [.. Enumerable.Range(0, axes * (axes - 1) / 2).Select(_ => new int[bins * bins])]);

    static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(i => i < Genres.Length ? Genres[i] : "genre-" + i)];

    static double[] Values(int count) => [.. Enumerable.Range(0, count).Select(i => Math.Sin(i) * 100)];
}
