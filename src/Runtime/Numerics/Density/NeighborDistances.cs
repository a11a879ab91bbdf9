namespace Runtime.Numerics.Density;

/// <summary>How far the k-th neighbour of rows is, from the nearest to the farthest: what the radius of DBSCAN is chosen by.</summary>
/// <remarks>
/// Ester, Kriegel, Sander &amp; Xu 1996, KDD, §4.2; the knee as Satopää, Albrecht, Irwin &amp; Raghavan 2011, ICDCS Workshops: where the
/// curve is farthest below the line between its ends.
/// </remarks>
/// <param name="Distances">Ascending, exact, of all rows or of a sample of them.</param>
public sealed record NeighborDistances(double[] Distances)
{
    /// <summary>Rows that are looked at, about; of fewer, all.</summary>
    const int Most = 20_000;

    /// <summary>Every eighth place of a leaf.</summary>
    const uint Some = 0x01010101;
    const int OneIn = 8;

    /// <summary>The knee is looked for below this share of the rows: the last few are as far as they like.</summary>
    const double Usual = 0.99;

    /// <summary>O(m k log n) time for m rows looked at, in few dimensions.</summary>
    /// <param name="neighbors">k, the row itself not counted.</param>
    internal static NeighborDistances Of(PlacedPoints placed, int neighbors, Work work)
    {
        var (tree, k) = (placed.Tree, Math.Min(neighbors, placed.PlaceOfRow.Length - 1));
        if (k < 1) return new([]);
        // Neighbours in space are alike: a few of many leaves tell more than all of few.
        var (every, lanes) = tree.Count <= Most ? (1, uint.MaxValue) : (Math.Max(1, tree.Count / OneIn / Most), Some);
        var squares = new NearestNeighbors(tree, k, work, room: 0).Sample(every, lanes);
        var distances = Array.ConvertAll(squares, square => placed.Unit.Length(Math.Sqrt(square)));
        Array.Sort(distances);
        return new(distances);
    }

    /// <summary>The place of the knee; −1 where the distances are all alike.</summary>
    public int Knee()
    {
        var last = (int)(Usual * (Distances.Length - 1));
        if (last < 2 || !(Distances[last] > Distances[0])) return -1;
        var (slope, best) = ((Distances[last] - Distances[0]) / last, 0);
        for (var i = 1; i < last; i++)
            if (slope * i - Distances[i] > slope * best - Distances[best]) best = i;
        return best > 0 ? best : -1;
    }
}
