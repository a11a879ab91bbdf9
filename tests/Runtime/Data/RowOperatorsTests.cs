using Runtime;
using Runtime.Expressions;
using Runtime.Numerics;
using Runtime.Operators.Data;

namespace Tests.Runtime.Data;

public sealed class RowOperatorsTests
{
    static readonly Study Study = Study.Empty with
    {
        Table = new Table(
            new NamedList<Column>(
                new NumberColumn("year", [1990, 2001, double.NaN, 2010, 2020], whole: true),
                new TextColumn("genre", [0, 1, 1, -1, 0], TextPool.Of(["rock", "ambient"])),
                new NumberColumn("energy", [0.1, 0.5, 0.9, 0.2, 0.4], whole: false)),
            5),
    };

    static readonly RunContext Quiet = new() { Threads = 1 };

    static BinaryExpression Year(BinaryOperation operation, double value) =>
        new BinaryExpression(operation, new NameExpression("year"), new NumberLiteral(value));

    static BinaryExpression Genre(BinaryOperation operation, string value) =>
        new BinaryExpression(operation, new NameExpression("genre"), new TextLiteral(value));

    static double[] Energy(Study study) => ((NumberColumn)study.Table!["energy"]).Values.ToArray();

    [Fact]
    public void Rows_with_a_missing_value_are_not_kept_by_a_comparison()
    {
        var kept = new Filter { Condition = Year(BinaryOperation.Greater, 2000) }.Apply(Study, Quiet);
        Assert.Equal([0.5, 0.2, 0.4], Energy(kept));
    }

    [Fact]
    public void Not_of_an_unknown_comparison_is_unknown_too()
    {
        var not = new UnaryExpression(UnaryOperation.Not, Year(BinaryOperation.Greater, 2000));
        Assert.Equal([0.1], Energy(new Filter { Condition = not }.Apply(Study, Quiet)));
    }

    [Fact]
    public void An_unknown_side_does_not_matter_when_the_other_side_of_or_holds()
    {
        var either = new BinaryExpression(BinaryOperation.Or, Year(BinaryOperation.Greater, 2000), Genre(BinaryOperation.Equal, "ambient"));
        Assert.Equal([0.5, 0.9, 0.2, 0.4], Energy(new Filter { Condition = either }.Apply(Study, Quiet)));
    }

    [Fact]
    public void Text_is_compared_by_code_point()
    {
        Assert.Equal([0.5, 0.9], Energy(new Filter { Condition = Genre(BinaryOperation.Less, "b") }.Apply(Study, Quiet)));
    }

    [Fact]
    public void Comparing_text_with_a_number_is_refused()
    {
        var mixed = new BinaryExpression(BinaryOperation.Equal, new NameExpression("genre"), new NumberLiteral(3));
        var refusal = Assert.Throws<Refusal>(() => new Filter { Condition = mixed }.Apply(Study, Quiet));
        Assert.Equal("`genre` is text and `3` is a number: they cannot be compared.", refusal.Text);
    }

    [Fact]
    public void Filtering_everything_away_is_refused()
    {
        var refusal = Assert.Throws<Refusal>(() => new Filter { Condition = Year(BinaryOperation.Greater, 3000) }.Apply(Study, Quiet));
        Assert.Equal("No row is left: `year > 3000` holds for none of 5.", refusal.Text);
    }

    [Fact]
    public void Features_with_missing_values_name_the_step_that_helps()
    {
        var refusal = Assert.Throws<Refusal>(() => new Features { Columns = [new("energy"), new("year")] }.Apply(Study, Quiet));
        Assert.Equal("`year` misses 1 of 5 values.", refusal.Text);
        Assert.Contains("drop missing year", refusal.Hint);
    }

    [Fact]
    public void Features_share_the_storage_of_the_table()
    {
        var points = new Features { Columns = [new("energy")] }.Apply(Study, Quiet).Current;
        Assert.Same(((NumberColumn)Study.Table!["energy"]).Storage, points.Matrix.Column(0));
    }

    [Fact]
    public void Dropping_missing_rows_looks_at_the_named_columns_alone()
    {
        Assert.Equal(4, new DropMissing { Columns = [new("year")] }.Apply(Study, Quiet).Rows);
        Assert.Equal(3, new DropMissing().Apply(Study, Quiet).Rows);
    }

    [Fact]
    public void Points_and_labelings_follow_the_rows()
    {
        var study = new Features { Columns = [new("energy")] }.Apply(Study, Quiet).With(new LabelColumn("by_hand", [0, 1, -1, 1, 0], 2));
        var kept = new Filter { Condition = Year(BinaryOperation.Greater, 2000) }.Apply(study, Quiet);
        Assert.Equal([0.5, 0.2, 0.4], kept.Current.Matrix.Column(0));
        Assert.Equal([1, 1, 0], kept.Labelings.ElementAt(0).Labels);
    }

    [Fact]
    public void A_sample_keeps_the_order_and_depends_on_the_seed_alone()
    {
        var rows = RowChoice.Sample(1000, 50, new RandomStream(7));
        Assert.Equal(rows, RowChoice.Sample(1000, 50, new RandomStream(7)));
        Assert.NotEqual(rows, RowChoice.Sample(1000, 50, new RandomStream(8)));
        Assert.Equal(rows.Distinct().Order(), rows);
        Assert.Equal(50, rows.Length);
    }
}
