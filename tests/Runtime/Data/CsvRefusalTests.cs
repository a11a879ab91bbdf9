using System.Text;
using Runtime;
using Runtime.Data;
using Runtime.Numerics;
using Runtime.Operators.Data;

namespace Tests.Runtime.Data;

public sealed class CsvRefusalTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "`t.csv` is empty.")]
    [InlineData(" \n\n", "`t.csv` is empty.")]
    [InlineData("\uFEFF", "`t.csv` is empty.")]
    [InlineData("a,b\n", "`t.csv` has a header and no rows.")]
    [InlineData("a,b\n1,2\n\n1,2,3\n", "`t.csv` line 4 has 3 fields where the header has 2 fields; it starts with `1,2,3`.")]
    [InlineData("a,b\n\"x\ny\",2\n1\n", "`t.csv` line 4 has 1 field where the header has 2 fields; it starts with `1`.")]
    [InlineData("a,b\n1,2\n\"open\n4,5\n", "`t.csv` line 3 has 1 field where the header has 2 fields; it starts with `\"open`.")]
    [InlineData("a,b\n1,\0\n", "`t.csv` is not text: there is a zero byte in or after line 1.")]
    public void What_is_wrong_with_a_file(string text, string expected) => Expect(folder.Write("t.csv", text), expected);

    [Fact]
    public void UTF_8_with_damage_is_refused()
    {
        byte[] mixed = [.. Encoding.UTF8.GetBytes("a,b\nGrün,ä\n"), .. Encoding.Latin1.GetBytes("Grün,1\n")];
        Expect(folder.Write("t.csv", mixed), "`t.csv` is not UTF-8: line 3 has bytes that are not.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(200)]
    [InlineData(5000)]
    public void A_cut_off_gzip_is_refused(int missing)
    {
        var random = new RandomStream(5);
        var bytes = TempFolder.Gzip("a,b\n" + string.Concat(Enumerable.Range(0, 9000).Select(_ => $"{random.Next(100000)},{random.Next(100000)}\n")));
        var file = folder.Write("t.csv.gz", bytes[..^missing]);
        foreach (var threads in new[] { 1, 2 })
        {
            var refusal = Assert.Throws<Refusal>(() => Formats.Read(file, new ReadOptions { ChunkBytes = 4096 }, new Work(threads)));
            Assert.StartsWith("`t.csv.gz` is damaged", refusal.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_first_fault_in_the_file_is_the_one_reported(int threads)
    {
        var lines = Enumerable.Range(0, 3000).Select(i => i is 1000 or 2500 ? "1,2,3" : i == 2900 ? "\"open" : "1,2");
        var file = folder.Write("t.csv", "a,b\n" + string.Join("\n", lines));
        var refusal = Assert.Throws<Refusal>(() => Formats.Read(file, new ReadOptions { ChunkBytes = 500 }, new Work(threads)));
        Assert.StartsWith("`t.csv` has 3 lines that do not have the 2 fields of the header: line 1002 has 3 (`1,2,3`), line 2502 ", refusal.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trakcs.csv", "Check the name: the folder has `tracks.csv.gz`.")]
    [InlineData("tracks.csv", "Check the name: the folder has `tracks.csv.gz`.")]
    [InlineData("quite_another_name.csv", "Check the name: the folder has `customers.csv`, `notes.txt`, `tracks.csv.gz`.")]
    public void A_missing_file_names_those_that_are_there(string name, string hint)
    {
        folder.Write("tracks.csv.gz", "");
        folder.Write("customers.csv", "");
        folder.Write("notes.txt", "");
        var refusal = Assert.Throws<Refusal>(() => Formats.Outline(folder.File(name), new()));
        Assert.Equal(($"There is no file `{name}`.", hint), (refusal.Text, refusal.Hint));
    }

    [Fact]
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(folder.At("x.csv"));
        Assert.Equal("`x.csv` is a folder.", Assert.Throws<Refusal>(() => Formats.Outline(folder.File("x.csv"), new())).Text);
    }

    /// <summary>Peek, load's check and the reading itself say the same.</summary>
    static void Expect(InputFile file, string text)
    {
        Assert.Equal(text, Assert.Throws<Refusal>(() => Formats.Outline(file, new())).Text);
        Assert.Equal(text, Assert.Throws<Refusal>(() => Formats.Read(file, new(), new Work(2))).Text);
        var check = new CheckContext();
        var shape = new Load { File = file }.Apply(Shape.Empty, check);
        Assert.Equal((nameof(Load.File), text), (check.Complaints[0].Argument, check.Complaints[0].Text));
        Assert.EndsWith(".", check.Complaints[0].Hint, StringComparison.Ordinal);
        Assert.True(shape.AnyColumn);
    }
}
