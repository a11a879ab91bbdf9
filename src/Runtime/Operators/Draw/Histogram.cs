using Runtime.Charts;
using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Draw;

/// <summary>How the values of a column lie, of all rows or of each group.</summary>
[Operator("histogram", "Draw how the values of a column are distributed, for each cluster when asked.", Needs = Needs.Table,
    Keywords = "distribution density bins frequency shape skew")]
[AlsoCalled("hist", "histplot", "distplot", "geom_histogram", "density", "kde", "kdeplot", "geom_density", "freqpoly", "distribution")]
[InsteadOf("cumulative distribution", "ecdf", "cdfplot")]
[Example("histogram energy")]
[Example("histogram energy by=kmeans bins=20", After = "scale standard | kmeans k=3")]
[Example("histogram acousticness log=true title=\"How acoustic songs are\"")]
[Cite("Freedman & Diaconis 1981, Zeitschrift für Wahrscheinlichkeitstheorie 57")]
public sealed record Histogram : ChartOperator
{
    const int MostPanels = 12;

    [Arg("The column whose values are counted.", Positional = true), Numeric(OrDates = true)]
    [AlsoCalled("x", "col", "of", "columns", "values")]
    public required ColumnRef Column { get; init; }

    [Arg("Draw each group of this labeling or column by itself.")]
    [AlsoCalled("color", "colour", "hue", "group", "groupby", "fill", "facet")]
    public LabelingRef? By { get; init; }

    [Arg("How many bins; by default as many as the rows can fill."), Between(1, 1_000)]
    [AlsoCalled("breaks", "nbins", "n")]
    public int? Bins { get; init; }

    [Arg("An axis of factors, where values that are not above zero have no place; by default where a long tail presses the rest together.")]
    [AlsoCalled("logx", "log_scale")]
    public bool? Log { get; init; }

    protected override Price Cost(Workload load) =>
        Price.Touching(load.Rows, Math.Max(1, load.Columns)) + Price.Showing(tables: 0, charts: 1);

    protected override Figure Draw(Study study, RunContext run)
    {
        var column = (NumberColumn)study.Column(Column.Name);
        var labeling = By is { } by ? study.Labeling(by.Name) : null;
        var groups = labeling is null ? null : NumberedGroups.Of(labeling, most: MostPanels);
        var shown = groups?.Clusters ?? [0];
        var bend = Log switch { null => AxisBend.Of(column), true => AxisBend.Factors, false => AxisBend.None };
        var bins = Binned(column.Storage, bend, groups?.Labels, shown.Length);
        if (bins.Counts.Sum(c => c.Sum()) == 0)
            throw new Refusal($"`{column.Name}` has no values to draw.", "Name a column that has values.");
        return new(
            $"histogram_{column.Name}" + (labeling is null ? "" : $"_by_{labeling.Name}"),
            $"How `{column.Name}` is distributed" + (labeling is null ? "" : $" in each group of `{labeling.Name}`"),
            [
                Axis("x", column, bend),
                labeling is null ? new ValueScale("y") { Title = "rows", Format = CellFormat.Count }
                    : new ValueScale("y") { Title = "share of the group", Format = CellFormat.Share },
            ],
            [.. shown.Select((label, at) => Panel(labeling, label, bins, bins.Counts[at]))])
        {
            Note = Finding(column),
        };
    }

    ColumnBins Binned(double[] values, AxisBend bend, int[]? group, int groups)
    {
        if (bend.Spacing != ScaleSpacing.Symlog) return ColumnBins.Of(values, group, groups, Bins, bend.IsLog);
        var bins = ColumnBins.Of(Array.ConvertAll(values, bend.To), group, groups, Bins, isLog: false);
        return bins with { Span = new(bend.From(bins.Span.Low), bend.From(bins.Span.High)) };
    }

    static Panel Panel(Labeling? labeling, int label, ColumnBins bins, int[] counts)
    {
        var all = Math.Max(1.0, counts.Sum());
        var hue = labeling is null ? Hue.Plain : Hue.Cluster(label);
        return new("x", "y",
        [
            new AreaMark(bins.Span, [.. counts.Select(n => labeling is null ? n : n / all)])
            {
                Hue = hue,
                Series = labeling?.TitleOf(label),
            },
            new RuleMark(null, 0),
        ])
        {
            Title = labeling?.TitleOf(label, counts.Sum()),
            Hue = labeling is null ? null : hue,
        };
    }

    /// <summary>Where the middle half of the values lies.</summary>
    static string Finding(NumberColumn column)
    {
        var values = Distribution.Of(column.Storage);
        var missing = column.Rows - values.Count;
        return $"Half of the {Wording.Plural(values.Count, "value")} lie between {At(0.25)} and {At(0.75)}; the middle is {At(0.5)}"
            + (missing > 0 ? $"; {Wording.Plural(missing, "row")} have none." : ".");

        string At(double share) => column is TimeColumn ? Dates.Value(Math.Floor(values.Quantile(share)))
            : CellText.Number(values.Quantile(share));
    }
}
