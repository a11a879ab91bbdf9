namespace Runtime.Tables;

/// <summary>
/// The aggregates of blocks of rows, merged as far as they are neighbours in a binary tree over the numbers of all blocks: node i of
/// level l holds blocks i·2ˡ to (i + 1)·2ˡ − 1.
/// </summary>
/// <remarks>
/// The tree is fixed, so what comes out has the same bits in whatever order the blocks come in, and however they are dealt out to
/// trees that are merged later: on threads, or elsewhere. It holds about log₂ n aggregates of n blocks.
/// </remarks>
public sealed class BlockTree<TPart, TState> where TPart : IAggregate<TPart, TState>
{
    readonly Lock gate = new();
    readonly Dictionary<(int Level, int Index), TPart> nodes = [];

    public void Add(int block, TPart part) => Add(0, block, part);

    /// <summary>Adds what another tree holds of other blocks; its aggregates may be used up.</summary>
    public void Add(BlockTree<TPart, TState> other)
    {
        foreach (var ((level, index), part) in other.nodes) Add(level, index, part);
    }

    /// <summary>The aggregate of all blocks, which are 0 to some last one. To be asked for once: the parts may be used up for it.</summary>
    public TPart Whole()
    {
        var rest = nodes.OrderBy(n => n.Key.Index << n.Key.Level).ToArray();
        var end = 0;
        foreach (var ((level, index), _) in rest)
        {
            if (index << level != end) throw new InvalidOperationException($"Block {end} is missing.");
            end += 1 << level;
        }
        // The tree leans to the left: what stands last is the least.
        var whole = rest[^1].Value;
        for (var at = rest.Length - 2; at >= 0; at--) whole = rest[at].Value.Merge(whole);
        return whole;
    }

    public void Write(BinaryWriter to)
    {
        to.Write(nodes.Count);
        foreach (var ((level, index), part) in nodes)
        {
            to.Write(level);
            to.Write(index);
            part.Write(to);
        }
    }

    public static BlockTree<TPart, TState> Read(BinaryReader from)
    {
        var tree = new BlockTree<TPart, TState>();
        for (var left = from.ReadInt32(); left > 0; left--) tree.Add(from.ReadInt32(), from.ReadInt32(), TPart.Read(from));
        return tree;
    }

    void Add(int level, int index, TPart part)
    {
        while (true)
        {
            TPart? neighbour;
            lock (gate)
            {
                if (!nodes.Remove((level, index ^ 1), out neighbour))
                {
                    nodes.Add((level, index), part);
                    return;
                }
            }
            part = (index & 1) == 0 ? part.Merge(neighbour) : neighbour.Merge(part);
            (level, index) = (level + 1, index >> 1);
        }
    }
}
