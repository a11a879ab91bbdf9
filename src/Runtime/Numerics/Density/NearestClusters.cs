namespace Runtime.Numerics.Density;

/// <summary>For rows in no cluster: the nearest cluster and the next one, and how far both are.</summary>
/// <param name="Nearest">n labels; −1 for a row that is in a cluster, or where there is none.</param>
/// <param name="Second">n labels; −1 where there is no other.</param>
/// <param name="ToNearest">n distances; ∞ where there is none.</param>
/// <param name="ToSecond">n distances; ∞ where there is none.</param>
/// <remarks>Of clusters equally near, the one with the nearer row comes first, then that with the lesser number. Exact.</remarks>
public sealed record NearestClusters(int[] Nearest, int[] Second, double[] ToNearest, double[] ToSecond)
{
    /// <param name="labels">n numbers, −1 for noise; some row is in a cluster.</param>
    /// <param name="cores">n core distances, for mutual reachability; null for plain distances.</param>
    public static NearestClusters Of(Matrix points, int[] labels, double[]? cores, Work work)
    {
        int[] clustered = [.. Enumerable.Range(0, labels.Length).Where(r => labels[r] >= 0)];
        int[] noise = [.. Enumerable.Range(0, labels.Length).Where(r => labels[r] < 0)];
        var (n, far) = (labels.Length, double.PositiveInfinity);
        var found = new NearestClusters(Filled(n, -1), Filled(n, -1), Filled(n, far), Filled(n, far));
        if (noise.Length == 0 || clustered.Length == 0) return found;
        var places = ClusteredPlaces.Of(points, labels, cores, clustered, work);
        var progress = new Progress(work, "looking for the nearest clusters", (noise.Length + Work.BlockRows - 1) / Work.BlockRows);
        work.ForBlocks(noise.Length, (start, end) =>
        {
            var search = new ClusterQuery(places);
            for (var i = start; i < end; i++)
            {
                var row = noise[i];
                search.Run(points, row, cores?[row] ?? 0);
                (found.Nearest[row], found.ToNearest[row]) = (search.Best.Label, places.Length(search.Best.Reach));
                (found.Second[row], found.ToSecond[row]) = (search.Next.Label, places.Length(search.Next.Reach));
            }
            progress.Step();
        });
        return found;
    }

    static T[] Filled<T>(int count, T value)
    {
        var filled = new T[count];
        Array.Fill(filled, value);
        return filled;
    }
}
