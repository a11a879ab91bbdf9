namespace Host.Results;

/// <summary>What became of the clusters of a labeling.</summary>
/// <param name="Witnesses">How many rows both records know; 0 when they cannot be compared row by row.</param>
/// <param name="Moved">The share of these that is in another cluster, or in one that is called otherwise.</param>
sealed record LabelDifference(LabelsFound Before, LabelsFound After, IReadOnlyList<Transition> Transitions, int Witnesses, double Moved)
{
    /// <summary>So few may move without the labeling being another.</summary>
    public const double Tolerance = 0.005;

    public string Name => After.Name;

    /// <summary>Null when they are the same as far as the records say.</summary>
    public static LabelDifference? Of(LabelsFound old, LabelsFound now, RecordedFindings before, RecordedFindings after)
    {
        if (old.Hash == now.Hash && old.Order.SequenceEqual(now.Order)) return null;
        var (was, isNow) = Shared(before.Codes(old.Name), after.Codes(now.Name));
        var moved = was.Zip(isNow).Count(p => p.First != p.Second);
        if (was.Count > 0 && moved <= Tolerance * was.Count && old.Order.ToHashSet().SetEquals(now.Order)) return null;
        return new(old, now, Results.Transitions.Of(was, isNow), was.Count, was.Count == 0 ? double.NaN : (double)moved / was.Count);
    }

    /// <summary>The cluster before and after of the rows that both know.</summary>
    static (IReadOnlyList<string> Before, IReadOnlyList<string> After) Shared(
        (WitnessRows Rows, IReadOnlyList<string> Codes)? old, (WitnessRows Rows, IReadOnlyList<string> Codes)? now)
    {
        if (old is not var (before, codes) || now is not var (after, later)) return ([], []);
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var w = 0; w < codes.Count; w++) known.TryAdd(before.Ids[w], codes[w]);
        var both = after.Ids.Zip(later).Where(w => known.ContainsKey(w.First) && w.Second != WitnessRows.Absent
            && known[w.First] != WitnessRows.Absent).ToArray();
        return ([.. both.Select(w => known[w.First])], [.. both.Select(w => w.Second)]);
    }

    /// <summary>Rows of a cluster as the record has them; null when it does not.</summary>
    public static string? Size(LabelsFound labels, string cluster) =>
        labels.Clusters.Rows.FirstOrDefault(r => r[0] == (cluster == WitnessRows.Noise ? "noise" : cluster))
            is [_, var size, ..] ? size : null;
}
