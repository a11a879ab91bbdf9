using Runtime.Numerics.Agreement;
using Runtime.Numerics.Density;

namespace Runtime.Operators.Cluster;

/// <summary>A setting of a density clustering and what it makes of the points.</summary>
/// <param name="Coverage">The share of the rows in clusters.</param>
/// <param name="Persistence">Mean over the rows in clusters of the persistence of theirs.</param>
sealed record DensityCell(int MinCluster, int MinSamples, Held<DensityTree> Tree, DensityClustering Found, double Coverage, double Validity,
    double Persistence)
{
    /// <summary>Mean agreement (adjusted Rand) with the settings beside it.</summary>
    public double Stability { get; init; }

    public int Clusters => Found.Clusters;

    /// <summary>The share of the clustered rows that the largest cluster has.</summary>
    public double Largest => Clusters == 0 ? 0 : (double)Found.Sizes.Max() / Found.Sizes.Sum();

    public string Text => $"`min_cluster={MinCluster} min_samples={MinSamples}`";
}

/// <summary>Cells by [min_samples][min_cluster], both ascending, and how much each agrees with the next along min_cluster.</summary>
sealed record DensityGrid(int[] Sizes, int[] Samples, DensityCell[][] Cells, double[][] Along)
{
    public IEnumerable<DensityCell> All => Cells.SelectMany(c => c);

    public static DensityGrid Of(Matrix points, int[] sizes, int[] samples, ClusterMethod method, Work work)
    {
        var cells = new DensityCell[samples.Length][];
        // The neighbours of the largest serve the others.
        for (var s = samples.Length - 1; s >= 0; s--)
        {
            var tree = DensityTree.HeldOf(points, samples[s], work);
            cells[s] = [.. sizes.Select(size => Cell(tree, size, samples[s], method, work))];
        }
        work.Report("comparing settings");
        double[][] along = [.. cells.Select(row => row.Zip(row.Skip(1), Agreement).ToArray())];
        double[][] across = [.. cells.Zip(cells.Skip(1), (a, b) => a.Zip(b, Agreement).ToArray())];
        for (var s = 0; s < samples.Length; s++)
            for (var c = 0; c < sizes.Length; c++) cells[s][c] = cells[s][c] with { Stability = Mean(Beside(along, across, s, c)) };
        return new(sizes, samples, cells, along);
    }

    static IEnumerable<double> Beside(double[][] along, double[][] across, int s, int c)
    {
        if (c > 0) yield return along[s][c - 1];
        if (c < along[s].Length) yield return along[s][c];
        if (s > 0) yield return across[s - 1][c];
        if (s < across.Length) yield return across[s][c];
    }

    static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty(0).Average();

    static double Agreement(DensityCell a, DensityCell b) =>
        a.Clusters == 0 && b.Clusters == 0 ? 0 : AgreementMetric.Of("ari", a.Found.Labels, b.Found.Labels);

    static DensityCell Cell(Held<DensityTree> tree, int size, int samples, ClusterMethod method, Work work)
    {
        var found = tree.Value.Extract(new Extraction(size, method), work);
        var covered = found.Sizes.Sum();
        var (coverage, validity) = ((double)covered / found.Labels.Length, tree.Value.Validity(found.Flat));
        var persistence = covered == 0 ? 0 : found.Sizes.Select((s, c) => s * found.Flat.Persistence[c]).Sum() / covered;
        return new(size, samples, tree, found, coverage, validity, persistence);
    }
}

/// <summary>The setting that serves a goal best, and the next.</summary>
sealed class DensityChoice
{
    /// <summary>A cluster with so much of what is covered divides next to nothing, so that other settings come first.</summary>
    const double Nearly = 0.95;

    public DensityChoice(DensityGrid grid, DensityGoal goal, double coverage)
    {
        (Goal, Target) = (goal, coverage);
        var able = grid.All.Where(c => c.Clusters > 1).ToArray();
        var enough = goal == DensityGoal.Coverage ? [.. able.Where(c => c.Coverage >= coverage)] : able;
        IsMet = enough.Length > 0;
        Able = enough.Length;
        DensityCell[] ranked = IsMet ? [.. Ranked(enough)]
            : [.. (able.Length > 0 ? able : grid.All).OrderByDescending(c => c.Clusters > 0).ThenByDescending(c => c.Coverage)
                .ThenByDescending(c => c.MinCluster)];
        Kept = ranked[0];
        Next = ranked.Length > 1 ? ranked[1] : null;
    }

    public DensityGoal Goal { get; }

    public double Target { get; }

    /// <summary>Some setting has two clusters, and covers enough where that is the goal.</summary>
    public bool IsMet { get; }

    /// <summary>How many do.</summary>
    public int Able { get; }

    public DensityCell Kept { get; }

    public DensityCell? Next { get; }

    public double Score(DensityCell cell) => Goal switch
    {
        DensityGoal.Stability => cell.Stability,
        _ => cell.Validity,
    };

    IEnumerable<DensityCell> Ranked(DensityCell[] cells) =>
        cells.OrderBy(c => c.Largest > Nearly).ThenByDescending(Score).ThenByDescending(c => c.Coverage).ThenByDescending(c => c.MinCluster)
            .ThenByDescending(c => c.MinSamples);
}
