namespace Runtime.Numerics.Statistics;

/// <summary>The pairs of the greatest correlation of either sign, the earlier columns first where equal.</summary>
/// <param name="most">How many are kept.</param>
public sealed class StrongestPairs(int most)
{
    readonly Lock gate = new();
    readonly SortedSet<CorrelatedPair> kept = new(Comparer<CorrelatedPair>.Create(Compare));

    /// <summary>The strongest first.</summary>
    public IReadOnlyList<CorrelatedPair> Kept => [.. kept];

    /// <summary>The fewest rows that a pair has in common.</summary>
    public long FewestRows { get; private set; } = long.MaxValue;

    /// <summary>Columns that are constant.</summary>
    public SortedSet<int> Constant { get; } = [];

    public void Add(IEnumerable<CorrelatedPair> pairs)
    {
        var (own, fewest, constant) = (new SortedSet<CorrelatedPair>(kept.Comparer), long.MaxValue, new List<int>());
        foreach (var pair in pairs)
        {
            fewest = Math.Min(fewest, pair.Rows);
            if (pair.First == pair.Second && double.IsNaN(pair.Value)) constant.Add(pair.First);
            if (pair.First != pair.Second && !double.IsNaN(pair.Value)) Keep(own, pair);
        }
        lock (gate)
        {
            foreach (var pair in own) Keep(kept, pair);
            FewestRows = Math.Min(FewestRows, fewest);
            Constant.UnionWith(constant);
        }
    }

    void Keep(SortedSet<CorrelatedPair> set, CorrelatedPair pair)
    {
        if (set.Count == most && Compare(pair, set.Max) > 0) return;
        set.Add(pair);
        if (set.Count > most) set.Remove(set.Max);
    }

    static int Compare(CorrelatedPair a, CorrelatedPair b) =>
        Math.Abs(b.Value).CompareTo(Math.Abs(a.Value)) is var order && order != 0 ? order
        : a.First != b.First ? a.First.CompareTo(b.First) : a.Second.CompareTo(b.Second);
}
