using Runtime;
using Runtime.Expressions;
using Runtime.Numerics;
using Runtime.Numerics.Rows;
using Runtime.Operators.Data;
using Tests.Look;

namespace Tests.Runtime.Data;

/// <summary>The verbs that change a table: known answers, gaps, repeated and empty things.</summary>
public sealed class TableVerbs
{
    const double Gap = double.NaN;

    static readonly Study Study = Ran.Table(
        Ran.Numbers("year", 1990, 2001, Gap, 2010, 2001),
        Ran.Text("genre", "rock", "ambient", "ambient", null, "rock"),
        Ran.Numbers("energy", 0.25, 0.5, 1, 0.5, Gap));

    static ValueList<ColumnRef> Refs(params string[] names) => [.. names.Select(n => new ColumnRef(n))];

    static string[] Cells(Study study, string column) => [.. Enumerable.Range(0, study.Rows).Select(study.Loaded[column].Show)];

    static Refusal Refused(Operator op) => Assert.Throws<Refusal>(() => Ran.Of(op, Study));

    static NameExpression Name(string name) => new(name);

    /// <summary>What a check promises is what a run gives.</summary>
    static Study Run(Operator op, Study? study = null)
    {
        var before = study ?? Study;
        var check = new CheckContext();
        var promised = op.Apply(before.Shape, check);
        Assert.Empty(check.Complaints);
        var after = Ran.Of(op, before).Study;
        Assert.All(promised.Columns!, c => Assert.Contains(c.Name, after.Loaded.Columns.Names));
        Assert.All(after.Loaded.Columns, c => Assert.True(promised.MayHave(c.Name) || promised.Columns!.Find(c.Name)!.IsNumeric == c is NumberColumn, c.Name));
        if (promised.Rows is { } rows) Assert.Equal(rows, after.Rows);
        return after;
    }

    [Fact]
    public void Derived_columns_see_those_before_them_and_may_replace_one()
    {
        var two = new BinaryExpression(BinaryOperation.Multiply, Name("energy"), new NumberLiteral(2));
        var after = Run(new Derive { Columns = [new("double", two), new("energy", new BinaryExpression(BinaryOperation.Add, Name("double"), new NumberLiteral(1)))] });
        Assert.Equal(["0.5", "1", "2", "1", ""], Cells(after, "double"));
        Assert.Equal(["1.5", "2", "3", "2", ""], Cells(after, "energy"));
        Assert.Equal(["year", "genre", "energy", "double"], after.Loaded.Columns.Names);
    }

    [Fact]
    public void Truths_stay_what_they_are_and_texts_are_kept_once()
    {
        var loud = new BinaryExpression(BinaryOperation.Greater, Name("energy"), new NumberLiteral(0.4));
        var after = Run(new Derive { Columns = [new("loud", loud), new("up", new CallExpression("upper", [Name("genre")]))] });
        Assert.Equal(["false", "true", "true", "true", ""], Cells(after, "loud"));
        Assert.Equal(["ROCK", "AMBIENT", "AMBIENT", "", "ROCK"], Cells(after, "up"));
        Assert.Equal(2, Assert.IsType<TextColumn>(after.Loaded["up"]).Words.Count);
    }

    [Fact]
    public void Results_that_are_no_number_are_counted_apart_from_what_was_missing()
    {
        var ran = Ran.Of(new Derive { Columns = [new("odd", new CallExpression("log", [new BinaryExpression(BinaryOperation.Subtract, Name("energy"), new NumberLiteral(0.5))]))] }, Study);
        Assert.Equal(["", "", "-0.6931471805599453", "", ""], Cells(ran.Study, "odd"));
        Assert.Contains("`odd` is missing in 4 of 5 rows.", ran.Remarks);
        Assert.StartsWith("`odd` is missing in 3 rows though nothing it is made of is", Assert.Single(ran.Warnings));
    }

    [Fact]
    public void A_wrong_expression_is_refused_also_without_a_check() =>
        Assert.Equal("There is no column `nothing`.", Refused(new Derive { Columns = [new("a", Name("nothing"))] }).Text);

    [Fact]
    public void Deep_nesting_is_refused_before_the_stack_is_full()
    {
        Expression deep = Name("energy");
        for (var i = 0; i < 100_000; i++) deep = new UnaryExpression(UnaryOperation.Negate, deep);
        Assert.Equal("The expression is nested too deeply.", Refused(new Derive { Columns = [new("a", deep)] }).Text);
    }

    [Fact]
    public void The_first_of_equal_rows_stays_and_missing_equals_missing()
    {
        Assert.Equal(["0.25", "0.5", "0.5"], Cells(Run(new DropDuplicates { Columns = Refs("genre") }), "energy"));
        Assert.Equal(5, Run(new DropDuplicates()).Rows);
        Assert.Equal(["1990", "2001", "", "2010"], Cells(Run(new DropDuplicates { Columns = Refs("year") }), "year"));
        Assert.Equal(2, Run(new DropDuplicates(), Ran.Table(Ran.Numbers("a", Gap, Gap, 0, -0.0))).Rows);
    }

    [Fact]
    public void Dropped_columns_are_gone_and_renamed_ones_share_their_values()
    {
        Assert.Equal(["energy"], Run(new DropColumns { Columns = Refs("year", "genre") }).Loaded.Columns.Names);
        var renamed = Run(new Rename { Columns = [new("genre", new("energy")), new("energy", new("genre"))] });
        Assert.Equal(["year", "energy", "genre"], renamed.Loaded.Columns.Names);
        Assert.Same(((NumberColumn)Study.Loaded["energy"]).Storage, ((NumberColumn)renamed.Loaded["genre"]).Storage);
        Assert.Equal("There is a column `year` already.", Refused(new Rename { Columns = [new("year", new("energy"))] }).Text);
        Assert.Equal("`energy` is given two names.", Refused(new Rename { Columns = [new("a", new("energy")), new("b", new("energy"))] }).Text);
    }

    [Theory]
    [InlineData(ImputeMethod.Mean, "year", "2000.5")]
    [InlineData(ImputeMethod.Median, "year", "2001")]
    [InlineData(ImputeMethod.MostFrequent, "year", "2001")]
    [InlineData(ImputeMethod.MostFrequent, "genre", "ambient")]
    [InlineData(ImputeMethod.Median, "energy", "0.5")]
    public void Gaps_are_filled(ImputeMethod method, string column, string value)
    {
        var filled = Run(new Impute { Method = method, Columns = Refs(column) });
        Assert.Equal(Cells(Study, column).Select(c => c.Length == 0 ? value : c), Cells(filled, column));
        Assert.Equal(0, filled.Loaded[column].Missing);
    }

    [Fact]
    public void A_constant_fills_the_columns_of_its_type()
    {
        var zero = Run(new Impute { Method = ImputeMethod.Constant, Value = new NumberLiteral(-1) });
        Assert.Equal(["1990", "2001", "-1", "2010", "2001"], Cells(zero, "year"));
        Assert.Equal(1, zero.Loaded["genre"].Missing);
        Assert.Equal(["rock", "ambient", "ambient", "rock", "rock"], Cells(Run(new Impute { Method = ImputeMethod.Constant, Value = new TextLiteral("rock") }), "genre"));
        Assert.Equal("`genre` holds text, which has no mean.", Refused(new Impute { Method = ImputeMethod.Mean, Columns = Refs("genre") }).Text);
        Assert.Equal("`impute constant` needs a `value`.", Refused(new Impute { Method = ImputeMethod.Constant }).Text);
        Assert.Equal("`a` has no value at all to take one from.", Assert.Throws<Refusal>(() => Ran.Of(new Impute { Method = ImputeMethod.Mean }, Ran.Table(Ran.Numbers("a", Gap, Gap)))).Text);
    }

    [Fact]
    public void Categories_become_numbers_in_the_order_of_their_values()
    {
        var onehot = Run(new Encode { Method = EncodeMethod.Onehot, Columns = Refs("genre", "year") });
        Assert.Equal(["year", "genre", "energy", "genre_ambient", "genre_rock", "year_1990", "year_2001", "year_2010"], onehot.Loaded.Columns.Names);
        Assert.Equal(["1", "0", "0", "", "1"], Cells(onehot, "genre_rock"));
        Assert.Equal(["1", "0", "0", "", "1"], Cells(Run(new Encode { Method = EncodeMethod.Ordinal, Columns = Refs("genre") }), "genre_code"));
        Assert.StartsWith("`genre` has 3 values", Assert.Throws<Refusal>(() =>
            Ran.Of(new Encode { Method = EncodeMethod.Onehot, Columns = Refs("genre"), Most = 2 }, Ran.Table(Ran.Text("genre", "a", "b", "c")))).Text);
    }

    [Fact]
    public void Bins_hold_their_lower_edge_and_the_last_its_upper_one()
    {
        var table = Ran.Table(Ran.Numbers("x", 0, 1, 2, 3, 10, Gap));
        Assert.Equal(["0", "0", "1", "1", "4", ""], Cells(Run(new Bin { Column = new("x"), Count = 5, Labels = false }, table), "x_bin"));
        Assert.Equal(["0", "1", "2", "3", "3", ""], Cells(Run(new Bin { Column = new("x"), Count = 4, Method = BinMethod.Quantile, Labels = false, As = "q" }, table), "q"));
        Assert.Equal(["", "0", "1", "1", "", ""], Cells(Run(new Bin { Column = new("x"), Edges = [1, 2, 3], Labels = false }, table), "x_bin"));
        Assert.Equal("The edges must be two or more numbers that ascend.", Refused(new Bin { Column = new("year"), Edges = [2, 1] }).Text);
        Assert.Equal("`x` does not vary, so it has no intervals.", Assert.Throws<Refusal>(() => Ran.Of(new Bin { Column = new("x"), Count = 2 }, Ran.Table(Ran.Numbers("x", 3, 3)))).Text);
    }

    [Fact]
    public void Codes_follow_the_order_that_is_stated_and_what_it_does_not_name_is_refused_with_its_row()
    {
        var sizes = Ran.Table(Ran.Text("size", "small", "large", null, "medium", "large"), Ran.Text("next", "large", "small", "small", "small", "small"));
        var encode = new Encode { Method = EncodeMethod.Ordinal, Columns = Refs("size", "next"), Order = ["tiny", "small", "medium", "large"] };
        var after = Run(encode, sizes);
        Assert.Equal(["1", "3", "", "2", "3"], Cells(after, "size_code"));
        Assert.Equal(["3", "1", "1", "1", "1"], Cells(after, "next_code"));
        var refusal = Assert.Throws<Refusal>(() => Ran.Of(encode with { Order = ["small", "large"] }, sizes));
        Assert.Equal("`size` is `medium` in row 4, which the order does not name.", refusal.Text);
        Assert.Equal("`small` stands in the order twice.", Refused(encode with { Columns = Refs("genre"), Order = ["small", "small"] }).Text);
        Assert.Equal("`year` is no column of texts, so its values have an order already.", Refused(encode with { Columns = Refs("year") }).Text);
        Assert.Equal("The columns of `onehot` have no order.", Refused(encode with { Columns = Refs("genre"), Method = EncodeMethod.Onehot }).Text);
    }

    [Fact]
    public void Groups_are_in_the_order_of_their_keys_and_gaps_are_left_out()
    {
        var op = new Group { By = Refs("genre"), Columns = Refs("energy"), Agg = [GroupFigure.Count, GroupFigure.Mean, GroupFigure.Sd, GroupFigure.Sum, GroupFigure.Median, GroupFigure.Min, GroupFigure.Max] };
        var groups = Run(op).Use("group");
        Assert.Equal(["ambient", "rock"], Cells(groups, "genre"));
        Assert.Equal(["2", "2"], Cells(groups, "count"));
        Assert.Equal(["0.75", "0.25"], Cells(groups, "energy_mean"));
        Assert.Equal(["0.3535533905932738", ""], Cells(groups, "energy_sd"));
        Assert.Equal(["1.5", "0.25"], Cells(groups, "energy_sum"));
        Assert.Equal(["0.75", "0.25"], Cells(groups, "energy_median"));
        Assert.Equal(["0.5", "0.25"], Cells(groups, "energy_min"));
        Assert.Equal(["1", "0.25"], Cells(groups, "energy_max"));
    }

    [Fact]
    public void A_sum_beyond_any_number_is_said_to_be_missing()
    {
        var study = Ran.Table(Ran.Numbers("x", 1.7e308, 1.7e308, 1, 2, Gap), Ran.Text("g", "a", "a", "b", "b", "c"));
        var ran = Ran.Of(new Group { By = Refs("g"), Agg = [GroupFigure.Sum] }, study);
        Assert.Equal(["", "3", ""], Cells(ran.Study.Use("group"), "x_sum"));
        Assert.Equal(["`x_sum` of 1 group is beyond any number and left missing."], ran.Warnings);
    }

    [Fact]
    public void Grouping_makes_a_table_that_stands_aside_and_shows_it()
    {
        var study = Study.With(new LabelColumn("by_hand", [0, 0, 1, 1, 0], 2));
        var ran = Ran.Of(new Group { By = Refs("genre", "year"), Agg = [GroupFigure.Count] }, study);
        Assert.Equal("by_hand", Assert.Single(ran.Study.Labelings).Name);
        Assert.Equal(["3 groups of 3 rows. 2 rows without a key are left out. `use group` goes on with the groups."], ran.Remarks);
        Assert.Equal(["2001", "1990", "2001"], Cells(ran.Study.Use("group"), "year"));
    }

    [Fact]
    public void Rows_that_miss_a_key_make_the_last_group()
    {
        var ran = Ran.Of(new Group { Missing = MissingKeys.Keep, By = Refs("genre"), Columns = Refs("energy"), Agg = [GroupFigure.Count, GroupFigure.Share, GroupFigure.Sum] }, Study);
        Assert.Equal(["ambient", "rock", ""], Cells(ran.Study.Use("group"), "genre"));
        Assert.Equal(["0.4", "0.4", "0.2"], Cells(ran.Study.Use("group"), "share"));
        Assert.Equal(["1.5", "0.25", "0.5"], Cells(ran.Study.Use("group"), "energy_sum"));
        Assert.Contains("1 row without a key makes a group of its own, the last.", string.Join(' ', ran.Remarks));
    }

    [Fact]
    public void Groups_have_distinct_first_and_last_values_and_quantiles()
    {
        var study = Ran.Table(Ran.Text("g", "a", "b", "a", "a", "a"), Ran.Numbers("x", Gap, 5, 1, 2, 4), Ran.Text("t", "u", null, "v", "u", null));
        var groups = Run(new Group { By = Refs("g"), Columns = Refs("x", "t"), Agg = [GroupFigure.Distinct, GroupFigure.First, GroupFigure.Last, GroupFigure.Q25, GroupFigure.Q90] }, study).Use("group");
        Assert.Equal(["g", "x_distinct", "x_first", "x_last", "x_q25", "x_q90", "t_distinct", "t_first", "t_last"], groups.Loaded.Columns.Names);
        Assert.Equal(["3", "1"], Cells(groups, "x_distinct"));
        Assert.Equal(["1", "5"], Cells(groups, "x_first"));
        Assert.Equal(["4", "5"], Cells(groups, "x_last"));
        Assert.Equal(["1.5", "5"], Cells(groups, "x_q25"));
        Assert.Equal(["3.6", "5"], Cells(groups, "x_q90"));
        Assert.Equal(["2", "0"], Cells(groups, "t_distinct"));
        Assert.Equal(["u", ""], Cells(groups, "t_last"));
    }

    [Fact]
    public void Sums_that_no_number_holds_are_told()
    {
        var study = Ran.Table(Ran.Text("g", "a", "a", "b"), new NumberColumn("huge", [1e308, 1e308, 1], whole: false), Ran.Numbers("id", 9007199254740992, 9007199254740992, 2));
        var ran = Ran.Of(new Group { By = Refs("g"), Columns = Refs("huge", "id"), Agg = [GroupFigure.Sum] }, study);
        Assert.Equal(["`huge_sum` of 1 group is beyond any number and left missing.",
            "`id_sum` of 1 group is beyond 2^53: its last digits may be wrong."], ran.Warnings);
    }

    [Fact]
    public void Melting_and_pivoting_are_each_others_inverse()
    {
        var wide = Ran.Table(Ran.Text("id", "p", "q"), Ran.Numbers("b", 1, 2), Ran.Numbers("a", 3, Gap));
        var tall = Run(new Melt { Columns = Refs("b", "a") }, wide);
        Assert.Equal(["p", "p", "q", "q"], Cells(tall, "id"));
        Assert.Equal(["b", "a", "b", "a"], Cells(tall, "name"));
        Assert.Equal(["1", "3", "2", ""], Cells(tall, "value"));
        var back = Ran.Of(new Pivot { Names = new("name"), Values = new("value") }, tall).Study;
        Assert.Equal(["id", "a", "b"], back.Loaded.Columns.Names);
        Assert.Equal(["3", ""], Cells(back, "a"));
        Assert.Equal(["1", "2"], Cells(back, "b"));
    }

    [Fact]
    public void Rows_that_meet_in_a_cell_need_a_figure()
    {
        var tall = Ran.Table(Ran.Text("id", "p", "p", "q"), Ran.Text("name", "a", "a", "b"), Ran.Numbers("value", 1, 2, 3));
        var pivot = new Pivot { Names = new("name"), Values = new("value"), By = Refs("id") };
        Assert.Equal("Rows 1 and 2 both have a value for `a` of the same row.", Assert.Throws<Refusal>(() => Ran.Of(pivot, tall)).Text);
        var counted = Ran.Of(pivot with { Agg = GroupFigure.Sum, Prefix = "n_" }, tall).Study;
        Assert.Equal(["3", ""], Cells(counted, "n_a"));
        Assert.Equal(["", "3"], Cells(counted, "n_b"));
    }

    /// <summary>Also of a study that was run: a session checks each step on what there is.</summary>
    [Fact]
    public void Codes_of_an_order_that_was_given_are_ranks()
    {
        var encode = new Encode { Method = EncodeMethod.Ordinal, Columns = Refs("genre") };
        Assert.True(Ran.Of(encode with { Order = ["rock", "ambient"] }, Study).Study.Shape.Columns!.Find("genre_code")!.IsRanked);
        Assert.False(Ran.Of(encode, Study).Study.Shape.Columns!.Find("genre_code")!.IsRanked);
    }

    /// <summary>The same order as that of `group`; and both say what the study goes on with.</summary>
    [Fact]
    public void Pivoted_groups_stand_in_the_order_of_their_keys()
    {
        var tall = Ran.Table(Ran.Text("month", "2024-07", null, "2024-11", "2024-04"), Ran.Text("name", "a", "a", "a", "b"), Ran.Numbers("value", 1, 2, 3, 4));
        var named = tall with { Name = "load" };
        var wide = Ran.Of(new Pivot { Names = new("name"), Values = new("value"), By = Refs("month"), Agg = GroupFigure.Count }, named);
        Assert.Equal(["2024-04", "2024-07", "2024-11", ""], Cells(wide.Study, "month"));
        Assert.Equal(["2024-04", "2024-07", "2024-11", null], wide.Cells("pivot", "month"));
        Assert.Equal("4 rows with 2 new columns. The study goes on with this table; `use load` goes back.", Assert.Single(wide.Remarks));
        var groups = Ran.Of(new Group { By = Refs("month"), Agg = [GroupFigure.Count], Missing = MissingKeys.Keep }, named);
        Assert.Equal(groups.Cells("group", "month"), wide.Cells("pivot", "month"));
        Assert.Equal("4 groups of 4 rows. 1 row without a key makes a group of its own, the last. `use group` goes on with the groups.", Assert.Single(groups.Remarks));
    }

    [Fact]
    public void Sorting_keeps_equal_rows_in_order_and_takes_everything_along()
    {
        Assert.Equal(["1990", "2001", "2001", "2010", ""], Cells(Run(new Sort { Columns = Refs("year") }), "year"));
        Assert.Equal(["2010", "2001", "2001", "1990", ""], Cells(Run(new Sort { Columns = Refs("year"), Descending = true }), "year"));
        Assert.Equal(["0.5", "1", "0.25", "", "0.5"], Cells(Run(new Sort { Columns = Refs("genre", "year") }), "energy"));
        var labeled = Run(new Sort { Columns = Refs("energy") }, Study.With(new LabelColumn("a", [0, 1, 2, 3, 4], 5)));
        Assert.Equal([0, 1, 3, 2, 4], labeled.Labelings.ElementAt(0).Labels);
    }

    [Fact]
    public void Head_and_sample_take_a_count_or_a_share()
    {
        Assert.Equal(["1990", "2001"], Cells(Run(new Take { Rows = 2 }), "year"));
        Assert.Equal(2, Run(new Take { Rows = new(0.4, IsShare: true) }).Rows);
        Assert.Equal(5, Run(new Sample { Rows = 50 }).Rows);
        Assert.Equal(1, Run(new Sample { Rows = new(0.01, IsShare: true) }).Rows);
    }

    [Fact]
    public void A_stratified_sample_keeps_the_proportions_and_depends_on_the_seed_alone()
    {
        string?[] genres = [.. Enumerable.Range(0, 1000).Select(i => i % 10 == 0 ? "rare" : i % 10 < 4 ? "some" : i % 100 == 99 ? null : "most")];
        var study = Ran.Table(Ran.Text("genre", genres), Ran.Numbers("id", [.. Enumerable.Range(0, 1000).Select(i => (double)i)]));
        var op = new Sample { Rows = 100, By = new("genre") };
        var drawn = Run(op, study);
        Assert.Equal(Cells(drawn, "id"), Cells(Run(op, study), "id"));
        Assert.NotEqual(Cells(drawn, "id"), Cells(Run(op with { Seed = 5 }, study), "id"));
        Assert.Equal([("", 1), ("most", 59), ("rare", 10), ("some", 30)], Cells(drawn, "genre").GroupBy(g => g).Select(g => (g.Key, g.Count())).OrderBy(g => g.Key, StringComparer.Ordinal));
        Assert.Equal(Cells(drawn, "id").Select(int.Parse).Order(), Cells(drawn, "id").Select(int.Parse));
    }

    [Fact]
    public void A_join_adds_columns()
    {
        using var folder = new TempFolder();
        var both = new Join { File = folder.Write("g.csv", "genre,year,weight\nrock,1990,2\nambient,2001,3\nrock,2001,\nnone,1990,5\n"), On = Refs("genre", "year") };
        var left = Run(both);
        Assert.Equal(["2", "3", "", "", ""], Cells(left, "weight"));
        Assert.Equal(["0.25", "0.5", ""], Cells(Run(both with { How = JoinKind.Inner, Prefix = "g_" }), "energy"));
        Assert.Contains("3 of 5 rows have a match in `g.csv`; 2 get missing values. 2 rows without a key match nothing.", Ran.Of(both, Study).Remarks);
        Assert.Equal("`g.csv` has `genre` = `rock` more than once, so a row here would have several matches.",
            Refused(both with { On = Refs("genre"), Prefix = "g_", Single = true }).Text);
        Assert.Equal("Both tables have a column `year`.", Refused(both with { On = Refs("genre") }).Text);
        Assert.Equal("`g.csv` has no column `energy`.", Refused(both with { On = Refs("energy"), Prefix = "g_" }).Text);
    }

    static readonly Study Ids = Ran.Table(Ran.Numbers("id", 1, 2, Gap, 4), Ran.Text("who", "a", "b", "c", "d"));

    static readonly Table Tags = new(new(Ran.Numbers("key", 2, 1, 2, Gap, 9), Ran.Text("tag", "x", "y", "z", "v", "w")), 5);

    static (Study Study, string Remarks) Matched(JoinKind how)
    {
        var join = new Join { File = new("tags", "tags"), On = [new MatchedColumn("id", "key")], How = how };
        var study = Ids.Beside("tags", Tags).With(new LabelColumn("groups", [0, 1, 1, 0], 2));
        return (Run(join, study), string.Join(' ', Ran.Of(join, study).Remarks));
    }

    [Fact]
    public void A_row_stands_once_for_each_of_its_matches_and_missing_keys_match_nothing()
    {
        var (left, said) = Matched(JoinKind.Left);
        Assert.Equal(["1", "2", "2", "", "4"], Cells(left, "id"));
        Assert.Equal(["y", "x", "z", "", ""], Cells(left, "tag"));
        Assert.Equal(["0", "1", "1", "1", "0"], Cells(left, "groups"));
        Assert.Equal("2 of 4 rows have a match in `tags`; 2 get missing values. 1 row without a key matches nothing. "
            + "1 row has several matches and stands once for each: 5 rows.", said);
        Assert.Equal(["a", "b", "b"], Cells(Matched(JoinKind.Inner).Study, "who"));
        Assert.Equal(["c", "d"], Cells(Matched(JoinKind.Anti).Study, "who"));
        Assert.Equal(["id", "who", "groups"], Matched(JoinKind.Anti).Study.Loaded.Columns.Names);
    }

    [Fact]
    public void An_outer_join_has_the_rows_of_both_tables()
    {
        var (outer, said) = Matched(JoinKind.Outer);
        Assert.Equal(["1", "2", "2", "", "4", "", "9"], Cells(outer, "id"));
        Assert.Equal(["a", "b", "b", "c", "d", "", ""], Cells(outer, "who"));
        Assert.Equal(["y", "x", "z", "", "", "v", "w"], Cells(outer, "tag"));
        Assert.EndsWith("Below them stand 2 rows of `tags` that match nothing here.", said);
    }

    [Fact]
    public void A_row_that_misses_a_later_key_comes_last_among_its_equals()
    {
        var study = Ran.Table(Ran.Numbers("team", 2, 1, 1, Gap, 1), Ran.Text("who", "e", null, "b", "a", "c"));
        Assert.Equal(["b", "c", "", "e", "a"], Cells(Run(new Sort { Columns = Refs("team", "who") }, study), "who"));
        Assert.Equal(["e", "c", "b", "", "a"], Cells(Run(new Sort { Columns = Refs("team", "who"), Descending = true }, study), "who"));
    }

    /// <summary>Numbers of both signs, many equal, some missing, texts that begin alike, and keys that do not fit into one word.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public void Rows_are_grouped_and_ordered_as_by_comparison_on_any_number_of_threads(bool descending)
    {
        const int Rows = 90_000;
        var random = new RandomStream(7);
        double[] a = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(9) == 0 ? Gap : random.Next(3) - 1.5)];
        double[] b = [.. Enumerable.Range(0, Rows).Select(_ => Math.Round(random.NextNormal() * 1e6) / 7)];
        string?[] c = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(50) == 0 ? null : "beginning" + random.Next(5))];
        Column[] columns = [Ran.Numbers("a", a), Ran.Text("c", c), Ran.Numbers("b", b)];
        var order = RowOrder.Of(columns, descending, MissingRows.Last, new Work(2));
        Assert.Equal(order, RowOrder.Of(columns, descending, MissingRows.Last, Work.Alone));
        var sign = descending ? -1 : 1;
        Assert.Equal(Enumerable.Range(0, Rows)
            .OrderBy(i => double.IsNaN(a[i])).ThenBy(i => sign * a[i])
            .ThenBy(i => c[i] is null).ThenBy(i => sign * (c[i]?[^1] ?? 0)).ThenBy(i => sign * b[i]), order);
        var groups = EqualRows.Of(columns[..2], missingIsAValue: true, new Work(2));
        Assert.Equal(groups.OfRow, EqualRows.Of(columns[..2], missingIsAValue: true, Work.Alone).OfRow);
        var expected = Enumerable.Range(0, Rows).GroupBy(i => (double.IsNaN(a[i]) ? 99 : a[i], c[i])).Select(g => g.First());
        Assert.Equal(expected, groups.First);
        Assert.All(Enumerable.Range(0, Rows), i => Assert.Equal(c[groups.First[groups.OfRow[i]]], c[i]));
    }

    [Fact]
    public void Ranks_do_not_depend_on_threads_and_order_tuples()
    {
        var random = new RandomStream(3);
        double[] a = [.. Enumerable.Range(0, 20_000).Select(_ => (double)random.Next(50))], b = [.. a.Select(_ => (double)random.Next(50))];
        var ranks = Ranks.Of([Ran.Numbers("a", a), Ran.Numbers("b", b)], missingIsAValue: true, new Work(2));
        Assert.Equal(ranks.OfRow, Ranks.Of([Ran.Numbers("a", a), Ran.Numbers("b", b)], missingIsAValue: true, Work.Alone).OfRow);
        Assert.Equal(Enumerable.Range(0, a.Length).OrderBy(i => a[i]).ThenBy(i => b[i]), RowOrder.Of([Ran.Numbers("a", a), Ran.Numbers("b", b)], descending: false, MissingRows.Last, new Work(2)));
    }
}
