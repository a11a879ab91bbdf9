using System.Net.Sockets;
using System.Text.RegularExpressions;
using Npgsql;
using Runtime.Data;

namespace Sources.Databases;

/// <summary>
/// Reads a table of a PostgreSQL server, or the answer to a question, in a transaction that can only read. Values come as the text that the
/// server writes, which loses nothing.
/// </summary>
sealed partial class PostgresReader : DatabaseReader
{
    /// <summary>Seconds until a server that does not answer is given up.</summary>
    const int Patience = 15;

    static readonly string[] Heeded = [nameof(ReadOptions.Table), nameof(ReadOptions.Query), nameof(ReadOptions.Names)];

    public override TableOutline Outline(InputFile file, ReadOptions options) => Asked(file, options, Work.Alone, (connection, sql) =>
    {
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader(System.Data.CommandBehavior.SchemaOnly);
        var rows = new PostgresRows(reader, file, options);
        return new TableOutline(new([.. rows.Shapes]), Rows: null);
    });

    public override TableContent Read(InputFile file, ReadOptions options, Work work) => Asked(file, options, work, (connection, sql) =>
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0, AllResultTypesAreUnknown = true };
        using var stop = work.Cancel.Register(command.Cancel);
        using var reader = command.ExecuteReader();
        var rows = new PostgresRows(reader, file, options);
        rows.All(options.Rows ?? int.MaxValue, work);
        if (rows.Table.Rows == options.Rows) command.Cancel();
        var read = rows.Table.Finish(rows.Remarks);
        var hash = ContentHash.Of(content =>
        {
            foreach (var column in read.Table.Columns) content.Add(column.Name).Add(column.Content);
        });
        return new TableContent(read.Table, new Source(file.Written, rows.Bytes, hash), read.Unnamed, read.Remarks);
    });

    static T Asked<T>(InputFile file, ReadOptions options, Work work, Func<NpgsqlConnection, string, T> ask)
    {
        if (options.Special.FirstOrDefault(o => !Heeded.Contains(o)) is { } idle)
            throw new Refusal($"`{Signature.SnakeCase(idle)}` says nothing about `{file}`, which is a database.", "Leave it out.");
        var connection = Connection.Find(file);
        try
        {
            using var opened = new NpgsqlConnection(Settings(connection));
            opened.Open();
            return ask(opened, options.Query is { } query ? Single(query) : Whole(opened, file, options.Table));
        }
        catch (PostgresException fault)
        {
            work.Cancel.ThrowIfCancellationRequested();
            throw new Refusal($"`{file}` refuses: {fault.MessageText.TrimEnd('.')}.", options.Query is null
                ? "Check the connection, and the rights of its user." : "Correct the SQL of `query`, or ask for what the user may read.");
        }
        catch (Exception fault) when (fault is NpgsqlException or SocketException or TimeoutException or IOException)
        {
            work.Cancel.ThrowIfCancellationRequested();
            throw new Refusal($"`{file}` does not answer: {(fault.InnerException ?? fault).Message.TrimEnd('.')}.",
                "Check host and port of the connection, and that the server is there.");
        }
    }

    static string Settings(Connection connection) => new NpgsqlConnectionStringBuilder
    {
        Host = connection.Host,
        Port = connection.Port,
        Database = connection.Database,
        Username = connection.User,
        Password = connection.Password?.Reveal(),
        SslMode = connection.Encrypted ? SslMode.Prefer : SslMode.Disable,
        Timeout = Patience,
        Pooling = false,
        ApplicationName = "pipe",
        Timezone = "UTC",
        Options = "-c default_transaction_read_only=on -c datestyle=ISO -c intervalstyle=iso_8601 -c bytea_output=hex",
    }.ToString();

    /// <summary>Asked as a part of another question, it can be nothing but one.</summary>
    static string Single(string query) => Semicolons().IsMatch(query.Trim().TrimEnd(';')) || !Question().IsMatch(query)
        ? throw new Refusal("`query` is no single question.", "Write one `select`, without a semicolon.") : query.Trim().TrimEnd(';');

    /// <summary>Rows of a database have no order: those of its key have one, and the whole rows as text where there is no key.</summary>
    static string Whole(NpgsqlConnection connection, InputFile file, string? table)
    {
        var tables = Column(connection, "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            + "WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema') "
            + "AND n.nspname NOT LIKE 'pg\\_toast%' ORDER BY 1");
        table = ChosenTable.Of(file, tables, table);
        var key = Column(connection, "SELECT quote_ident(a.attname) FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid "
            + "AND a.attnum = ANY (i.indkey) WHERE i.indisprimary AND i.indrelid = $1::regclass "
            + "ORDER BY array_position(i.indkey::int2[], a.attnum)", table);
        return $"SELECT * FROM {table} t ORDER BY {(key.Count > 0 ? string.Join(", ", key) : "t::text COLLATE \"C\"")}";
    }

    static List<string> Column(NpgsqlConnection connection, string sql, params string[] values)
    {
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read()) found.Add(reader.GetString(0));
        return found;
    }

    [GeneratedRegex(@"^\s*(\(|select\b|with\b|values\b|table\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Question();

    [GeneratedRegex(";")]
    private static partial Regex Semicolons();
}
