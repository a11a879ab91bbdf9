namespace Runtime.Numerics.Density;

/// <summary>The rows that are in clusters, in a kd-tree that knows where all of a branch are in one.</summary>
/// <param name="PlaceOfRow">Where each of those rows is.</param>
/// <param name="LabelOf">The cluster at each place; of equal rows in several, the least.</param>
/// <param name="CoreSquares">The squared core distance at each place.</param>
/// <param name="LabelOfNode">The cluster that all below a node are in, −1 when they are in several.</param>
sealed record ClusteredPlaces(KdTree Tree, BinaryUnit Unit, int[] PlaceOfRow, int[] LabelOf, double[] CoreSquares, int[] LabelOfNode)
{
    public static ClusteredPlaces Of(Matrix points, int[] labels, double[]? cores, int[] rows, Work work)
    {
        var placed = PlacedPoints.Of(points.Take(rows), work);
        var (label, core) = (new int[placed.Tree.Count], new double[placed.Tree.Count]);
        Array.Fill(label, int.MaxValue);
        for (var i = 0; i < rows.Length; i++)
        {
            var place = placed.PlaceOfRow[i];
            label[place] = Math.Min(label[place], labels[rows[i]]);
            if (cores is not null) core[place] = placed.Unit.Measure(cores[rows[i]]) is var length ? length * length : 0;
        }
        return new(placed.Tree, placed.Unit, placed.PlaceOfRow, label, core, OfNodes(placed.Tree, label));
    }

    /// <summary>The rows that it was made of.</summary>
    public Matrix Points() => Tree.Rows(PlaceOfRow, Unit);

    public double Length(double square) => Unit.Length(Math.Sqrt(square));

    static int[] OfNodes(KdTree tree, int[] label)
    {
        var nodes = new int[tree.Nodes];
        for (var node = tree.Nodes - 1; node >= 0; node--)
        {
            if (tree.LeafCount[node] > 1)
            {
                nodes[node] = nodes[node + 1] == nodes[tree.Right(node)] ? nodes[node + 1] : -1;
                continue;
            }
            var (first, count) = (tree.FirstLeaf[node] * KdTree.LeafSize, tree.PointsIn(tree.FirstLeaf[node]));
            nodes[node] = label[first];
            for (var i = 1; i < count; i++) if (label[first + i] != label[first]) nodes[node] = -1;
        }
        return nodes;
    }
}
