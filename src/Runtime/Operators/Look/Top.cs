using Runtime.Charts;
using Runtime.Numerics.Statistics;

namespace Runtime.Operators.Look;

/// <summary>The most frequent values of a column, of the whole table or of each cluster.</summary>
[Operator("top", "Show the most frequent values of a column, for each cluster when asked.", Needs = Needs.Table,
    Keywords = "frequency count distribution common values")]
[AlsoCalled("value_counts", "frequency", "frequencies", "freq", "tabyl", "table", "most_common", "most_frequent", "crosstab", "xtab",
    "cross_table", "contingency_table", "top_nested", "mode_values", "top_values", "barplot", "bar", "bar_chart", "histogram_of_values",
    "counter", "tabulate", "fct_count", "top_n")]
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
        run.Show(Chart($"top_{column.Name}", Title(column, all), all));
        if (all.Distinct > N)
            run.Say($"`{column.Name}` has {Wording.Count(all.Distinct)} distinct values; these are the {Wording.Count(N)} most frequent.");
    }

    void ShowGroups(Column column, Labeling labeling, RunContext run)
    {
        var (labels, rows) = RowGroups.Of(labeling.Labels, labeling.Groups);
        var groups = Frequencies.OfGroups(column, rows, N, run.Work);
        var name = $"top_{column.Name}_by_{labeling.Name}";
        string[] clusters = [.. labels.Zip(groups).SelectMany(x => x.Second.Top.Select(_ => labeling.NameOf(x.First)))];
        var cells = groups.Select(Cells).ToArray();
        run.Show(new Sheet(name, $"Most frequent `{column.Name}` in each cluster of `{labeling.Name}`",
        [
            new("cluster", CellFormat.Text, clusters),
            .. cells[0].Select((c, at) => c with { Cells = [.. cells.SelectMany(s => s[at].Cells)] }),
        ]));
        var charted = Enumerable.Range(0, labels.Length).Where(g => groups[g].Distinct > 0).OrderByDescending(g => rows[g].Length)
            .Take(MostPanels).Order();
        run.Show(new BarPanels(name, $"Most frequent {column.Name} in each cluster of {labeling.Name}",
            [.. charted.Select(g => Panel(labeling, labels[g], groups[g]))])
        { Format = CellFormat.Count });
    }

    static BarPanel Panel(Labeling labeling, int label, Frequencies f) =>
        new(labeling.NameOf(label), [.. f.Top.Select(v => v.Value)], [.. f.Top.Select(v => (double)v.Count)], label);

    string Title(Column column, Frequencies all) =>
        all.Distinct <= N ? $"Distribution of `{column.Name}`" : $"{Wording.Count(N)} most frequent `{column.Name}`";

    static SheetColumn[] Cells(Frequencies f) =>
    [
        new("rank", CellFormat.Count, [.. f.Top.Select((_, i) => (object)(i + 1))]),
        new("value", CellFormat.Text, [.. f.Top.Select(v => v.Value)]),
        new("count", CellFormat.Count, [.. f.Top.Select(v => (object)v.Count)]),
        new("share", CellFormat.Share, [.. f.Top.Select(v => (object)((double)v.Count / f.Present))]),
    ];

    static BarChart Chart(string name, string title, Frequencies f) =>
        new(name, title, [.. f.Top.Select(v => v.Value)], [new Series("rows", [.. f.Top.Select(v => (double)v.Count)])])
        {
            ValueAxis = "rows",
            Format = CellFormat.Count,
        };
}
