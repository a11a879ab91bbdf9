using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

/// <summary>How the edges of bins are found.</summary>
public enum BinMethod
{
    Width,
    Quantile,
}

[Operator("bin", "Add a column of the intervals that numbers fall into, in their order.", Needs = Needs.Table,
    Keywords = "cut discretize histogram interval bucket")]
[AlsoCalled("cut", "discretize", "KBinsDiscretizer", "bucket", "bucketize", "cut_interval", "ntile", "cut_number", "digitize", "bins",
    "histogram_bins", "binning")]
[AlsoCalled("qcut", "quantile_bins", As = "bin {} method=quantile")]
[Example("bin tempo count=5 as speed")]
[Example("bin year edges=1990,2000,2010,2030 as decade")]
[Example("bin energy count=4 method=quantile")]
[Example("bin energy count=4 labels=false as level")]
public sealed record Bin : Operator
{
    [Arg("A column of numbers.", Positional = true), Numeric]
    public required ColumnRef Column { get; init; }

    [Arg("How many intervals."), Between(2, 10_000)]
    [AlsoCalled("bins", "n_bins", "q", "k", "n", "buckets", "breaks_count", "num_bins", "intervals")]
    public int? Count { get; init; }

    [Arg("The edges, ascending: each interval holds its lower edge, the last its upper edge too, and what is outside is missing.")]
    [AlsoCalled("breaks", "boundaries", "cuts", "limits", "bin_edges", "cutpoints")]
    public ValueList<double>? Edges { get; init; }

    [Arg("Whether the intervals have one width, or hold about as many rows each; a value on an edge is in the upper of the two (in pandas "
        + "in the lower).")]
    [AlsoCalled("strategy", "kind", "how", "mode")]
    [AlsoCalled("quantiles", "equal_count", "equal_frequency", "qcut", "percentile", "rows", "frequency", Value = "quantile")]
    [AlsoCalled("uniform", "equal_width", "equal", "fixed", "interval", Value = "width")]
    public BinMethod Method { get; init; } = BinMethod.Width;

    [Arg("Whether the intervals are called `[0, 10)`; otherwise they are counted from 0, as numbers.")]
    [AlsoCalled("names", "named", "label")]
    public bool Labels { get; init; } = true;

    string MadeIn(Shape before) => As ?? before.Free($"{Column}_bin");

    protected override Shape Check(Shape before, CheckContext check)
    {
        if (Count is null == Edges is null)
            check.Refuse(Edges is null ? null : nameof(Edges), "`bin` takes either `count` or `edges`.",
                "Write `count=5`, or `edges=0,10,20`.");
        if (Edges is { } edges && (edges.Count < 2 || edges.Zip(edges.Skip(1)).Any(e => !(e.First < e.Second))))
            check.Refuse(nameof(Edges), "The edges must be two or more numbers that ascend.", "Write them in order: `edges=0,10,20`.");
        var made = MadeIn(before);
        return before.With(new ColumnShape(made, Labels ? ColumnType.Text : ColumnType.Integer)).With(ModelShape.Of<BinModel>(made));
    }

    protected override Study Run(Study study, RunContext run)
    {
        var numbers = (NumberColumn)study.Column(Column.Name);
        var bins = BinsOf(numbers, run);
        var model = new BinModel(MadeIn(study.Shape), bins, Labels) { Inputs = [Column.Name] };
        var table = model.Extend(study.Loaded, run.Work);
        var column = table[model.Name];
        run.Show(SheetOf(column.Name, bins, bins.Counts(numbers)));
        if (Count is { } count && bins.Count < count)
            run.Say($"`{Column}` has so many equal values that there are {Wording.Count(bins.Count)} intervals, not "
                + $"{Wording.Count(count)}.");
        if (column.Missing > numbers.Missing)
            run.Say($"{Wording.Plural(column.Missing - numbers.Missing, "value")} of `{Column}` "
                + $"{(column.Missing - numbers.Missing == 1 ? "is" : "are")} outside the edges, so `{column.Name}` is missing there.");
        return study.With(table).With(model);
    }

    Bins BinsOf(NumberColumn numbers, RunContext run)
    {
        if (Edges is { } edges) return new Bins([.. edges]);
        var bins = numbers.Missing == numbers.Rows
            ? null
            : Method == BinMethod.Width
            ? Bins.OfWidth(numbers, Count!.Value, run.Work)
            : Bins.OfQuantiles(numbers, Count!.Value);
        return bins is { } made && made.Edges[0] < made.Edges[^1] ? made
            : throw new Refusal($"`{Column}` does not vary, so it has no intervals.",
                "Choose another column, or give the `edges`.")
            { Argument = nameof(Column) };
    }

    Sheet SheetOf(string name, Bins bins, int[] counts) => new($"bins_{name}", $"Intervals of `{Column}`",
    [
        Labels ? new("bin", CellFormat.Text, bins.Names) : new("bin", CellFormat.Count, [.. counts.Select((_, i) => (object)i)]),
        new("from", CellFormat.Number, [.. counts.Select((_, i) => (object)bins.Edges[i])]),
        new("to", CellFormat.Number, [.. counts.Select((_, i) => (object)bins.Edges[i + 1])]),
        new("rows", CellFormat.Count, [.. counts.Select(c => (object)c)]),
    ]);
}
