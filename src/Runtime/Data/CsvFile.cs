namespace Runtime.Data;

/// <summary>Reads tables from <c>.csv</c>, <c>.tsv</c>, <c>.csv.gz</c> and <c>.tsv.gz</c>.</summary>
public static class CsvFile
{
    /// <summary>How much of a file a peek looks at.</summary>
    const int HeadBytes = 1 << 18;

    /// <summary>How many rows types are guessed from.</summary>
    const int HeadRows = 1000;

    /// <summary>Names and types from the head of the file, without reading the rest.</summary>
    /// <exception cref="Refusal">The file cannot be read as a table.</exception>
    public static CsvOutline Peek(InputFile file, CsvOptions options)
    {
        using var input = CsvInput.Open(file);
        var cutter = new CsvCutter(input, HeadBytes);
        var chunk = cutter.Chunks().First();
        var layout = LayoutOf(chunk, cutter, options);
        var all = chunk.AtEnd ? options.Rows ?? int.MaxValue : HeadRows;
        var head = CsvPart.Parse(chunk, layout, [.. layout.Names.Select(_ => ColumnReading.Texts)], all);
        if (head.Failure is not null) throw head.Failure;
        var columns = layout.Names.Select((name, j) => TableBuilder.Outline(name, (TextPart)head.Columns[j]!, head.Rows, file));
        return new CsvOutline(new NamedList<ColumnShape>([.. columns]), chunk.AtEnd ? head.Rows : null);
    }

    /// <summary>The whole file, parsed on all threads; the result does not depend on their number.</summary>
    /// <exception cref="Refusal">The file cannot be read as a table.</exception>
    public static CsvContent Read(InputFile file, CsvOptions options, Work work)
    {
        var pass = new CsvPass(file, options, work);
        var first = pass.Run(readings: null);
        var columns = TableBuilder.Columns(first.Parts, first.Layout, work);
        if (Array.Exists(columns, c => c is null))
        {
            // The head promised numbers and a later row broke the promise: those columns are read again, as text.
            var again = pass.Run(Array.ConvertAll(columns, c => c is null ? ColumnReading.Texts : ColumnReading.Skip));
            var texts = TableBuilder.Columns(again.Parts, again.Layout, work);
            for (var j = 0; j < columns.Length; j++) columns[j] ??= texts[j];
        }
        var table = new Table(new NamedList<Column>([.. columns.Select(c => c!)]), first.Parts.Sum(p => p.Rows));
        return new CsvContent(table, first.Source!, first.Layout.Unnamed);
    }

    internal static CsvLayout LayoutOf(CsvChunk first, CsvCutter cutter, CsvOptions options)
    {
        if (first.Failure is not null) throw first.Failure;
        return CsvLayout.Of(first, cutter.File, cutter.Delimiter, options.Missing);
    }

    /// <summary>Numbers where the head holds nothing else, else texts.</summary>
    internal static ColumnReading[] Guess(CsvChunk first, CsvLayout layout, CsvOptions options)
    {
        var rows = Math.Min(HeadRows, options.Rows ?? HeadRows);
        var head = CsvPart.Parse(first, layout, [.. layout.Names.Select(_ => ColumnReading.Texts)], rows);
        return Array.ConvertAll(head.Columns, c => ((TextPart)c!).FirstNoNumber < 0 ? ColumnReading.Numbers : ColumnReading.Texts);
    }
}
