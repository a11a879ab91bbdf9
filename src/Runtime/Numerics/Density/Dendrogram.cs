namespace Runtime.Numerics.Density;

/// <summary>
/// The dendrogram of weighted points: node i &lt; m is point i, node m + i the i-th merge, in ascending order of distance,
/// so that a node's number is above its children's. The last node is the root. Merges at equal distances, of which the first
/// is taken for all, are one merge of several nodes: which two of them came first says nothing.
/// </summary>
sealed class Dendrogram
{
    readonly int[] left;
    readonly int[] right;
    readonly double[] distances;
    readonly int[] sizes;
    readonly int[] weights;

    Dendrogram(int[] weights, int merges)
    {
        this.weights = weights;
        (left, right, distances, sizes) = (new int[merges], new int[merges], new double[merges], new int[merges]);
    }

    public int Points => weights.Length;

    public int Merges => left.Length;

    /// <summary>The distances of the merges, ascending.</summary>
    public ReadOnlySpan<double> Distances => distances;

    public int Left(int merge) => left[merge];

    public int Right(int merge) => right[merge];

    public double Distance(int merge) => distances[merge];

    /// <summary>Rows below a node.</summary>
    public int Size(int node) => node < weights.Length ? weights[node] : sizes[node - weights.Length];

    /// <summary>Merges along the edges of a spanning tree, lightest first.</summary>
    public static Dendrogram Of(SpanningTree edges, int[] weights, Work work)
    {
        var order = Ascending(edges, work);
        var tree = new Dendrogram(weights, edges.Count);
        var sets = new DisjointSets(weights.Length);
        var nodeOfSet = new int[weights.Length];
        for (var i = 0; i < nodeOfSet.Length; i++) nodeOfSet[i] = i;
        var distance = -1.0;
        for (var merge = 0; merge < order.Length; merge++)
        {
            if (merge % Work.BlockRows == 0) work.Cancel.ThrowIfCancellationRequested();
            var edge = order[merge];
            var (a, b) = (sets.Find(edges.From[edge]), sets.Find(edges.To[edge]));
            if (a > b) (a, b) = (b, a);
            (tree.left[merge], tree.right[merge]) = (nodeOfSet[a], nodeOfSet[b]);
            var length = Math.Sqrt(edges.Squares[edge]);
            tree.distances[merge] = distance = EqualLengths.Reaches(distance, length) ? distance : length;
            tree.sizes[merge] = tree.Size(nodeOfSet[a]) + tree.Size(nodeOfSet[b]);
            sets.Join(a, b);
            nodeOfSet[a] = weights.Length + merge;
        }
        return tree;
    }

    /// <summary>The edges by weight; in which order equal ones come decides nothing, they are cut together.</summary>
    static int[] Ascending(SpanningTree edges, Work work)
    {
        var keys = new ulong[edges.Count];
        var order = new int[edges.Count];
        for (var i = 0; i < keys.Length; i++) (keys[i], order[i]) = (BitConverter.DoubleToUInt64Bits(edges.Squares[i]), i);
        RadixSort.Sort(ref keys, ref order, work);
        return order;
    }
}
