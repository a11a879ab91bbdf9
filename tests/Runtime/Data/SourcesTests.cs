using System.Text;
using Runtime;
using Runtime.Data;
using Runtime.Files;

namespace Tests.Runtime.Data;

/// <summary>Tables from what is no delimited text: the same types, missing values and messages.</summary>
public sealed class SourcesTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    TableContent Read(string name, ReadOptions? options = null, int threads = 2) => Formats.Read(folder.File(name), options ?? new(), new Work(threads));

    string Dump(string name, ReadOptions? options = null) => Read(name, options).Table.Dump(codes: false);

    /// <summary>Writes the table of a CSV text in another format.</summary>
    void Write(string name, string csv)
    {
        var table = folder.Read(csv);
        WholeFile.Write(folder.At(name), stream => Formats.Write(stream, new OutputFile(name), table, new Work(2)));
    }

    [Fact]
    public void Parquet_keeps_what_a_table_holds()
    {
        const string Csv = "n,x,t,b,d,s,none\n1,0.5,a,true,2020-01-31,2020-01-31 12:30:15,\n,1e300,\"é, \"\"q\"\"\",false,,,\n-3,,,,1969-12-31,1969-12-31 23:59:59,\n";
        Write("t.parquet", Csv);
        Assert.Equal(folder.Read(Csv).Dump(codes: false), Dump("t.parquet"));
        Assert.Equal(["x", "d"], Read("t.parquet", new() { Columns = ["x", "d"] }).Table.Columns.Names);
    }

    [Fact]
    public void The_same_table_is_the_same_Parquet_and_rows_keep_their_order()
    {
        var csv = "i,t\n" + string.Concat(Enumerable.Range(0, 300_000).Select(i => $"{i},w{i * 7919 % 1000}\n"));
        Write("a.parquet", csv);
        Write("b.parquet", csv);
        Assert.Equal(File.ReadAllBytes(folder.At("a.parquet")), File.ReadAllBytes(folder.At("b.parquet")));
        foreach (var threads in (int[])[1, 2, 7])
            Assert.Equal(folder.Read(csv).Dump(), Read("a.parquet", threads: threads).Table.Dump());
    }

    [Fact]
    public void Letters_of_a_path_stand_for_no_other_file()
    {
        Write("a[1]*.parquet", "x\n1\n");
        Write("a1x.parquet", "x\n2\n");
        Assert.Equal("x Integer 1", Dump("a[1]*.parquet"));
    }

    [Fact]
    public void Names_that_differ_in_case_alone_are_told() => Assert.Equal("`a` and `A` differ in the case of letters alone, which does not count there.",
        Assert.Throws<Refusal>(() => Write("t.parquet", "a,A\n1,2\n")).Text);

    public static TheoryData<string, string> Jsons => new()
    {
        { "{\"a\":1,\"b\":\"x\"}\n{\"b\":\"y\",\"a\":2.5,\"c\":true}\n", "a Number 1|2.5\nb Text x|y\nc Logical |true" },
        { "[{\"a\":\"007\"},{\"a\":\"8\"}]", "a Text 007|8" },
        { "[{\"a\":\"2020-01-01\"},{\"a\":null}]", "a Time 2020-01-01|" },
        { "[{\"a\":9007199254740993},{\"a\":1}]", "a Text 9007199254740993|1" },
        { "[{\"a\":1},{\"a\":\"N/A\"},{\"a\":\"-\"},{}]", "a Integer 1|||" },
        { "[{\"a\":1},{\"a\":\"one\"}]", "a Text 1|one" },
        { "[{\"a\":1,\"l\":[1,{\"a\":9}]},{\"a\":2,\"l\":3}]", "a Integer 1|2" },
        { "\uFEFF{\"\\u0061\":\"\\u00e9\\n\"}", "a Text é\n" },
        { "{\"a\":1,\"a\":2}", "a Integer 2" },
    };

    [Theory, MemberData(nameof(Jsons))]
    public void Json_is_a_table(string text, string table)
    {
        folder.Write("t.jsonl", text);
        Assert.Equal(table, Dump("t.jsonl"));
        Assert.Equal(Read("t.jsonl").Table.Columns.Select(c => (c.Name, c.Type)), Formats.Outline(folder.File("t.jsonl"), new()).Columns.Select(c => (c.Name, c.Type)));
    }

    [Fact]
    public void Json_of_any_length_is_read_piece_by_piece_and_late_keys_are_known()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{{\"i\":{i},\"t\":\"{new string('x', i % 50)}\"}}\n")) + "{\"late\":1}\n{\"t\":\"" + new string('y', 600_000) + "\"}";
        folder.Write("t.ndjson", text);
        var table = Read("t.ndjson").Table;
        Assert.Equal(20_002, table.Rows);
        Assert.Equal(20_001, table["late"].Missing);
        Assert.Equal(["i", "t", "late"], Formats.Outline(folder.File("t.ndjson"), new()).Columns.Names);
        Assert.Equal(["t"], Read("t.ndjson", new() { Columns = ["t"] }).Table.Columns.Names);
    }

    public static TheoryData<string, string> WrongJsons => new()
    {
        { "{\"a\":1}\n{\"a\":", "`t.json` is no whole JSON: it ends in line 2, before what it has begun does." },
        { "[1,2]", "`t.json` holds a value where the object of a row should be." },
        { "[[1]]", "`t.json` holds a list where the object of a row should be." },
        { "", "`t.json` is empty." },
        { "{}", "`t.json` holds no columns." },
        { "[]", "`t.json` holds no columns." },
    };

    [Theory, MemberData(nameof(WrongJsons))]
    public void Json_that_is_no_table_is_told(string text, string message)
    {
        folder.Write("t.json", text);
        Assert.Equal(message, Assert.Throws<Refusal>(() => Read("t.json")).Text);
        Assert.Equal(message, Assert.Throws<Refusal>(() => Formats.Outline(folder.File("t.json"), new())).Text);
    }

    public static TheoryData<string> Fixtures => [.. Formats.All.Where(f => f.Name != "csv").Select(f => "example" + f.Endings[0])];

    /// <summary>Cut anywhere, or with a byte changed anywhere, a file is read or refused, and nothing else.</summary>
    [Theory, MemberData(nameof(Fixtures))]
    public void Damaged_files_are_refused_in_words(string name)
    {
        var whole = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "formats", name));
        var random = new Random(12);
        for (var trial = 0; trial < 120; trial++)
        {
            var bytes = whole[..(trial % 3 == 0 ? whole.Length * trial / 120 : whole.Length)];
            if (trial % 3 > 0) for (var k = 0; k <= trial % 5; k++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var file = folder.Write($"damaged{trial}{Path.GetExtension(name)}", bytes);
            IsReadOrRefused(() => Formats.Outline(file, new()));
            IsReadOrRefused(() => Formats.Read(file, new(), new Work(2)));
        }
    }

    static void IsReadOrRefused(Action read)
    {
        try
        {
            read();
        }
        catch (Refusal refusal)
        {
            Assert.DoesNotContain("/", refusal.Text);
        }
    }

    [Fact]
    public void What_says_nothing_about_a_format_is_refused()
    {
        Write("t.parquet", "a\n1\n");
        Assert.Equal("`delimiter` says nothing about `t.parquet`, which is parquet.", Assert.Throws<Refusal>(() => Read("t.parquet", new() { Delimiter = ";" })).Text);
        folder.Write("t.csv", "a\n1\n");
        Assert.Equal("`sheet` says nothing about `t.csv`, which is csv.", Assert.Throws<Refusal>(() => Read("t.csv", new() { Sheet = "x" })).Text);
    }

    [Fact]
    public void Json_in_a_zip_is_json()
    {
        using var bytes = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("in.json").Open();
            entry.Write(Encoding.UTF8.GetBytes("[{\"a\":1}]"));
        }
        folder.Write("t.zip", bytes.ToArray());
        Assert.Equal("a Integer 1", Dump("t.zip"));
    }

    [Fact]
    public void Types_are_what_is_said()
    {
        Write("t.parquet", "zip,since\n1,3/4/2020\n2,4/4/2020\n");
        Assert.Equal("zip Text 1|2\nsince Time 3/4/2020|4/4/2020", Dump("t.parquet", new() { Types = ["zip:text"], Dates = "d/M/yyyy" }));
        Assert.Equal("`t.parquet` has no column `zap`.", Assert.Throws<Refusal>(() => Read("t.parquet", new() { Types = ["zap:text"] })).Text);
    }
}
