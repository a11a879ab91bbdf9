using System.Runtime.CompilerServices;

namespace Runtime.Numerics.Density;

/// <summary>
/// The single-linkage tree of points under mutual reachability, max(core(a), core(b), d(a, b)), from which clusters of any
/// size can be taken in linear time.
/// </summary>
/// <remarks>
/// Campello, Moulavi &amp; Sander 2013, PAKDD. Exact: no approximate neighbours, no approximate tree. The result is a
/// function of the set of points alone: not of the order of the rows, not of the number of threads.
/// </remarks>
public sealed class DensityTree
{
    const int ManyRows = 100_000;

    static readonly ConditionalWeakTable<Matrix, Trees> Known = [];

    readonly Dendrogram linkage;
    readonly double[] cores;
    readonly int[] placeOfRow;

    readonly KdTree points;

    /// <summary>What all coordinates and distances are measured in.</summary>
    readonly BinaryUnit unit;

    [Recomputed]
    string? content;

    internal DensityTree(int minSamples, Dendrogram linkage, double[] cores, int[] placeOfRow, KdTree points, BinaryUnit unit)
    {
        (MinSamples, this.linkage, this.cores) = (minSamples, linkage, cores);
        (this.placeOfRow, this.points, this.unit) = (placeOfRow, points, unit);
    }

    /// <summary>Neighbours that make a point dense, itself not counted; below the number of rows.</summary>
    public int MinSamples { get; }

    /// <summary>Rows that differ.</summary>
    public int DistinctRows => linkage.Points;

    /// <summary>The core distance of a row: how far its <see cref="MinSamples"/>-th other row is.</summary>
    public double CoreDistance(int row) => unit.Length(cores[placeOfRow[row]]);

    /// <summary>The n × d points that it was made of.</summary>
    public Matrix Points() => points.Rows(placeOfRow, unit);

    /// <summary>The hash of its weights, which every model that is cut from it shares.</summary>
    public string Content => content ??= ContentHash.Of(hash => hash.Add(MinSamples).Add<double>(Weights()));

    /// <summary>The n − 1 weights of the minimum spanning tree, ascending; equal rows join at their core distance.</summary>
    public double[] Weights()
    {
        var weights = new List<double>(linkage.Distances.ToArray());
        for (var point = 0; point < cores.Length; point++)
            for (var equal = 1; equal < linkage.Size(point); equal++) weights.Add(cores[point]);
        weights.Sort();
        return [.. weights.Select(unit.Length)];
    }

    /// <summary>The tree of n ≥ 1 points; the same object again for the same matrix while that lives.</summary>
    /// <param name="minSamples">At least 1; n − 1 at most, more is taken as that.</param>
    /// <exception cref="NumericsException">Some distances vanish beside the others.</exception>
    public static DensityTree Of(Matrix points, int minSamples, Work work) => HeldOf(points, minSamples, work).Value;

    /// <summary>The same as a part of its own, which all models that are cut from the tree share.</summary>
    internal static Held<DensityTree> HeldOf(Matrix points, int minSamples, Work work)
    {
        var samples = Math.Min(minSamples, Math.Max(1, points.Rows - 1));
        var known = Known.GetOrCreateValue(points);
        lock (known)
        {
            if (known.BySamples.TryGetValue(samples, out var tree)) return tree;
            known.Builder ??= new DensityTreeBuilder(points, work);
            var built = known.BySamples[samples] = new(known.Builder.Build(samples, work));
            // Large arrays that are no longer used would stay until the next full collection, and add up from tree to tree.
            if (points.Rows >= ManyRows) GC.Collect();
            return built;
        }
    }

    /// <summary>For points that a tree was made of, in another run.</summary>
    internal static void Remember(Matrix points, int minSamples, Held<DensityTree> tree)
    {
        var known = Known.GetOrCreateValue(points);
        lock (known) known.BySamples.TryAdd(minSamples, tree);
    }

    /// <summary>Takes clusters out of the tree. Linear time, tens of nanoseconds a row.</summary>
    public DensityClustering Extract(Extraction wanted, Work work)
    {
        var measured = wanted with { Epsilon = unit.Measure(wanted.Epsilon) };
        var flat = new FlatClusters(new CondensedTree(linkage, cores, wanted.MinCluster), measured, linkage);
        return DensityClustering.Of(flat, linkage.Points, placeOfRow, work);
    }

    /// <summary>
    /// The condensed tree that clusters were taken from, in branches between splits, the root first and parts after what they split off
    /// from: λ in 1 / distance. Branches of less than 1 / <paramref name="most"/> of the rows are shown where a flat cluster needs them.
    /// </summary>
    /// <param name="most">Flat clusters that have a branch, the largest.</param>
    /// <param name="steps">λ of the widest branch at most.</param>
    public TreeBranch[] Branches(FlatClusters flat, int most, int steps, Work work) =>
        Array.ConvertAll(flat.Branches(linkage, most, steps, work), branch => branch with
        {
            Birth = unit.Measure(branch.Birth),
            Lambdas = Array.ConvertAll(branch.Lambdas, unit.Measure),
        });

    /// <summary>
    /// GLOSH: how early each row leaves its cluster against the last row of it, 0 to nearly 1; 0 for rows that never part.
    /// </summary>
    /// <remarks>Campello, Moulavi, Zimek &amp; Sander 2015, ACM TKDD 10(1); as in the package hdbscan.</remarks>
    /// <param name="minCluster">Rows that make a cluster.</param>
    public double[] OutlierScores(int minCluster)
    {
        var scores = new OutlierScores(new CondensedTree(linkage, cores, minCluster)).Of;
        return Array.ConvertAll(placeOfRow, p => scores[p]);
    }

    /// <summary>The leaf clusters for every smallest size from <paramref name="least"/> rows on. As long as one extraction.</summary>
    public LeafPersistence Persistence(int least) => LeafRanges.Of(linkage, cores, unit, least);

    /// <summary>
    /// How much denser rows are than where their cluster parts from the others, 0 to 1: the mean over all rows of 1 − the distance at
    /// which a row leaves its cluster over that at which the cluster splits off. Noise counts as 0.
    /// </summary>
    /// <remarks>The relative excess of mass of Campello, Moulavi &amp; Sander 2013, row by row, so that settings compare.</remarks>
    public double Validity(FlatClusters flat)
    {
        var (sum, rows) = (0.0, 0L);
        for (var point = 0; point < linkage.Points; point++)
        {
            sum += linkage.Size(point) * flat.Excess(point);
            rows += linkage.Size(point);
        }
        return rows == 0 ? 0 : sum / rows;
    }

    /// <summary>
    /// Labels and strengths of n × d other points: a point that was fitted is where the fit has it, another where it would
    /// join.
    /// </summary>
    public (int[] Labels, double[] Strength) Label(Matrix others, FlatClusters flat, Work work)
    {
        var (labels, strength) = (new int[others.Rows], new double[others.Rows]);
        work.ForBlocks(others.Rows, (start, end) =>
        {
            var nearest = new NearestPoints(points, cores, MinSamples, unit);
            for (var row = start; row < end; row++)
            {
                var (point, distance, isFitted) = nearest.Of(others, row);
                (labels[row], strength[row]) = isFitted ? flat.Of(point) : flat.Joining(point, distance);
            }
        });
        return (labels, strength);
    }

    /// <summary>
    /// What is kept for a matrix while it lives: its trees (about 35 bytes a row each), and what makes further ones quick:
    /// the kd-tree and the neighbour lists (8 d + 4 min(largest min_samples, 24) bytes a row).
    /// </summary>
    sealed class Trees
    {
        public Dictionary<int, Held<DensityTree>> BySamples { get; } = [];

        public DensityTreeBuilder? Builder { get; set; }
    }
}
