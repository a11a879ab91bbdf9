namespace Runtime.Numerics.Density;

/// <summary>Disjoint sets that several threads join: the root of a set is its least member, in whatever order they are joined.</summary>
/// <remarks>Anderson &amp; Woll 1991, STOC, with the order of numbers in place of ranks.</remarks>
sealed class SharedSets(int count)
{
    readonly int[] parents = [.. Enumerable.Range(0, count)];

    public int Find(int item)
    {
        while (true)
        {
            var parent = Volatile.Read(ref parents[item]);
            if (parent == item) return item;
            var above = Volatile.Read(ref parents[parent]);
            if (above != parent) Interlocked.CompareExchange(ref parents[item], above, parent);
            item = parent;
        }
    }

    public void Join(int a, int b)
    {
        while (true)
        {
            (a, b) = (Find(a), Find(b));
            if (a == b) return;
            if (a < b) (a, b) = (b, a);
            if (Interlocked.CompareExchange(ref parents[a], b, a) == a) return;
        }
    }
}
