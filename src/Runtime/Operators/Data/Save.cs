using Runtime.Data;

namespace Runtime.Operators.Data;

/// <summary>Writes the table, so that other tools can read the labels.</summary>
[Operator("save", "Write the table, labelings and all, to a file in the output folder.", Needs = Needs.Table,
    Keywords = "write export csv labels")]
[AlsoCalled("to_csv", "write_csv", "write.table", "write_delim", "write_tsv", "fwrite", "export", "write", "sink", "sink_csv",
    "to_parquet", "write_parquet", "to_excel", "write_xlsx", "to_json", "to_sql", "to_feather", "to_pickle", "saveRDS", "dump", "store",
    "output", "copy_to")]
[Example("save labelled.csv")]
[Example("save names.csv columns=artist_name,genre")]
[Example("save labelled.csv.gz points=scaled", After = "scale minmax as scaled")]
public sealed record Save : Operator
{
    [WrittenTable(Positional = true)]
    [AlsoCalled("path", "filename", "filepath", "path_or_buf", "to")]
    public required OutputFile File { get; init; }

    [Arg("The columns to write."), AllByDefault]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    [Arg("Points whose columns to write too, named `POINTS.COLUMN`.")]
    public ValueList<PointsRef>? Points { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        try
        {
            TableFile.CheckName(File);
            var points = (Points ?? []).SelectMany(p => (before.Points.Find(p.Name)?.Columns ?? []).Select(c => $"{p.Name}.{c}"));
            var columns = Columns.Count == 0 ? before.Columns?.Names ?? [] : Columns.Where(c => c is not ColumnChoice).Select(c => c.Name);
            TableFile.CheckColumns([.. columns, .. points]);
        }
        catch (Refusal refusal)
        {
            check.Refuse(nameof(File), refusal.Text, refusal.Hint);
        }
        return before;
    }
    protected override Price Cost(Workload load) => new Price { Alone = 3e7 + 130 * load.Rows * load.AllColumns, Memory = 250 * load.Rows };

    protected override Study Run(Study study, RunContext run)
    {
        var chosen = study.With(new Table(new(study.Columns(Columns)), study.Rows));
        var table = TableFile.Of(chosen, (Points ?? []).Select(p => p.Name));
        TableFile.Save(table, File, run.OutputFolder, run.Read, run.Work);
        run.Say($"Wrote {Wording.Size(table.Rows, table.Columns.Count)} to `{File}`.", File.Written);
        return study;
    }
}
