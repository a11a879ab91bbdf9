using Runtime;
using Runtime.Operators.Look;

namespace Tests.Look;

/// <summary>Numbers that stand together keep the digits that tell the least from the greatest.</summary>
public sealed class NumbersShown
{
    [Theory]
    [InlineData(new[] { 100000.113, 100000.123, 100000.133 }, new[] { "100,000.113", "100,000.123", "100,000.133" })]
    [InlineData(new[] { 1000000000000008.0, 1000000000000001.0 }, new[] { "1,000,000,000,000,008", "1,000,000,000,000,001" })]
    [InlineData(new[] { 1e15, 1e15 + 9, 1e15 + 4.375 }, new[] { "1,000,000,000,000,000", "1,000,000,000,000,009", "1,000,000,000,000,004" })]
    [InlineData(new[] { 0.12345, 0.9 }, new[] { "0.1235", "0.9000" })]
    [InlineData(new[] { 1.0, 2, 3.5 }, new[] { "1", "2", "3.500" })]
    [InlineData(new[] { 2869.67, 2870.44 }, new[] { "2869.67", "2870.44" })]
    [InlineData(new[] { 2869.67, 4000.5 }, new[] { "2870", "4000" })]
    [InlineData(new[] { 1.000250093789080, 1.000250093789081 }, new[] { "1.000", "1.000" })]
    [InlineData(new[] { -1.7e308, 1.7e308 }, new[] { "−1.7e+308", "1.7e+308" })]
    [InlineData(new[] { 1.00001e-170, 1.00002e-170 }, new[] { "1.00001e−170", "1.00002e−170" })]
    public void In_a_column(double[] cells, string[] texts) =>
        Assert.Equal(texts, new Sheet("s", "S", [new SheetColumn("x", CellFormat.Number, [.. cells])]).Texts(0));

    [Fact]
    public void In_a_row_of_one_kind()
    {
        var sheet = new Sheet("s", "S",
        [
            new SheetColumn("min", CellFormat.Number, [5.25, 100000.113]) { AlongRow = true },
            new SheetColumn("max", CellFormat.Number, [7.5, 100000.133]) { AlongRow = true },
            new SheetColumn("sd", CellFormat.Number, [0.5, 0.01]),
        ]);
        Assert.Equal(["5.250", "100,000.113"], sheet.Texts(0));
        Assert.Equal(["7.500", "100,000.133"], sheet.Texts(1));
    }

    /// <summary>Quartiles of longitudes, a degree apart in all: those near each other are told apart, and those far apart have no more digits.</summary>
    [Theory]
    [InlineData(new[] { 116.1012, 116.3012, 116.3098, 117.0 }, new[] { "116.101", "116.301", "116.310", "117" })]
    [InlineData(new[] { 30.2, 98.75, 122.04, 122.01, 250 }, new[] { "30.20", "98.75", "122.0", "122.0", "250" })]
    [InlineData(new[] { 0.1, 0.10001, 0.9 }, new[] { "0.1000", "0.1000", "0.9000" })]
    public void Near_numbers_among_far_ones_of_a_row(double[] cells, string[] texts)
    {
        var sheet = new Sheet("s", "S", [.. cells.Select((c, j) => new SheetColumn($"{j}", CellFormat.Number, [c]) { AlongRow = true })]);
        Assert.Equal(texts, cells.Select((_, j) => sheet.Texts(j)[0]));
    }

    /// <summary>As the table has them; what was computed of few decimals has those, and other results their first digits.</summary>
    [Theory]
    [InlineData(new[] { 116.475305, 39.9 }, new[] { "116.475305", "39.900000" })]
    [InlineData(new[] { 0.1 + 0.2, 14362.149999999998, -3.5 }, new[] { "0.30", "14362.15", "−3.50" })]
    [InlineData(new[] { 1 / 3.0, 2.5 }, new[] { "0.3333", "2.500" })]
    [InlineData(new[] { 1.5e-12, 2.5 }, new[] { "1.5e−12", "2.500" })]
    public void In_rows_of_a_table(double[] cells, string[] texts)
    {
        var shown = Ran.Of(new Head(), Ran.Table(new NumberColumn("x", cells, whole: false)));
        Assert.Equal(texts, shown.Sheet("head").Texts(1));
    }

    [Fact]
    public void Many_names_are_five_and_a_count()
    {
        Assert.Equal("`a`, `b`, `c`, `d` and `e`", Wording.Names(["a", "b", "c", "d", "e"]));
        Assert.Equal("`c0`, `c1`, `c2`, `c3`, `c4` and 4,995 more", Wording.Names(Enumerable.Range(0, 5_000).Select(i => $"c{i}")));
    }
}
