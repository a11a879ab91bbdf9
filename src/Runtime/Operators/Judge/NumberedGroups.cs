using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Judge;

/// <summary>The groups of a labeling that have rows, one after the other.</summary>
/// <param name="Labels">n numbers of groups; −1 is left out.</param>
/// <param name="Clusters">The label of each group; −1 for what is in none.</param>
sealed record NumberedGroups(int[] Labels, int[] Clusters)
{
    public int Count => Clusters.Length;

    /// <param name="withRest">What is in no group is the last one, where there is any.</param>
    public static NumberedGroups Of(Labeling labeling, bool withRest)
    {
        var sizes = labeling.Sizes();
        int[] clusters = [.. Enumerable.Range(0, sizes.Length).Where(g => sizes[g] > 0)];
        if (withRest && labeling.Ungrouped > 0) clusters = [.. clusters, -1];
        var number = new int[sizes.Length + 1];
        Array.Fill(number, -1);
        for (var g = 0; g < clusters.Length; g++) number[clusters[g] + 1] = g;
        return new(RowGroups.Map(labeling.Labels, number), clusters);
    }
}
