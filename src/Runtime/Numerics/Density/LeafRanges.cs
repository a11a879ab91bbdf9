namespace Runtime.Numerics.Density;

/// <summary>From the condensed tree of the least size: for which sizes each of its clusters is a leaf. Linear time.</summary>
/// <remarks>
/// Of the parts of a split the second largest says up to which size it is one. So a cluster is no leaf up to the largest such size of
/// the splits in it, and none of the tree at all above that of the split that it comes from.
/// </remarks>
sealed class LeafRanges
{
    readonly CondensedTree tree;
    readonly int[] rows, largest, second, births;
    readonly double nearest, scale;
    readonly int least;

    /// <param name="cores">Core distances of the points of the dendrogram.</param>
    LeafRanges(Dendrogram linkage, double[] cores, BinaryUnit unit, int least)
    {
        tree = new CondensedTree(linkage, cores, least);
        (rows, largest, second) = (new int[tree.Clusters], new int[tree.Clusters], new int[tree.Clusters]);
        births = new int[tree.Clusters];
        Array.Fill(births, least - 1);
        this.least = least;
        (nearest, scale) = Scale(linkage, cores, unit);
        for (var point = 0; point < linkage.Points; point++) rows[tree.ClusterOfPoint[point]] += linkage.Size(point);
        for (var c = rows.Length - 1; c > 0; c--) Rise(c);
        births[0] = Math.Max(births[0], second[0]);
    }

    public static LeafPersistence Of(Dendrogram linkage, double[] cores, BinaryUnit unit, int least)
    {
        var made = new LeafRanges(linkage, cores, unit, least);
        return new(Enumerable.Range(1, made.rows.Length - 1).Select(made.Range), least, Math.Max(least, made.births[0]));
    }

    /// <summary>A child comes after its parent: all that is below it has been added.</summary>
    void Rise(int cluster)
    {
        var (parent, size) = (tree.Parent(cluster), rows[cluster]);
        births[cluster] = Math.Max(births[cluster], second[cluster]);
        births[parent] = Math.Max(births[parent], births[cluster]);
        rows[parent] += size;
        (largest[parent], second[parent]) = size > largest[parent] ? (size, largest[parent])
            : (largest[parent], Math.Max(second[parent], size));
    }

    LeafRange Range(int cluster)
    {
        var (birth, death) = (births[cluster], Math.Min(rows[cluster], second[tree.Parent(cluster)]));
        var apart = (1 / tree.Birth(cluster) - nearest) / scale;
        return new(birth, death, rows[cluster], death - Math.Max(least, birth) * Exponential.Of(-Exponential.Of(apart)));
    }

    /// <summary>The least core distance of the rows, and how far the mean is above it; 0 and 1 where all are the same.</summary>
    static (double Nearest, double Scale) Scale(Dendrogram linkage, double[] cores, BinaryUnit unit)
    {
        var (sum, rows, least) = (0.0, 0L, cores.Min());
        for (var point = 0; point < cores.Length; point++)
        {
            sum += linkage.Size(point) * (cores[point] - least);
            rows += linkage.Size(point);
        }
        var scale = sum / rows;
        return scale > 0 && double.IsFinite(scale) ? (least, scale) : (0, unit.Measure(1));
    }
}
