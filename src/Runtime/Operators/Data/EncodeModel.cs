using Runtime.Numerics.Rows;

namespace Runtime.Operators.Data;

/// <summary>
/// The values that each column of <see cref="Model.Inputs"/> had, in their order. A value that none of them had gets no code.
/// </summary>
public sealed record EncodeModel(string Name, EncodeMethod Method, ValueList<Column> Values) : ColumnModel(Name)
{
    public override IReadOnlyList<Column> Apply(Table table, Work work) =>
        [.. Inputs.Zip(Values).SelectMany(pair => Encoded(pair.Second, Columns.RanksAmong(pair.Second, table[pair.First], work)))];

    /// <summary>An order of texts that is not that of their letters was given by somebody.</summary>
    public override IEnumerable<string> Ranked => Method != EncodeMethod.Ordinal ? []
        : Values.OfType<TextColumn>().Where(v => !IsByLetters(v)).Select(v => $"{v.Name}_code");

    static bool IsByLetters(TextColumn values)
    {
        var (words, codes) = (values.Words, values.Storage);
        for (var i = 1; i < codes.Length; i++) if (words.Utf8(codes[i - 1]).SequenceCompareTo(words.Utf8(codes[i])) > 0) return false;
        return true;
    }

    IEnumerable<Column> Encoded(Column values, Ranks ranks) => Method == EncodeMethod.Ordinal
        ? [Columns.Of($"{values.Name}_code", ranks)]
        : Enumerable.Range(0, values.Rows).Select(rank => Columns.Indicator($"{values.Name}_{values.Show(rank)}", ranks, rank));

    protected override void AddContent(ContentHash hash)
    {
        hash.Add((int)Method);
        foreach (var values in Values) hash.Add(values.Content);
    }
}
