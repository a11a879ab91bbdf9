using System.Text;
using Runtime;
using Runtime.Data;
using Runtime.Numerics;
using Runtime.Operators.Data;

namespace Tests.Runtime.Data;

public sealed class SaveTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    static Study Study(int rows = 6)
    {
        var random = new RandomStream(9);
        string[] words = ["plain", "com,ma", "quo\"te", "line\nend", " space ", "ta\tb", "ß🎵"];
        var numbers = Enumerable.Range(0, rows).Select(i => i % 5 == 4 ? double.NaN : BitConverter.UInt64BitsToDouble(random.NextBits() & ~(1UL << 62))).ToArray();
        var codes = Enumerable.Range(0, rows).Select(i => i % 8 - 1).ToArray();
        var table = new Table(new NamedList<Column>(new NumberColumn("x y", numbers, whole: false), new TextColumn("na,me", codes, TextPool.Of(words))), rows);
        var points = new Matrix([[.. Enumerable.Range(0, rows).Select(i => (double)i)]], rows);
        return (global::Runtime.Study.Empty with { Table = table })
            .With(new Points("scaled", points, ["p"]))
            .With(new LabelColumn("dense", [.. Enumerable.Range(0, rows).Select(i => i % 3 - 1)], 2));
    }

    [Theory]
    [InlineData("out.csv")]
    [InlineData("out.tsv")]
    [InlineData("deep/er/out.csv.gz")]
    [InlineData("out.tsv.gz")]
    public void What_is_saved_is_loaded_again_to_the_last_bit(string name)
    {
        var study = Study(10_000);
        var run = new RunContext { OutputFolder = folder.Root, Threads = 2 };
        new Save { File = new OutputFile(name), Points = [new PointsRef("scaled")] }.Apply(study, run);
        var table = Formats.Read(folder.File(name), new(), new Work(2)).Table;
        Assert.Equal(["x y", "na,me", "dense", "scaled.p"], table.Columns.Names);
        Assert.Equal(((NumberColumn)study.Table!["x y"]).Storage, ((NumberColumn)table["x y"]).Storage);
        for (var row = 0; row < table.Rows; row++) Assert.Equal(study.Table["na,me"].Show(row), table["na,me"].Show(row));
        Assert.Equal(study.Labelings.First().Storage, ((NumberColumn)table["dense"]).Storage.Select(v => (int)v));
        Assert.Equal([Path.GetFileName(name)], Directory.EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Fact]
    public void The_text_is_as_expected()
    {
        new Save { File = new OutputFile("o.csv") }.Apply(Study(3), new RunContext { OutputFolder = folder.Root });
        var lines = File.ReadAllText(folder.At("o.csv")).Split('\n');
        Assert.Equal("x y,\"na,me\",dense", lines[0]);
        Assert.EndsWith(",,-1", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",plain,0", lines[2], StringComparison.Ordinal);
        Assert.EndsWith(",\"com,ma\",1", lines[3], StringComparison.Ordinal);
        Assert.Equal("", lines[4]);
    }

    [Fact]
    public void The_only_column_may_have_missing_values()
    {
        using var stream = new MemoryStream();
        CsvText.Write(stream, new Table(new NamedList<Column>(new NumberColumn("a", [1, double.NaN, 3], whole: true)), 3), Work.Alone);
        Assert.Equal("a Integer 1||3", folder.Read(Encoding.UTF8.GetString(stream.ToArray())).Dump());
    }

    [Theory]
    [InlineData("../out.csv", "`../out.csv` leads out of the output folder.")]
    [InlineData("a/../../out.csv", "`a/../../out.csv` leads out of the output folder.")]
    [InlineData("/elsewhere/out.csv", "`/elsewhere/out.csv` leads out of the output folder.")]
    [InlineData("out.xlsx", "`out.xlsx` is of a kind that cannot be written.")]
    public void Names_that_are_refused(string name, string expected)
    {
        var save = new Save { File = new OutputFile(name) };
        var check = new CheckContext();
        save.Apply(Study().Shape, check);
        Assert.Equal(expected, check.Complaints.Single().Text);
        Assert.Equal(expected, Assert.Throws<Refusal>(() => save.Apply(Study(), new RunContext { OutputFolder = folder.Root })).Text);
    }

    [Fact]
    public void Sheets_are_written_with_their_full_numbers()
    {
        using var stream = new MemoryStream();
        CsvText.Write(stream, new Sheet("s", "S", [new("name", CellFormat.Text, ["a,b", null]), new("n", CellFormat.Number, [1.0 / 3, 12345678L])]));
        Assert.Equal("name,n\n\"a,b\",0.3333333333333333\n,12345678\n", Encoding.UTF8.GetString(stream.ToArray()));
    }
}
