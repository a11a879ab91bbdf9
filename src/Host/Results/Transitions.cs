namespace Host.Results;

/// <summary>What became of a cluster from one labeling to another.</summary>
enum Fate
{
    /// <summary>It holds half of what it held, and half of what it holds was in it.</summary>
    Stays,
    Splits,

    /// <summary>It is made of several.</summary>
    Merges,
    Died,
    Born,

    /// <summary>None of these: its rows went here and there.</summary>
    Scatters,
}

/// <param name="Cluster">The earlier cluster; of one that was born or merged, the later.</param>
/// <param name="Parts">Where its rows went, or what it was made of: shares of it, the largest first.</param>
sealed record Transition(Fate Fate, string Cluster, IReadOnlyList<(string Cluster, double Share)> Parts);

/// <summary>
/// Compares two labelings of the same rows by what clusters share, whatever they are called: after Spiliopoulou, Ntoutsi, Theodoridis
/// and Schult 2006, MONIC, KDD. Noise is a class.
/// </summary>
static class Transitions
{
    /// <summary>Half of a cluster makes it the same; a quarter is a part of it.</summary>
    const double Half = 0.5, Part = 0.25;

    /// <param name="before">The cluster of each row; noise and absent as <see cref="WitnessRows"/> writes them.</param>
    /// <param name="after">The same of the same rows.</param>
    public static IReadOnlyList<Transition> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var pairs = before.Zip(after).Where(p => p.First != WitnessRows.Absent && p.Second != WitnessRows.Absent)
            .CountBy(p => p).Select(p => (Old: p.Key.First, New: p.Key.Second, Count: (double)p.Value)).ToArray();
        var ways = pairs.GroupBy(p => p.Old).ToDictionary(g => g.Key, g => Shares(g.Select(p => (p.New, p.Count))));
        var sources = pairs.GroupBy(p => p.New).ToDictionary(g => g.Key, g => Shares(g.Select(p => (p.Old, p.Count))));
        var merged = sources.Where(s => IsCluster(s.Key) && AreParts(s.Value)).ToDictionary();
        var told = new HashSet<string>();
        List<Transition> found = [];
        foreach (var (cluster, parts) in InOrder(ways.Keys).Select(c => (c, ways[c])))
        {
            if (merged.Keys.FirstOrDefault(m => parts[0].Cluster == m && IsPart(cluster, merged[m])) is { } into)
            {
                if (told.Add(into)) found.Add(new(Fate.Merges, into, merged[into]));
                continue;
            }
            var fate = FateOf(cluster, parts, sources);
            found.Add(new(fate, cluster, parts));
            told.UnionWith(fate is Fate.Splits ? parts.Where(p => p.Share >= Part).Select(p => p.Cluster)
                : fate is Fate.Stays ? [parts[0].Cluster] : []);
        }
        return [.. found, .. InOrder(sources.Keys).Where(n => !told.Contains(n)).Select(n => new Transition(Fate.Born, n, sources[n]))];
    }

    static IEnumerable<string> InOrder(IEnumerable<string> clusters) =>
        clusters.Where(IsCluster).OrderBy(c => c.Length).ThenBy(c => c, StringComparer.Ordinal);

    static bool IsPart(string cluster, (string Cluster, double Share)[] shares) =>
        shares.Any(s => s.Cluster == cluster && s.Share >= Part);

    static Fate FateOf(string cluster, (string Cluster, double Share)[] parts, Dictionary<string, (string Cluster, double Share)[]> sources)
    {
        if (AreParts(parts)) return Fate.Splits;
        if (parts[0].Share < Half) return Fate.Scatters;
        if (parts[0].Cluster == WitnessRows.Noise) return Fate.Died;
        return sources[parts[0].Cluster].First(s => s.Cluster == cluster).Share >= Half ? Fate.Stays : Fate.Scatters;
    }

    /// <summary>Two or more quarters that together are half of it.</summary>
    static bool AreParts((string Cluster, double Share)[] shares) =>
        shares.Where(s => IsCluster(s.Cluster) && s.Share >= Part).ToArray() is { Length: >= 2 } parts && parts.Sum(p => p.Share) >= Half;

    static bool IsCluster(string name) => name != WitnessRows.Noise;

    static (string Cluster, double Share)[] Shares(IEnumerable<(string Cluster, double Count)> counts)
    {
        var all = counts.ToArray();
        var sum = all.Sum(c => c.Count);
        return [.. all.OrderByDescending(c => c.Count).ThenBy(c => c.Cluster, StringComparer.Ordinal)
            .Select(c => (c.Cluster, c.Count / sum))];
    }
}
