namespace Runtime.Numerics;

/// <summary>All merges of k clusters by mean or largest distance, over the matrix of all distances between them.</summary>
/// <remarks>
/// Nearest-neighbour chains (Murtagh 1983; Müllner 2011) and the formulas of Lance &amp; Williams 1967, Computer Journal 9(4). O(k²) time.
/// </remarks>
/// <param name="distances">k × k, symmetric; used up.</param>
/// <param name="sizes">How many rows each is of; used up.</param>
/// <param name="farthest">By the largest distance, else by the mean of all pairs of rows.</param>
sealed class NeighbourChain(double[][] distances, double[] sizes, bool farthest)
{
    readonly bool[] gone = new bool[sizes.Length];

    /// <returns>k − 1 merges, not by their heights; of each the smaller number stands for both from there on.</returns>
    public IEnumerable<(int A, int B, double Height)> Merges(CancellationToken cancel)
    {
        var (chain, first) = (new List<int>(), 0);
        for (var left = sizes.Length; left > 1; left--)
        {
            if (left % 64 == 0) cancel.ThrowIfCancellationRequested();
            while (gone[first]) first++;
            if (chain.Count == 0) chain.Add(first);
            while (true)
            {
                var next = Nearest(chain[^1], chain.Count > 1 ? chain[^2] : -1);
                if (chain.Count > 1 && next == chain[^2]) break;
                chain.Add(next);
            }
            var (a, b) = (Math.Min(chain[^1], chain[^2]), Math.Max(chain[^1], chain[^2]));
            chain.RemoveRange(chain.Count - 2, 2);
            yield return (a, b, distances[a][b]);
            Merge(a, b);
        }
    }

    /// <summary>Of equally near ones the last of the chain, so that it ends, else the first.</summary>
    int Nearest(int of, int last)
    {
        var row = distances[of];
        var (nearest, least) = (last, last < 0 ? double.PositiveInfinity : row[last]);
        for (var other = 0; other < row.Length; other++)
            if (row[other] < least && other != of && !gone[other]) (nearest, least) = (other, row[other]);
        return nearest;
    }

    void Merge(int a, int b)
    {
        double[] one = distances[a], other = distances[b];
        var (share, rest) = (sizes[a] / (sizes[a] + sizes[b]), sizes[b] / (sizes[a] + sizes[b]));
        for (var c = 0; c < one.Length; c++)
        {
            if (gone[c] || c == a || c == b) continue;
            one[c] = distances[c][a] = farthest ? Math.Max(one[c], other[c]) : share * one[c] + rest * other[c];
        }
        sizes[a] += sizes[b];
        gone[b] = true;
        distances[b] = [];
    }
}
