namespace Runtime.Data;

/// <summary>What a file held.</summary>
/// <param name="Table">Its columns, typed.</param>
/// <param name="Source">The file itself.</param>
/// <param name="Unnamed">Columns that had no name in the file and got one: <c>column_1</c>.</param>
public sealed record TableContent(Table Table, Source Source, ValueList<string> Unnamed);

/// <summary>What the head of a file says about the whole of it.</summary>
/// <param name="Columns">Names, and types as far as the first rows tell.</param>
/// <param name="Rows">Rows, when the head was the whole file.</param>
public sealed record TableOutline(NamedList<ColumnShape> Columns, int? Rows);

/// <summary>How to read a file. What it says holds for every format.</summary>
public sealed record ReadOptions
{
    /// <summary>Only the first so many rows; null for all.</summary>
    public int? Rows { get; init; }

    /// <summary>Texts that stand for a missing value, beside the usual ones.</summary>
    public ValueList<string> Missing { get; init; } = [];

    /// <summary>How many bytes are parsed at a time.</summary>
    public int ChunkBytes { get; init; } = 1 << 20;
}
