using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

/// <summary>Intervals, found in one column; those of another are judged by the same edges.</summary>
/// <param name="Name">That of the column that it makes.</param>
public sealed record BinModel(string Name, Bins Bins) : ColumnModel(Name)
{
    public override IReadOnlyList<Column> Apply(Table table, Work work) => [Bins.Of(Name, (NumberColumn)table[Inputs[0]], work)];

    protected override void AddContent(ContentHash hash) => hash.Add<double>(Bins.Edges);
}
