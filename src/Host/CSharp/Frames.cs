using Microsoft.Data.Analysis;
using Runtime.Data;

namespace Host.CSharp;

/// <summary>Data frames as sheets of a report.</summary>
static class Frames
{
    const int Most = 1000;

    public static Sheet Sheet(DataFrame frame, string name, string title)
    {
        var table = DataFrames.ToTable(frame.Rows.Count > Most ? frame.Head(Most) : frame);
        return new Sheet(name, title, [.. table.Columns.Select(c => new SheetColumn(c.Name, Format(c), Cells(c)))]);
    }

    static CellFormat Format(Column column) => column.Type switch
    {
        ColumnType.Integer => CellFormat.Count,
        ColumnType.Number => CellFormat.Number,
        _ => CellFormat.Text,
    };

    static object?[] Cells(Column column) => column is NumberColumn { Storage: var numbers }
        ? [.. numbers.Select(v => double.IsNaN(v) ? (object?)null : column.Type == ColumnType.Integer ? (long)v : v)]
        : [.. Enumerable.Range(0, column.Rows).Select(row => column.Show(row) is { Length: > 0 } text ? text : null)];
}
