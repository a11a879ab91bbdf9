namespace Runtime.Data;

/// <summary>A table of a database in one file (SQLite).</summary>
sealed class SqliteFormat() : SourceFormat("Databases.SqliteReader")
{
    public override string Name => "sqlite";

    public override string Doc => "A table of a SQLite database: the only one, or `table=`, or what `query=` asks for.";

    public override ValueList<string> Endings { get; } = [".sqlite", ".sqlite3", ".db"];

    internal override string Holds => "a SQLite database";

    internal override bool Begins(ReadOnlySpan<byte> start) => start.StartsWith("SQLite format 3\0"u8);

    internal override IReadOnlyList<string> Heeds { get; } =
        [nameof(ReadOptions.Table), nameof(ReadOptions.Query), nameof(ReadOptions.Names)];
}
