using CsCheck;
using Runtime;
using Runtime.Charts;
using Runtime.Numerics;
using Runtime.Numerics.Statistics;
using Runtime.Operators.Look;

namespace Tests.Look;

public sealed class MissingTogether
{
    [Fact]
    public void Patterns_are_counted_as_by_hand_on_any_number_of_threads() =>
        Gen.Bool.Array[5].Array[1, 60].Sample(rows =>
        {
            Column[] columns = [.. Enumerable.Range(0, 5).Select(c => Ran.Numbers($"c{c}", [.. rows.Select(r => r[c] ? double.NaN : 1)]))];
            var found = MissingPattern.Of(columns, rows.Length, Work.Alone).Select(Told).ToArray();
            var expected = rows.GroupBy(r => string.Concat(r.Select((m, c) => m ? $"{c}" : ""))).Select(g => (g.Key, g.Count()));
            Assert.Equal(expected.ToHashSet(), found.ToHashSet());
            Assert.Equal(found.Select(f => f.Rows).OrderDescending(), found.Select(f => f.Rows));
            Assert.Equal(found, MissingPattern.Of(columns, rows.Length, new Work(3)).Select(Told));
        }, iter: 100);

    [Fact]
    public void Missing_shows_the_patterns_of_rows_with_gaps()
    {
        var ran = Ran.Of(new Missing(), Ran.Table(Ran.Numbers("a", 1, double.NaN, double.NaN, 4, 5), Ran.Numbers("whole", 1, 2, 3, 4, 5),
            Ran.Text("b", "x", null, null, null, "y")));
        Assert.Equal(["b, a", "b"], ran.Cells("missing_together", "missing"));
        Assert.Equal([2, 1], ran.Cells("missing_together", "rows"));
        Assert.Equal([0.4, 0.2], ran.Cells("missing_together", "share"));
        var figure = ran.Figure("missing_together");
        Assert.Equal([[1.0, 1], [1, 0]], figure.Marks<CellMark>().Single().Values);
        Assert.Equal("40.0 % of the rows miss nothing. Most often together: `b` and `a`, in 2 rows. In full colour: missing.", figure.Note);
    }

    [Fact]
    public void One_column_with_gaps_has_none_to_be_missing_with() =>
        Assert.Empty(Ran.Of(new Missing(), Ran.Table(Ran.Numbers("a", 1, double.NaN), Ran.Numbers("b", 1, 2))).Results.OfType<Figure>());

    [Theory]
    [InlineData(new[] { 3.0, 1, 2, 2 }, new[] { 1, 2, 1 })]
    [InlineData(new[] { 7.0, 7 }, new[] { 2 })]
    [InlineData(new[] { 0.5, double.PositiveInfinity, double.NaN }, new[] { 1 })]
    [InlineData(new double[0], new int[0])]
    [InlineData(new[] { 0, 1.6 }, new[] { 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 })]
    [InlineData(new[] { -1.7e308, 1.7e308 }, new[] { 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 })]
    public void Small_bars_count_values(double[] values, int[] counts) =>
        Assert.Equal(counts, SmallHistogram.Of(Distribution.Of(values)));

    /// <summary>Bins between whole numbers would make a comb of what is even.</summary>
    [Theory, InlineData(17), InlineData(73), InlineData(100), InlineData(1000)]
    public void Whole_numbers_that_are_even_have_even_bars(int count)
    {
        var bars = SmallHistogram.Of(Distribution.Of([.. Enumerable.Range(0, count).Select(i => (double)i)]));
        Assert.Single(bars.SkipLast(1).Distinct());
        Assert.Equal(count, bars.Sum());
    }

    [Fact]
    public void Describe_shows_bars_of_numbers_and_gives_programs_the_counts()
    {
        var ran = Ran.Of(new Describe(), Ran.Table(Ran.Numbers("n", 0, 0, 0, 0, 1, 3), Ran.Text("t", "a", "b", "c", "d", "e", "f")));
        var column = ran.Sheet("describe").Columns.Single(c => c.Name == "histogram");
        Assert.Equal("█▂ ▂", CellText.Of(column.Cells[0], column.Format));
        Assert.Equal("4 1 0 1", $"{column.Cells[0]}");
        Assert.Null(column.Cells[1]);
        Assert.DoesNotContain(Ran.Of(new Describe(), Ran.Table(Ran.Text("t", "a"))).Sheet("describe").Columns, c => c.Name == "histogram");
    }

    static (string Columns, int Rows) Told(MissingPattern pattern) => (string.Concat(pattern.Missing), pattern.Rows);
}
