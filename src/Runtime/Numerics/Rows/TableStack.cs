namespace Runtime.Numerics.Rows;

/// <summary>Tables below each other, their columns matched by name.</summary>
public static class TableStack
{
    /// <summary>
    /// All rows of all tables, in their order; the columns in the order in which their names appear first. Where a table has no column of a
    /// name its rows miss the value. Columns of several kinds become numbers if all are, else text.
    /// </summary>
    public static Table Of(IReadOnlyList<Table> tables)
    {
        var rows = checked(tables.Sum(t => t.Rows));
        var names = tables.SelectMany(t => t.Columns.Names).Distinct().ToArray();
        return new(new([.. names.Select(name => Column(name, [.. tables.Select(t => (t.Columns.Find(name), t.Rows))], rows))]), rows);
    }

    /// <summary>The rows of several columns, one below the other.</summary>
    public static Column Column(string name, IReadOnlyList<Column> columns) =>
        Column(name, [.. columns.Select(c => ((Column?)c, c.Rows))], checked(columns.Sum(c => c.Rows)));

    static Column Column(string name, (Column? Column, int Rows)[] parts, int rows)
    {
        parts = Array.ConvertAll(parts, p => (p.Column is LabelColumn labels ? labels.Numbers : p.Column, p.Rows));
        Column[] given = [.. parts.Select(p => p.Column).OfType<Column>()];
        var alike = Array.TrueForAll(given, c => c.Type == given[0].Type);
        var numbers = Array.TrueForAll(given, c => c.Type is ColumnType.Integer or ColumnType.Number);
        if (!numbers && !(alike && given[0] is NumberColumn)) return Texts(name, parts, rows);
        var values = new double[rows];
        var at = 0;
        foreach (var (column, length) in parts)
        {
            if (column is null) values.AsSpan(at, length).Fill(double.NaN);
            else ((NumberColumn)column).Values.CopyTo(values.AsSpan(at));
            at += length;
        }
        return numbers ? NumberColumn.Of(name, values) : ((NumberColumn)given[0]).Like(name, values);
    }

    static TextColumn Texts(string name, (Column? Column, int Rows)[] parts, int rows)
    {
        var (codes, words, at) = (new int[rows], new WordTable(), 0);
        var isOrdered = AreOfOneOrder([.. parts.Select(p => p.Column).OfType<Column>()]);
        foreach (var (column, length) in parts)
        {
            var into = codes.AsSpan(at, length);
            if (column is TextColumn text)
            {
                var code = new int[text.Words.Count];
                for (var c = 0; c < code.Length; c++) code[c] = words.Add(text.Words.Utf8(c));
                for (var row = 0; row < length; row++) into[row] = text.Codes[row] < 0 ? -1 : code[text.Codes[row]];
            }
            else
                for (var row = 0; row < length; row++)
                    into[row] = column is null || column.IsMissing(row) ? -1 : words.Add(column.Show(row));
            at += length;
        }
        return new TextColumn(name, codes, words.ToPool()) { IsOrdered = isOrdered };
    }

    /// <summary>Two orders of other words would give none.</summary>
    static bool AreOfOneOrder(Column[] columns) => columns is [TextColumn first, ..] && Array.TrueForAll(columns, c =>
        c is TextColumn { IsOrdered: true, Words: var words } && words.Count == first.Words.Count
            && Enumerable.Range(0, words.Count).All(code => words.Utf8(code).SequenceEqual(first.Words.Utf8(code))));
}
