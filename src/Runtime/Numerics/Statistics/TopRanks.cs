namespace Runtime.Numerics.Statistics;

/// <summary>Picks the most frequent of many items without sorting them all.</summary>
static class TopRanks
{
    /// <param name="before">Orders items that are equally frequent.</param>
    /// <returns>At most <paramref name="most"/> items, the most frequent first.</returns>
    public static int[] Of(IEnumerable<int> items, int most, Func<int, int> count, Comparison<int> before)
    {
        int Compare(int a, int b) => count(a) != count(b) ? count(b).CompareTo(count(a)) : before(a, b);
        // The queue gives the last of those kept first.
        var kept = new PriorityQueue<int, int>(Comparer<int>.Create((a, b) => Compare(b, a)));
        foreach (var item in items)
        {
            if (kept.Count < most) kept.Enqueue(item, item);
            else if (Compare(item, kept.Peek()) < 0) kept.DequeueEnqueue(item, item);
        }
        var top = new int[kept.Count];
        for (var i = top.Length - 1; i >= 0; i--) top[i] = kept.Dequeue();
        return top;
    }
}
