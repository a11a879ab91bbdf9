using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Sources.DuckDb;

/// <summary>
/// A database in memory that can do nothing but answer (Raasveldt &amp; Mühleisen 2019, SIGMOD, "DuckDB"): it loads no extensions, knows no
/// network, keeps no secrets, and opens no files but those it is given.
/// </summary>
sealed class DuckDatabase : IDisposable
{
    readonly DuckDBDatabase database;
    readonly DuckDBNativeConnection connection;
    readonly CancellationTokenRegistration stop;

    /// <param name="files">Whole paths of what may be opened.</param>
    public DuckDatabase(int threads, CancellationToken cancel, params string[] files)
    {
        var fault = "";
        if (Startup.DuckDBOpen(":memory:", out database, NewConfig(threads), out fault) != DuckDBState.Success) throw new DuckFault(fault);
        if (Startup.DuckDBConnect(database, out connection) != DuckDBState.Success) throw new DuckFault("It does not start.");
        Run($"SET allowed_paths = [{string.Join(", ", files.Select(Text))}]");
        Run("SET enable_external_access = false");
        Run("SET lock_configuration = true");
        stop = cancel.Register(() => Startup.DuckDBInterrupt(connection));
    }

    static DuckDBConfig NewConfig(int threads)
    {
        Configuration.DuckDBCreateConfig(out var config);
        foreach (var (name, value) in new[]
        {
            ("threads", $"{threads}"), ("temp_directory", ""), ("autoinstall_known_extensions", "false"),
            ("autoload_known_extensions", "false"), ("allow_community_extensions", "false"), ("allow_persistent_secrets", "false"),
        })
            if (Configuration.DuckDBSetConfig(config, name, value) != DuckDBState.Success)
                throw new InvalidOperationException($"DuckDB has no setting {name}.");
        return config;
    }

    /// <exception cref="DuckFault">It cannot be done.</exception>
    public void Run(string sql)
    {
        using var rows = Ask(sql);
        foreach (var _ in rows.Chunks())
        {
        }
    }

    /// <summary>The answer to one question, in its order.</summary>
    /// <exception cref="DuckFault">It cannot be answered.</exception>
    public DuckAnswer Ask(string sql)
    {
        using var statement = Prepare(sql);
        return DuckAnswer.Of(statement);
    }

    /// <summary>A statement of SQL that is understood and not yet done.</summary>
    /// <exception cref="DuckFault">It is not understood.</exception>
    public DuckDBPreparedStatement Prepare(string sql)
    {
        if (PreparedStatements.DuckDBPrepare(connection, sql, out var statement) == DuckDBState.Success) return statement;
        using (statement) throw new DuckFault(PreparedStatements.DuckDBPrepareError(statement));
    }

    public DuckDBNativeConnection Connection => connection;

    /// <summary>A name as SQL has it.</summary>
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"")}\"";

    /// <summary>A text as SQL has it.</summary>
    public static string Text(string text) => $"'{text.Replace("'", "''")}'";

    public void Dispose()
    {
        stop.Dispose();
        connection.Dispose();
        database.Dispose();
    }
}
