using System.IO.Compression;
using System.Text;
using Dsl;
using Dsl.Diagnostics;
using Runtime;
using Runtime.Data;
using Tests.Look;

namespace Tests.Runtime.Data;

/// <summary>What a file holds goes before what its name says; what cannot be read is called by its name, and what is damaged by its fault.</summary>
public sealed class HeldContentTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Each kind of file under the ending of each other, and under one that none has.</summary>
    [Theory]
    [InlineData("example.csv", "delimited text"), InlineData("example.json", "JSON"), InlineData("example.parquet", "Parquet")]
    [InlineData("example.sqlite", "a SQLite database"), InlineData("example.xlsx", "an Excel workbook")]
    public void A_file_is_read_as_what_it_holds(string name, string holds)
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "formats", name));
        foreach (var ending in (string[])[".csv", ".txt", ".dat", ".json", ".parquet", ".db", ".xlsx", ".xls", ""])
        {
            var file = folder.Write($"t{ending}", bytes);
            Assert.Equal(["name", "count", "share"], Formats.Outline(file, new()).Columns.Names);
            var content = Formats.Read(file, new(), Work.Alone);
            Assert.Equal("name Text wren|a, b|?\ncount Integer 3||12\nshare Number 0.25|-1.5|0.001", content.Table.Dump(codes: false));
            var isOther = Formats.Of($"t{ending}") != Formats.Of(name);
            Assert.Equal(isOther, content.Remarks.Contains($"`t{ending}` holds {holds} and is read so, whatever its name says."));
        }
    }

    [Fact]
    public void A_zip_file_is_unpacked_whatever_its_name()
    {
        var zip = Zip(("t.csv", "a,b\n1,2\n"));
        foreach (var name in (string[])["t.zip", "t.csv", "t.xlsx"])
            Assert.Equal("a Integer 1\nb Integer 2", Formats.Read(folder.Write(name, zip), new(), Work.Alone).Table.Dump(codes: false));
    }

    [Theory]
    [InlineData("BZh91AY", "is packed by bzip2, and no delimited text."), InlineData("ARROW1\0\0", "is an Arrow file, and no delimited text.")]
    [InlineData("$FL2@(#) SPSS DATA FILE", "is a file of SPSS, and no delimited text."), InlineData("\u0001\u0002\u0003\u0004\u0005\u0006\u0007\n\u000b\n", "is no text: it has bytes that no text has.")]
    [InlineData("", "is empty."), InlineData("PK\u0005\u0006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "holds no table.")]
    public void What_is_no_table_is_called_by_its_name(string start, string told)
    {
        foreach (var name in (string[])["t.csv", "t.txt"])
            Assert.Equal($"`{name}` {told}", Assert.Throws<Refusal>(() => Formats.Outline(folder.Write(name, start), new())).Text);
    }

    /// <summary>The line that the message has reads the file.</summary>
    [Fact]
    public void Rows_below_a_header_of_another_program_are_read_as_the_message_says()
    {
        var file = folder.Write("iris.arff", "% made by hand\n@RELATION iris\n@ATTRIBUTE 'sepal length' NUMERIC\n@ATTRIBUTE class {a,b}\n\n@DATA\n1.5,a\n?,b\n");
        var refusal = Assert.Throws<Refusal>(() => Formats.Outline(file, new()));
        Assert.Equal("`iris.arff` is a file of Weka (ARFF), and no delimited text.", refusal.Text);
        Assert.Equal("sepal length Number 1.5|\nclass Text a|b", Loaded(refusal.Hint!.Split('`')[1]).Study.Loaded.Dump(codes: false));
    }

    /// <summary>A byte that is another anywhere in what is packed is noticed, also where the packing itself does not.</summary>
    [Theory, InlineData(CompressionLevel.NoCompression), InlineData(CompressionLevel.Fastest)]
    public void What_was_packed_is_checked_by_its_sum(CompressionLevel level)
    {
        var text = "a,b\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"{i},{i * i}\n"));
        var zip = Zip(level, ("t.csv", text));
        for (var at = 40; at < 400; at += 7)
        {
            var bytes = (byte[])zip.Clone();
            bytes[at] ^= 1;
            var refusal = Assert.Throws<Refusal>(() => Formats.Read(folder.Write("t.zip", bytes), new(), Work.Alone));
            Assert.Equal("`t.zip` is damaged: its packed data end too early or are not what they should be.", refusal.Text);
        }
    }

    [Fact]
    public void A_workbook_is_checked_by_its_sums()
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "formats", "example.xlsx"));
        for (var at = 200; at < 240; at++) bytes[at] = 0xFF;
        Assert.Equal("`t.xlsx` is damaged, or no Excel workbook of today's kind.", Assert.Throws<Refusal>(() => Formats.Outline(folder.Write("t.xlsx", bytes), new())).Text);
    }

    [Fact]
    public void Parquet_that_was_cut_off_is_said_to_be()
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "formats", "example.parquet"));
        Assert.Equal("`t.parquet` is damaged: its end is missing.", Assert.Throws<Refusal>(() => Formats.Outline(folder.Write("t.parquet", bytes[..^9]), new())).Text);
    }

    [Theory]
    [InlineData("{\"data\":[{\"a\":1},{\"a\":2}]}", "data"), InlineData("{\"count\":2,\"next\":null,\"results\":[{\"a\":1},{\"a\":2}]}", "results")]
    [InlineData("{\"meta\":{\"n\":[{\"b\":1}]},\"tags\":[1,2],\"rows\":[{\"a\":1},{\"a\":2,\"c\":[{\"a\":9}]}],\"end\":1}", "rows")]
    public void Rows_within_an_object_are_read_and_told_of(string text, string key)
    {
        var file = folder.Write("t.json", text);
        var content = Formats.Read(file, new(), Work.Alone);
        Assert.Equal("a Integer 1|2", content.Table.Dump(codes: false));
        Assert.Contains($"The rows of `t.json` are those of `{key}` in it: `table={key}`.", content.Remarks);
        Assert.Equal(["a"], Formats.Outline(file, new() { Table = key }).Columns.Names);
        Assert.Equal(2, Formats.Read(file, new() { Table = key }, Work.Alone).Table.Rows);
    }

    [Theory]
    [InlineData("{\"a\":[{\"x\":1}],\"b\":[{\"x\":2}]}", "`t.json` holds several lists of objects: `a` and `b`.", "Say which one holds the rows: `table=a`.")]
    [InlineData("{\"a\":[1,2],\"b\":[3,4]}", "`t.json` holds a list for each of `a` and `b`, and no list with an object for each row.", "Write it by rows, as pandas does with `to_json(orient=\"records\")`.")]
    [InlineData("{\"a\":{\"0\":1},\"b\":{\"0\":2}}", "`t.json` holds an object for each of `a` and `b`, and no list with an object for each row.", "Write it by rows, as pandas does with `to_json(orient=\"records\")`.")]
    [InlineData("[{\"a\":1},{\"a\":2", "`t.json` is no whole JSON: it ends in line 1, before what it has begun does.", "Fetch the file again, or make it again.")]
    [InlineData("[{\"a\":1},\n{\"a\" 2}]", "`t.json` is no JSON: in line 2, at byte 6, something else stands than should.", "Correct the file, or make it again.")]
    public void Json_of_another_form_is_told_in_words(string text, string told, string hint)
    {
        var refusal = Assert.Throws<Refusal>(() => Formats.Outline(folder.Write("t.json", text), new()));
        Assert.Equal((told, hint), (refusal.Text, refusal.Hint));
    }

    [Fact]
    public void One_object_that_is_a_row_is_one() =>
        Assert.Equal("a Integer 1\nb Text x", Formats.Read(folder.Write("t.json", "{\"a\":1,\"b\":\"x\"}"), new(), Work.Alone).Table.Dump(codes: false));

    static byte[] Zip(params (string Name, string Text)[] files) => Zip(CompressionLevel.Optimal, files);

    static byte[] Zip(CompressionLevel level, params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }

    Ran Loaded(string script)
    {
        var plan = Language.Check(new SourceText("law.pipe", script), new LanguageOptions { ScriptFolder = folder.Root });
        Assert.Empty(plan.Diagnostics);
        return plan.Steps.Aggregate((Ran?)null, (ran, step) => Ran.Of(step.Operator!, ran?.Study ?? Study.Empty))!;
    }
}
