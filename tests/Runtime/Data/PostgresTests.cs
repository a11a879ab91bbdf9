using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Runtime;
using Runtime.Data;
using Xunit.Abstractions;

namespace Tests.Runtime.Data;

/// <summary>A server of its own for the tests, where its programs are found; gone afterwards.</summary>
public sealed class PostgresServer : IDisposable
{
    const string Password = "s3cr3t-of-the-tests";

    readonly TempFolder folder = new();

    public PostgresServer()
    {
        if (Program("initdb") is not { } initdb || Program("pg_ctl") is not { } control) return;
        File.WriteAllText(folder.At("password"), Password + "\n");
        Directory.CreateDirectory(folder.At("data"));
        if (Environment.UserName == "root") Run("chown", "-R", "postgres", folder.Root);
        if (!AsServer(initdb, "-D", folder.At("data"), "-U", "ana", "--pwfile", folder.At("password"), "-A", "scram-sha-256", "-E", "UTF8", "--no-locale")) return;
        var port = FreePort();
        if (!AsServer(control, "-D", folder.At("data"), "-w", "-l", folder.At("log"), "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off", "start")) return;
        Control = control;
        Environment.SetEnvironmentVariable("PIPE_TESTS_SECRET", Password);
        Environment.SetEnvironmentVariable("PIPE_CONNECTIONS", folder.At("connections"));
        File.WriteAllText(folder.At("connections"), $"# mine\nhall = host=127.0.0.1 port={port} user=ana database=postgres password=env:PIPE_TESTS_SECRET\n"
            + $"wrong = host=127.0.0.1 port={port} user=ana database=postgres password=file:{folder.At("none")}\n"
            + $"open = host=127.0.0.1 user=ana password={Password}\ngone = host=127.0.0.1 port=1 user=ana password=env:PIPE_TESTS_SECRET\n");
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=ana;Database=postgres;Password={Password};Pooling=false";
    }

    string? Control { get; }

    public string? ConnectionString { get; }

    /// <summary>Runs statements with all rights.</summary>
    public void Do(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        if (Control is not null) AsServer(Control, "-D", folder.At("data"), "-m", "immediate", "-w", "stop");
        Environment.SetEnvironmentVariable("PIPE_CONNECTIONS", null);
        folder.Dispose();
    }

    static string? Program(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(v => Path.Combine(v, "bin")) : [])
        .Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);

    /// <summary>The server does not run for the one who may do everything.</summary>
    static bool AsServer(string program, params string[] words) => Environment.UserName == "root"
        ? Run("runuser", ["-u", "postgres", "--", program, .. words]) : Run(program, words);

    static bool Run(string program, params string[] words)
    {
        try
        {
            var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
            using var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return process.WaitForExit(TimeSpan.FromMinutes(3)) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Tables of a server. Without the programs of PostgreSQL these tests say so and pass.</summary>
public sealed class PostgresTests(PostgresServer server, ITestOutputHelper output) : IClassFixture<PostgresServer>
{
    bool IsThere()
    {
        if (server.ConnectionString is null) output.WriteLine("Skipped: `initdb` and `pg_ctl` of PostgreSQL were not found, or do not run here.");
        return server.ConnectionString is not null;
    }

    static TableContent Read(ReadOptions options, string name = "hall") => Formats.Read(new InputFile($"db:{name}", $"db:{name}"), options, new Work(2));

    static Refusal Refused(ReadOptions options, string name = "hall")
    {
        var refusal = Assert.Throws<Refusal>(() => Read(options, name));
        Assert.DoesNotContain("s3cr3t", refusal.Text + refusal.Hint);
        return refusal;
    }

    [Fact]
    public void A_table_is_a_table_in_the_order_of_its_key()
    {
        if (!IsThere()) return;
        server.Do("""
            drop table if exists tracks;
            create table tracks (id bigint primary key, t text, x float8, m numeric(20,2), d date, s timestamptz, ok bool, big bigint, l int[], b bytea, u uuid);
            insert into tracks values
              (3, 'NA', 'NaN', 1.10, null, '2020-01-01 12:00:00+02', null, 1, null, null, null),
              (1, '007', 0.1, 12345678901234567.89, '2020-01-31', '2020-01-01 00:00:00.25+00', true, 9007199254740993, '{1,2}', '\x00', '00000000-0000-0000-0000-000000000001'),
              (2, 'é', 1e300, null, '2020-02-01', null, false, 2, null, null, null)
            """);
        var content = Read(new() { Table = "tracks" });
        Assert.Equal("""
            id Integer 1|2|3
            t Text 007|é|
            x Number 0.1|1E+300|
            m Number 12345678901234568||1.1
            d Time 2020-01-31|2020-02-01|
            s Time 2020-01-01 00:00:00.250000||2020-01-01 10:00:00.000000
            ok Logical true|false|
            big Text 9007199254740993|2|1
            u Text 00000000-0000-0000-0000-000000000001||
            """.ReplaceLineEndings("\n"), content.Table.Dump(codes: false));
        Assert.Contains("`l` and `b` hold lists or bytes and are left out.", content.Remarks);
        Assert.Equal(content.Table.Columns.Names, Formats.Outline(new InputFile("db:hall", "db:hall"), new() { Table = "tracks" }).Columns.Names);
        Assert.Equal(content.Source, Read(new() { Table = "tracks" }).Source);
        Assert.Equal(2, Read(new() { Table = "tracks", Rows = 2 }).Table.Rows);
    }

    [Fact]
    public void Rows_without_a_key_have_an_order()
    {
        if (!IsThere()) return;
        server.Do("drop table if exists \"no Key\"; create table \"no Key\" (a int, b text); insert into \"no Key\" values (2, 'x'), (1, 'y'), (1, 'a')");
        Assert.Equal("a Integer 1|1|2\nb Text a|y|x", Read(new() { Table = "\"no Key\"" }).Table.Dump(codes: false));
    }

    [Fact]
    public void Questions_only_read()
    {
        if (!IsThere()) return;
        server.Do("drop table if exists kept; create table kept (a int); insert into kept values (1), (2)");
        Assert.Equal("s Integer 3", Read(new() { Query = "select sum(a) as s from kept;" }).Table.Dump(codes: false));
        foreach (var query in (string[])["delete from kept", "with d as (delete from kept returning a) select * from d", "select 1; delete from kept", "create table x (y int)", "select nothing from kept", "select setval('x', 1)"])
            Refused(new() { Query = query });
        Assert.Equal(2, Read(new() { Table = "kept" }).Table.Rows);
    }

    [Fact]
    public void What_is_not_there_is_told_and_no_secret_is()
    {
        if (!IsThere()) return;
        server.Do("create table if not exists anything (a int)");
        Assert.Equal("There is no connection `hal`.", Refused(new(), "hal").Text);
        Assert.Equal("`db:hall` has no table `nothing`.", Refused(new() { Table = "nothing" }).Text);
        Assert.Equal("The connection `open` holds a password itself.", Refused(new(), "open").Text);
        Assert.StartsWith("`db:gone` does not answer: ", Refused(new(), "gone").Text, StringComparison.Ordinal);
        Assert.EndsWith("which holds a password, cannot be read.", Refused(new(), "wrong").Text, StringComparison.Ordinal);
        Assert.Equal("`delimiter` says nothing about `db:hall`, which is a database.", Refused(new() { Delimiter = ";" }).Text);
    }

    [Fact]
    public void A_secret_is_shown_to_no_one()
    {
        var secret = Secret.At("env:PATH")!;
        Assert.Equal("•••", secret.ToString());
        Assert.DoesNotContain(secret.Reveal(), new Connection("n", "h", 1, "d", "u", secret, true).ToString());
        Assert.Null(Secret.At("s3cr3t"));
    }
}
