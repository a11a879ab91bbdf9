using System.Runtime.CompilerServices;
using Runtime.Numerics.Density;

namespace Runtime.Numerics.Hierarchies;

/// <summary>The whole hierarchy of an agglomeration: every merge with its height, from which any cut is taken in linear time.</summary>
/// <remarks>
/// Equal rows are one point from the start: they merge at height 0. The result is a function of the set of rows alone: not of their
/// order, not of the number of threads. About 30 bytes a row are kept.
/// </remarks>
public sealed class Hierarchy
{
    /// <summary>Differences of coordinates that all pairs may take, n² d / 2: about an hour of two threads.</summary>
    const double MostNumbers = 2e13;

    /// <summary>Rows of the sample for the cophenetic correlation.</summary>
    const int Sample = 1_000;

    static readonly ConditionalWeakTable<Matrix, Dictionary<Linkage, Hierarchy>> Known = [];

    readonly PlacedPoints placed;
    readonly Dendrogram merges;
    readonly Lazy<double> cophenetic;

    Hierarchy(Linkage linkage, PlacedPoints placed, SpanningTree edges, Work work)
    {
        work.Report("sorting merges");
        (Linkage, this.placed) = (linkage, placed);
        merges = Dendrogram.Of(edges, placed.Tree.Weights, work);
        placed.DemandDigits(merges);
        cophenetic = new(() => CopheneticSample.Of(placed.Tree, merges, Sample));
        foreach (var height in merges.Distances) SumOfHeights += placed.Unit.Length(height);
    }

    public Linkage Linkage { get; }

    public int Rows => placed.PlaceOfRow.Length;

    /// <summary>Rows that differ: so many clusters there can be.</summary>
    public int DistinctRows => merges.Points;

    /// <summary>The sum of the heights of all n − 1 merges; those of equal rows have height 0.</summary>
    public double SumOfHeights { get; }

    /// <summary>
    /// The correlation of the distances of rows and the heights at which they merge, over all pairs of up to 1,000 rows spread over the
    /// points; NaN when all are equal. Sokal &amp; Rohlf 1962, Taxon 11(2).
    /// </summary>
    public double Cophenetic => cophenetic.Value;

    /// <summary>The height of the merge that leaves so many clusters, at least 1; 0 from the number of distinct rows on.</summary>
    public double HeightTo(int clusters) => clusters >= DistinctRows ? 0 : placed.Unit.Length(merges.Distance(merges.Merges - clusters));

    /// <summary>How many clusters a cut at a height leaves: all merges up to it are done.</summary>
    public int ClustersAt(double height)
    {
        var (low, high) = (0, merges.Merges);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (placed.Unit.Length(merges.Distance(middle)) <= height) low = middle + 1;
            else high = middle;
        }
        return DistinctRows - low;
    }

    /// <summary>The clusters of a cut that leaves so many, 1 to distinct rows.</summary>
    public HierarchyCut Cut(int clusters, Work work) => HierarchyCut.Of(merges, clusters, placed, work);

    /// <summary>The top of the tree: the last merges that leave so many branches.</summary>
    public IReadOnlyList<Branch> Top(int branches) =>
        Branch.Of(merges, Math.Min(branches, DistinctRows), placed.Unit);

    /// <summary>The hierarchy of n ≥ 1 points; the same object again for the same matrix while that lives.</summary>
    /// <remarks>
    /// Ward and single: about n log n in few columns, linear memory. Mean and largest distance: n² / 2 distances, linear memory.
    /// </remarks>
    /// <exception cref="NumericsException">Some distances vanish beside the others, or there are too many of them.</exception>
    public static Hierarchy Of(Matrix points, Linkage linkage, Work work)
    {
        var known = Known.GetOrCreateValue(points);
        lock (known)
        {
            if (known.TryGetValue(linkage, out var hierarchy)) return hierarchy;
            var placed = known.Count > 0 ? known.Values.First().placed : PlacedPoints.Of(points, work);
            return known[linkage] = Of(placed, linkage, MatrixMerges.Most, work);
        }
    }

    /// <summary>For points that it was made of, in another run.</summary>
    internal void Remember(Matrix points)
    {
        var known = Known.GetOrCreateValue(points);
        lock (known) known.TryAdd(Linkage, this);
    }

    /// <param name="matrix">From so many clusters on all their distances are kept.</param>
    internal static Hierarchy Of(PlacedPoints placed, Linkage linkage, int matrix, Work work)
    {
        DemandTime(placed.Tree.Count, placed.Tree.Dimensions, linkage);
        return new(linkage, placed, Join(placed.Tree, linkage, matrix, work), work);
    }

    static SpanningTree Join(KdTree tree, Linkage linkage, int matrix, Work work)
    {
        Neighborhoods? near = null;
        // Of one neighbour, the core distance is that to the nearest point, and no edge is shorter than those of its ends.
        if (linkage == Linkage.Single) return DensityTreeBuilder.Join(tree, 1, ref near, work).Edges;
        var edges = new SpanningTree(tree.Count);
        if (linkage == Linkage.Ward)
        {
            new MergeRounds(tree, edges, forest => new WardSearch(forest), (_, _) => { }, work).Join(1);
            return edges;
        }
        var farthest = linkage == Linkage.Complete;
        var members = new ClusterMembers(tree);
        int[] left = tree.Count <= matrix ? [.. Enumerable.Range(0, tree.Count)]
            : new MergeRounds(tree, edges, forest => new MemberSearch(forest, members, farthest), members.Join, work).Join(matrix);
        new MatrixMerges(left, members, farthest, work).Join(edges, work);
        return edges;
    }

    /// <exception cref="NumericsException">All pairs of so many points would take hours.</exception>
    internal static void DemandTime(int points, int dimensions, Linkage linkage)
    {
        var pairs = points / 2.0 * points;
        if (linkage is Linkage.Ward or Linkage.Single || pairs * dimensions <= MostNumbers) return;
        throw new NumericsException(
            $"`link={(linkage == Linkage.Average ? "average" : "complete")}` measures all pairs of rows: {Short(pairs)} distances of "
            + $"{dimensions} columns each, which takes hours.",
            $"Use `link=ward` or `link=single`, which do not, or `sample rows={(int)Math.Sqrt(MostNumbers / dimensions)}` first.");
    }

    /// <summary>A number of many digits, such as <c>1.2e+12</c>.</summary>
    static string Short(double pairs) => pairs.ToString("0.0e+0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The clusters of other rows: of one that was there its own, of another that of the nearest row.</summary>
    public int[] Label(Matrix others, HierarchyCut cut, Work work)
    {
        var labels = new int[others.Rows];
        var cores = new double[placed.Tree.Count];
        work.ForBlocks(others.Rows, (start, end) =>
        {
            var nearest = new NearestPoints(placed.Tree, cores, 0, placed.Unit);
            for (var row = start; row < end; row++) labels[row] = cut.ClusterOfNode[nearest.Of(others, row).Point];
        });
        return labels;
    }

    /// <summary>The n × d points that it was made of.</summary>
    public Matrix Points() => placed.Tree.Rows(placed.PlaceOfRow, placed.Unit);

    /// <summary>Adds what tells one hierarchy from another.</summary>
    public void AddContent(ContentHash hash) => hash.Add((int)Linkage).Add(Rows).Add<double>(merges.Distances);
}
