using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Look;

/// <summary>One line a column: numbers by their moments and exact quartiles, texts by their most frequent value.</summary>
[Operator("describe", "Summarise columns: count, range, quartiles, mean, spread and distinct values.", Needs = Needs.Table,
    Keywords = "summary statistics quartiles median mean sd profile")]
[AlsoCalled("summary", "info", "profile", "stats", "shape", "str", "glimpse", "skim", "dtypes", "schema", "nunique", "types",
    "summary_statistics", "getschema", "overview", "statistics", "describe_all", "structure", "dim", "nrow", "ncol", "mean_sd",
    "explore", "eda", "pandas_profiling", "ydata_profiling", "size", "len", "length", "sum", "mean", "median", "min", "max", "std",
    "var", "mode", "quantile", "quantiles", "column_names", "names", "fivenum", "describe_by", "quartiles")]
[Lacks("by", "groupby", "group_by", "group", "hue", "per", "within", Forms = new[]
    {
    "group by={1} agg=count,mean,sd,min,q25,median,q75,max", "group {1} by={2} agg=count,mean,sd,min,q25,median,q75,max",
    "group {1} {2} by={3} agg=count,mean,sd,min,q25,median,q75,max",
})]
[Example("describe")]
[Example("describe energy valence genre")]
[Cite("Hyndman & Fan 1996, The American Statistician 50(4), type 7 quantiles")]
public sealed record Describe : Operator
{
    [Arg("The columns to describe; all when none is named.", Positional = true), AllByDefault]
    [AlsoCalled("include", "cols", "subset", "vars")]
    public ValueList<ColumnRef> Columns { get; init; } = [];

    protected override Shape Check(Shape before, CheckContext check) => before;
    protected override Price Cost(Workload load) =>
        3 * Price.Touching(load.Rows, Math.Max(1, load.Columns)) + new Price { Alone = 6e7 } + Price.Showing(tables: 2, charts: 0);

    protected override Study Run(Study study, RunContext run)
    {
        var table = study.Loaded;
        if (table.Rows == 0) throw new Refusal("The table has no rows to describe.", "Check the file or the last `filter`.");
        Column[] columns = study.Columns(Columns);
        var work = run.Work;
        var summaries = new ColumnSummary[columns.Length];
        var done = 0;
        work.For(columns.Length, c =>
        {
            summaries[c] = ColumnSummary.Of(columns[c]);
            work.Report("describing columns", (double)Interlocked.Increment(ref done) / columns.Length);
        });
        run.Show(Sheet(summaries));
        return study;
    }

    static Sheet Sheet(ColumnSummary[] summaries)
    {
        SheetColumn[] columns =
        [
            Column("column", CellFormat.Text, s => s.Name),
            Column("count", CellFormat.Count, s => s.Count),
            Column("missing", CellFormat.Count, s => s.Missing),
            Column("distinct", CellFormat.Count, s => s.Distinct),
            Column("min", CellFormat.Number, s => s.Range?.First ?? (object?)s.Numbers?.Moments.Min) with { AlongRow = true },
            Column("q25", CellFormat.Number, s => s.Numbers?.Q25) with { AlongRow = true },
            Column("median", CellFormat.Number, s => s.Numbers?.Median) with { AlongRow = true },
            Column("q75", CellFormat.Number, s => s.Numbers?.Q75) with { AlongRow = true },
            Column("max", CellFormat.Number, s => s.Range?.Last ?? (object?)s.Numbers?.Moments.Max) with { AlongRow = true },
            Column("mean", CellFormat.Number, s => s.Numbers?.Moments.Mean) with { AlongRow = true },
            Column("sd", CellFormat.Number, s => s.Count > 1 ? s.Numbers?.Moments.StandardDeviation(1) : null),
            .. summaries.Any(s => s.Bars.Length > 0)
                ? (SheetColumn[])[Column("histogram", CellFormat.Text, s => s.Bars.Length == 0 ? null : new SmallBars([.. s.Bars]))] : [],
        ];
        // Numbers alone have no value that would stand there.
        var frequent = Column("most_frequent", CellFormat.Text, s => s.MostFrequent);
        return new("describe", "Columns", frequent.Cells.Any(c => c is not null) ? [.. columns, frequent] : columns);

        SheetColumn Column(string name, CellFormat format, Func<ColumnSummary, object?> cell) =>
            new(name, format, [.. summaries.Select(cell)]);
    }
}
