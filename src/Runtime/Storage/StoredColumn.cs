namespace Runtime.Storage;

/// <summary>A short column with its values as they are written.</summary>
sealed record StoredColumn(string Name, ColumnType Type, IReadOnlyList<string> Values)
{
    public StoredColumn(Column column) : this(column.Name, column.Type, [.. Enumerable.Range(0, column.Rows).Select(column.Show)])
    {
        if (column.Type is ColumnType.Time or ColumnType.Label || column is LogicalColumn { Words: not ("true" or "True", _) })
            throw new Refusal($"`{column.Name}` holds {column.Type.Holds()}, and what was learnt of them is not saved.",
                "Make texts or numbers of them before: `text(…)`.");
    }

    public Column Column => Type switch
    {
        ColumnType.Text => new TextColumn(Name, [.. Enumerable.Range(0, Values.Count)], TextPool.Of(Values)),
        ColumnType.Logical => new LogicalColumn(Name, [.. Values.Select(v => v is "true" or "True" ? 1.0 : 0.0)]),
        ColumnType.Integer or ColumnType.Number => NumberColumn.Of(Name,
            [.. Values.Select(v => double.Parse(v, System.Globalization.CultureInfo.InvariantCulture))]),
        _ => throw new FormatException("a column is of no type that is saved"),
    };
}
