namespace Runtime.Tables;

/// <summary>
/// What a pass over rows leaves: made of a block of them and of what is known before, merged with that of the rows that follow, written
/// down and read again, and looked at when it is that of all rows.
/// </summary>
/// <typeparam name="TSelf">The aggregate itself.</typeparam>
/// <typeparam name="TState">What is known before the pass, the same for all blocks: centres, the edges of bins.</typeparam>
public interface IAggregate<TSelf, TState> where TSelf : IAggregate<TSelf, TState>
{
    static abstract TSelf Of(RowBlock rows, TState state);

    /// <summary>That of these rows and of the next ones together; both may be used up for it.</summary>
    TSelf Merge(TSelf next);

    void Write(BinaryWriter to);

    static abstract TSelf Read(BinaryReader from);
}

/// <summary>The state of a pass that needs to know nothing.</summary>
public readonly struct Nothing;
