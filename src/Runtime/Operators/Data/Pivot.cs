using Runtime.Expressions;
using Runtime.Numerics.Rows;
using Runtime.Operators.Look;

namespace Runtime.Operators.Data;

/// <summary>From long to wide: a column for each value of one column.</summary>
[Operator("pivot", "Go on with a table that has a column for each value of one column, filled from another; a row for each of the rest.",
    Needs = Needs.Table, Rows = RowEffect.New, Keywords = "wide spread reshape crosstab cross table columns")]
[AlsoCalled("pivot_wider", "spread", "dcast", "cast_wide", "unstack", "pivot_table", "wider", "evaluate_pivot")]
[InsteadOf("change of rows and columns", "transpose")]
[Example("pivot year energy by=genre agg=mean")]
[Example("pivot name value by=id as wide",
    After = "select track_name energy valence | derive id=row() | drop columns track_name | melt energy valence")]
public sealed record Pivot : Operator
{
    const int MostShown = 20;

    [Arg("The column whose values become names of columns.", Positional = true)]
    [AlsoCalled("columns", "names_from", "key", "column")]
    public required ColumnRef Names { get; init; }

    [Arg("The column that fills them.", Positional = true)]
    [AlsoCalled("values_from", "value", "value_var")]
    public required ColumnRef Values { get; init; }

    [Arg("The columns that make the rows; by default all others.")]
    [AlsoCalled("index", "id_cols", "rows", "group_by", "id_vars", "on")]
    public ValueList<ColumnRef> By { get; init; } = [];

    [Arg("The figure to take where several rows meet; without it they are refused.")]
    [AlsoCalled("aggfunc", "values_fn", "fun", "aggregate", "how", "aggregate_function")]
    public GroupFigure? Agg { get; init; }

    [Arg("What to put before the names of the columns that are made.")]
    [AlsoCalled("names_prefix")]
    public string Prefix { get; init; } = "";

    [Arg("The most columns that may be made."), Between(1, 100_000)]
    [AlsoCalled("max", "limit", "max_columns")]
    public int Most { get; init; } = 1000;

    protected override Reads ReadsUnnamed(Shape before) => By.Count > 0 ? Runtime.Reads.Nothing : new Reads { AllColumns = true };

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (Names == Values) check.Refuse(nameof(Values), $"`{Names}` cannot be both the names and the values.", "Name another column.");
        var values = before.Columns?.Find(Values.Name);
        if (values is { IsGuessed: false } && Agg is { } agg && !agg.IsOfRows() && agg.TypeOf(values.Type) is null)
            check.Add(Complaints.NotNumeric(Catalog.Of(this).Find("values")!, values,
                (before.Columns ?? []).Where(c => c.IsNumeric).Select(c => c.Name)));
        var made = new Shape { AnyColumn = true, Columns = new([.. Keys(before.Columns ?? [])]) };
        return before.Start(NameIn(before), made);
    }

    IEnumerable<ColumnShape> Keys(NamedList<ColumnShape> columns) => columns.Where(c => IsKey(c.Name));

    bool IsKey(string column) => By.Count > 0 ? By.Contains(column) : column != Names.Name && column != Values.Name;
    public override double RowsAfter(Workload load) =>
        By.Count == 0 ? load.Rows / load.Groups(Names.Name) : By.Aggregate(1.0, (rows, by) => rows * load.Groups(by.Name));
    protected override Price Cost(Workload load) =>
        new Price { Alone = 4e7, Shared = 200 * load.Rows * Math.Max(1, load.Columns), Memory = 24 * load.Rows };

    protected override Study Run(Study study, RunContext run)
    {
        Column[] keys = [.. study.Loaded.Columns.Where(c => IsKey(c.Name))];
        var named = study.Column(Names.Name);
        var names = Ranks.Of(named, run.Work);
        if (names.Count > Most)
            throw new Refusal($"`{Names}` has {Wording.Count(names.Count)} values, and each would be a column.",
                $"Choose another column, or allow it with `most={names.Count}`.")
            { Argument = nameof(Names) };
        var rows = keys.Length == 0 ? new EqualRows(new int[study.Rows], [0]) : RowsOf(keys, run.Work);
        var cells = EqualRows.Of([new LabelColumn("", rows.OfRow, rows.First.Length), Labels(names)], missingIsAValue: false, run.Work);
        var filled = Filled(study, cells, run);
        var places = Places(cells, rows, names);
        Column[] made = [.. names.FirstRows().Select((first, rank) => Cells(filled, places[rank]).Renamed(Prefix + named.Show(first)))];
        HoldNames(keys, made);
        var table = new Table(new([.. keys.Select(k => k.Take(rows.First)), .. made]), rows.First.Length);
        run.Show(RowSheet.Of(NameIn(study.Shape), $"A column for each `{Names}`", [.. table.Columns.Take(MostShown)],
            [.. Enumerable.Range(0, Math.Min(table.Rows, MostShown))]));
        var lost = names.OfRow.AsSpan().Count(-1);
        run.Say($"{Wording.Plural(table.Rows, "row")} with {Wording.Plural(made.Length, "new column")}."
            + ShownOf(table)
            + (lost == 0 ? "" : $" {Wording.Plural(lost, "row")} without a value of `{Names}` {(lost == 1 ? "is" : "are")} left out.")
            + study.WayBack);
        return study.Start(NameIn(study.Shape), table);
    }

    static string ShownOf(Table table) => table.Columns.Count > MostShown
        ? $" The first {MostShown} {(table.Rows > MostShown ? "rows and " : "")}columns are shown."
        : table.Rows > MostShown ? $" The first {MostShown} are shown." : "";

    /// <summary>Where rows are groups they stand in the order of their keys, as those of `group`; else in the order they come in.</summary>
    EqualRows RowsOf(Column[] keys, Work work)
    {
        if (Agg is null) return EqualRows.Of(keys, missingIsAValue: true, work);
        var ranks = Ranks.Of(keys, missingIsAValue: true, work, MissingRows.Last);
        return new(ranks.OfRow, ranks.FirstRows());
    }

    static LabelColumn Labels(Ranks names) =>
        new("", Array.ConvertAll(names.OfRow, r => r < 0 ? LabelColumn.Absent : r), names.Count);

    /// <summary>A value for each cell that has one.</summary>
    Column Filled(Study study, EqualRows cells, RunContext run)
    {
        var values = study.Column(Values.Name);
        if (Agg is { } agg)
            return GroupedFigures.Of(values, Values.Name, agg, Grouping.Of(cells.OfRow, cells.First.Length), run.Work);
        if (cells.OfRow.Length - cells.OfRow.AsSpan().Count(-1) == cells.First.Length) return values.Take(cells.First);
        var row = Enumerable.Range(0, study.Rows).First(r => cells.OfRow[r] is >= 0 and var cell && cells.First[cell] != r);
        var (first, name) = (cells.First[cells.OfRow[row]], study.Column(Names.Name).Show(row));
        throw new Refusal($"Rows {Wording.Count(first + 1)} and {Wording.Count(row + 1)} both have a value for `{name}` of the same row.",
            "Say what to take of several with `agg=mean`, `agg=first` or the like, or name more columns with `by`.")
        { Argument = nameof(Agg) };
    }

    /// <summary>For each new column the cell of each new row; −1 where there is none.</summary>
    static int[][] Places(EqualRows cells, EqualRows rows, Ranks names)
    {
        var places = new int[names.Count][];
        for (var rank = 0; rank < places.Length; rank++) Array.Fill(places[rank] = new int[rows.First.Length], -1);
        for (var cell = 0; cell < cells.First.Length; cell++)
            places[names.OfRow[cells.First[cell]]][rows.OfRow[cells.First[cell]]] = cell;
        return places;
    }

    /// <summary>Of no row there is no value; but there are none of them.</summary>
    Column Cells(Column filled, int[] places) => Agg?.OfNone() is { } none && filled is NumberColumn numbers
        ? numbers.Like(filled.Name, Array.ConvertAll(places, p => p < 0 ? none : numbers.Storage[p])) : filled.TakeOrMissing(places);

    void HoldNames(Column[] keys, Column[] made)
    {
        var names = keys.Select(k => k.Name).ToHashSet();
        if (Array.Find(made, m => !names.Add(m.Name)) is { } twice)
            throw new Refusal($"There would be two columns `{twice.Name}`.",
                $"Put something before the new names: `prefix={Notation.Word($"{Names}_")}`.")
            { Argument = nameof(Names) };
    }
}
