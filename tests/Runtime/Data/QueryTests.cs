using Runtime;
using Runtime.Operators.Data;

namespace Tests.Runtime.Data;

/// <summary>SQL over tables: what it answers, and that it can do nothing else.</summary>
public sealed class QueryTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly Study birds;

    public QueryTests() => birds = Study.Empty.Start("birds",
        folder.Read("name,n,x,d,b\nwren,3,0.25,2020-01-01,true\nowl,,-1.5,2020-02-01,false\nowl,12,,,\n"));

    public void Dispose() => folder.Dispose();

    string Answer(string sql, params InputFile[] files) =>
        new Query { Question = sql, Files = [.. files] }.Apply(birds).Loaded.Dump(codes: false);

    [Theory]
    [InlineData("select name, sum(n) as n, max(x) as x from this group by name order by name", "name Text owl|wren\nn Integer 12|3\nx Number -1.5|0.25")]
    [InlineData("select * from birds where x < 0;", "name Text owl\nn Number \nx Number -1.5\nd Time 2020-02-01\nb Logical false")]
    [InlineData("-- a remark\nselect n + 0.5 as h, d + 1 as d from birds -- at the end", "h Number 3.5||12.5\nd Time 2020-01-02|2020-02-02|")]
    [InlineData("select 12345678901234567890::hugeint as big, 1.10::decimal(9,2) as money", "big Text 12345678901234567890\nmoney Number 1.1")]
    [InlineData("from this select 'NA' as t limit 1", "t Text NA")]
    public void It_answers(string sql, string answer) => Assert.Equal(answer, Answer(sql));

    [Fact]
    public void It_sees_files_and_tables_aside()
    {
        folder.Write("sizes.csv", "name,size\nowl,40\n");
        var study = birds.Beside("kinds", folder.Read("name,kind\nwren,song\n"));
        var query = new Query
        {
            Question = "select b.name, size, kind from this b left join sizes using (name) left join kinds using (name) order by n",
            Files = [folder.File("sizes.csv")],
        };
        Assert.Equal("name Text wren|owl|owl\nsize Integer |40|40\nkind Text song||", query.Apply(study).Loaded.Dump(codes: false));
    }

    [Theory]
    [InlineData("select * from read_csv('{here}/t.csv')")]
    [InlineData("select * from '{here}/t.csv'")]
    [InlineData("select * from read_text('{here}/t.csv')")]
    [InlineData("select * from glob('{here}/*')")]
    [InlineData("select * from read_parquet('http://localhost/x.parquet')")]
    [InlineData("copy this to '{here}/never.csv'")]
    [InlineData("attach '{here}/never.db' as x")]
    [InlineData("install httpfs")]
    [InlineData("load httpfs")]
    [InlineData("set enable_external_access = true")]
    [InlineData("pragma database_list")]
    [InlineData("select 1; drop table this")]
    [InlineData("insert into this select * from this")]
    [InlineData("select * from query('copy this to ''{here}/never.csv''')")]
    [InlineData("")]
    [InlineData("select '")]
    [InlineData("select /*")]
    public void It_can_do_nothing_else(string question)
    {
        var sql = question.Replace("{here}", folder.Root.Replace('\\', '/'));
        Assert.Throws<Refusal>(() => Answer(sql));
        var check = new CheckContext();
        new Query { Question = sql }.Apply(birds.Shape, check);
        Assert.True(check.Failed);
        Assert.Equal(["t.csv"], Directory.EnumerateFileSystemEntries(folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void Secrets_and_extensions_are_none()
    {
        Assert.Equal("The answer has no rows.", Assert.Throws<Refusal>(() => Answer("select name from duckdb_secrets()")).Text);
        Assert.Throws<Refusal>(() => Answer("select * from duckdb_extensions()"));
    }

    [Fact]
    public void The_same_question_has_the_same_answer()
    {
        var table = folder.Read("g,x\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"g{i * 31 % 977},{i * 0.1}\n")));
        var query = new Query { Question = "select g, sum(x) as s, random() as r from this group by g" };
        string Once(int threads) => query.Apply(Study.Empty.Start("t", table), new RunContext { Threads = threads }).Loaded.Dump();
        Assert.Equal(Once(1), Once(2));
        Assert.Equal(Once(2), Once(8));
    }

    [Theory]
    [InlineData("a,A\n1,2\n", "Give one another name with `rename`.")]
    [InlineData("", null)]
    public void A_table_that_the_library_cannot_hold_is_refused(string text, string? hint)
    {
        var table = text.Length > 0 ? folder.Read(text) : new Table([], 0);
        var study = Study.Empty.Start("t", table);
        var query = new Query { Question = "select * from this" };
        var refusal = Assert.Throws<Refusal>(() => query.Apply(study));
        if (hint is not null) Assert.Equal(hint, refusal.Hint);
        var check = new CheckContext();
        query.Apply(study.Shape, check);
        Assert.True(check.Failed);
    }

    [Fact]
    public void What_is_meant_is_told()
    {
        Assert.Contains("`name`", Assert.Throws<Refusal>(() => Answer("select nam from this")).Hint);
        Assert.Contains("`birds`", Assert.Throws<Refusal>(() => Answer("select * from bird")).Hint);
    }

    [Fact]
    public void A_clock_is_warned_of()
    {
        var check = new CheckContext();
        new Query { Question = "select today() as d from this" }.Apply(birds.Shape, check);
        Assert.Equal("`today` gives another answer at another time.", Assert.Single(check.Complaints).Text);
    }
}
