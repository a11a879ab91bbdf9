using Runtime.Charts;
using Runtime.Numerics.Rows;
using Runtime.Operators.Data;

namespace Runtime.Operators.Draw;

/// <summary>How columns go along another one: the mean of the rows at each of its values.</summary>
[Operator("lines", "Draw columns as lines along another column: the mean of the rows at each of its values.", Needs = Needs.Table,
    Keywords = "line chart trend time series year over time series trend")]
[AlsoCalled("line", "lineplot", "line_chart", "geom_line", "timeseries", "trend")]
[InsteadOf("filled area", "area", "stackplot", "geom_area")]
[Example("lines year energy valence")]
[Example("lines tempo energy by=kmeans", After = "scale standard | kmeans k=3")]
public sealed record Lines : ChartOperator
{
    // More values of x than these are brought together.
    const int MostPoints = 200, MostDates = 2_000, MostLines = 12;

    const double Day = 86_400e6;

    [Arg("The column of numbers, dates or months (`2024-01`) to the right.", Positional = true), Numeric(OrDates = true, OrPeriods = true)]
    [AlsoCalled("over", "along", "index")]
    public required ColumnRef X { get; init; }

    [Arg("The columns upwards, a line each.", Positional = true), Numeric]
    [AlsoCalled("y", "of", "values")]
    public required ValueList<ColumnRef> Columns { get; init; }

    [Arg("A line for each group of this labeling or column, of the first column.")]
    [AlsoCalled("color", "colour", "hue", "group", "groupby")]
    public LabelingRef? By { get; init; }

    [Arg("What the rows at one place come to.")]
    [AlsoCalled("stat", "fun", "estimator")]
    public GroupFigure Agg { get; init; } = GroupFigure.Mean;

    [Arg("What to shade about each line: two standard errors of the mean, one standard deviation, or the middle half of the rows.")]
    [AlsoCalled("errorbar", "ribbon", "interval", "ci", "error", "se", "confidence", "geom_ribbon", "fill_between")]
    [AlsoCalled("ci", "error", "confidence", "stderr", "sem", "95%", Value = "se")]
    [AlsoCalled("std", "deviation", Value = "sd")]
    [AlsoCalled("iqr", "quartiles", "pi", "middle", Value = "half")]
    public LineBand? Band { get; init; }

    protected override void Look(Shape before, CheckContext check)
    {
        if (Band is not { } band) return;
        if (band.IsAboutMean() && Agg != GroupFigure.Mean)
            check.Refuse(nameof(Band),
                $"`band={Wording.Lower(band)}` is about the mean, and the lines are of `agg={Signature.SnakeCase($"{Agg}")}`.",
                "Leave `agg` out, or shade the middle half of the rows: `band=half`.");
        else if (Agg is not (GroupFigure.Mean or GroupFigure.Median))
            check.Refuse(nameof(Band), "The middle half of the rows lies about their median or mean.",
                "Say `agg=median`, or leave `band` out.");
    }

    protected override Price Cost(Workload load) =>
        Price.Touching(load.Rows, Math.Max(1, load.Columns)) + Price.Showing(tables: 0, charts: 1);

    protected override Figure Draw(Study study, RunContext run)
    {
        var columns = study.Columns(Columns).Cast<NumberColumn>().ToArray();
        var x = Along(study.Column(X.Name), columns[0].Name);
        var places = Places(x.Storage, x is TimeColumn);
        if (places.Length == 0) throw new Refusal($"`{x.Name}` has no values to draw along.", "Name a column that has values.");
        var at = Array.ConvertAll(x.Storage, v => double.IsFinite(v) ? Nearest(places, v) : -1);
        var labeling = By is { } by ? study.Labeling(by.Name) : null;
        var lines = labeling is null ? OfColumns(columns, Grouping.Of(at, places.Length), run.Work)
            : OfGroups(columns[0], labeling, at, places.Length, run.Work);
        var what = labeling is null ? Wording.Names(columns.Select(c => c.Name))
            : $"`{columns[0].Name}` of each group of `{labeling.Name}`";
        return new LineChart($"lines_{x.Name}_{columns[0].Name}", $"{Wording.Capital(what)} along `{x.Name}`", places, lines)
        {
            XAxis = x.Name,
            XFormat = FormatOf(x),
            YAxis = $"{Signature.SnakeCase($"{Agg}")}{Measured(columns, labeling)}",
            Note = Finding(places, FormatOf(x), lines) + (Band is { } band ? $" {band.Words()}" : ""),
        };
    }

    static NumberColumn Along(Column column, string drawn) => column as NumberColumn
        ?? (column is TextColumn texts && TimeForm.Read(texts) is { } dates ? dates
            : throw new Refusal($"`{column.Name}` holds words that are no dates and no months, and lines go along an order.",
                $"A bar for each: `bars {Expressions.Notation.Name(column.Name)} {Expressions.Notation.Name(drawn)}`.")
            { Argument = nameof(X) });

    string Measured(NumberColumn[] columns, Labeling? labeling) =>
        Agg.IsOfRows() ? " of rows" : columns.Length == 1 || labeling is not null ? $" of {columns[0].Name}" : "";

    Series[] OfColumns(NumberColumn[] columns, Grouping places, Work work) =>
        [.. columns.Take(MostLines).Select(c => new Series(c.Name, GroupedFigures.Numbers(c, Agg, places, work))
        {
            Spread = Band is { } band ? LineBands.Of(band, c, places, work) : null,
        })];

    /// <summary>The places of the first group, then those of the second, and so on, are groups of one pass.</summary>
    Series[] OfGroups(NumberColumn column, Labeling labeling, int[] at, int places, Work work)
    {
        var lines = Math.Min(labeling.Groups, MostLines);
        int[] placeOfLine = [.. labeling.Labels.Select((line, r) => line >= 0 && line < lines && at[r] >= 0 ? line * places + at[r] : -1)];
        var ofLines = Grouping.Of(placeOfLine, lines * places);
        var values = GroupedFigures.Numbers(column, Agg, ofLines, work);
        var spread = Band is { } band ? LineBands.Of(band, column, ofLines, work) : null;
        return
        [
            .. Enumerable.Range(0, lines).Select(g => new Series(labeling.TitleOf(g), values[(g * places)..((g + 1) * places)], g)
            {
                Spread = spread?.Part(g * places, places),
            }),
        ];
    }

    /// <summary>The values of x, or the middles of equal steps where they are many; of dates each is shown for longer.</summary>
    static double[] Places(double[] x, bool areDates)
    {
        var all = x.Where(double.IsFinite).Distinct().Order().ToArray();
        if (all.Length <= (areDates ? MostDates : MostPoints)) return all;
        var step = (all[^1] - all[0]) / (MostPoints / 2);
        // Whole weeks, or the days of the week would make a pattern of their own.
        if (areDates && step > Day) step = Math.Ceiling(step / (7 * Day)) * 7 * Day;
        return [.. Enumerable.Range(0, MostPoints / 2).Select(i => all[0] + (i + 0.5) * step).TakeWhile(at => at - step / 2 <= all[^1])];
    }

    static int Nearest(double[] places, double value)
    {
        var at = Array.BinarySearch(places, value);
        if (at >= 0) return at;
        var next = Math.Clamp(~at, 0, places.Length - 1);
        return next > 0 && value - places[next - 1] < places[next] - value ? next - 1 : next;
    }

    static string Finding(double[] places, CellFormat along, Series[] lines) => string.Join(" ", lines.Take(3).Select(line =>
    {
        var there = Enumerable.Range(0, places.Length).Where(i => double.IsFinite(line.Values[i])).ToArray();
        if (there.Length < 2) return "";
        var (high, low) = (there.MaxBy(i => line.Values[i]), there.MinBy(i => line.Values[i]));
        return $"{line.Name}: highest {Number(line.Values[high])} at {Numbers.Value(places[high], along)}, "
            + $"lowest {Number(line.Values[low])} at {Numbers.Value(places[low], along)}.";
    }).Where(said => said.Length > 0));

    static string Number(double value) => Numbers.Value(value, CellFormat.Number);
}
