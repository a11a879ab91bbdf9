namespace Bench;

/// <summary>A row of the table: what is measured, on what, and who else is.</summary>
/// <param name="Name">As <c>--only</c> has it.</param>
/// <param name="Data">A data set of <see cref="DataSets"/>.</param>
/// <param name="Target">Seconds to stay below at full size.</param>
sealed record TableRow(string Name, string What, string Data, double? Target)
{
    /// <summary>The step that a process of ours measures; null when the whole of a <c>pipe</c> command is measured.</summary>
    public string? Step { get; init; }

    /// <summary>What the step is told, and peers too.</summary>
    public int[] Arguments { get; init; } = [];

    /// <summary>Arguments of <c>pipe</c>.</summary>
    public Func<DataSets, string[]>? Pipe { get; init; }

    public PeerScript[] Peers { get; init; } = [];

    public static IReadOnlyList<TableRow> All { get; } =
    [
        new("load", "load a CSV of 20 columns, all typed", "tracks", 1.2) { Step = "load", Peers = [new("pandas", "read_csv.py"), PeerScript.DuckDb] },
        new("look", "describe, missing, correlate, top of all columns", "tracks", 0.5) { Step = "look" },
        new("minmax", "min-max scaling", "synthetic", 0.03) { Step = "minmax", Peers = [new("scikit-learn", "scale.py minmax")] },
        new("standard", "standard scaling", "synthetic", 0.03) { Step = "standard", Peers = [new("scikit-learn", "scale.py standard")] },
        new("pca", "PCA, fitted and applied", "synthetic", 0.03) { Step = "pca", Peers = [new("scikit-learn", "pca.py")] },
        new("em", "one EM iteration, full, k = 8", "synthetic", 0.04) { Step = "em", Arguments = [8], Peers = [new("scikit-learn", "em.py")] },
        .. OnBoth("gmm", "GMM k = 5 to convergence", 0.8, 0.8, [5], new PeerScript("scikit-learn", "gmm.py")),
        .. OnBoth("grid", "GMM grid, k = 1–10 × 4 kinds", 10, 10, [10], new PeerScript("scikit-learn", "grid.py") { Slow = true }),
        .. OnBoth("hdbscan", "HDBSCAN, min_cluster 2000, min_samples 20", 8, 6, [2000, 20]),
        new("hdbscan-100k", "HDBSCAN of 100,000 rows", "synthetic-100k", 0.6) { Step = "hdbscan", Arguments = [2000, 20], Peers = [new("scikit-learn", "density.py") { Slow = true }] },
        new("min_cluster", "a further min_cluster on the same tree", "synthetic", 0.1) { Step = "min_cluster", Arguments = [2000, 20] },
        new("min_samples", "a further min_samples below the largest", "synthetic", 2.5) { Step = "min_samples", Arguments = [2000, 20] },
        .. OnBoth("tree", "20 neighbours and spanning tree alone", null, null, [20]),
        new("geolife-1000", "HDBSCAN of GPS points, min_cluster 1000", "geolife", 5) { Step = "hdbscan", Arguments = [1000, 20] },
        new("geolife-100", "HDBSCAN of GPS points, min_cluster 100", "geolife", 5) { Step = "hdbscan", Arguments = [100, 20] },
        new("same", "HDBSCAN of 100,000 equal points", "same", 5) { Step = "hdbscan", Arguments = [1000, 20] },
        new("lattice", "HDBSCAN of a 100 × 100 × 100 lattice", "lattice", 5) { Step = "hdbscan", Arguments = [1000, 20] },
        new("ami", "AMI of two labelings", "labels", 0.02) { Step = "ami", Peers = [new("scikit-learn", "ami.py")] },
        new("kmeans", "k-means, k = 8", "synthetic", 0.4) { Step = "kmeans", Arguments = [8], Peers = [new("scikit-learn", "kmeans.py")] },
        new("pairs", "pair plot of 7 features, PNG", "features", 1.5) { Step = "pairs", Peers = [new("seaborn", "pairs.py plain")] },
        new("pairs_coloured", "the same, coloured by five clusters", "features", 2) { Step = "pairs_coloured", Peers = [new("seaborn", "pairs.py coloured") { Slow = true }] },
        new("ward", "Ward's hierarchy", "synthetic-20k", null) { Step = "ward", Peers = [new("fastcluster", "merges.R ward")] },
        new("ward-100k", "Ward's hierarchy", "synthetic-100k", null) { Step = "ward", Peers = [new("fastcluster", "merges.R ward") { Slow = true }] },
        new("average", "hierarchy by mean distance", "synthetic-20k", null) { Step = "average", Peers = [new("fastcluster", "merges.R average")] },
        new("complete", "hierarchy by largest distance", "synthetic-20k", null) { Step = "complete", Peers = [new("fastcluster", "merges.R complete")] },
        new("single", "hierarchy by least distance", "synthetic-20k", null) { Step = "single", Peers = [new("fastcluster", "merges.R single")] },
        new("dbscan", "DBSCAN, radius 0.5, min_samples 20", "synthetic-100k", null) { Step = "dbscan", Arguments = [20, 50], Peers = [new("R dbscan", "density.R dbscan")] },
        new("optics", "order of OPTICS, min_samples 10", "synthetic-20k", null) { Step = "optics", Arguments = [10], Peers = [new("R dbscan", "density.R optics")] },
        new("lof", "local outlier factor of 20 neighbours", "synthetic-100k", null) { Step = "lof", Arguments = [20], Peers = [new("R dbscan", "density.R lof")] },
        new("umap", "UMAP, 15 neighbours", "synthetic-20k", null) { Step = "umap", Arguments = [15], Peers = [new("uwot", "places.R")] },
        new("factors", "two factors of 7 features, maximum likelihood", "features", null) { Step = "factors", Arguments = [2], Peers = [new("psych", "factors.R")] },
        new("silhouette", "silhouettes of five clusters, exact", "features-20k", null) { Step = "silhouette", Peers = [new("scikit-learn", "silhouette.py")] },
        new("version", "`pipe --version`", "none", 0.08) { Pipe = _ => ["--version"] },
        new("check", "`pipe check examples/spotify.pipe`", "none", 0.25) { Pipe = _ => ["check", Study] },
        new("study", "the whole study, from file to report", "tracks", 60) { Pipe = WholeStudy },
    ];

    static string Study => Path.Combine(Places.Repository, "examples", "spotify.pipe");

    static TableRow[] OnBoth(string step, string what, double? target, double? targetOnStandIn, int[] arguments, params PeerScript[] peers) =>
    [
        new(step, what, "synthetic", target) { Step = step, Arguments = arguments, Peers = peers },
        new($"{step}-stand-in", what + ", stand-in", "stand-in", targetOnStandIn) { Step = step, Arguments = arguments, Peers = peers },
    ];

    /// <summary>With few rows the clusters asked for are smaller, so that there are any.</summary>
    static string[] WholeStudy(DataSets sets)
    {
        var tracks = sets["tracks"]!;
        string[] smaller = tracks.Rows >= 1_000_000 ? [] : ["--set", $"min_cluster={Math.Max(20, tracks.Rows / 400)}", "--set", $"min_cluster_fine={Math.Max(10, tracks.Rows / 1000)}"];
        return ["run", Study, "--no-cache", "--quiet", "--out", sets.Scratch, "--set", $"tracks={tracks.Path}", "--set", $"rows={tracks.Rows}", .. smaller];
    }
}
