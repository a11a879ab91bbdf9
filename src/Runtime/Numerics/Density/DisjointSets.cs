namespace Runtime.Numerics.Density;

/// <summary>Union-find with path halving; the smaller number is the representative.</summary>
sealed class DisjointSets
{
    readonly int[] parents;

    public DisjointSets(int count)
    {
        parents = new int[count];
        for (var i = 0; i < count; i++) parents[i] = i;
    }

    public int Find(int item)
    {
        while (parents[item] != item) item = parents[item] = parents[parents[item]];
        return item;
    }

    /// <summary>Joins two sets; false when they are one already.</summary>
    public bool Join(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        if (a == b) return false;
        if (a > b) (a, b) = (b, a);
        parents[b] = a;
        return true;
    }
}
