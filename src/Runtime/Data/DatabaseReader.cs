namespace Runtime.Data;

/// <summary>Reads a table of a server.</summary>
abstract class DatabaseReader
{
    static readonly Lazy<DatabaseReader> Room = new(() => SourcesRoom.Make<DatabaseReader>("Databases.PostgresReader"));

    public static DatabaseReader Of => Room.Value;

    /// <summary>Names and types of columns; no rows are asked for.</summary>
    /// <exception cref="Refusal">It cannot be asked.</exception>
    public abstract TableOutline Outline(InputFile file, ReadOptions options);

    /// <exception cref="Refusal">It cannot be asked.</exception>
    public abstract TableContent Read(InputFile file, ReadOptions options, Work work);
}
