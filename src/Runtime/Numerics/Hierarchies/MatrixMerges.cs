using Runtime.Numerics.Density;

namespace Runtime.Numerics.Hierarchies;

/// <summary>The last merges by mean or largest distance, over the matrix of all distances of some thousand clusters.</summary>
/// <remarks>
/// O(k²) time and memory for k clusters, beside the n² / 2 distances between all rows that fill the matrix.
/// </remarks>
sealed class MatrixMerges
{
    /// <summary>Clusters at most: 200 MB.</summary>
    public const int Most = 5_000;

    readonly int[] ids;
    readonly double[] sizes;
    readonly double[][] distances;
    readonly bool farthest;

    public MatrixMerges(int[] ids, ClusterMembers members, bool farthest, Work work)
    {
        (this.ids, this.farthest) = (ids, farthest);
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
        foreach (var (a, b, height) in new NeighbourChain(distances, sizes, farthest).Merges(work.Cancel))
            edges.Add(ids[a], ids[b], farthest ? height : height * height);
    }
}
