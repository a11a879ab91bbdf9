namespace Runtime.Numerics.Density;

/// <summary>Clusters taken out of the order of OPTICS, by decreasing size; equal rows are in one.</summary>
public sealed class OpticsClusters
{
    /// <summary>Of each place of the tree, −1 for noise.</summary>
    readonly int[] labels;

    /// <summary>The largest reachability within each cluster, its first row's not counted, or the radius that it was cut at.</summary>
    readonly double[] edges;

    OpticsClusters(ReachabilityOrder order, int[] inOrder, double? radius)
    {
        Order = order;
        labels = order.OfPlaces(inOrder);
        var sizes = new int[inOrder.Max() + 1];
        foreach (var label in Rows()) if (label >= 0) sizes[label]++;
        int[] ranked = [.. Enumerable.Range(0, sizes.Length).Where(c => sizes[c] > 0).OrderByDescending(c => sizes[c]).ThenBy(c => c)];
        var number = new int[sizes.Length];
        Array.Fill(number, -1);
        for (var c = 0; c < ranked.Length; c++) number[ranked[c]] = c;
        labels = Array.ConvertAll(labels, l => l < 0 ? -1 : number[l]);
        inOrder = Array.ConvertAll(inOrder, l => l < 0 ? -1 : number[l]);
        (Count, Valleys) = (ranked.Length, Within(order.Plot(), inOrder, ranked.Length));
        edges = Array.ConvertAll(Valleys, v => radius ?? v.Most);
    }

    public ReachabilityOrder Order { get; }

    public int Count { get; }

    /// <summary>The least and the largest reachability within each cluster, its first row's not counted.</summary>
    public (double Least, double Most)[] Valleys { get; }

    /// <summary>Those of a radius.</summary>
    public static OpticsClusters Cut(ReachabilityOrder order, double eps) => new(order, order.Plot().Cut(eps), eps);

    /// <summary>Those of steep sides.</summary>
    public static OpticsClusters Steep(ReachabilityOrder order, double xi, int minCluster) =>
        new(order, order.Plot().Steep(xi, order.MinSamples, minCluster), null);

    /// <summary>The cluster of each of the rows that were ordered.</summary>
    public int[] Rows() => Order.OfRows(labels);

    /// <summary>
    /// The cluster of other rows: that of the nearest ordered one by mutual reachability, if it is not farther than rows of that cluster
    /// are from each other; of a row that was ordered, its own.
    /// </summary>
    public int[] Label(Matrix others, Work work)
    {
        var found = new int[others.Rows];
        Order.Nearest(others, work, (row, place, distance, isFitted) =>
        {
            var label = labels[place];
            found[row] = isFitted || label >= 0 && EqualLengths.Reaches(edges[label], distance) ? label : -1;
        });
        return found;
    }

    public void AddContent(ContentHash hash) =>
        hash.Add(Order.MinSamples).Add<double>([Order.MaxEps]).Add<double>(Order.Plot().Reach).Add<int>(labels).Add<double>(edges);

    static (double, double)[] Within(ReachabilityPlot plot, int[] inOrder, int count)
    {
        var (found, seen) = (new (double Least, double Most)[count], new bool[count]);
        Array.Fill(found, (double.PositiveInfinity, 0));
        for (var at = 0; at < inOrder.Length; at++)
        {
            if (inOrder[at] is not (>= 0 and var c)) continue;
            if (seen[c]) found[c] = (Math.Min(found[c].Least, plot.Reach[at]), Math.Max(found[c].Most, plot.Reach[at]));
            seen[c] = true;
        }
        return Array.ConvertAll(found, f => double.IsInfinity(f.Least) ? (0, 0) : f);
    }
}
