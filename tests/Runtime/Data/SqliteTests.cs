using Microsoft.Data.Sqlite;
using Runtime.Data;

namespace Tests.Runtime.Data;

public sealed class SqliteTests : IDisposable
{
    readonly TempFolder folder = new();

    public SqliteTests() => Do("create table tracks (id integer, t text, x real, d text, big integer, raw blob)",
        "insert into tracks values (1, '007', 0.5, '2020-01-01', 9007199254740993, x'00'), (2, 'NA', null, '2020-02-01', 1, x'01'), (3, '', 3, null, 2, null)",
        "create table \"other \"\"one\" (n)", "insert into \"other \"\"one\" values (1), ('two'), (null)");

    public void Dispose() => folder.Dispose();

    void Do(params string[] statements)
    {
        using var connection = new SqliteConnection($"Data Source={folder.At("t.db")};Pooling=false");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }

    TableContent Read(ReadOptions options) => Formats.Read(folder.File("t.db"), options, new Work(2));

    [Fact]
    public void A_table_is_a_table()
    {
        var content = Read(new() { Table = "tracks" });
        Assert.Equal("id Integer 1|2|3\nt Text 007||\nx Number 0.5||3\nd Time 2020-01-01|2020-02-01|\nbig Text 9007199254740993|1|2", content.Table.Dump(codes: false));
        Assert.Contains("`raw` holds bytes and is left out.", content.Remarks);
        Assert.Equal("t Text 007|NA|", Read(new() { Table = "tracks", KeepNa = true, Columns = ["t"] }).Table.Dump(codes: false));
        Assert.Equal("n Text 1|two|", Read(new() { Table = "other \"one" }).Table.Dump(codes: false));
    }

    [Fact]
    public void A_question_is_answered() =>
        Assert.Equal("k Integer 3\ns Number 3.5", Read(new() { Query = "select count(*) as k, sum(x) as s from tracks" }).Table.Dump(codes: false));

    [Theory]
    [InlineData("delete from tracks")]
    [InlineData("create table x (y)")]
    [InlineData("select 1; delete from tracks")]
    [InlineData("attach '{here}/never.db' as x")]
    [InlineData("select load_extension('x')")]
    [InlineData("pragma writable_schema = on")]
    [InlineData("select nothing from tracks")]
    [InlineData("selec")]
    [InlineData("")]
    public void Nothing_else_is_done(string statement)
    {
        var query = statement.Replace("{here}", folder.Root.Replace('\\', '/'));
        Assert.Throws<Refusal>(() => Read(new() { Query = query }));
        Assert.Equal(3, Read(new() { Table = "tracks" }).Table.Rows);
        Assert.False(File.Exists(folder.At("never.db")));
    }

    [Fact]
    public void Tables_are_told()
    {
        Assert.Equal("`t.db` holds 2 tables: `other \"one` and `tracks`.", Assert.Throws<Refusal>(() => Read(new())).Text);
        Assert.Equal("`t.db` has no table `track`.", Assert.Throws<Refusal>(() => Read(new() { Table = "track" })).Text);
        folder.Write("t.db", "SQLite format 3\0 and nothing of a database behind these letters, however long one looks");
        Assert.StartsWith("`t.db` cannot be read as a SQLite database: ", Assert.Throws<Refusal>(() => Read(new())).Text, StringComparison.Ordinal);
    }
}
