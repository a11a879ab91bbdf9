namespace Runtime.Data;

/// <summary>A table's columns as a sheet: name, type, missing values and an example.</summary>
static class Outline
{
    public static Sheet Of(Table table) => new("columns", "Columns",
    [
        new SheetColumn("column", CellFormat.Text, [.. table.Columns.Names]),
        new SheetColumn("type", CellFormat.Text, [.. table.Columns.Select(c => Signature.SnakeCase(c.Type.ToString()))]),
        new SheetColumn("missing", CellFormat.Count, [.. table.Columns.Select(c => (object?)c.Missing)]),
        new SheetColumn("example", CellFormat.Text, [.. table.Columns.Select(Example)]),
    ]);

    static object? Example(Column column)
    {
        for (var row = 0; row < column.Rows; row++)
            if (column.Show(row) is { Length: > 0 } text) return text.Length <= 40 ? text : text[..39] + "…";
        return null;
    }
}
