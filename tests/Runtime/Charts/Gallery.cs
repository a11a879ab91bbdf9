using Runtime;
using Runtime.Charts;

namespace Tests.Runtime.Charts;

/// <summary>Made-up figures like those of a real study, and the hard cases.</summary>
static class Gallery
{
    public static readonly string[] Features =
        ["acousticness", "danceability", "energy", "instrumentalness", "liveness", "speechiness", "valence"];

    static readonly string[] Genres =
        ["black-metal", "gospel", "ambient", "acoustic", "alt-rock", "emo", "indian",
         "k-pop", "new-age", "blues", "singer-songwriter", "minimal-techno", "drum-and-bass", "opera"];

    static readonly (string Name, double Least, double Fall)[] Mixtures =
        [("full", -16_456_617, 2.5e6), ("tied", -14_100_000, 1.5e6), ("diag", -13_900_000, 2.1e6), ("spherical", -12_000_000, 3e6)];

    public static readonly IReadOnlyList<Figure> All = [.. Examples(), .. Usual(), .. HardFigures.All(), .. HardPlanes.All(), Scatter()];

    public static Figure Find(string name) => All.Single(figure => figure.Name == name);

    /// <summary>A composition of marks that no kind makes: a cloud with a line through it and a rule.</summary>
    public static Figure Scatter() => new(
        "scatter",
        "Points, a line and a rule",
        [new ValueScale("x") { Title = "x" }, new ValueScale("y") { Title = "y" }],
    [
        new("x", "y",
        [
            new PointMark([1, 2, 4], [3, -5, 2]), new LineMark([1, 4], [-4, 3]), new RuleMark(3, 0),
            new BarMark([2.5, 3.5], [1, -2]), new TextMark([3], [4], ["words"]),
        ]),
    ]);

    /// <summary>The figures a study has.</summary>
    public static IEnumerable<Figure> Usual() =>
    [
        TopGenres(82), TopArtists(), Scree(), ClusterSizes(), BicGrid(), BicCurve(), BicByKind(), Correlations(),
        Means(), MeansAsBars(), GenresByCluster(), Pairs(7, 96, 1), Pairs(7, 96, 5),
    ];

    /// <summary>What each kind shows of itself.</summary>
    public static IEnumerable<Figure> Examples() => Kinds.Select(kind => (Figure)(Chart)kind.GetProperty("Example")!.GetValue(null)!);

    public static IEnumerable<Type> Kinds =>
        typeof(Chart).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Chart)) && !type.IsAbstract);

    public static BarChart TopGenres(int count) => new(
        "top_genre",
        "Most frequent values of genre",
        Names(count),
        [new("rows", [.. Enumerable.Range(0, count).Select(i => Math.Round(20_120 * Math.Exp(-i / 50.0)))])])
    {
        Format = CellFormat.Count,
        ValueAxis = "rows",
        Note = "All 82 values of 1,159,764 rows.",
    };

    public static BarChart TopArtists() => new("top_artist_name", "Most frequent values of artist_name",
        ["Traditional", "Grateful Dead", "Johann Sebastian Bach", "Giacomo Meyerbeer", "Elvis Presley",
            "Wolfgang Amadeus Mozart", "Armin van Buuren", "Astor Piazzolla", "Hans Zimmer", "Андрей Крылов"],
        [new("rows", [4058, 2320, 2125, 1345, 1242, 1084, 1061, 932, 863, 841])])
    { Format = CellFormat.Count };

    public static BarChart Scree() => new(
        "scree_pca",
        "Variance explained by each component",
        [.. Enumerable.Range(1, 7).Select(i => $"PC{i}")],
        [new("of the component", [0.455, 0.214, 0.113, 0.092, 0.064, 0.041, 0.021])])
    {
        Horizontal = false,
        Format = CellFormat.Share,
        Line = new("running sum", [0.455, 0.669, 0.782, 0.874, 0.938, 0.979, 1]),
        ValueAxis = "share of the variance",
        CategoryAxis = "component",
    };

    public static BarChart ClusterSizes() => new(
        "sizes_dense",
        "Sizes of the clusters of `dense`",
        ["0", "1", "2", "noise"],
        [new("rows", [481_789, 50_492, 49_569, 577_914])])
    { Format = CellFormat.Count, CategoryAxis = "cluster", CategoryClusters = [0, 1, 2, -1] };

    public static Heatmap BicGrid() => new(
        "bic_grid",
        "BIC by number of components and covariance",
        [.. Enumerable.Range(1, 10).Select(k => $"k = {k}")],
        [.. Mixtures.Select(kind => kind.Name)],
        [.. Enumerable.Range(1, 10).Select(k => Mixtures.Select(kind => kind.Least + kind.Fall / k).ToArray())])
    { Format = CellFormat.Count, Marked = (9, 0), Note = "Lower is better. Still falling at k = 10: no minimum inside the range." };

    public static LineChart BicCurve() => new(
        "bic_curve",
        "BIC over the number of components",
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        [new("full", [.. Enumerable.Range(1, 10).Select(k => -16_456_617 + 2.5e6 / k)])])
    { XAxis = "components", YAxis = "BIC (lower is better)", Marked = (0, 9) };

    public static LineChart BicByKind() => new("bic_by_kind", "BIC over the number of components", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        [.. Mixtures.Select(kind => new Series(kind.Name, [.. Enumerable.Range(1, 10).Select(k => kind.Least + kind.Fall / k)]))])
    { XAxis = "components", YAxis = "BIC (lower is better)", Marked = (0, 9) };

    public static Heatmap Correlations()
    {
        static double Value(int i, int j) => i == j ? 1 : Math.Sin(1.7 * (i + j) + i * j) * 0.75;
        double[][] values = [.. Enumerable.Range(0, 7).Select(i => Enumerable.Range(0, 7).Select(j => Value(i, j)).ToArray())];
        return new("correlations", "Correlations", Features, Features, values) { Diverging = true };
    }

    public static Heatmap Means() => new(
        "means_archetypes",
        "Means of scaled by archetypes",
        ["0", "1", "2", "3", "4", "noise"],
        Features,
        [.. Enumerable.Range(0, 6).Select(MeansOf)])
    { RowClusters = [0, 1, 2, 3, 4, -1] };

    public static BarChart MeansAsBars() => new(
        "means_bars",
        "Means of scaled by archetypes",
        Features,
        [.. Enumerable.Range(0, 5).Select(c => new Series($"archetypes {c}", MeansOf(c), c))]);

    static double[] MeansOf(int cluster) => [.. Features.Select((_, j) => 0.5 + 0.45 * Math.Sin(2.1 * cluster + 3.3 * j))];

    public static BarPanels GenresByCluster() => new(
        "top_genre_by_archetypes",
        "Most frequent genres of each archetype",
        [.. Enumerable.Range(-1, 6).Select(c => new BarPanel(
            c < 0 ? "noise" : $"archetypes {c}",
            [.. Enumerable.Range(0, 5).Select(i => Genres[(5 * (c + 1) + 3 * i) % Genres.Length])],
            [.. Enumerable.Range(0, 5).Select(i => 0.11 / (1 + 0.3 * i + 0.1 * c))],
            c))])
    { Format = CellFormat.Share };

    /// <summary>Groups of points from bent bell shapes.</summary>
    public static PairGrid Pairs(int axes, int bins, int groups, int rows = 40_000)
    {
        var random = new Random(1);
        PairGroup[] made = [.. Enumerable.Range(0, groups).Select(g => Nobody(axes, bins) with
        {
            Name = groups == 1 ? "all" : g == groups - 1 && groups > 2 ? "noise" : $"cluster {g}",
            Cluster = groups == 1 ? null : g == groups - 1 && groups > 2 ? -1 : g,
        })];
        var at = new int[axes];
        for (var row = 0; row < rows; row++)
        {
            var group = groups == 1 ? random.Next(3) : (int)(groups * Math.Pow(random.NextDouble(), 1.5));
            for (var axis = 0; axis < axes; axis++)
            {
                var centre = 0.5 + 0.38 * Math.Sin(2.1 * group + 3.3 * axis);
                var normal = random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
                var bent = axis > 0 ? 0.3 * (at[0] / (double)bins - 0.5) : 0;
                var value = axis == 3 && random.NextDouble() < 0.6 ? 0 : centre + 0.22 * normal + bent;
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

        return new(
            $"pairplot_{axes}_{bins}_{groups}",
            groups == 1 ? "Pair plot of scaled" : "Pair plot of scaled by archetypes",
            [.. Enumerable.Range(0, axes).Select(i => new PairAxis(Features[i % 7], 0, 1))],
            made)
        {
            Note = "1,159,764 rows.",
        };
    }

    public static PairGroup Nobody(int axes, int bins) => new(
        "nobody",
        null,
        [.. Enumerable.Range(0, axes).Select(_ => new int[bins])],
        [.. Enumerable.Range(0, axes * (axes - 1) / 2).Select(_ => new int[bins * bins])]);

    public static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(i => i < Genres.Length ? Genres[i] : "genre-" + i)];

    public static double[] Values(int count) => [.. Enumerable.Range(0, count).Select(i => Math.Sin(i) * 100)];
}
