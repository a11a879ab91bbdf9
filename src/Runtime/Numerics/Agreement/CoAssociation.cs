namespace Runtime.Numerics.Agreement;

/// <summary>Merges combinations of labels by how seldom their rows are together, averaged over all pairs of rows.</summary>
static class CoAssociation
{
    /// <returns>Each merge by a combination of either side, in the order of their heights.</returns>
    public static (int A, int B, double Height)[] Merges(LabelCombinations of, Work work)
    {
        var (merges, highest) = (new List<(int A, int B, double Height)>(), new double[of.Count]);
        foreach (var (a, b, height) in new NeighbourChain(AllApart(of), Array.ConvertAll(of.Rows, r => (double)r), farthest: false)
            .Merges(work.Cancel))
        {
            // No merge is below those that it is of, though averages are rounded.
            highest[a] = Math.Max(height, Math.Max(highest[a], highest[b]));
            merges.Add((a, b, highest[a]));
        }
        return [.. merges.OrderBy(m => m.Height)];
    }

    static double[][] AllApart(LabelCombinations of)
    {
        var apart = Array.ConvertAll(of.Labels, _ => new double[of.Count]);
        for (var a = 0; a < of.Count; a++)
            for (var b = 0; b < a; b++) apart[a][b] = apart[b][a] = Apart(of.Labels[a], of.Labels[b]);
        return apart;
    }

    static double Apart(int[] a, int[] b)
    {
        var other = 0;
        for (var i = 0; i < a.Length; i++) if (a[i] != b[i]) other++;
        return (double)other / a.Length;
    }
}
