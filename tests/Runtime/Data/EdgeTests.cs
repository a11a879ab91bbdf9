using Runtime.Data.Samples;

namespace Tests.Runtime.Data;

/// <summary>Edges and ties that the docs promise.</summary>
public sealed class EdgeTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("1\n2\nx\ny\n", true)]
    [InlineData("1\n2\nx\ny\nz\n", false)]
    [InlineData("1\nx\n", true)]
    [InlineData("x\ny\n1\n", false)]
    public void A_text_column_of_which_half_are_numbers_tells_the_first_that_is_none(string values, bool told) =>
        Assert.Equal(told, ((TextColumn)folder.Read("a\n" + values)["a"]).NotANumber is not null);

    [Theory]
    [InlineData("a;b\tc;d\te\n1;2\t3;4\t5\n", 3)]
    [InlineData("a;b\tc\n1;2\t3\n", 2)]
    [InlineData("a,b;c\n1,2;3\n", 2)]
    [InlineData("a,b\tc\n1,2\t3\n", 2)]
    [InlineData("a\tb\tc;d\n1\t2\t3;4\n", 3)]
    public void Among_delimiters_that_are_as_many_a_comma_wins_and_then_a_semicolon(string text, int columns)
    {
        var table = folder.Read(text);
        Assert.Equal(columns, table.Columns.Count);
    }

    [Fact]
    public void Of_a_semicolon_and_a_tab_that_are_as_many_the_semicolon_parts() =>
        Assert.Equal(["a", "b\tc"], folder.Read("a;b\tc\n1;2\t3\n").Columns.Names);

    /// <summary>The README promises it: each quantile that is told stands on ten rows, or on a value that twenty share.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(19)]
    [InlineData(20)]
    [InlineData(200)]
    public void No_mean_stands_on_fewer_than_ten_rows(int rows)
    {
        double[] sorted = [.. Enumerable.Range(0, rows).Select(i => Math.Pow(1.1, i))];
        Assert.All(Microaggregation.Of(sorted).CountBy(v => v), told => Assert.True(told.Value >= 10, $"{told.Value} rows stand behind {told.Key}"));
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void A_value_is_told_as_it_is_from_twenty_rows_on(int sharing, bool told)
    {
        var others = Enumerable.Range(1, 30).Select(i => i / 100.0);
        double[] sorted = [.. others, .. Enumerable.Repeat(7.5, sharing), .. others.Select(v => 10 + v)];
        Assert.Equal(told, Microaggregation.Of(sorted).Count(v => v == 7.5) == sharing);
    }
}
