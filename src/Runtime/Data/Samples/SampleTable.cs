namespace Runtime.Data.Samples;

/// <summary>A table that the tool makes itself, in any number of rows, the same for the same seed.</summary>
public abstract class SampleTable(string name) : INamed
{
    public string Name => name;

    /// <summary>What it is, in one sentence.</summary>
    public abstract string Doc { get; }

    /// <summary>Rows when not asked for a number.</summary>
    public abstract int Rows { get; }

    /// <summary>The columns of what it draws.</summary>
    public abstract NamedList<ColumnShape> Columns { get; }

    /// <summary>The names as a file's header has them; the first of the Spotify file's is empty.</summary>
    public virtual IReadOnlyList<string> Header => [.. Columns.Names];

    /// <summary>More would fit into the memory of few machines.</summary>
    public const int MostRows = 100_000_000;

    /// <param name="rows">At most <see cref="MostRows"/>.</param>
    public abstract Table Draw(int rows, long seed, Work work);
}
