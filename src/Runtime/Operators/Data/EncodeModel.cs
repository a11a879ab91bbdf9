using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

/// <summary>
/// The values that each column of <see cref="Model.Inputs"/> had, in their order. A value that none of them had gets no code.
/// </summary>
public sealed record EncodeModel(string Name, EncodeMethod Method, ValueList<Column> Values) : ColumnModel(Name)
{
    public override IReadOnlyList<Column> Apply(Table table, Work work) =>
        [.. Inputs.Zip(Values).SelectMany(pair => Encoded(pair.Second, Columns.RanksAmong(pair.Second, table[pair.First], work)))];

    IEnumerable<Column> Encoded(Column values, Ranks ranks) => Method == EncodeMethod.Ordinal
        ? [Columns.Of($"{values.Name}_code", ranks)]
        : Enumerable.Range(0, values.Rows).Select(rank => Columns.Indicator($"{values.Name}_{values.Show(rank)}", ranks, rank));

    protected override void AddContent(ContentHash hash)
    {
        hash.Add((int)Method);
        foreach (var values in Values) hash.Add(values.Content);
    }
}
