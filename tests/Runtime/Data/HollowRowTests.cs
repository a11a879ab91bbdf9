using CsCheck;
using Runtime;
using Runtime.Data;
using Runtime.Operators.Data;
using Tests.Look;

namespace Tests.Runtime.Data;

/// <summary>Lines without a value are no rows, and a row without one is written so that it stays one.</summary>
public sealed class HollowRowTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a,b\n1,2\n,\n3,4\n", "a Integer 1|3\nb Integer 2|4", 1)]
    [InlineData("a,b,c\n1,2,3\n,\n,,,\n4,5,6\n", "a Integer 1|4\nb Integer 2|5\nc Integer 3|6", 2)]
    [InlineData("a;b;c\n1;2;3\n;;\n ; ;\n4;5;6\n;;\n;;\n", "a Integer 1|4\nb Integer 2|5\nc Integer 3|6", 4)]
    [InlineData("a\tb\n1\t2\n\t\r\n3\t4\n", "a Integer 1|3\nb Integer 2|4", 1)]
    [InlineData("a,b\n1,2\n\"\",\n,\"\"\n", "a Integer 1||\nb Integer 2||", 0)]
    [InlineData("a,b\n,\n\n1,\n,2\n", "a Integer 1|\nb Integer |2", 1)]
    public void Lines_of_nothing_but_delimiters_are_told_of(string text, string table, int lines)
    {
        var read = Formats.Read(folder.Write("t.csv", text), new(), new Work(2));
        Assert.Equal(table, read.Table.Dump(codes: false));
        Assert.Equal(lines == 0 ? [] : [$"`t.csv` has {Wording.Plural(lines, "line")} of nothing but delimiters, which {Wording.Are(lines)} no row{(lines == 1 ? "" : "s")}."],
            read.Remarks.Where(r => r.Contains("nothing but")));
    }

    static readonly Gen<double[][]> Gapped = Gen.Select(Gen.Int[1, 3], Gen.Int[1, 6]).SelectMany((columns, rows) =>
        Gen.OneOf(Gen.Const(double.NaN), Gen.Const(double.NaN), Gen.Int[0, 9].Select(i => (double)i)).Array[rows].Array[columns]);

    [Fact]
    public void Rows_that_miss_all_come_back() => Gapped.Sample(values =>
    {
        using var place = new TempFolder();
        var study = Ran.Table([.. values.Select((v, j) => new NumberColumn($"c{j}", v, whole: false))]);
        new Save { File = new OutputFile("o.csv") }.Apply(study, new RunContext { OutputFolder = place.Root });
        var back = Formats.Read(place.File("o.csv"), new(), Work.Alone).Table;
        Assert.Equal(values, back.Columns.Select(c => ((NumberColumn)c).Storage));
    }, iter: 500);
}
