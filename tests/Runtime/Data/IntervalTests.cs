using Runtime;
using Runtime.Charts;
using Runtime.Expressions;
using Runtime.Numerics.Rows;
using Runtime.Operators.Data;
using Runtime.Operators.Draw;
using Runtime.Operators.Look;
using Tests.Look;

namespace Tests.Runtime.Data;

/// <summary>Intervals are words that stand in their own order, wherever the column goes.</summary>
public sealed class IntervalTests
{
    const double Gap = double.NaN;

    static readonly string[] Intervals = ["[-5, 0)", "[0, 10)", "[10, 20)", "[20, 100]"];

    /// <summary>By their letters they would stand otherwise.</summary>
    static readonly Study Study = Ran.Of(new Bin { Column = new("x"), Edges = [-5, 0, 10, 20, 100], As = "b" }, Ran.Table(
        Ran.Numbers("x", 15, 100, -5, 0, Gap, 3, 400, 12), Ran.Numbers("y", 1, 2, 3, 4, 5, 6, 7, 8))).Study;

    static string[] Cells(Study study, string column) => [.. Enumerable.Range(0, study.Rows).Select(study.Loaded[column].Show)];

    static Study Of(Operator op, Study? study = null) => Ran.Of(op, study ?? Study).Study;

    [Fact]
    public void Each_row_has_the_interval_that_it_is_in_and_what_is_in_none_is_missing() =>
        Assert.Equal(["[10, 20)", "[20, 100]", "[-5, 0)", "[0, 10)", "", "[0, 10)", "", "[10, 20)"], Cells(Study, "b"));

    [Fact]
    public void Sort_and_group_and_encode_follow_the_intervals()
    {
        Assert.Equal(["[-5, 0)", "[0, 10)", "[0, 10)", "[10, 20)", "[10, 20)", "[20, 100]", "", ""], Cells(Of(new Sort { Columns = [new("b")] }), "b"));
        Assert.Equal(Intervals, Cells(Of(new Group { By = [new("b")], Agg = [GroupFigure.Count] }).Use("group"), "b"));
        Assert.Equal(["2", "3", "0", "1", "", "1", "", "2"],
            Cells(Of(new Encode { Method = EncodeMethod.Ordinal, Columns = [new("b")] }), "b_code"));
    }

    [Fact]
    public void The_order_outlives_a_new_name_a_copy_fewer_rows_filled_gaps_and_rows_from_another_table()
    {
        var copied = Of(new Derive { Columns = [new("c", new NameExpression("b"))] }, Of(new Rename { Columns = [new("b", new("b"))] }));
        var filled = Of(new Impute { Method = ImputeMethod.Constant, Columns = [new("c")], Value = new TextLiteral("none") }, copied);
        Assert.Equal([.. Intervals, "none"], Cells(Of(new Group { By = [new("c")], Agg = [GroupFigure.Count] }, filled).Use("group"), "c"));
        var taken = new Table(Study.Loaded.Columns.Map(c => c.Take([1, 2, 0])), 3);
        var below = TableStack.Of([taken, Study.Loaded]);
        Assert.Equal(Intervals, Labeling.Of(below["b"]).Names);
    }

    [Fact]
    public void Bars_and_means_and_agreement_have_the_groups_in_their_order()
    {
        Assert.Equal(Intervals, Labeling.Of(Study.Loaded["b"]).Names);
        var bars = Ran.Of(new Bars { Column = new("b") }, Study).Figure("bars_b");
        Assert.Equal(Intervals, bars.Scales.OfType<BandScale>().Single().Bands);
        Assert.Equal(Intervals, Ran.Of(new Means { Columns = [new("y")], By = new("b") }, Study).Results.OfType<Sheet>().First().Columns[0].Cells
            .OfType<string>().Where(c => c.StartsWith('[')));
    }

    [Fact]
    public void Comparisons_are_by_the_order_of_the_intervals()
    {
        var from = new BinaryExpression(BinaryOperation.GreaterOrEqual, new NameExpression("b"), new TextLiteral("[0, 10)"));
        Assert.Equal(["15", "100", "0", "3", "12"], Cells(Of(new Filter { Condition = from }), "x"));
    }

    [Fact]
    public void A_model_names_the_intervals_of_other_rows()
    {
        var model = Study.Models.OfType<BinModel>().Single();
        var other = Ran.Table(Ran.Numbers("x", 99, -6, -1)).Loaded;
        Assert.Equal(["[20, 100]", "", "[-5, 0)"], Enumerable.Range(0, 3).Select(model.Apply(other, Work.Alone).Single().Show));
    }

    public static TheoryData<double[], string[]> Edges => new()
    {
        { [0, 0.1, 0.2, 0.30000000000000004], ["[0, 0.1)", "[0.1, 0.2)", "[0.2, 0.3]"] },
        { [60.8, 122.26666666666667, 183.73333333333335], ["[60.8, 122.27)", "[122.27, 183.73]"] },
        { [-0.0001, 1e6, 2e6], ["[0, 1000000)", "[1000000, 2000000]"] },
        { [0, 1e-20, 2e-20], ["[0, 1E-20)", "[1E-20, 2E-20]"] },
        { [-1.7e308, 0, 1.7e308], ["[-1.7E+308, 0)", "[0, 1.7E+308]"] },
        { [1e15, 1e15 + 1, 1e15 + 2], ["[1E+15, 1000000000000001)", "[1000000000000001, 1000000000000002]"] },
    };

    [Theory]
    [MemberData(nameof(Edges))]
    public void Names_have_the_fewest_decimals_that_tell_the_edges(double[] edges, string[] names) => Assert.Equal(names, new Bins(edges).Names);
}
