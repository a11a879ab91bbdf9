using Runtime.Numerics.Density;

namespace Runtime.Numerics.Hierarchies;

/// <summary>The last merges by mean or largest distance, over the matrix of all distances of some thousand clusters.</summary>
/// <remarks>
/// Nearest-neighbour chains (Murtagh 1983; Müllner 2011) and the formulas of Lance &amp; Williams 1967, Computer Journal 9(4). O(k²)
/// time and memory for k clusters, beside the n² / 2 distances between all rows that fill the matrix.
/// </remarks>
sealed class MatrixMerges
{
    /// <summary>Clusters at most: 200 MB.</summary>
    public const int Most = 5_000;

    readonly int[] ids;
    readonly double[] sizes;
    readonly double[][] distances;
    readonly bool farthest;
    readonly bool[] gone;

    public MatrixMerges(int[] ids, ClusterMembers members, bool farthest, Work work)
    {
        (this.ids, this.farthest, gone) = (ids, farthest, new bool[ids.Length]);
        sizes = Array.ConvertAll(ids, members.Rows);
        distances = Array.ConvertAll(ids, _ => new double[ids.Length]);
        var progress = new Progress(work, "measuring all pairs", ids.Length);
        for (var i = 0; i < ids.Length; i++, progress.Step())
        {
            var a = i;
            work.For((a + Chunk - 1) / Chunk, chunk =>
            {
                for (var b = chunk * Chunk; b < Math.Min(a, (chunk + 1) * Chunk); b++)
                {
                    var between = farthest ? members.Farthest(ids[a], ids[b]) : members.Mean(ids[a], ids[b]);
                    distances[a][b] = distances[b][a] = between;
                }
            });
        }
    }

    const int Chunk = 64;

    public void Join(SpanningTree edges, Work work)
    {
        var chain = new List<int>();
        var first = 0;
        for (var left = ids.Length; left > 1; left--)
        {
            if (left % 64 == 0) work.Cancel.ThrowIfCancellationRequested();
            while (gone[first]) first++;
            if (chain.Count == 0) chain.Add(first);
            while (true)
            {
                var at = chain[^1];
                var next = Nearest(at, chain.Count > 1 ? chain[^2] : -1);
                if (chain.Count > 1 && next == chain[^2]) break;
                chain.Add(next);
            }
            var (a, b) = (Math.Min(chain[^1], chain[^2]), Math.Max(chain[^1], chain[^2]));
            chain.RemoveRange(chain.Count - 2, 2);
            edges.Add(ids[a], ids[b], farthest ? distances[a][b] : distances[a][b] * distances[a][b]);
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
