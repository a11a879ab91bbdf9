using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

[Operator("sort", "Order the rows by the values of columns.", Needs = Needs.Table, Rows = RowEffect.Order, Keywords = "order arrange rank")]
[AlsoCalled("arrange", "order_by", "order", "sort_by", "sort_values", "sort_index", "rank_by", "reorder", "sorted")]
[AlsoCalled("desc", "sort_desc", "order_by_desc", As = "sort {} descending=true")]
[AlsoCalled("nlargest", "slice_max", "largest", Forms = new[]
    { "sort {1} descending=true | take 10", "sort {2} descending=true | take {#1}", "sort {1} descending=true | take {#2}" })]
[AlsoCalled("nsmallest", "slice_min", "smallest", Forms = new[] { "sort {1} | take 10", "sort {2} | take {#1}", "sort {1} | take {#2}" })]
[Example("sort popularity descending=true")]
[Example("sort artist_name year")]
public sealed record Sort : Operator
{
    [Arg("The columns to sort by, the most important first; what misses one comes last among its equals.", Positional = true)]
    [AlsoCalled("by", "on", "key", "keys", "order_by", "cols")]
    public required ValueList<ColumnRef> Columns { get; init; }

    [Arg("The greatest first.")]
    [AlsoCalled("desc", "reverse", "decreasing", "reversed", "descend", "down", "largest_first")]
    [AlsoCalled("ascending", "asc", "increasing", "ascend", Opposite = true)]
    public bool Descending { get; init; }

    protected override Shape Check(Shape before, CheckContext check) => before;

    protected override Price Cost(Workload load) =>
        new Price { Shared = 30 * load.Rows * Price.Depth(load.Rows), Memory = load.Rows * (16 + 8 * load.AllColumns) }
        + Price.Touching(load.Rows, load.AllColumns);

    protected override Study Run(Study study, RunContext run)
    {
        Column[] columns = study.Columns(Columns);
        return study.Take(RowOrder.Of(columns, Descending, MissingRows.Last, run.Work), run.Work);
    }
}
