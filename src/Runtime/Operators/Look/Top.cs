using System.Globalization;
using Runtime.Charts;
using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Look;

/// <summary>The most frequent values of a column, of the whole table or of each cluster.</summary>
[Operator("top", "Show the most frequent values of a column, for each cluster when asked.", Needs = Needs.Table,
    Keywords = "frequency count distribution common values cross tabulation")]
[AlsoCalled("value_counts", "frequency", "frequencies", "freq", "tabyl", "table", "most_common", "most_frequent", "crosstab", "xtab",
    "cross_table", "contingency_table", "top_nested", "mode_values", "top_values", "histogram_of_values", "counter",
    "tabulate", "fct_count", "top_n", "cross_tabulation", "xtabs", "proportions", "prop.table",
    Forms = new[] { "top {1}", "top {1} {#2}", "top {1} by={2}" })]
[Example("top artist_name")]
[Example("top genre 5 by=kmeans", After = "scale standard | kmeans k=3")]
public sealed record Top : Operator
{
    /// <summary>Panels beyond these would not be looked at; the sheet has every cluster.</summary>
    const int MostPanels = 12;

    [Arg("The column whose values are counted.", Positional = true)]
    [AlsoCalled("columns", "col", "of", "on", "values")]
    public required ColumnRef Column { get; init; }

    [Arg("How many values to show.", Positional = true), Between(1, 10_000)]
    [AlsoCalled("count", "limit", "rows", "number", "head", "most")]
    public int N { get; init; } = 10;

    [Arg("Count in each cluster of this labeling, or for each value of this column.")]
    [AlsoCalled("group", "groupby", "hue", "within", "cluster", "per")]
    public LabelingRef? By { get; init; }

    protected override Shape Check(Shape before, CheckContext check) => before;
    protected override Price Cost(Workload load) =>
        Price.Touching(load.Rows, Math.Max(1, load.Columns + 1)) + Price.Showing(tables: 2, charts: 1);

    protected override Study Run(Study study, RunContext run)
    {
        var column = study.Column(Column.Name);
        if (column.Rows == column.Missing) throw new Refusal($"`{column.Name}` has no values to count.", "Name a column that has values.");
        if (By is { } by) ShowGroups(column, study.Labeling(by.Name), run);
        else ShowWhole(column, run);
        if (column.Missing > 0) run.Say($"`{column.Name}` is missing in {Wording.Plural(column.Missing, "row")}; these are not counted.");
        return study;
    }

    void ShowWhole(Column column, RunContext run)
    {
        var all = Frequencies.Of(column, N);
        run.Show(new Sheet($"top_{column.Name}", Title(column, all), Cells(all)));
        run.Show(Chart($"top_{column.Name}", Title(column, all), column, all));
        if (all.Distinct > N)
            run.Say($"`{column.Name}` has {Wording.Count(all.Distinct)} distinct values; the most frequent, {all.Top[0].Value}, has "
                + $"{Wording.Share((double)all.Top[0].Count / all.Present)} of the rows.");
    }

    void ShowGroups(Column column, Labeling labeling, RunContext run)
    {
        var (labels, rows) = RowGroups.Of(labeling.Labels, labeling.Groups);
        var groups = Frequencies.OfGroups(column, rows, N, run.Work);
        var all = Frequencies.CountsOf(column, [.. groups.SelectMany(g => g.Top.Select(v => v.Value))]);
        var shares = all.ToDictionary(v => v.Key, v => (double)v.Value / (column.Rows - column.Missing));
        var name = $"top_{column.Name}_by_{labeling.Name}";
        string[] clusters = [.. labels.Zip(groups).SelectMany(x => x.Second.Top.Select(_ => labeling.NameOf(x.First)))];
        var cells = groups.Select(f => Cells(f, shares)).ToArray();
        run.Show(new Sheet(name, $"Most frequent `{column.Name}` in each cluster of `{labeling.Name}`",
        [
            new("cluster", CellFormat.Text, clusters),
            .. cells[0].Select((c, at) => c with { Cells = [.. cells.SelectMany(s => s[at].Cells)] }),
        ]));
        run.Show(Panels(name, column, labeling, labels, rows, groups, shares));
        run.Say(Telling(column, labeling, labels, groups, shares));
    }

    static BarPanels Panels(string name, Column column, Labeling labeling, int[] labels, int[][] rows, IReadOnlyList<Frequencies> groups,
        Dictionary<string, double> shares)
    {
        int[] filled = [.. Enumerable.Range(0, labels.Length).Where(g => groups[g].Distinct > 0)];
        int[] charted = [.. filled.OrderByDescending(g => rows[g].Length).Take(MostPanels).Order()];
        var left = charted.Length < filled.Length ? $" {charted.Length} of {filled.Length} groups are drawn; all are in the table." : "";
        return new(name, $"Which `{column.Name}` is frequent in each cluster of `{labeling.Name}`",
            [.. charted.Select(g => Panel(labeling.TitleOf(labels[g], rows[g].Length), labels[g], groups[g], shares))])
        {
            Format = CellFormat.Share,
            Note = "Share of each cluster's rows; the tick is the share among all rows. "
                + $"{Telling(column, labeling, labels, groups, shares)}{left}",
        };
    }

    /// <summary>The value that is most above its share among all rows.</summary>
    static string Telling(
        Column column, Labeling labeling, int[] labels, IReadOnlyList<Frequencies> groups, Dictionary<string, double> shares)
    {
        var all = Enumerable.Range(0, labels.Length).SelectMany(g => groups[g].Top.Take(1).Select(v =>
            (Label: labels[g], v.Value, Share: (double)v.Count / groups[g].Present, All: shares[v.Value])));
        var (label, value, share, overall) = all.MaxBy(x => x.Share - x.All);
        return $"Farthest from all rows in `{column.Name}`: {value} in {labeling.TitleOf(label)}, {Wording.Share(share)} against "
            + $"{Wording.Share(overall)}.";
    }

    static BarPanel Panel(string title, int label, Frequencies f, Dictionary<string, double> shares) => new(
        title, [.. f.Top.Select(v => v.Value)], [.. f.Top.Select(v => (double)v.Count / f.Present)], label)
    {
        Ticks = [.. f.Top.Select(v => shares[v.Value])],
        Labels = [.. f.Top.Select(v => (double)v.Count / f.Present).Zip(f.Top.Select(v => shares[v.Value]), (share, all) =>
            $"{Numbers.Value(share, CellFormat.Share)} · {Times(share / all)}")],
    };

    static string Times(double lift) =>
        lift < 0.01 ? "< 0.01 ×" : Wording.Number(lift, lift < 0.1 ? "0.00" : lift < 10 ? "0.0" : "0") + " ×";

    string Title(Column column, Frequencies all) =>
        all.Distinct <= N ? $"How frequent each `{column.Name}` is"
            : $"The {(N == 1 ? "" : Wording.Count(N) + " ")}most frequent `{column.Name}`";

    static SheetColumn[] Cells(Frequencies f, Dictionary<string, double> shares) =>
    [
        .. Cells(f),
        new("share_of_all", CellFormat.Share, [.. f.Top.Select(v => (object)shares[v.Value])]),
        new("lift", CellFormat.Number, [.. f.Top.Select(v => (object)((double)v.Count / f.Present / shares[v.Value]))]),
    ];

    static SheetColumn[] Cells(Frequencies f) =>
    [
        new("rank", CellFormat.Count, [.. f.Top.Select((_, i) => (object)(i + 1))]),
        new("value", CellFormat.Text, [.. f.Top.Select(v => v.Value)]),
        new("count", CellFormat.Count, [.. f.Top.Select(v => (object)v.Count)]),
        new("share", CellFormat.Share, [.. f.Top.Select(v => (object)((double)v.Count / f.Present))]),
    ];

    /// <summary>Where each value stands that has an order of its own, as numbers and intervals have; null where they have none.</summary>
    static Func<string, double>? PlaceIn(Column column, Frequencies f)
    {
        if (column is TextColumn { IsOrdered: true, Words: var words })
            return Enumerable.Range(0, words.Count).ToDictionary(code => words[code], code => (double)code).GetValueOrDefault;
        return column is NumberColumn && f.Top.All(v => double.TryParse(v.Value, CultureInfo.InvariantCulture, out _))
            ? value => double.Parse(value, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>What has an order stands in it, other values by how frequent they are.</summary>
    static BarChart Chart(string name, string title, Column column, Frequencies f)
    {
        var place = PlaceIn(column, f);
        var isOrdered = place is not null;
        ValueCount[] bars = [.. f.Top.OrderBy(v => place?.Invoke(v.Value) ?? 0)];
        var (most, held) = (f.Top[0], Wording.Share(f.Top.Sum(v => (double)v.Count) / f.Present));
        return new(name, title + (isOrdered && f.Top.Count > 1 ? ", in order" : ""), [.. bars.Select(v => v.Value)],
            [new Series("rows", [.. bars.Select(v => (double)v.Count)])])
        {
            ValueAxis = "rows",
            Format = CellFormat.Count,
            Note = $"Most frequent: {most.Value} with {Wording.Share((double)most.Count / f.Present)} of the rows"
                + (f.Distinct > f.Top.Count ? $"; these {f.Top.Count} of {Wording.Count(f.Distinct)} values hold {held}." : "."),
        };
    }
}
