using System.IO.Compression;
using Runtime.Data;

namespace Tests.Runtime.Data;

public sealed class ExcelTests : IDisposable
{
    readonly TempFolder folder = new();

    static readonly object?[][] Survey =
    [
        ["Survey of 2020"], [], ["id", "when", "ok", "score", "mixed", ""],
        ["007", new DateTime(2020, 1, 1), true, 1.5, 1], ["008", new DateTime(2020, 1, 1, 12, 0, 0), false, null, "n/a"], [],
        ["009", null, true, 2, "#DIV/0!"],
    ];

    public void Dispose() => folder.Dispose();

    string Dump(ReadOptions options, params (string, object?[][])[] sheets)
    {
        var file = folder.Write("t.xlsx", Workbook.Of(sheets));
        var table = Formats.Read(file, options, new Work(2)).Table;
        Assert.Equal(table.Columns.Select(c => (c.Name, c.Type)), Formats.Outline(file, options).Columns.Select(c => (c.Name, c.Type)));
        return table.Dump(codes: false);
    }

    [Fact]
    public void A_sheet_is_a_table() => Assert.Equal(
        "id Text 007|008|009\nwhen Time 2020-01-01 00:00:00|2020-01-01 12:00:00|\nok Logical true|false|true\nscore Number 1.5||2\nmixed Integer 1||",
        Dump(new() { Sheet = "data" }, ("notes", [["Read me"]]), ("data", Survey)));

    [Fact]
    public void A_part_of_a_sheet_is_a_table()
    {
        Assert.Equal("score Number 1.5|\nmixed Integer 1|", Dump(new() { Range = "D3:E5" }, ("s", Survey)));
        Assert.Equal("score Number 1.5||2\nmixed Integer 1||", Dump(new() { Range = "D3" }, ("s", Survey)));
        Assert.Equal("a Integer 1|3\nb Integer 2|4", Dump(new() { Header = false, Names = ["a", "b"] }, ("s", [[1, 2], [3, 4]])));
        Assert.Equal("column_1 Integer 1|3\ncolumn_2 Integer 2|4", Dump(new(), ("s", [[1, 2], [3, 4]])));
        Assert.Equal("c Integer 3", Dump(new() { Skip = 1 }, ("s", [["a"], ["c"], [3]])));
    }

    [Fact]
    public void What_is_not_there_is_told()
    {
        var file = folder.Write("t.xlsx", Workbook.Of(("notes", [["Read me"]]), ("data", Survey)));
        Assert.Equal("`t.xlsx` has no sheet `dat`.", Assert.Throws<Refusal>(() => Formats.Read(file, new() { Sheet = "dat" }, Work.Alone)).Text);
        Assert.Equal("`t.xlsx` has columns and no rows.", Assert.Throws<Refusal>(() => Formats.Read(file, new(), Work.Alone)).Text);
        folder.Write("t.xlsx", Workbook.Of(("empty", [])));
        Assert.Equal("`t.xlsx` holds no columns.", Assert.Throws<Refusal>(() => Formats.Read(file, new(), Work.Alone)).Text);
        folder.Write("t.xlsx", "PK\u0003\u0004 no workbook");
        Assert.Equal("`t.xlsx` is damaged, or no Excel workbook of today's kind.", Assert.Throws<Refusal>(() => Formats.Read(file, new(), Work.Alone)).Text);
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/workbook.xml", CompressionLevel.Optimal).Open();
            var blanks = new byte[1 << 20];
            for (var i = 0; i < 100; i++) entry.Write(blanks);
        }
        var file = folder.Write("t.xlsx", bytes.ToArray());
        Assert.Equal("`t.xlsx` would unpack to 100 MB, far more than it takes packed.", Assert.Throws<Refusal>(() => Formats.Outline(file, new())).Text);
    }

    [Theory]
    [InlineData("B3:F20", true), InlineData("b3", true), InlineData("B:F", true), InlineData("F20:B3", false), InlineData("B0", false), InlineData("3", false), InlineData("B3:", false)]
    public void Ranges_are_of_a_form(string written, bool isFine) => Assert.Equal(isFine, SheetRange.Parse(written) is not null);
}
