using Microsoft.Data.Sqlite;
using Runtime.Data;
using SQLitePCL;

namespace Sources.Databases;

/// <summary>Reads a table of a SQLite database, or the answer to a question.</summary>
sealed class SqliteReader : TableReader
{
    public override TableOutline Outline(DataInput input, ReadOptions options)
    {
        var most = Math.Min(HeadRows, options.Rows ?? int.MaxValue);
        var (table, isWhole) = Rows(input, options, Work.Alone, most, out _);
        return table.Outline(isWhole || table.Rows == options.Rows ? table.Rows : null);
    }

    public override ReadTable Read(DataInput input, ReadOptions options, Work work)
    {
        var (table, _) = Rows(input, options, work, options.Rows ?? int.MaxValue, out var remarks);
        return table.Finish(remarks);
    }

    /// <summary>Counted: what a question would give is not asked.</summary>
    public override double? RowsIn(DataInput input, ReadOptions options)
    {
        if (options.Query is not null) return null;
        using var connection = Opened(input.File);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {Name(Chosen(connection, input.File, options.Table))}";
        return command.ExecuteScalar() is long rows ? rows : null;
    }

    static (CellTable Table, bool IsWhole) Rows(
        DataInput input, ReadOptions options, Work work, int most, out IReadOnlyList<string> remarks)
    {
        try
        {
            using var connection = Opened(input.File);
            using var command = connection.CreateCommand();
            command.CommandText = options.Query is { } query ? Question(connection, query)
                : $"SELECT * FROM {Name(Chosen(connection, input.File, options.Table))}";
            using var rows = command.ExecuteReader();
            var table = new SqliteRows(rows, input.File, options);
            var isWhole = table.All(most, work);
            remarks = [.. table.Remarks];
            return (table.Table, isWhole);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is raw.SQLITE_ERROR or raw.SQLITE_AUTH && options.Query is not null)
        {
            throw new Refusal($"The question has no answer: {Said(fault)}.", "Correct the SQL of `query`.");
        }
        catch (SqliteException fault)
        {
            throw new Refusal($"`{input.File}` cannot be read as a SQLite database: {Said(fault)}.", "Fetch or make the file again.");
        }
    }

    static SqliteConnection Opened(InputFile file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file.Path,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
            DefaultTimeout = 10,
        }.ToString());
        connection.Open();
        // What stands in the schema of a file that somebody sent is not run, and no other file is opened.
        raw.sqlite3_limit(connection.Handle!, raw.SQLITE_LIMIT_ATTACHED, 0);
        using var settings = connection.CreateCommand();
        settings.CommandText = "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cell_size_check = ON";
        settings.ExecuteNonQuery();
        return connection;
    }

    /// <summary>One question that only reads.</summary>
    static string Question(SqliteConnection connection, string query)
    {
        if (raw.sqlite3_prepare_v2(connection.Handle!, query, out var statement, out var rest) != raw.SQLITE_OK)
            throw new Refusal($"The question has no answer: {raw.sqlite3_errmsg(connection.Handle!).utf8_to_string()}.",
                "Correct the SQL of `query`.");
        using (statement)
            if (raw.sqlite3_stmt_readonly(statement) == 0 || raw.sqlite3_column_count(statement) == 0 || rest.Trim().Trim(';').Length > 0)
                throw new Refusal("`query` is no single question.", "Write one `select`.");
        return query;
    }

    /// <exception cref="Refusal">It is not there, or not said and not the only one.</exception>
    static string Chosen(SqliteConnection connection, InputFile file, string? named)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') "
            + "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
        using var rows = command.ExecuteReader();
        var tables = new List<string>();
        while (rows.Read()) tables.Add(rows.GetString(0));
        return ChosenTable.Of(file, tables, named);
    }

    static string Name(string name) => $"\"{name.Replace("\"", "\"\"")}\"";

    /// <summary>What SQLite says, without the words about who says it.</summary>
    static string Said(SqliteException fault) =>
        fault.Message.Split('\'') is [_, var said, ..] ? said.TrimEnd('.') : fault.Message.TrimEnd('.');
}
