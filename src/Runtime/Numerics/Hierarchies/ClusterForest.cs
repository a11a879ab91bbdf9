using System.Numerics;
using Runtime.Numerics.Density;

namespace Runtime.Numerics.Hierarchies;

/// <summary>
/// Clusters as their centroids and sizes, in a kd-tree for each power of two of the size: among clusters of like size a box
/// bounds Ward's distance well. A slot is a lane of a leaf of one of the trees; clusters may change or leave in their place.
/// </summary>
sealed unsafe class ClusterForest
{
    const int Lanes = KdTree.LeafSize;

    readonly KdTree[] trees;
    readonly int[] firstLeaf;
    readonly double[][] heaviest;
    readonly int[] treeOfLeaf;

    /// <param name="columns">The centroids, d columns of m.</param>
    /// <param name="sizes">Rows in each.</param>
    /// <param name="ids">A number for each that no other has; ties go by it.</param>
    /// <param name="slotOf">The slot of each.</param>
    public ClusterForest(double[][] columns, int[] sizes, int[] ids, Work work, out int[] slotOf)
    {
        Dimensions = columns.Length;
        var kinds = Kinds(sizes);
        (trees, firstLeaf, heaviest) = (new KdTree[kinds.Length], new int[kinds.Length], new double[kinds.Length][]);
        slotOf = new int[sizes.Length];
        var leaves = 0;
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            var members = kinds[kind];
            double[][] own = members.Length == sizes.Length ? columns : [.. columns.Select(c => Array.ConvertAll(members, m => c[m]))];
            trees[kind] = KdTree.Of(own, Array.ConvertAll(members, m => sizes[m]), work, out var places);
            firstLeaf[kind] = leaves;
            for (var i = 0; i < members.Length; i++) slotOf[members[i]] = leaves * Lanes + places[i];
            leaves += trees[kind].Leaves;
        }
        treeOfLeaf = new int[leaves];
        for (var kind = 1; kind < kinds.Length; kind++) Array.Fill(treeOfLeaf, kind, firstLeaf[kind], trees[kind].Leaves);
        Inverse = new AlignedNumbers(leaves * Lanes, 0);
        (Sizes, Ids) = (new int[leaves * Lanes], new int[leaves * Lanes]);
        for (var c = 0; c < sizes.Length; c++) (Sizes[slotOf[c]], Ids[slotOf[c]]) = (sizes[c], ids[c]);
        for (var slot = 0; slot < Sizes.Length; slot++) Inverse.Pointer[slot] = Sizes[slot] == 0 ? 0 : 1.0 / Sizes[slot];
        for (var kind = 0; kind < kinds.Length; kind++) heaviest[kind] = Heaviest(trees[kind], firstLeaf[kind] * Lanes);
    }

    public int Dimensions { get; }

    public int Leaves => treeOfLeaf.Length;

    public int Trees => trees.Length;

    /// <summary>1 / size of the cluster in each slot.</summary>
    public AlignedNumbers Inverse { get; }

    /// <summary>Rows of the cluster in each slot; 0 where there is none.</summary>
    public int[] Sizes { get; }

    public int[] Ids { get; }

    public KdTree Tree(int kind) => trees[kind];

    public int TreeOf(int leaf) => treeOfLeaf[leaf];

    public int FirstLeaf(int kind) => firstLeaf[kind];

    /// <summary>The largest 1 / size below each node of a tree: no cluster there is smaller.</summary>
    public double[] Heaviest(int kind) => heaviest[kind];

    /// <summary>The centroids of a leaf, column by column; +∞ where there is none.</summary>
    public double* Block(int leaf) => trees[treeOfLeaf[leaf]].Block(leaf - firstLeaf[treeOfLeaf[leaf]]);

    public double Coordinate(int slot, int column) => Block(slot / Lanes)[column * Lanes + slot % Lanes];

    /// <summary>‖a − b‖² of the centroids in two slots.</summary>
    public double Square(int a, int b)
    {
        double* from = Block(a / Lanes) + a % Lanes, to = Block(b / Lanes) + b % Lanes;
        var square = 0.0;
        for (var j = 0; j < Dimensions * Lanes; j += Lanes) square += (from[j] - to[j]) * (from[j] - to[j]);
        return square;
    }

    /// <summary>Merges cluster <paramref name="gone"/> into the one in slot <paramref name="into"/>.</summary>
    public void Merge(int into, int gone)
    {
        double* to = Block(into / Lanes) + into % Lanes, from = Block(gone / Lanes) + gone % Lanes;
        var (n, m) = (Sizes[into], Sizes[gone]);
        for (var j = 0; j < Dimensions * Lanes; j += Lanes)
        {
            to[j] += (from[j] - to[j]) * m / ((double)n + m);
            from[j] = double.PositiveInfinity;
        }
        (Sizes[into], Sizes[gone]) = (n + m, 0);
        Ids[into] = Math.Min(Ids[into], Ids[gone]);
        (Inverse.Pointer[into], Inverse.Pointer[gone]) = (1.0 / Sizes[into], 0);
        Widen(into);
    }

    /// <summary>The boxes above a slot reach as far as the cluster in it.</summary>
    void Widen(int slot)
    {
        var kind = treeOfLeaf[slot / Lanes];
        var (tree, leaf) = (trees[kind], slot / Lanes - firstLeaf[kind]);
        var at = tree.Block(leaf) + slot % Lanes;
        for (var node = 0; ;)
        {
            var box = tree.Box(node);
            for (var j = 0; j < Dimensions; j++)
            {
                var x = at[j * Lanes];
                (box[j], box[Dimensions + j]) = (Math.Min(box[j], x), Math.Max(box[Dimensions + j], x));
            }
            if (tree.LeafCount[node] == 1) return;
            node = leaf < tree.FirstLeaf[tree.Right(node)] ? node + 1 : tree.Right(node);
        }
    }

    double[] Heaviest(KdTree tree, int firstSlot)
    {
        var most = new double[tree.Nodes];
        for (var node = tree.Nodes - 1; node >= 0; node--)
        {
            if (tree.LeafCount[node] > 1) most[node] = Math.Max(most[node + 1], most[tree.Right(node)]);
            else
                for (var lane = 0; lane < Lanes; lane++)
                    most[node] = Math.Max(most[node], Inverse.Pointer[firstSlot + tree.FirstLeaf[node] * Lanes + lane]);
        }
        return most;
    }

    /// <summary>The clusters by the power of two of their sizes, small ones first; kinds that have none are left out.</summary>
    static int[][] Kinds(int[] sizes)
    {
        var counts = new int[32];
        foreach (var size in sizes) counts[BitOperations.Log2((uint)size)]++;
        var kinds = Array.ConvertAll(counts, c => new int[c]);
        Array.Clear(counts);
        for (var c = 0; c < sizes.Length; c++)
        {
            var kind = BitOperations.Log2((uint)sizes[c]);
            kinds[kind][counts[kind]++] = c;
        }
        return [.. kinds.Where(k => k.Length > 0)];
    }
}
