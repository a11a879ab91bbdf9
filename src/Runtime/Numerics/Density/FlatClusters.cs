namespace Runtime.Numerics.Density;

/// <summary>
/// The chosen clusters of a condensed tree, numbered by decreasing size: where each point is, and where another one would
/// join.
/// </summary>
public sealed class FlatClusters
{
    readonly CondensedTree tree;
    readonly Extraction wanted;
    readonly ClusterSelection selection;
    readonly int[] above;
    readonly int[] numbers;

    internal FlatClusters(CondensedTree tree, Extraction wanted, Dendrogram linkage)
    {
        (this.tree, this.wanted) = (tree, wanted);
        selection = new ClusterSelection(tree, wanted);
        above = selection.ChosenAbove();
        numbers = new int[tree.Clusters];
        var (order, sizes) = Order(linkage);
        for (var i = 0; i < order.Length; i++) numbers[order[i]] = i;
        Persistence = [.. order.Select(c => PersistenceOf(c, sizes[c]))];
    }

    public int Count => Persistence.Count;

    /// <summary>
    /// Stability a row over the largest λ of the tree, in 0..1, a number a cluster; may be above 1 when all is one cluster.
    /// </summary>
    public IReadOnlyList<double> Persistence { get; }

    /// <summary>The tree as it is drawn.</summary>
    internal TreeBranch[] Branches(Dendrogram linkage, int most, int steps, Work work) =>
        TreeBranches.Of(tree, linkage, Array.ConvertAll(above, c => c < 0 ? -1 : numbers[c]), most, steps, work);

    /// <summary>The cluster of a fitted point, −1 for noise, and its strength.</summary>
    internal (int Label, double Strength) Of(int point) => Of(tree.ClusterOfPoint[point], tree.LambdaOfPoint[point]);

    /// <summary>1 − λ at which the point's cluster was born over λ at which the point leaves it; 0 for noise.</summary>
    internal double Excess(int point)
    {
        var (lambda, chosen) = (tree.LambdaOfPoint[point], Chosen(tree.ClusterOfPoint[point], tree.LambdaOfPoint[point]));
        return chosen < 0 ? 0 : double.IsInfinity(lambda) ? 1 : Math.Max(0, 1 - tree.Birth(chosen) / lambda);
    }

    /// <summary>The cluster that another point would be in which is joined to a fitted one at a distance.</summary>
    /// <remarks>
    /// As the package hdbscan's <c>approximate_predict</c>: up from the neighbour's cluster while that was born nearer than
    /// the distance.
    /// </remarks>
    internal (int Label, double Strength) Joining(int neighbor, double distance)
    {
        var (cluster, lambda) = (tree.ClusterOfPoint[neighbor], CondensedTree.Lambda(distance));
        if (tree.LambdaOfPoint[neighbor] > lambda)
            while (cluster > 0 && EqualLengths.Reaches(tree.Birth(cluster), lambda)) cluster = tree.Parent(cluster);
        return Of(cluster, lambda);
    }

    (int Label, double Strength) Of(int cluster, double lambda)
    {
        var chosen = Chosen(cluster, lambda);
        return chosen < 0 ? (-1, 0) : (numbers[chosen], Strength(lambda, tree.Death(chosen)));
    }

    int Chosen(int cluster, double lambda) => above[cluster] == 0 && lambda < RootThreshold ? -1 : above[cluster];

    /// <summary>Clusters by decreasing size, ties by their first point.</summary>
    (int[] Order, int[] Sizes) Order(Dendrogram linkage)
    {
        var (sizes, first) = (new int[tree.Clusters], new int[tree.Clusters]);
        for (var point = linkage.Points - 1; point >= 0; point--)
        {
            var cluster = Chosen(tree.ClusterOfPoint[point], tree.LambdaOfPoint[point]);
            if (cluster < 0) continue;
            sizes[cluster] += linkage.Size(point);
            first[cluster] = point;
        }
        var there = Enumerable.Range(0, tree.Clusters).Where(c => sizes[c] > 0);
        return ([.. there.OrderByDescending(c => sizes[c]).ThenBy(c => first[c])], sizes);
    }

    /// <summary>When all is one cluster, the λ from which a point belongs to it: ε's, or the root's last.</summary>
    double RootThreshold => wanted.Epsilon > 0 ? 1 / wanted.Epsilon : tree.Death(0);

    /// <summary>λ of the point over the largest of its cluster, in 0..1.</summary>
    static double Strength(double lambda, double largest) =>
        largest == 0 || double.IsInfinity(lambda) ? 1 : Math.Min(lambda, largest) / largest;

    /// <summary>As in the hdbscan package. Of the root it may be above 1: its stability counts points that it has lost.</summary>
    double PersistenceOf(int cluster, int size) =>
        tree.MaxLambda == 0 || double.IsInfinity(tree.MaxLambda) ? 1 : selection.Stability(cluster) / (size * tree.MaxLambda);
}
