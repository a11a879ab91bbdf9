using Runtime;
using Runtime.Operators.Data;
using Tests.Look;

namespace Tests.Runtime.Data;

/// <summary>Which columns a choice stands for.</summary>
public sealed class ColumnChoices
{
    static readonly Study Study = Study.Empty with
    {
        Table = new(new NamedList<Column>(
            Ran.Numbers("id", 1, 2), Ran.Text("genre", "a", "b"), Ran.Numbers("s_1", 1, 2), Ran.Numbers("s_2", 1, 2),
            Ran.Text("s_note", "x", "y"), Ran.Numbers("numbers", 3, 4)), 2),
    };

    [Theory]
    [InlineData("*", "id genre s_1 s_2 s_note numbers")]
    [InlineData("s_*", "s_1 s_2 s_note")]
    [InlineData("*_1", "s_1")]
    [InlineData("s*t*", "s_note")]
    [InlineData("genre..s_2", "genre s_1 s_2")]
    [InlineData("s_1..s_1", "s_1")]
    [InlineData("texts", "genre s_note")]
    [InlineData("numbers", "numbers")]
    [InlineData("s_2 s_*", "s_2 s_1 s_note")]
    [InlineData("* except=s_*", "id genre numbers")]
    [InlineData("* except=s_1..s_note,id", "genre numbers")]
    public void Are_chosen(string written, string columns)
    {
        var parts = written.Split(" except=");
        var step = new Select { Columns = Refs(parts[0], ' '), Except = parts.Length > 1 ? Refs(parts[1], ',') : [] };
        Assert.Equal(columns, string.Join(' ', step.Apply(Study).Loaded.Columns.Names));
        Assert.Equal(columns, string.Join(' ', step.Apply(Study.Shape, new CheckContext()).Columns!.Names));
    }

    [Fact]
    public void Where_numbers_are_needed_are_numbers() =>
        Assert.Equal("id s_1 s_2 numbers", string.Join(' ', new Features { Columns = ["*"] }.Apply(Study).Current.Columns));

    [Theory]
    [InlineData("t_*", "No column is in `t_*`.", "Did you mean `s_*`?")]
    [InlineData("s_2..genre", "`genre` stands before `s_2` in the table.", "Write `genre..s_2`.")]
    [InlineData("dates", "There are no dates: no column is of that type.", null)]
    public void What_fits_nothing_is_told(string written, string text, string? hint)
    {
        var check = new CheckContext();
        new Select { Columns = [written] }.Apply(Study.Shape, check);
        var told = Assert.Single(check.Complaints);
        Assert.Equal(text, told.Text);
        if (hint is not null) Assert.Equal(hint, told.Hint);
    }

    [Fact]
    public void Columns_are_renamed_by_pattern() => Assert.Equal("id genre x_1 x_2 x_note numbers", string.Join(' ',
        new Rename { Columns = [new("x_*", "s_*")] }.Apply(Study).Loaded.Columns.Names));

    [Fact]
    public void A_file_of_thousands_of_columns_is_chosen_from_by_one_pattern()
    {
        Column[] columns = [.. Enumerable.Range(0, 5000).Select(i => Ran.Numbers($"s_{i}", 1, 2))];
        var study = Study.Empty with { Table = new(new(columns), 2) };
        Assert.Equal(4889, new Features { Columns = ["s_*"], Except = ["s_44*"] }.Apply(study).Current.Columns.Count);
    }

    static ValueList<ColumnRef> Refs(string written, char separator) => [.. written.Split(separator).Select(w => (ColumnRef)w)];
}
