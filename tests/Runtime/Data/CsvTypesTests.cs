using Runtime;
using Runtime.Data;
using Runtime.Numerics;
using Runtime.Operators.Data;

namespace Tests.Runtime.Data;

public sealed class CsvTypesTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("1 2 -3 +4", "Integer 1|2|-3|4")]
    [InlineData("3.0 1e3 0", "Integer 3|1000|0")]
    [InlineData("9007199254740992 1", "Integer 9007199254740992|1")]
    [InlineData("9007199254740994 1", "Number 9007199254740994|1")]
    [InlineData("1.5 .5 2. 7.02e-06", "Number 1.5|0.5|2|7.02E-06")]
    [InlineData("0.1 1e-320 100000000000000000000", "Number 0.1|1E-320|1E+20")]
    [InlineData("123456789012345678901234567890 1", "Text 123456789012345678901234567890|1")]
    [InlineData("9007199254740993 1", "Text 9007199254740993|1")]
    [InlineData("007 1", "Text 007|1")]
    [InlineData("-07 1", "Text -07|1")]
    [InlineData("00.5 1", "Text 00.5|1")]
    [InlineData("0 -0 0.5 0e0", "Number 0|-0|0.5|0")]
    [InlineData("None x NA", "Text None|x|")]
    [InlineData("None 5 NA", "Integer |5|")]
    [InlineData("None None", "Number |")]
    [InlineData("1 NA N/A NaN nan null NULL None", "Integer 1|||||||")]
    [InlineData("NA null", "Number |")]
    [InlineData("1 inf", "Text 1|inf")]
    [InlineData("1e999 1", "Text 1e999|1")]
    [InlineData("True False", "Logical True|False")]
    [InlineData("true x", "Text true|x")]
    [InlineData("TRUE NA FALSE ?", "Logical TRUE||FALSE|")]
    [InlineData("2024-01-02 1969-12-31", "Time 2024-01-02|1969-12-31")]
    [InlineData("2024-01-02T10:00 2024-01-02T23:59", "Time 2024-01-02T10:00|2024-01-02T23:59")]
    [InlineData("2024-01-02 2023-02-29", "Text 2024-01-02|2023-02-29")]
    [InlineData("5% 12.5%", "Number 0.05|0.125")]
    [InlineData("5% 0.5", "Text 5%|0.5")]
    [InlineData("$5 $1.50 ($2)", "Number 5|1.5|-2")]
    [InlineData("$5 €5", "Text $5|€5")]
    [InlineData("04-Apr 2024-01-02", "Text 04-Apr|2024-01-02")]
    [InlineData("1_000 2", "Text 1_000|2")]
    [InlineData("- 1", "Integer |1")]
    [InlineData(". 1", "Integer |1")]
    [InlineData("1e 1", "Text 1e|1")]
    [InlineData("1.2.3 1", "Text 1.2.3|1")]
    [InlineData("0x10 1", "Text 0x10|1")]
    [InlineData("Na NONE", "Text Na|NONE")]
    public void Fields_make_the_type_of_their_column(string fields, string expected)
    {
        var table = folder.Read("a,b\n" + string.Concat(fields.Split(' ').Select(f => $"{f},x\n")));
        var column = table["a"];
        Assert.Equal(expected, $"{column.Type} {string.Join("|", Enumerable.Range(0, column.Rows).Select(column.Show))}");
        var peeked = Formats.Outline(folder.File("t.csv"), new());
        Assert.Equal(column.Type, peeked.Columns.Find("a")!.Type);
        Assert.Equal(table.Rows, peeked.Rows);
    }

    [Fact]
    public void Every_double_is_read_to_the_last_bit()
    {
        var random = new RandomStream(1);
        var values = Enumerable.Range(0, 5000).Select(i => i % 2 == 0
            ? BitConverter.UInt64BitsToDouble(random.NextBits())
            : Math.Round(1000 * random.NextDouble(), random.Next(8))).Where(double.IsFinite).ToArray();
        var column = (NumberColumn)folder.Read("a\n" + string.Join("\n", values.Select(v => v.ToString("R"))))["a"];
        Assert.Equal(values, column.Storage);
    }

    [Fact]
    public void More_markers_of_missing_values_can_be_given()
    {
        var table = folder.Read("a,b\n-999,unknown\n5,x\n", new ReadOptions { Missing = ["-999", "unknown"] });
        Assert.Equal(1, table["a"].Missing);
        Assert.Equal(1, table["b"].Missing);
        Assert.Equal(ColumnType.Integer, table["a"].Type);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_late_text_makes_the_whole_column_text_and_is_remembered(int threads)
    {
        var lines = Enumerable.Range(0, 40_000).Select(i => i == 34_321 ? "\"two\nlines\",abc" : $"x,{i}.50");
        var table = folder.Read("a,tempo\n" + string.Join("\n", lines), new ReadOptions { ChunkBytes = 10_000 }, threads);
        var tempo = (TextColumn)table["tempo"];
        Assert.Equal("39999.50", tempo.Show(39_999));
        Assert.Equal(new NotANumber("t.csv", 34_323, "abc", 1), tempo.NotANumber);
        Assert.Null(((TextColumn)table["a"]).NotANumber);
        Assert.Equal(ColumnType.Number, Formats.Outline(folder.File("t.csv"), new()).Columns.Find("tempo")!.Type);
    }

    [Theory]
    [InlineData("zip\n1\n007\n12", "`zip` was read as text so that no digit is lost: 1 of 3 values have leading zeros or more digits than a number holds; the first is `007` in line 3 of `t.csv`.")]
    [InlineData("id\n9007199254740993\n9007199254740995", "`id` was read as text so that no digit is lost: 2 of 2 values")]
    [InlineData("x;y\n3,14;a\n2;a\n2,5;a", "`t.csv` is read with `delimiter=\";\" decimal=\",\"`.")]
    [InlineData("x\n1\n2\nNone\nlow", "`x` was read as text: 1 of 4 values are not numbers, the first is `low` in line 5 of `t.csv`.")]
    public void Numbers_that_are_read_as_text_are_told(string text, string words)
    {
        folder.Write("t.csv", text);
        var results = new List<Result>();
        new Load { File = folder.File("t.csv") }.Apply(Study.Empty, new RunContext { Sink = results.Add });
        Assert.Contains(results, r => r.ToString().Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_load_leaves_what_was_there_aside()
    {
        folder.Write("t.csv", "x\n1\n");
        var load = new Load { File = folder.File("t.csv") };
        var study = new Load { File = folder.File("t.csv"), As = "other" }.Apply(load.Apply(Study.Empty, new RunContext()), new RunContext());
        Assert.Equal(("other", "load"), (study.Name, Assert.Single(study.Aside).Name));
        Assert.Equal("load", study.Use("load").Name);
    }

    [Fact]
    public void With_rows_only_those_decide()
    {
        var table = folder.Read("a\n1\n2\nx\n4\n", new ReadOptions { Rows = 2 });
        Assert.Equal("a Integer 1|2", table.Dump());
    }

    [Fact]
    public void Texts_are_coded_in_the_order_of_the_rows() =>
        Assert.Equal("a Text b|a|b||ß codes 0,1,0,-1,2", folder.Read("a\nb\na\nb\n\"\"\nß\n").Dump());
}
