using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;
using Runtime.Operators.Data;
using Tests.Look;

namespace Tests.Runtime.Expressions;

/// <summary>What functions and signs give on a table of four rows, the last of them with gaps.</summary>
public sealed class FunctionCases
{
    static readonly Study Study = Study.Empty with
    {
        Table = new(new NamedList<Column>(
            Ran.Numbers("x", 3, 1, 3, double.NaN), Ran.Text("g", "a", "b", "a", null), Ran.Text("name", "a-b", "c", " 7.5", null),
            new TimeColumn("when", [0, 86_400e6, 31 * 86_400e6, double.NaN], new TimeForm("yyyy-MM-dd"))), 4),
    };

    [Theory]
    [InlineData("min(x)", "1 1 1 1")]
    [InlineData("sum(x) + count(x)", "10 10 10 10")]
    [InlineData("median(x)", "3 3 3 3")]
    [InlineData("rank(x)", "2.5 1 2.5 ")]
    [InlineData("lag(when)", " 1970-01-01 1970-01-02 1970-02-01")]
    [InlineData("lead(when, 2)", "1970-02-01   ")]
    [InlineData("when - lag(when)", " 1 30 ")]
    [InlineData("max(when)", "1970-02-01 1970-02-01 1970-02-01 1970-02-01")]
    [InlineData("when - min(when)", "0 1 31 ")]
    [InlineData("min(when, lag(when))", " 1970-01-01 1970-01-02 ")]
    [InlineData("year(max(when, date(\"2024-03-05\")))", "2024 2024 2024 ")]
    [InlineData("cumsum(x)", "3 4 7 ")]
    [InlineData("lag(x)", " 3 1 3")]
    [InlineData("lead(x, 2)", "3   ")]
    [InlineData("name + \"/\" + g", "a-b/a c/b  7.5/a ")]
    [InlineData("number(name)", "  7.5 ")]
    [InlineData("split(name, \"-\", 2)", "b   ")]
    [InlineData("text(x) + g", "3a 1b 3a ")]
    [InlineData("when - lag_day", " 1 30 ")]
    [InlineData("when + 1", "1970-01-02 1970-01-03 1970-02-02 ")]
    [InlineData("weekday(when) + month(when)", "5 6 9 ")]
    public void Give(string expression, string values)
    {
        var whole = expression.Replace("lag_day", "earlier", StringComparison.Ordinal);
        var table = Study.Loaded.With(new TimeColumn("earlier", [double.NaN, 0, 86_400e6, 0], new TimeForm("yyyy-MM-dd")));
        Assert.Equal(values, Shown(new RowProgram(table, Work.Alone).Column("it", Reader.ReadValue(whole)!)));
    }

    [Theory]
    [InlineData("x - mean(x)", "0 0 0 ")]
    [InlineData("rank(x)", "1.5 1 1.5 ")]
    [InlineData("lag(x)", "  3 ")]
    [InlineData("when - lag(when)", "  31 ")]
    [InlineData("max(when)", "1970-02-01 1970-01-02 1970-02-01 ")]
    [InlineData("count(x)", "2 1 2 0")]
    public void Give_of_each_group(string expression, string values)
    {
        var step = new Derive { Columns = [new("it", Reader.ReadValue(expression)!)], By = ["g"] };
        foreach (var threads in new[] { 1, 3 })
            Assert.Equal(values, Shown(step.Apply(Study, new RunContext { Threads = threads }).Column("it")));
    }

    [Fact]
    public void Sums_of_whole_numbers_are_exact_beyond_two_to_the_53() =>
        Assert.Equal(9007199254740996, RowSum(9007199254740992, 1, 1, 1, 1));

    static double RowSum(params double[] values) => global::Runtime.Numerics.Statistics.RowSeries.Sum(values, Work.Alone);

    static string Shown(Column column) => string.Join(' ', Enumerable.Range(0, column.Rows).Select(column.Show));
}
