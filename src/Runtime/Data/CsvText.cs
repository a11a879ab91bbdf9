using System.Globalization;
using System.Runtime.CompilerServices;

namespace Runtime.Data;

/// <summary>Writes tables as delimited text in UTF-8, lines ended by <c>\n</c>.</summary>
public static class CsvText
{
    /// <summary>Blocks of rows that are formatted before they are written, for each thread.</summary>
    const int BlocksAhead = 4;

    /// <summary>
    /// Writes a table with the given header (the columns' names without one): some rows while the next are put into words.
    /// </summary>
    public static void Write(Stream stream, Table table, Work work, IReadOnlyList<string>? header = null, char delimiter = ',')
    {
        WriteHeader(stream, header ?? [.. table.Columns.Names], delimiter);
        var blocks = (table.Rows + Work.BlockRows - 1) / Work.BlockRows;
        var step = Math.Min(blocks, BlocksAhead * work.Threads);
        CsvFields[] texts = Room(step, delimiter), before = Room(step, delimiter);
        var writing = Task.CompletedTask;
        try
        {
            for (var first = 0; first < blocks; first += step)
            {
                var (start, now) = (first, texts[..Math.Min(step, blocks - first)]);
                work.For(now.Length, b => Format(table, (start + b) * Work.BlockRows, now[b]));
                writing.GetAwaiter().GetResult();
                writing = Task.Run(() => Array.ForEach(now, text => stream.Write(text.Written)));
                (texts, before) = (before, texts);
                work.Report("writing", Math.Min(1, (double)(first + step) / blocks));
            }
        }
        finally
        {
            writing.GetAwaiter().GetResult();
        }
    }

    static CsvFields[] Room(int blocks, char delimiter) => [.. Enumerable.Range(0, blocks).Select(_ => new CsvFields(delimiter))];

    /// <summary>Writes a sheet with its full numbers; a cell with nothing to show is an empty field.</summary>
    public static void Write(Stream stream, Sheet sheet, char delimiter = ',')
    {
        WriteHeader(stream, [.. sheet.Columns.Select(c => c.Name)], delimiter);
        var fields = new CsvFields(delimiter);
        for (var row = 0; row < sheet.Rows; row++)
        {
            foreach (var column in sheet.Columns) AddCell(fields, column.Cells[row]);
            fields.EndLine();
        }
        stream.Write(fields.Written);
    }

    static void AddCell(CsvFields fields, object? cell)
    {
        if (cell is double number) fields.Add(number);
        else fields.Add(Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "");
    }

    static void WriteHeader(Stream stream, IReadOnlyList<string> names, char delimiter)
    {
        var header = new CsvFields(delimiter);
        foreach (var name in names) header.Add(name);
        header.EndLine();
        stream.Write(header.Written);
    }

    // What runs for each field is compiled in full at once: it is over before the runtime would have found it worth that.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Format(Table table, int start, CsvFields fields)
    {
        fields.Clear();
        for (var row = start; row < Math.Min(table.Rows, start + Work.BlockRows); row++)
        {
            foreach (var column in table.Columns)
            {
                if (column is LogicalColumn or TimeColumn) fields.Add(column.Show(row));
                else if (column is NumberColumn numbers) fields.Add(numbers.Storage[row]);
                else if (column is TextColumn text) fields.Add(text.Codes[row] is >= 0 and var code ? text.Words.Utf8(code) : []);
            }
            fields.EndLine();
        }
    }
}
