using Runtime.Charts;
using Runtime.Numerics.Rows;
using Runtime.Operators.Data;

namespace Runtime.Operators.Draw;

/// <summary>A bar for each value of a column: its rows, or what another column comes to there.</summary>
[Operator("bars", "Draw a bar for each value of a column: its rows, or the mean of another column.", Needs = Needs.Table,
    Keywords = "bar chart column categories mean count")]
[AlsoCalled("barplot", "bar", "bar_chart", "barh", "geom_bar", "geom_col", "countplot", "column_chart", "catplot")]
[Lacks("by", "hue", "color", "colour", "group", "groupby", "fill", "stack", Forms = new[]
    { "bars {1}", "top {1} by={2}", "group {2} by={1},{3} agg=mean" })]
[InsteadOf("pie chart", "pie", "donut", "treemap", "sunburst", "waffle")]
[Example("bars genre")]
[Example("bars mode energy agg=median")]
[Example("bars kmeans tempo title=\"Speed of the groups\"", After = "scale standard | kmeans k=3")]
public sealed record Bars : ChartOperator
{
    [Arg("The column whose values have a bar each.", Positional = true)]
    [AlsoCalled("x", "category", "col")]
    public required ColumnRef Column { get; init; }

    [Arg("A column of numbers whose mean is the length of the bar; without it the rows are counted.", Positional = true), Numeric]
    [AlsoCalled("y", "of", "height", "weight")]
    public ColumnRef? Value { get; init; }

    [Arg("What the numbers of a bar come to.")]
    [AlsoCalled("stat", "fun", "func", "estimator")]
    public GroupFigure Agg { get; init; } = GroupFigure.Mean;

    [Arg("How many bars at most: the most frequent values."), Between(1, 500)]
    [AlsoCalled("limit", "top", "most", "count")]
    public int N { get; init; } = 30;
    protected override Price Cost(Workload load) =>
        Price.Touching(load.Rows, Math.Max(1, load.Columns)) + Price.Showing(tables: 0, charts: 1);

    protected override void Look(Shape before, CheckContext check)
    {
        if (before.Columns?.Find(Column.Name) is { IsCategorical: false, IsGuessed: false } column)
            check.Add(Complaints.NotCategorical(Catalog.Of(this).Find("column")!, column));
    }

    protected override Figure Draw(Study study, RunContext run)
    {
        var labeling = study.Labeling(Column.Name);
        var sizes = labeling.Sizes();
        var shown = Enumerable.Range(0, sizes.Length).Where(g => sizes[g] > 0).OrderByDescending(g => sizes[g]).Take(N).ToArray();
        if (shown.Length == 0) throw new Refusal($"`{Column.Name}` has no values to draw.", "Name a column that has values.");
        var column = study.Column(Column.Name);
        var lengths = Value is { } value
            ? GroupedFigures.Numbers((NumberColumn)study.Column(value.Name), Agg, Grouping.Of(labeling.Labels, labeling.Groups), run.Work)
            : Array.ConvertAll(sizes, n => (double)n);
        shown = [.. column is TextColumn { IsOrdered: false } ? shown.OrderByDescending(g => lengths[g]) : shown.Order()];
        var what = Value is null ? "rows" : $"{Signature.SnakeCase($"{Agg}")} of {(Agg.IsOfRows() ? "rows" : Value.Name)}";
        var (most, least) = (shown.MaxBy(g => lengths[g]), shown.MinBy(g => lengths[g]));
        var left = shown.Length < sizes.Length ? $" The {shown.Length} most frequent of {Wording.Count(sizes.Length)} values." : "";
        return new BarChart($"bars_{Column.Name}" + (Value is null ? "" : $"_{Value.Name}"),
            $"{Wording.Capital(what)} for each `{Column.Name}`", [.. shown.Select(g => labeling.TitleOf(g))],
            [new(what, [.. shown.Select(g => lengths[g])])])
        {
            ValueAxis = what,
            Format = Value is null ? CellFormat.Count : CellFormat.Number,
            CategoryClusters = column is LabelColumn ? shown : null,
            Note = $"Most: {labeling.TitleOf(most)} ({Shown(lengths[most])}); "
                + $"least: {labeling.TitleOf(least)} ({Shown(lengths[least])}).{left}",
        };
    }

    string Shown(double value) => Numbers.Value(value, Value is null ? CellFormat.Count : CellFormat.Number);
}
