using System.Globalization;

namespace Host.Results;

/// <summary>
/// Letters for clusters that stay with them from record to record, whatever numbers a run gives them: a cluster has the letter of the
/// earlier one that it shares the most witnesses with; a new one gets the next letter, and that of one that is gone is not given again.
/// </summary>
static class ClusterNames
{
    /// <summary>So much of the earlier cluster, or of the new one, makes it the same.</summary>
    const double Same = 0.25;

    const int FewestShared = 10;

    /// <param name="sizes">Rows of each cluster of the run.</param>
    /// <param name="labels">The cluster of each witness; negative where it is in none, or not there.</param>
    /// <returns>A name for each cluster, and the names that are gone.</returns>
    public static (string[] Order, string[] Gone) Of(
        string name, string hash, IReadOnlyList<int> sizes, IReadOnlyList<string> ids, int[] labels, RecordedFindings? earlier)
    {
        if (earlier?.Labels(name) is not { } before || earlier.Codes(name) is not { } codes) return (BySize(sizes, []), []);
        if (before.Hash == hash && before.Order.Count == sizes.Count) return ([.. before.Order], [.. before.Gone]);
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var w = 0; w < codes.Codes.Count; w++) known.TryAdd(codes.Rows.Ids[w], codes.Codes[w]);
        var pairs = labels.Select((label, w) => (Label: label, Name: known.GetValueOrDefault(ids[w])))
            .Where(p => p.Name is not null).ToArray();
        string[] used = [.. before.Order, .. before.Gone];
        if (pairs.Length < FewestShared) return (BySize(sizes, []), []);
        var names = Matched(sizes.Count, pairs!, before.Order.ToHashSet());
        SameSize(names, sizes, before);
        var order = BySize(sizes, used, names);
        return (order, [.. used.Except(order)]);
    }

    /// <summary>The largest overlaps first; ties by name.</summary>
    static string?[] Matched(int clusters, (int Label, string Name)[] pairs, HashSet<string> free)
    {
        var names = new string?[clusters];
        var ofLabel = pairs.Where(p => p.Label >= 0).CountBy(p => p.Label).ToDictionary();
        var ofName = pairs.CountBy(p => p.Name).ToDictionary();
        foreach (var ((label, name), count) in pairs.Where(p => p.Label >= 0 && free.Contains(p.Name)).CountBy(p => p)
            .OrderByDescending(p => p.Value).ThenBy(p => p.Key.Name, StringComparer.Ordinal).ThenBy(p => p.Key.Label))
        {
            if (names[label] is not null || count < Same * ofLabel[label] && count < Same * ofName[name] || !free.Remove(name)) continue;
            names[label] = name;
        }
        return names;
    }

    /// <summary>Clusters too small to have a witness are known by their size, where just one has it.</summary>
    static void SameSize(string?[] names, IReadOnlyList<int> sizes, LabelsFound before)
    {
        var left = before.Clusters.Rows.Where(r => r.Count > 1 && before.Order.Contains(r[0]) && !names.Contains(r[0]))
            .GroupBy(r => r[1]).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First()[0]);
        for (var c = 0; c < names.Length; c++)
            if (names[c] is null && left.Remove(sizes[c].ToString(CultureInfo.InvariantCulture), out var name)) names[c] = name;
    }

    static string[] BySize(IReadOnlyList<int> sizes, string[] used, string?[]? known = null)
    {
        var names = known ?? new string?[sizes.Count];
        var taken = used.ToHashSet(StringComparer.Ordinal);
        var next = 0;
        foreach (var cluster in Enumerable.Range(0, sizes.Count).OrderByDescending(c => sizes[c]).ThenBy(c => c))
        {
            if (names[cluster] is not null) continue;
            while (taken.Contains(Letter(next))) next++;
            names[cluster] = Letter(next++);
        }
        return names!;
    }

    /// <summary>A, B, … Z, AA, AB, …</summary>
    public static string Letter(int index)
    {
        var letters = "";
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }
}
