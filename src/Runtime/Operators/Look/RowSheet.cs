namespace Runtime.Operators.Look;

/// <summary>Rows of a table as a sheet.</summary>
static class RowSheet
{
    /// <param name="title">What the rows are: "First rows".</param>
    /// <param name="rows">Which rows; each is numbered as it stands in the table, from 1.</param>
    public static Sheet Of(string name, string title, IReadOnlyList<Column> columns, int[] rows) => new(name, title,
    [
        new("row", CellFormat.Count, [.. rows.Select(r => (object)(r + 1))]),
        .. columns.Select(
            c => new SheetColumn(c.Name, c.Type == ColumnType.Number ? CellFormat.Number : CellFormat.Text,
            [.. rows.Select(r => Cell(c, r))])),
    ]);

    static object? Cell(Column column, int row) => column.IsMissing(row) ? null
        : column is NumberColumn { Type: ColumnType.Number } numbers ? numbers.Values[row]
        : column.Show(row);
}
