using Microsoft.Data.Analysis;
using Runtime.Data;

namespace Tests.Runtime.Data;

public sealed class DataFramesTests
{
    [Fact]
    public void A_table_survives_the_way_there_and_back()
    {
        var table = new Table(new NamedList<Column>(
            new NumberColumn("whole", [1, double.NaN, 3], whole: true),
            new NumberColumn("number", [0.1, 2, double.NaN], whole: false),
            new TextColumn("text", [1, -1, 0], TextPool.Of(["b", "a"]))), 3);
        var frame = DataFrames.From(table);
        Assert.Equal([typeof(long), typeof(double), typeof(string)], frame.Columns.Select(c => c.DataType));
        Assert.Equal([1, 1, 1], frame.Columns.Select(c => (int)c.NullCount));
        Assert.Equal("whole Integer 1||3\nnumber Number 0.1|2|\ntext Text a||b codes 0,-1,1", DataFrames.ToTable(frame).Dump());
    }

    [Fact]
    public void Other_column_types_become_numbers_or_text()
    {
        var frame = new DataFrame(
            new SingleDataFrameColumn("f", [0.5f, null]), new BooleanDataFrameColumn("b", [true, null]), new DecimalDataFrameColumn("d", [7m, 8m]));
        Assert.Equal("f Number 0.5|\nb Logical true|\nd Integer 7|8", DataFrames.ToTable(frame).Dump());
    }

    [Fact]
    public void Infinity_is_refused() =>
        Assert.Equal("Row 2 of column `x` is infinite.", Assert.Throws<Refusal>(() => DataFrames.ToTable(new DataFrame(new DoubleDataFrameColumn("x", [1, double.PositiveInfinity])))).Text);
}
