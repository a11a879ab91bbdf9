using ExcelDataReader;
using Runtime.Data;

namespace Sources.Excel;

/// <summary>
/// The rows of a sheet as a table. Rows without a value are none. The header is the first row that is at least half as full as the
/// fullest of the first rows and has a text; where that one has none, there is no header.
/// </summary>
sealed class SheetRows(IExcelDataReader sheet, InputFile file, ReadOptions options)
{
    /// <summary>How many rows a header is looked for in.</summary>
    const int HeadRows = 1000;

    readonly SheetRange range = options.Range is { } written ? SheetRange.Parse(written)!.Value : SheetRange.All;
    readonly Queue<object?[]> head = [];
    int at = -1;

    /// <param name="most">How many rows to read.</param>
    public (CellTable Table, bool IsWhole) All(int most, Work work)
    {
        while (head.Count < HeadRows && Next() is { } row) head.Enqueue(row);
        var table = new CellTable(file, options);
        if (head.Count == 0) return (table, true);
        SkipToHeader();
        var names = HasHeader(head.Peek()) ? head.Dequeue() : [];
        var width = Math.Max(Width(names), head.Select(Width).DefaultIfEmpty(0).Max());
        table.AddAll([.. Enumerable.Range(0, width).Select(j => j < names.Length ? Shown(names[j]) : null)]);
        while ((head.TryDequeue(out var row) ? row : Next()) is { } cells)
        {
            if (table.Rows == most) return (table, false);
            for (var j = Math.Min(cells.Length, width) - 1; j >= 0; j--)
                if (table.Wants(table.Columns[j].Name)) Put(table.Columns[j], table.Rows, cells[j]);
            if ((++table.Rows & 4095) != 0) continue;
            work.Cancel.ThrowIfCancellationRequested();
            work.Report("reading", (double)at / Math.Max(1, sheet.RowCount));
        }
        return (table, true);
    }

    /// <summary>The next row that has a value; null at the end.</summary>
    object?[]? Next()
    {
        while (at < range.LastRow && sheet.Read())
        {
            if (++at < range.FirstRow) continue;
            if (at > range.LastRow) break;
            var cells = new object?[Math.Max(0, Math.Min(sheet.FieldCount, (long)range.LastColumn + 1) - range.FirstColumn)];
            for (var j = 0; j < cells.Length; j++)
                cells[j] = sheet.GetValue(range.FirstColumn + j) is var cell and not string { Length: 0 } ? cell : null;
            if (Width(cells) > 0) return cells;
        }
        return null;
    }

    void SkipToHeader()
    {
        if (options.Skip is { } lines) for (; lines > 0 && head.Count > 1; lines--) head.Dequeue();
        else
        {
            var full = head.Max(Filled);
            while (2 * Filled(head.Peek()) < full) head.Dequeue();
        }
    }

    bool HasHeader(object?[] row) => options.Header ?? row.Any(c => c is string);

    static int Filled(object?[] row) => row.Count(c => c is not null);

    static int Width(object?[] row) => Array.FindLastIndex(row, c => c is not null) + 1;

    static string? Shown(object? cell) => cell switch
    {
        null => null,
        string text => text.Trim(),
        DateTime time => TimeForm.For([time]).Show(TimeForm.ToMicroseconds(time)),
        IFormattable value => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => cell.ToString(),
    };

    static void Put(CellColumn column, int row, object? cell)
    {
        switch (cell)
        {
            case null: break;
            case double number: column.Number(row, number); break;
            case int whole: column.Number(row, whole); break;
            case bool truth: column.Truth(row, truth); break;
            case DateTime time: column.Time(row, TimeForm.ToMicroseconds(time)); break;
            default: column.Text(row, Shown(cell)!); break;
        }
    }
}
