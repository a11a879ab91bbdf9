using System.Numerics;

namespace Runtime.Numerics.Density;

/// <summary>DBSCAN: rows with enough neighbours within a radius, those that are linked by it, and what is within reach of them.</summary>
/// <remarks>
/// Ester, Kriegel, Sander &amp; Xu 1996, KDD; counts include the row itself, as in scikit-learn. The paper leaves a border row to the
/// cluster that happens to reach it first; here it is in that of its nearest core row, so that no order of rows decides.
/// </remarks>
public sealed unsafe class RadiusClusters
{
    readonly ClusteredPlaces? places;
    readonly double reach;

    RadiusClusters(ClusteredPlaces? places, double reach, int count, int cores) =>
        (this.places, this.reach, Count, CoreRows) = (places, reach, count, cores);

    /// <summary>What is kept of core rows and the radius, to be made again.</summary>
    public RadiusCores? Cores =>
        places is null ? null : new(places.Points(), Array.ConvertAll(places.PlaceOfRow, p => places.LabelOf[p]), reach, Count);

    /// <summary>The same clusters; none of no core rows.</summary>
    public static RadiusClusters Of(RadiusCores? cores, Work work)
    {
        if (cores is null) return new(null, 0, 0, 0);
        int[] rows = [.. Enumerable.Range(0, cores.Points.Rows)];
        if (cores.Labels.Length != rows.Length || Array.Exists(cores.Labels, l => l < 0 || l >= cores.Count))
            throw new FormatException("core rows and clusters do not go together");
        return new(ClusteredPlaces.Of(cores.Points, cores.Labels, null, rows, work), cores.Reach, cores.Count, rows.Length);
    }

    public int Count { get; }

    /// <summary>Rows with enough neighbours.</summary>
    public int CoreRows { get; }

    /// <param name="radius">Above 0.</param>
    /// <param name="minSamples">Rows within the radius that make a row dense, itself among them.</param>
    public static RadiusClusters Of(Matrix points, double radius, int minSamples, Work work) =>
        Of(points, PlacedPoints.Of(points, work), radius, minSamples, work);

    /// <param name="placed">The same points in a tree.</param>
    internal static RadiusClusters Of(Matrix points, PlacedPoints placed, double radius, int minSamples, Work work)
    {
        var tree = placed.Tree;
        var length = placed.Unit.Measure(radius);
        var squares = new double[tree.Count];
        Array.Fill(squares, length * length);
        var (counts, sets) = (new long[tree.Count], new SharedSets(tree.Count));
        var search = new RadiusSearch(tree, squares, work);
        search.Visit("counting neighbours", (point, first, hits, _) =>
        {
            for (; hits != 0; hits &= hits - 1) counts[point] += tree.Weights[first + BitOperations.TrailingZeroCount(hits)];
        });
        search.Visit("linking neighbours", (point, first, hits, _) =>
        {
            if (counts[point] < minSamples) return;
            for (; hits != 0; hits &= hits - 1)
                if (first + BitOperations.TrailingZeroCount(hits) is var other && other < point && counts[other] >= minSamples)
                    sets.Join(point, other);
        });
        var isCore = Array.ConvertAll(placed.PlaceOfRow, p => counts[p] >= minSamples);
        var roots = Array.ConvertAll(placed.PlaceOfRow, p => counts[p] >= minSamples ? sets.Find(p) : -1);
        return Numbered(points, radius, placed, roots, isCore.Count(c => c), work);
    }

    /// <summary>Clusters by decreasing number of core rows, ties by their first place.</summary>
    static RadiusClusters Numbered(Matrix points, double radius, PlacedPoints placed, int[] roots, int cores, Work work)
    {
        var length = placed.Unit.Measure(radius);
        if (cores == 0) return new(null, 0, 0, 0);
        var sizes = new int[placed.Tree.Count];
        foreach (var root in roots) if (root >= 0) sizes[root]++;
        int[] order = [.. Enumerable.Range(0, sizes.Length).Where(p => sizes[p] > 0).OrderByDescending(p => sizes[p]).ThenBy(p => p)];
        var number = new int[sizes.Length];
        for (var c = 0; c < order.Length; c++) number[order[c]] = c;
        var labels = Array.ConvertAll(roots, r => r < 0 ? -1 : number[r]);
        int[] rows = [.. Enumerable.Range(0, roots.Length).Where(r => roots[r] >= 0)];
        var tree = ClusteredPlaces.Of(points, labels, null, rows, work);
        var measured = tree.Unit.Measure(placed.Unit.Length(length));
        return new(tree, measured * measured * (1 + 2e-12), order.Length, cores);
    }

    /// <summary>The cluster of each row: that of the nearest core row within the radius, −1 for none.</summary>
    public int[] Label(Matrix points, Work work)
    {
        var labels = new int[points.Rows];
        Array.Fill(labels, -1);
        if (places is null) return labels;
        work.ForBlocks(labels.Length, (start, end) =>
        {
            var search = new ClusterQuery(places);
            for (var row = start; row < end; row++)
            {
                search.Run(points, row, 0, reach);
                labels[row] = search.Best.Label;
            }
        });
        return labels;
    }

    public void AddContent(ContentHash hash)
    {
        hash.Add(Count).Add(CoreRows).Add<double>([reach]);
        if (places is not null) hash.Add<int>(places.LabelOf);
    }
}

/// <summary>The core rows of a clustering, the cluster of each, and the squared radius in the unit of their tree.</summary>
public sealed record RadiusCores(Matrix Points, int[] Labels, double Reach, int Count);
