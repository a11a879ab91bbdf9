using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

/// <summary>Rows below each other, their columns matched by name.</summary>
[Operator("append", "Make a table of all rows: those here, and below them those of another table.", Needs = Needs.Table,
    Rows = RowEffect.New, Keywords = "concat union stack rbind bind rows below")]
[AlsoCalled("concat", "union", "union_all", "rbind", "bind_rows", "vstack", "stack_rows", "rowbind", "concatenate",
    "extend_rows")]
[Example("append sizes as both", After = "group by=genre agg=count as sizes")]
public sealed record Append : Operator
{
    [Arg("The other table: the name of one that stands aside, a file, or a sample.", Positional = true)]
    public required InputFile File { get; init; }

    protected override Reads ReadsUnnamed(Shape before) => new() { AllColumns = true };

    protected override Shape Check(Shape before, CheckContext check)
    {
        var other = OtherTable.Of(File, before, check);
        var made = new Shape { Rows = before.Rows + other.Rows, AnyColumn = true };
        if (before is { AnyColumn: false, Columns: { } here } && other is { AnyColumn: false, Columns: { } there })
            made = made with { AnyColumn = false, Columns = Stacked(here, there) };
        return before.Start(NameIn(before), made);
    }

    /// <summary>What columns of two types become shows when they are put together.</summary>
    static NamedList<ColumnShape> Stacked(NamedList<ColumnShape> here, NamedList<ColumnShape> there) => new(
        [.. here.Names.Union(there.Names).Select(n => (here.Find(n) ?? there.Find(n))! with { IsGuessed = true, Clusters = null })]);
    protected override Price Cost(Workload load) => 5 * Price.Touching(load.Rows, load.AllColumns);

    protected override Study Run(Study study, RunContext run)
    {
        var other = OtherTable.Of(File, study, run);
        var table = TableStack.Of([study.Loaded, other]);
        run.Say($"{Wording.Plural(study.Rows, "row")} and below them {Wording.Count(other.Rows)} of `{File}`.");
        foreach (var (there, whose) in new[] { (study.Loaded, $"`{File}`"), (other, "the table here") })
            SayWhoseAlone(there, whose);
        return study.Start(NameIn(study.Shape), table);

        void SayWhoseAlone(Table having, string lacking)
        {
            var rest = ReferenceEquals(having, other) ? study.Loaded : other;
            string[] alone = [.. having.Columns.Names.Where(n => !rest.Columns.Has(n))];
            if (alone.Length > 0) run.Say($"{Wording.Names(alone)} {(alone.Length == 1 ? "is" : "are")} missing in the rows of {lacking}.");
        }
    }
}
