namespace Runtime.Numerics.Agreement;

/// <summary>Merges combinations of labels by how seldom their rows are together, averaged over all pairs of rows.</summary>
/// <remarks>Nearest-neighbour chains (Murtagh 1983) and the formula of Lance &amp; Williams 1967, over a matrix of all pairs.</remarks>
sealed class CoAssociation
{
    readonly double[][] apart;
    readonly double[] sizes;
    readonly bool[] gone;

    public CoAssociation(LabelCombinations of)
    {
        (sizes, gone) = (Array.ConvertAll(of.Rows, r => (double)r), new bool[of.Count]);
        apart = Array.ConvertAll(of.Labels, _ => new double[of.Count]);
        for (var a = 0; a < of.Count; a++)
            for (var b = 0; b < a; b++) apart[a][b] = apart[b][a] = Apart(of.Labels[a], of.Labels[b]);
    }

    static double Apart(int[] a, int[] b)
    {
        var other = 0;
        for (var i = 0; i < a.Length; i++) if (a[i] != b[i]) other++;
        return (double)other / a.Length;
    }

    /// <returns>Each merge by a combination of either side, in the order of their heights.</returns>
    public (int A, int B, double Height)[] Merges(Work work)
    {
        var (chain, merges, first) = (new List<int>(), new List<(int A, int B, double Height)>(), 0);
        var highest = new double[gone.Length];
        for (var left = gone.Length; left > 1; left--)
        {
            work.Cancel.ThrowIfCancellationRequested();
            while (gone[first]) first++;
            if (chain.Count == 0) chain.Add(first);
            while (chain.Count < 2 || Nearest(chain[^1], chain[^2]) != chain[^2])
                chain.Add(Nearest(chain[^1], chain.Count > 1 ? chain[^2] : -1));
            var (a, b) = (Math.Min(chain[^1], chain[^2]), Math.Max(chain[^1], chain[^2]));
            chain.RemoveRange(chain.Count - 2, 2);
            // No merge is below those that it is of, though averages are rounded.
            highest[a] = Math.Max(apart[a][b], Math.Max(highest[a], highest[b]));
            merges.Add((a, b, highest[a]));
            Merge(a, b);
        }
        return [.. merges.OrderBy(m => m.Height)];
    }

    /// <summary>Of equally near ones the last of the chain, so that it ends, else the first.</summary>
    int Nearest(int of, int last)
    {
        var row = apart[of];
        var (nearest, least) = (last, last < 0 ? double.PositiveInfinity : row[last]);
        for (var other = 0; other < row.Length; other++)
            if (row[other] < least && other != of && !gone[other]) (nearest, least) = (other, row[other]);
        return nearest;
    }

    void Merge(int a, int b)
    {
        var share = sizes[a] / (sizes[a] + sizes[b]);
        for (var c = 0; c < gone.Length; c++)
            if (!gone[c] && c != a && c != b) apart[a][c] = apart[c][a] = share * apart[a][c] + (1 - share) * apart[b][c];
        sizes[a] += sizes[b];
        gone[b] = true;
        apart[b] = [];
    }
}
