namespace Runtime.Numerics.Rows;

/// <summary>New columns from old ones.</summary>
public static class Columns
{
    /// <summary>
    /// The rows of two columns of one kind, one below the other; what has an order keeps it, and other words stand behind.
    /// </summary>
    public static Column Stacked(Column above, Column below) => (above, below) switch
    {
        (LabelColumn first, _) => Stacked(first.Numbers, below),
        (_, LabelColumn second) => Stacked(above, second.Numbers),
        (LogicalColumn or TimeColumn, NumberColumn second) when second.Type == above.Type =>
            ((NumberColumn)above).Like(above.Name, [.. ((NumberColumn)above).Values, .. second.Values]),
        (NumberColumn first, NumberColumn second) =>
            new NumberColumn(above.Name, [.. first.Values, .. second.Values], first.Whole && second.Whole),
        (TextColumn first, TextColumn second) => Stacked(first, second),
        _ => throw new InvalidOperationException($"`{above.Name}` and `{below.Name}` are not of one kind."),
    };

    /// <summary>The place of each value among the given distinct ones; −1 where it is none of them.</summary>
    public static Ranks RanksAmong(Column distinct, Column column, Work work)
    {
        var ranks = Ranks.Of(Stacked(distinct, column), work);
        var place = new int[ranks.Count];
        Array.Fill(place, -1);
        for (var i = 0; i < distinct.Rows; i++) if (ranks.OfRow[i] >= 0) place[ranks.OfRow[i]] = i;
        return new(Array.ConvertAll(ranks.OfRow[distinct.Rows..], r => r < 0 ? -1 : place[r]), distinct.Rows);
    }

    /// <summary>The column with its missing values replaced by a number.</summary>
    public static NumberColumn Filled(NumberColumn column, double value)
    {
        var values = Array.ConvertAll(column.Storage, v => double.IsNaN(v) ? value : v);
        return column is LogicalColumn or TimeColumn ? column.Like(column.Name, values) : NumberColumn.Of(column.Name, values);
    }

    /// <summary>The column with its missing values replaced by a text.</summary>
    public static TextColumn Filled(TextColumn column, string value)
    {
        var words = new WordTable();
        var codes = new int[column.Words.Count];
        for (var code = 0; code < codes.Length; code++) codes[code] = words.Add(column.Words.Utf8(code));
        var added = words.Add(value);
        return new TextColumn(column.Name, Array.ConvertAll(column.Codes.ToArray(), c => c < 0 ? added : codes[c]), words.ToPool())
        {
            IsOrdered = column.IsOrdered,
        };
    }

    /// <summary>1 where the rank is the given one, 0 at other ranks, missing where it is.</summary>
    public static NumberColumn Indicator(string name, Ranks ranks, int rank) =>
        new(name, Array.ConvertAll(ranks.OfRow, r => r < 0 ? double.NaN : r == rank ? 1 : 0), whole: true);

    /// <summary>The ranks as numbers.</summary>
    public static NumberColumn Of(string name, Ranks ranks) =>
        new(name, Array.ConvertAll(ranks.OfRow, r => r < 0 ? double.NaN : r), whole: true);

    static TextColumn Stacked(TextColumn first, TextColumn second)
    {
        var words = new WordTable();
        var codes = new int[first.Rows + second.Rows];
        Add(first, codes.AsSpan(0, first.Rows));
        Add(second, codes.AsSpan(first.Rows));
        return new TextColumn(first.Name, codes, words.ToPool()) { IsOrdered = first.IsOrdered };

        void Add(TextColumn column, Span<int> into)
        {
            var code = new int[column.Words.Count];
            for (var c = 0; c < code.Length; c++) code[c] = words.Add(column.Words.Utf8(c));
            for (var row = 0; row < into.Length; row++) into[row] = column.Codes[row] < 0 ? -1 : code[column.Codes[row]];
        }
    }
}
