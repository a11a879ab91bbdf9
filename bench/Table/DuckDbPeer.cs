using DuckDB.NET.Data;

namespace Bench;

/// <summary>DuckDB's own <c>read_csv</c>, in process, into a table in memory.</summary>
static class DuckDbPeer
{
    public const string Name = "load-duckdb";

    public static Func<string> Load(string path, int rows) => () =>
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"create table tracks as select * from read_csv('{path.Replace("'", "''")}') limit {rows}";
        command.ExecuteNonQuery();
        command.CommandText = "select count(*) from tracks";
        return $"{command.ExecuteScalar()} rows";
    };
}
