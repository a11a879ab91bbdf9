using System.Security.Cryptography;
using Runtime;
using Runtime.Data;
using Runtime.Files;

namespace Tests.Runtime.Data;

/// <summary>What must hold for every kind of file, also for those to come. Each has the same small table as an example.</summary>
public sealed class FormatLaws : IDisposable
{
    readonly TempFolder folder = new();

    public static TheoryData<string> All => [.. Formats.All.Names];

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(All))]
    public void The_example_is_read(string name)
    {
        var content = Formats.Read(Example(name), new(), new Work(2));
        Assert.Equal("name Text wren|a, b|?\ncount Integer 3||12\nshare Number 0.25|-1.5|0.001", content.Table.Dump(codes: false));
        Assert.Equal(["name", "count", "share"], Formats.Outline(Example(name), new()).Columns.Select(c => c.Name));
        Assert.Equal(content.Table.Columns.Select(c => c.Type), Formats.Outline(Example(name), new()).Columns.Select(c => c.Type));
    }

    [Theory, MemberData(nameof(All))]
    public void What_was_read_is_recorded(string name)
    {
        var bytes = File.ReadAllBytes(Example(name).Path);
        Assert.Equal(new Source(Example(name).Written, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), Formats.Read(Example(name), new(), Work.Alone).Source);
    }

    [Theory, MemberData(nameof(All))]
    public void Options_of_reading_are_heeded(string name)
    {
        Assert.Equal(2, Formats.Read(Example(name), new ReadOptions { Rows = 2 }, Work.Alone).Table.Rows);
        Assert.Equal(1, Formats.Read(Example(name), new ReadOptions { Missing = ["?"] }, Work.Alone).Table["name"].Missing);
    }

    [Theory, MemberData(nameof(All))]
    public void Packed_files_are_the_same(string name)
    {
        var format = Formats.All.Find(name)!;
        if (!format.IsPackable)
        {
            Assert.False(format.Has($"example{format.Endings[0]}.gz"));
            return;
        }
        var packed = folder.Write($"example{format.Endings[0]}.gz", TempFolder.Gzip(File.ReadAllBytes(Example(name).Path)));
        Assert.Equal(Formats.Read(Example(name), new(), Work.Alone).Table.Dump(), Formats.Read(packed, new(), Work.Alone).Table.Dump());
    }

    [Theory, MemberData(nameof(All))]
    public void What_is_written_is_read_again(string name)
    {
        var format = Formats.All.Find(name)!;
        var table = Formats.Read(Example(name), new(), Work.Alone).Table;
        foreach (var ending in format.AllEndings)
        {
            var file = new OutputFile("written" + ending);
            if (!format.Writes) Assert.DoesNotContain(ending, Assert.Throws<Refusal>(() => Formats.ToWrite(file)).Hint);
            else
            {
                WholeFile.Write(folder.At(file.Written), stream => Formats.Write(stream, file, table, new Work(2)));
                Assert.Equal(table.Dump(), Formats.Read(folder.File(file.Written), new(), new Work(2)).Table.Dump());
            }
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Endings_are_of_one_format_and_its_doc_is_a_sentence(string name)
    {
        var format = Formats.All.Find(name)!;
        Assert.Matches(@"^\p{Lu}[^\n]*\.$", format.Doc);
        Assert.All(format.Endings, e => Assert.Matches(@"^\.[a-z0-9.]+$", e));
        Assert.All(format.AllEndings, e => Assert.Equal(format, Assert.Single(Formats.All, f => f.Has("x" + e))));
    }

    static InputFile Example(string name)
    {
        var file = "example" + Formats.All.Find(name)!.Endings[0];
        var path = Path.Combine(AppContext.BaseDirectory, "Fixtures", "formats", file);
        Assert.True(File.Exists(path), $"There is no tests/Fixtures/formats/{file}: put the table of example.csv there.");
        return new InputFile(path, file);
    }
}
