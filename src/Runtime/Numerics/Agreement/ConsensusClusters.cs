namespace Runtime.Numerics.Agreement;

/// <summary>Clusters of rows that are together in many of several labelings: average linkage of how often they are.</summary>
/// <remarks>
/// Evidence accumulation, Fred &amp; Jain 2005, IEEE TPAMI 27(6). Rows with the same labels throughout are together everywhere and merge
/// first, so that what is clustered are the combinations of labels that occur, by their rows: exact, linear in rows, quadratic in
/// combinations. Equal merges come in the order of the combinations, those of most rows first, so that the order of rows does not matter.
/// </remarks>
public sealed class ConsensusClusters
{
    /// <summary>More combinations than these take more than a few seconds and 200 MB.</summary>
    public const int MostCombinations = 5_000;

    readonly (int A, int B, double Height)[] merges;

    ConsensusClusters(LabelCombinations combinations, (int, int, double)[] merges) => (Combinations, this.merges) = (combinations, merges);

    public LabelCombinations Combinations { get; }

    /// <param name="combinations">At most <see cref="MostCombinations"/>.</param>
    public static ConsensusClusters Of(LabelCombinations combinations, Work work) =>
        new(combinations, CoAssociation.Merges(combinations, work));

    /// <summary>How seldom rows of two clusters are together, on average, where a merge leaves so many; 0 where none has to.</summary>
    public double HeightTo(int clusters) => clusters > merges.Length ? 0 : merges[merges.Length - clusters].Height;

    /// <summary>For how much height a number of clusters lasts.</summary>
    public double Lifetime(int clusters) => (clusters > 1 ? HeightTo(clusters - 1) : 1) - HeightTo(clusters);

    /// <summary>
    /// The number of clusters, at least two, that lasts longest; of equal ones the fewest. All combinations last until the first labeling
    /// that tells some apart, whatever the labelings: only what they last beyond it counts.
    /// </summary>
    public int Longest => Enumerable.Range(1, Combinations.Count).Where(c => c > 1 || Combinations.Count < 2)
        .MaxBy(c => Math.Round(Lifetime(c) - (c == Combinations.Count ? 1.0 / Combinations.Labels[0].Length : 0), 12));

    /// <summary>The cluster of each combination, that of most rows first.</summary>
    public int[] Cut(int clusters)
    {
        int[] root = [.. Enumerable.Range(0, Combinations.Count)];
        int Find(int at) => root[at] == at ? at : root[at] = Find(root[at]);
        foreach (var (a, b, _) in merges.Take(Math.Max(0, Combinations.Count - clusters))) root[Find(b)] = Find(a);
        var order = Enumerable.Range(0, Combinations.Count).GroupBy(Find)
            .OrderByDescending(g => g.Sum(c => (long)Combinations.Rows[c])).ThenBy(g => g.Min()).ToArray();
        var cluster = new int[Combinations.Count];
        for (var i = 0; i < order.Length; i++) foreach (var combination in order[i]) cluster[combination] = i;
        return cluster;
    }
}
