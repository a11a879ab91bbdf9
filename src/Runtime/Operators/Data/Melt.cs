using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

/// <summary>From wide to long: a row for each row and column.</summary>
[Operator("melt", "Go on with a table that has a row for each value of some columns: its name beside it, the other columns repeated.",
    Needs = Needs.Table, Rows = RowEffect.New, Keywords = "unpivot gather long wide reshape tidy stack columns")]
[AlsoCalled("pivot_longer", "gather", "unpivot", "stack", "wide_to_long", "narrow", "stack_columns")]
[InsteadOf("splitting of lists into rows", "explode", "unnest", "separate_rows", "unnest_longer", "flatten", "mv_expand")]
[Example("melt energy valence")]
[Example("melt numbers except=year names=feature values=amount as long")]
public sealed record Melt : Operator
{
    [Arg("The columns whose values go below each other.", Positional = true)]
    [AlsoCalled("value_vars", "cols", "measure_vars", "on", "measures")]
    public required ValueList<ColumnRef> Columns { get; init; }

    [Arg("The column that says which of them a value is of.")]
    [AlsoCalled("var_name", "names_to", "variable_name", "variable", "key", "name")]
    public string Names { get; init; } = "name";

    [Arg("The column that holds the values.")]
    [AlsoCalled("value_name", "values_to", "value")]
    public string Values { get; init; } = "value";

    protected override Reads ReadsUnnamed(Shape before) => new() { AllColumns = true };

    protected override Shape Check(Shape before, CheckContext check)
    {
        var made = new Shape { Rows = before.Rows * Columns.Count, AnyColumn = true };
        if (Columns.Any(c => c is ColumnChoice)) made = made with { Rows = null };
        if (before is { AnyColumn: false, Columns: { } columns } && !Columns.Any(c => c is ColumnChoice)) made = Long(columns, made, check);
        return before.Start(NameIn(before), made);
    }

    Shape Long(NamedList<ColumnShape> columns, Shape made, CheckContext check)
    {
        ColumnShape[] kept = [.. columns.Where(c => !Columns.Contains(c.Name))];
        foreach (var (argument, name) in new[] { (nameof(Names), Names), (nameof(Values), Values) })
            if (Array.Exists(kept, c => c.Name == name) || argument == nameof(Values) && name == Names)
                check.Add(Taken(argument, name, columns));
        for (var i = 0; i < Columns.Count; i++)
            if (Columns.Take(i).Contains(Columns[i]))
                check.Add(new(ContractCodes.Refused, nameof(Columns), $"`{Columns[i]}` is named twice.", "Leave one of them out.")
                { Index = i });
        if (check.Failed) return made;
        var type = columns.Find(Columns[0].Name)?.Type ?? ColumnType.Number;
        return made with
        {
            AnyColumn = false,
            Columns = new([.. kept, new(Names, ColumnType.Text), new(Values, type) { IsGuessed = true }]),
        };
    }

    /// <summary>Told with a name that is free.</summary>
    static Complaint Taken(string argument, string name, NamedList<ColumnShape> columns)
    {
        var number = 2;
        while (columns.Find($"{name}_{number}") is not null) number++;
        var (free, said) = (Expressions.Notation.Word($"{name}_{number}"), argument == nameof(Names) ? "names" : "values");
        // What is not written cannot be put right where it stands.
        var isWritten = name is not ("name" or "value");
        return new(ContractCodes.Refused, argument, $"There would be two columns `{name}`.", $"Write `{said}={free}`.")
        { Remedies = [isWritten ? new() { Instead = free } : new() { Further = $"{said}={free}" }] };
    }
    public override double RowsAfter(Workload load) => load.Rows * Math.Max(1, load.Columns);
    protected override Price Cost(Workload load) => 7 * Price.Touching(load.Rows, load.AllColumns);

    protected override Study Run(Study study, RunContext run)
    {
        Column[] stacked = study.Columns(Columns);
        var (rows, count) = (study.Rows, stacked.Length);
        if ((long)rows * count > Array.MaxLength)
            throw new Refusal($"The table would have {Wording.Count((long)rows * count)} rows.", "Melt fewer columns.")
            { Argument = nameof(Columns) };
        int[] places = new int[rows * count], codes = new int[rows * count], from = new int[rows * count];
        for (var i = 0; i < places.Length; i++) (from[i], codes[i], places[i]) = (i / count, i % count, i % count * rows + i / count);
        var kept = study.Loaded.Columns.Where(c => !Columns.Contains(c.Name)).Select(c => c.Take(from));
        var names = new TextColumn(Names, codes, TextPool.Of(stacked.Select(c => c.Name)));
        var table = new Table(new([.. kept, names, TableStack.Column(Values, stacked).Take(places)]), places.Length);
        run.Say($"{Wording.Plural(rows, "row")} of {Wording.Plural(count, "column")} each: {Wording.Plural(places.Length, "row")}."
            + study.WayBack);
        return study.Start(NameIn(study.Shape), table);
    }
}
