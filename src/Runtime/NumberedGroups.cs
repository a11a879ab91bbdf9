using Runtime.Numerics.Statistics;

namespace Runtime;

/// <summary>The groups of a labeling that have rows, one after the other.</summary>
/// <param name="Labels">n numbers of groups; −1 is left out.</param>
/// <param name="Clusters">The label of each group; −1 for what is in none.</param>
/// <param name="Sizes">The rows of each group.</param>
sealed record NumberedGroups(int[] Labels, int[] Clusters, int[] Sizes)
{
    public int Count => Clusters.Length;

    /// <param name="withRest">What is in no group is the last one, where there is any.</param>
    /// <param name="most">Only so many of the largest, still in their order, and the rest.</param>
    public static NumberedGroups Of(Labeling labeling, bool withRest = true, int most = int.MaxValue)
    {
        var sizes = labeling.Sizes();
        var filled = Enumerable.Range(0, sizes.Length).Where(g => sizes[g] > 0);
        int[] clusters = [.. filled.OrderByDescending(g => sizes[g]).Take(most).Order()];
        if (withRest && labeling.Ungrouped > 0) clusters = [.. clusters, -1];
        var number = new int[sizes.Length + 1];
        Array.Fill(number, -1);
        for (var g = 0; g < clusters.Length; g++) number[clusters[g] + 1] = g;
        return new(RowGroups.Map(labeling.Labels, number), clusters, [.. clusters.Select(c => c < 0 ? labeling.Ungrouped : sizes[c])]);
    }
}
