using Runtime.Charts;

namespace Runtime.Operators.Draw;

/// <summary>What the last step showed of what it made, else what fits that.</summary>
[Operator("plot", "Draw the chart of the last step again, or one that fits what it made: points by the last clustering, or columns.",
    Keywords = "chart figure draw graph picture automatic")]
[AlsoCalled("chart", "ggplot", "render", "figure", "graph", "autoplot", "matplotlib", "seaborn", "plotly")]
[Example("plot")]
[Example("plot", After = "scale standard | kmeans k=3")]
[Example("plot size=900,400 title=\"Groups by density\"", After = "scale minmax | hdbscan min_cluster=20 min_samples=5")]
public sealed record Plot : ChartOperator
{
    const int MostColumns = 8;

    protected override Reads ReadsUnnamed(Shape before) => new()
    {
        Points = before.CurrentPoints is { } current ? [current] : [],
        AllColumns = true,
        Drawn = true,
    };

    protected override void Look(Shape before, CheckContext check)
    {
        if (before.CurrentPoints is null && !before.HasTable)
            check.Refuse(null, "There is nothing to draw yet.", "Bring a table in with `load` first.");
    }
    protected override Price Cost(Workload load) =>
        Price.Touching(load.Rows, Math.Max(1, load.Columns)) + Price.Showing(tables: 0, charts: 1);

    protected override Figure Draw(Study study, RunContext run)
    {
        if (study.Drawn is Figure last) return last;
        var labeling = study.Table?.Columns.OfType<LabelColumn>().LastOrDefault();
        if (study.CurrentPoints is not null && study.Current.Columns.Count <= PairPlot.MostColumns)
            return new PairPlot { Color = labeling is null ? null : new(labeling.Name) }.DrawnFrom(study, run);
        NumberColumn[] numbers = [.. study.Loaded.Columns.OfType<NumberColumn>().Where(c => c.Missing < c.Rows).Take(MostColumns)];
        if (numbers.Length == 0) throw new Refusal("There is no column of numbers to draw.", "Use `bars` for a column of texts.");
        return new("plot", $"How the {Wording.InWords(numbers.Length, "column")} of numbers are distributed",
            [
                .. numbers.Select((_, i) => new ValueScale($"x {i}") { Tight = true }),
                .. numbers.Select((_, i) => new ValueScale($"y {i}") { Format = CellFormat.Count }),
            ],
            [.. numbers.Select((c, i) => Panel(c, i))])
        {
            Note = $"{Wording.Plural(study.Rows, "row")}; upwards the rows in each bin.",
        };
    }

    static Panel Panel(NumberColumn column, int at)
    {
        var bins = ColumnBins.Of(column.Storage, null, 1, null, isLog: false);
        return new($"x {at}", $"y {at}", [new AreaMark(bins.Span, [.. bins.Counts[0].Select(n => (double)n)]), new RuleMark(null, 0)])
        {
            Title = column.Name,
        };
    }
}
