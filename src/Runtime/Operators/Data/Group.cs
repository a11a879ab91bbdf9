using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

/// <summary>
/// A new table with a row a group. What was made of the old rows, points and labelings, has no rows in it and is left
/// behind; models stay, so that their figures can still be asked for.
/// </summary>
[Operator("group", "Replace the table by one with a row for each group.", Needs = Needs.Table, Keywords = "aggregate summarise groupby pivot by")]
[Example("group energy valence by=genre agg=mean,sd,count")]
[Example("group by=artist_name agg=count")]
public sealed record Group : Operator
{
    [Arg("The columns of numbers to compute figures of; by default all that are not in `by`.", Positional = true), Numeric]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    [Arg("The columns whose values make the groups; rows that miss one are left out.")]
    public required ValueList<ColumnRef> By { get; init; }

    [Arg("The figures, each a column `COLUMN_FIGURE`; `count` is that of rows, in one column `count`.")]
    public required ValueList<GroupFigure> Agg { get; init; }

    public override Shape Check(Shape before, CheckContext check)
    {
        foreach (var twice in Agg.Where((a, i) => Agg.Take(i).Contains(a))) check.Refuse(nameof(Agg), $"`{Word(twice)}` is named twice.", "Leave one of them out.");
        var shape = new Shape { AnyColumn = before.AnyColumn, Models = before.Models, ColumnsFromData = before.ColumnsFromData };
        if (before.Columns is not { } columns) return shape;
        var made = Names(columns.Where(c => c.IsNumeric).Select(c => c.Name)).ToArray();
        foreach (var clash in made.Select(m => m.Name).Where(n => By.Contains(new ColumnRef(n))))
            check.Refuse(nameof(By), $"`{clash}` would be the name of a group's key and of a figure.", "Give the column another name with `rename` first.");
        return shape with
        {
            Columns = new([.. columns.Where(c => By.Contains(new ColumnRef(c.Name))), .. made.Select(m => new ColumnShape(m.Name, TypeOf(m.Figure)))]),
        };
    }

    public override Study Run(Study study, RunContext run)
    {
        Column[] keys = [.. By.Select(study.Get)];
        var check = new CheckContext();
        Check(study.Shape, check);
        check.ThrowIfFailed();
        var ranks = Ranks.Of(keys, missingIsAValue: false, run.Work);
        if (ranks.Count == 0) throw new Refusal("There is no group: every row misses a value of `by`.", "Group by columns that have values.") { Argument = nameof(By) };
        var groups = Grouping.Of(ranks);
        var first = ranks.FirstRows();
        Column[] made = [.. Names(study.Loaded.Columns.OfType<NumberColumn>().Select(c => c.Name)).Select(m => Made(m, groups, study, run))];
        Tell(ranks, study, run);
        var table = new Table(new([.. study.Loaded.Columns.Where(c => By.Contains(new ColumnRef(c.Name))).Select(k => k.Take(first)), .. made]), groups.Rows.Length);
        return Study.Empty with { Table = table, Models = study.Models };
    }

    NumberColumn Made((string Name, string? Column, GroupFigure Figure) wanted, Grouping groups, Study study, RunContext run) => wanted.Column is null
        ? new NumberColumn(wanted.Name, Array.ConvertAll(groups.Rows, r => (double)r.Length), whole: true)
        : study.Get(new ColumnRef(wanted.Column)) is NumberColumn numbers ? NumberColumn.Of(wanted.Name, groups.Of(wanted.Figure, numbers, run.Work))
        : throw new Refusal($"`{wanted.Column}` is text, and figures are of numbers.", "Name columns of numbers.") { Argument = nameof(Columns) };

    static void Tell(Ranks ranks, Study study, RunContext run)
    {
        var left = ranks.OfRow.AsSpan().Count(-1);
        run.Say($"{Wording.Plural(ranks.Count, "group")} of {study.Rows - left:N0} rows.{(left > 0 ? $" {Wording.Plural(left, "row")} without a key {(left == 1 ? "is" : "are")} left out." : "")}");
        if (study.Points.Count + study.Labelings.Count > 0)
            run.Say($"{Wording.Names(study.Points.Names.Concat(study.Labelings.Names).Distinct())} belonged to the old rows and {(study.Points.Count + study.Labelings.Count == 1 ? "is" : "are")} left behind.");
    }

    /// <summary>The columns to make, with the column and figure each is of; no column for the count.</summary>
    IEnumerable<(string Name, string? Column, GroupFigure Figure)> Names(IEnumerable<string> numeric)
    {
        var columns = Columns.Count > 0 ? Columns.Select(c => c.Name) : numeric.Where(n => !By.Contains(new ColumnRef(n)));
        var figures = columns.SelectMany(c => Agg.Where(a => a != GroupFigure.Count).Select(a => ($"{c}_{Word(a)}", (string?)c, a)));
        return Agg.Contains(GroupFigure.Count) ? figures.Prepend(("count", null, GroupFigure.Count)) : figures;
    }

    static ColumnType TypeOf(GroupFigure figure) => figure == GroupFigure.Count ? ColumnType.Integer : ColumnType.Number;

    static string Word(GroupFigure figure) => Signature.SnakeCase(figure.ToString());
}
