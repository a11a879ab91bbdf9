namespace Runtime.Numerics.Density;

/// <summary>Labels, strengths and persistences of the chosen clusters of a condensed tree.</summary>
sealed class FlatClusters
{
    readonly CondensedTree tree;
    readonly Extraction wanted;
    readonly ClusterSelection selection;
    readonly int[] above;

    public FlatClusters(CondensedTree tree, Extraction wanted)
    {
        (this.tree, this.wanted) = (tree, wanted);
        selection = new ClusterSelection(tree, wanted);
        above = selection.ChosenAbove();
    }

    /// <summary>From points to rows; clusters numbered by decreasing size, ties by their first point.</summary>
    public DensityClustering Spread(SingleLinkage linkage, int[] placeOfRow, Work work)
    {
        var (clusterOfPoint, order, sizes) = Number(linkage);
        var numbers = new int[tree.Clusters];
        for (var i = 0; i < order.Length; i++) numbers[order[i]] = i;
        // Side by side, so that a row, whose point may be anywhere, waits for memory once.
        var found = new (int Label, double Strength)[linkage.Points];
        work.ForBlocks(found.Length, (start, end) =>
        {
            for (var point = start; point < end; point++)
            {
                var cluster = clusterOfPoint[point];
                found[point] = cluster < 0 ? (-1, 0) : (numbers[cluster], Strength(tree.LambdaOfPoint[point], tree.Death(cluster)));
            }
        });
        var (labels, strength) = (new int[placeOfRow.Length], new double[placeOfRow.Length]);
        work.ForBlocks(labels.Length, (start, end) =>
        {
            for (var row = start; row < end; row++) (labels[row], strength[row]) = found[placeOfRow[row]];
        });
        return new DensityClustering(labels, strength, [.. order.Select(c => sizes[c])], [.. order.Select(c => Persistence(c, sizes[c]))]);
    }

    (int[] ClusterOfPoint, int[] Order, int[] Sizes) Number(SingleLinkage linkage)
    {
        var clusterOfPoint = new int[linkage.Points];
        var (sizes, first) = (new int[tree.Clusters], new int[tree.Clusters]);
        for (var point = linkage.Points - 1; point >= 0; point--)
        {
            var cluster = above[tree.ClusterOfPoint[point]];
            if (cluster == 0 && tree.LambdaOfPoint[point] < RootThreshold) cluster = -1;
            clusterOfPoint[point] = cluster;
            if (cluster < 0) continue;
            sizes[cluster] += linkage.Size(point);
            first[cluster] = point;
        }
        var order = Enumerable.Range(0, tree.Clusters).Where(c => sizes[c] > 0);
        return (clusterOfPoint, [.. order.OrderByDescending(c => sizes[c]).ThenBy(c => first[c])], sizes);
    }

    /// <summary>When all is one cluster, the λ from which a point belongs to it: ε's, or the root's last.</summary>
    double RootThreshold => wanted.Epsilon > 0 ? 1 / wanted.Epsilon : tree.Death(0);

    /// <summary>λ of the point over the largest of its cluster, in 0..1.</summary>
    static double Strength(double lambda, double largest) =>
        largest == 0 || double.IsInfinity(lambda) ? 1 : Math.Min(lambda, largest) / largest;

    /// <summary>As in the hdbscan package. Of the root it may be above 1: its stability counts points that it has lost.</summary>
    double Persistence(int cluster, int size) =>
        tree.MaxLambda == 0 || double.IsInfinity(tree.MaxLambda) ? 1 : selection.Stability(cluster) / (size * tree.MaxLambda);
}
