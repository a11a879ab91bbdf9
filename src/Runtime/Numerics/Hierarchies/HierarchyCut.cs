using Runtime.Numerics.Density;

namespace Runtime.Numerics.Hierarchies;

/// <summary>The clusters that a cut through a hierarchy leaves: the largest first, of equal ones that of the first point.</summary>
public sealed class HierarchyCut
{
    HierarchyCut(int[] clusterOfNode, int[] sizes, double[] heights, int[] labels) =>
        (ClusterOfNode, Sizes, Heights, Labels) = (clusterOfNode, sizes, heights, labels);

    /// <summary>Rows in each cluster.</summary>
    public int[] Sizes { get; }

    /// <summary>n numbers in 0..clusters−1.</summary>
    public int[] Labels { get; }

    /// <summary>The height of the last merge in each cluster; 0 for equal rows.</summary>
    public double[] Heights { get; }

    /// <summary>The cluster of each node below the cut, points first; −1 above it.</summary>
    internal int[] ClusterOfNode { get; }

    /// <summary>The cluster that a node of the hierarchy is in; −1 above the cut.</summary>
    public int ClusterOf(Branch branch) => ClusterOfNode[branch.Node];

    internal static HierarchyCut Of(Dendrogram merges, int clusters, PlacedPoints placed, Work work)
    {
        var done = merges.Points - clusters;
        var (rootOfNode, roots) = Roots(merges, done);
        var sizes = new int[roots];
        var first = new int[roots];
        for (var point = merges.Points - 1; point >= 0; point--)
        {
            sizes[rootOfNode[point]] += merges.Size(point);
            first[rootOfNode[point]] = point;
        }
        var order = Enumerable.Range(0, roots).OrderByDescending(r => sizes[r]).ThenBy(r => first[r]).ToArray();
        var numbers = new int[roots];
        for (var i = 0; i < order.Length; i++) numbers[order[i]] = i;
        var clusterOfNode = Array.ConvertAll(rootOfNode, r => r < 0 ? -1 : numbers[r]);
        var labels = new int[placed.PlaceOfRow.Length];
        work.ForBlocks(labels.Length, (start, end) =>
        {
            for (var row = start; row < end; row++) labels[row] = clusterOfNode[placed.PlaceOfRow[row]];
        });
        return new(clusterOfNode, Array.ConvertAll(order, r => sizes[r]), HeightsOf(merges, clusterOfNode, roots, placed.Unit), labels);
    }

    static double[] HeightsOf(Dendrogram merges, int[] clusterOfNode, int clusters, BinaryUnit unit)
    {
        var heights = new double[clusters];
        for (var merge = 0; merge < merges.Merges && clusterOfNode[merges.Points + merge] is >= 0 and var cluster; merge++)
            heights[cluster] = unit.Length(merges.Distance(merge));
        return heights;
    }

    /// <summary>What every node below the first merges hangs on; −1 for the others.</summary>
    static (int[] RootOfNode, int Roots) Roots(Dendrogram merges, int done)
    {
        var (root, roots) = (new int[merges.Points + merges.Merges], 0);
        Array.Fill(root, -1);
        for (var node = merges.Points + done - 1; node >= 0; node--)
        {
            if (root[node] < 0) root[node] = roots++;
            if (node < merges.Points) continue;
            root[merges.Left(node - merges.Points)] = root[merges.Right(node - merges.Points)] = root[node];
        }
        return (root, roots);
    }
}
