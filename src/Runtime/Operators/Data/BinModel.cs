using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

/// <summary>Intervals, found in one column; those of another are judged by the same edges.</summary>
/// <param name="Name">That of the column that it makes.</param>
/// <param name="Labels">It names the intervals; otherwise it counts them from 0.</param>
public sealed record BinModel(string Name, Bins Bins, bool Labels) : ColumnModel(Name)
{
    public override IReadOnlyList<Column> Apply(Table table, Work work) =>
        [Labels ? Bins.Named(Name, Input(table), work) : Bins.Of(Name, Input(table), work)];

    NumberColumn Input(Table table) => (NumberColumn)table[Inputs[0]];

    protected override void AddContent(ContentHash hash) => hash.Add<double>(Bins.Edges).Add(Labels ? 1 : 0);
}
