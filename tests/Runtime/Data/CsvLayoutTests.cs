using System.Security.Cryptography;
using System.Text;
using Runtime;
using Runtime.Data;
using Runtime.Numerics;

namespace Tests.Runtime.Data;

public sealed class CsvLayoutTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a,b\r\n1,2\r\n")]
    [InlineData("a,b\r1,2\r")]
    [InlineData("\uFEFFa,b\n1,2")]
    [InlineData("a;b\n1;2\n")]
    [InlineData("a\tb\n1\t2\n")]
    [InlineData("\n\"a\",\"b\"\n\n1,\"2\"\n\n")]
    [InlineData(" a , b \n1, 2\n")]
    public void The_same_table_in_other_clothes(string text) =>
        Assert.Equal("a Integer 1\nb Integer 2", folder.Read(text).Dump());

    [Theory]
    [InlineData("\"x, y\"", "x, y")]
    [InlineData("\"say \"\"no\"\"\"", "say \"no\"")]
    [InlineData("\"two\nlines\"", "two\nlines")]
    [InlineData("5\" disc", "5\" disc")]
    [InlineData("\"a\"b", "\"a\"b")]
    [InlineData("#1", "#1")]
    [InlineData("Björk 東京 🎵", "Björk 東京 🎵")]
    public void Quotes_and_letters(string field, string expected) =>
        Assert.Equal(expected, folder.Read($"a,b\n{field},1\nz,2\n")["a"].Show(0));

    [Fact]
    public void A_tsv_file_may_hold_commas() => Assert.Equal("a,b Text x,y codes 0\nc Integer 1", folder.Read("a,b\tc\nx,y\t1\n", name: "t.tsv").Dump());

    [Fact]
    public void Columns_without_a_name_get_one_by_position()
    {
        var content = Formats.Read(folder.Write("t.csv", ",x,\n1,2,3\n"), new(), Work.Alone);
        Assert.Equal(["column_1", "x", "column_3"], content.Table.Columns.Names);
        Assert.Equal(["column_1", "column_3"], content.Unnamed);
        Assert.Equal(["column_1_", "column_1"], folder.Read(",column_1\n1,2\n").Columns.Names);
    }

    [Fact]
    public void Gzip_is_unpacked_also_in_members_and_the_hash_is_that_of_the_file()
    {
        byte[] bytes = [.. TempFolder.Gzip("a,b\n1,2\n"), .. TempFolder.Gzip("3,4\n")];
        var content = Formats.Read(folder.Write("t.csv.gz", bytes), new(), Work.Alone);
        Assert.Equal("a Integer 1|3\nb Integer 2|4", content.Table.Dump());
        Assert.Equal(new Source("t.csv.gz", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), content.Source);
        var first = Formats.Read(folder.File("t.csv.gz"), new ReadOptions { Rows = 1 }, Work.Alone);
        Assert.Equal(content.Source, first.Source);
        Assert.Equal(1, first.Table.Rows);
    }

    /// <summary>Chunks are cut anywhere: inside quotes, between doubled quotes, in the middle of a letter, at line ends.</summary>
    [Theory]
    [InlineData(128, 1)]
    [InlineData(128, 2)]
    [InlineData(131, 2)]
    [InlineData(150, 4)]
    [InlineData(1000, 2)]
    public void Chunks_do_not_show(int chunkBytes, int threads)
    {
        var random = new RandomStream(3);
        string[] pieces = ["plain", "\"quo,ted\"", "\"new\nline\"", "\"dou\"\"ble\"", "\"\"\"\"", "5\" disc", "ß東🎵", "", "\"\r\n\"", "NA", "#", "\"" + new string('w', 200) + "\n\""];
        var text = new StringBuilder("name,number,other\r\n");
        for (var row = 0; row < 2000; row++)
            text.Append($"{pieces[random.Next(pieces.Length)]},{random.Next(1000) / 10.0},{pieces[random.Next(pieces.Length)]}{(row % 3 == 0 ? "\r\n" : "\n")}");
        var whole = folder.Read(text.ToString(), threads: 1);
        Assert.Equal(2000, whole.Rows);
        Assert.Equal(whole.Dump(), folder.Read(text.ToString(), new ReadOptions { ChunkBytes = chunkBytes }, threads).Dump());
        Formats.Read(folder.Write("t.csv.gz", TempFolder.Gzip(text.ToString())), new ReadOptions { ChunkBytes = chunkBytes }, new Work(threads));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void The_first_rows_do_not_depend_on_chunks(string lineEnd)
    {
        var lines = Enumerable.Range(0, 500).Select(i => i % 7 == 0 ? $"\"two{lineEnd}lines\",{i}" : i % 5 == 0 ? $"{lineEnd}b{i % 3},{i}.5" : $"a,{(i == 401 ? "x" : i)}");
        var text = "name,number" + lineEnd + string.Join(lineEnd, lines);
        foreach (var rows in new[] { 1, 2, 57, 400, 401, 402, 499, 500, 600 })
        {
            var expected = folder.Read(text, new ReadOptions { Rows = rows }, threads: 1);
            Assert.Equal(Math.Min(500, rows), expected.Rows);
            Assert.Equal(rows > 401, expected["number"] is TextColumn);
            Assert.Equal(expected.Dump(), folder.Read(text, new ReadOptions { Rows = rows, ChunkBytes = 128 }, threads: 3).Dump());
        }
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        var file = folder.Write("t.csv", "a\n1\n");
        Assert.ThrowsAny<OperationCanceledException>(() => Formats.Read(file, new(), new Work(2, null, cancel.Token)));
    }
}
