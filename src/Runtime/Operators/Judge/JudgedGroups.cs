namespace Runtime.Operators.Judge;

/// <summary>The groups of a labeling that have rows, numbered one after the other.</summary>
/// <param name="Labels">n numbers of groups; −1 is left out.</param>
/// <param name="Clusters">The label of each group; −1 when it is noise.</param>
/// <param name="Sizes">Rows in each.</param>
/// <param name="NoiseShare">The share of all rows that are in no group of the labeling.</param>
sealed record JudgedGroups(int[] Labels, int[] Clusters, int[] Sizes, double NoiseShare)
{
    /// <summary>More groups than these are read by nobody.</summary>
    const int MostGroups = 10_000;

    public int Groups => Clusters.Length;

    public int Rows { get; } = Sizes.Sum();

    /// <exception cref="Refusal">There are less than two, or more than anyone reads.</exception>
    public static JudgedGroups Of(Labeling labeling, bool withNoise)
    {
        var groups = NumberedGroups.Of(labeling, withNoise);
        Demand(labeling, groups.Count, withNoise);
        return new(groups.Labels, groups.Clusters, groups.Sizes, (double)labeling.Ungrouped / Math.Max(1, labeling.Labels.Length));
    }

    static void Demand(Labeling labeling, int groups, bool withNoise)
    {
        if (groups > MostGroups)
            throw new Refusal($"`{labeling.Name}` has {Wording.Count(groups)} clusters: more than anyone reads.",
                "Judge a labeling with fewer, or set clusters of few rows aside with a larger `min_cluster` or a smaller `k`.")
            { Argument = nameof(JudgeLabeling.Labeling) };
        if (groups > 1) return;
        var all = labeling.Labels.Length;
        throw new Refusal(groups == 0
                ? $"`{labeling.Name}` has no cluster{(all > 0 ? $": all {Wording.Plural(all, "row")} are {labeling.Rest}" : "")}."
                : $"`{labeling.Name}` has one cluster, and scores compare two.",
            !withNoise && groups == 1 && labeling.Ungrouped > 0
                ? $"Judge what is {labeling.Rest} as a cluster with `noise=label`, or judge another labeling."
                : "Judge a labeling with at least two clusters.")
        { Argument = nameof(JudgeLabeling.Labeling) };
    }
}
