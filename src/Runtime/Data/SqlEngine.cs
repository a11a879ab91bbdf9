namespace Runtime.Data;

/// <summary>Answers questions in SQL about tables, and can do nothing else.</summary>
abstract class SqlEngine
{
    static readonly Lazy<SqlEngine> Room = new(() => SourcesRoom.Make<SqlEngine>("DuckDb.DuckSql"));

    public static SqlEngine Of => Room.Value;

    /// <summary>The columns of the answer, as far as the tables are known; null when their types would have to be.</summary>
    /// <exception cref="Refusal">The question is none.</exception>
    public abstract NamedList<ColumnShape>? Outline(string question, IReadOnlyList<(string Name, NamedList<ColumnShape> Columns)> tables);

    /// <summary>The answer, its rows in the order that the question says, and otherwise always in the same one.</summary>
    /// <exception cref="Refusal">The question is none, or there is no answer.</exception>
    public abstract ReadTable Answer(string question, IReadOnlyList<(string Name, Table Table)> tables, Work work);
}
