using Runtime.Numerics.Density;

namespace Runtime.Operators.Cluster;

/// <summary>The finest clusters of a density tree at one smallest size.</summary>
/// <param name="IsPeak">They persist longer than those at the sizes beside.</param>
sealed record PersistentCell(int MinSamples, Held<DensityTree> Tree, LeafPersistence Persistence, LeafLayer Layer, bool IsPeak)
{
    public Extraction Wanted => new(Layer.MinCluster, ClusterMethod.Leaf);

    public double Coverage(int rows) => (double)Layer.Covered / rows;

    public string Text => $"`min_cluster={Layer.MinCluster} min_samples={MinSamples} method=leaf`";

    public DensityClustering Extract(Work work) => Tree.Value.Extract(Wanted, work);
}

/// <summary>What persists longest, by min_samples and over all smallest sizes or the given ones.</summary>
/// <param name="Cells">The most persistent first; where there are peaks, these come before what is none.</param>
/// <param name="Samples">The values of min_samples, ascending, with what was found for each.</param>
/// <param name="IsFree">No sizes were given: all were looked at.</param>
sealed record PersistenceChoice(
    IReadOnlyList<PersistentCell> Cells, IReadOnlyList<(int MinSamples, LeafPersistence Found)> Samples, bool IsFree)
{
    /// <summary>Groups of fewer rows are not looked at.</summary>
    public const int Least = 5;

    public PersistentCell Kept => Cells[0];

    public PersistentCell? Next => Cells.Skip(1).FirstOrDefault(c => c.Layer.Clusters > 0);

    /// <param name="sizes">Ascending; none for all.</param>
    /// <param name="samples">Ascending.</param>
    public static PersistenceChoice Of(Matrix points, int[] sizes, int[] samples, Work work)
    {
        var (cells, found) = (new List<PersistentCell>(), new List<(int, LeafPersistence)>());
        // The neighbours of the largest serve the others.
        foreach (var count in samples.Reverse())
        {
            var tree = DensityTree.HeldOf(points, count, work);
            var persistence = tree.Value.Persistence(sizes.Append(Least).Min());
            found.Insert(0, (count, persistence));
            cells.AddRange(Layers(persistence, sizes).Select(l => new PersistentCell(count, tree, persistence, l.Layer, l.IsPeak)));
        }
        return new([.. cells.OrderByDescending(c => c.IsPeak).ThenByDescending(c => c.Layer.Persistence)
            .ThenByDescending(c => c.Layer.Covered).ThenByDescending(c => c.Layer.MinCluster)
            .ThenByDescending(c => c.MinSamples)], found, sizes.Length == 0);
    }

    /// <summary>All peaks, and the least size in case that there are none; or the sizes that were asked for.</summary>
    static IEnumerable<(LeafLayer Layer, bool IsPeak)> Layers(LeafPersistence found, int[] sizes) => sizes.Length > 0
        ? sizes.Select(size => (found.LayerAt(size), false))
        : found.Peaks().Select(layer => (layer, true)).Append((found.LayerAt(Least), false));
}
