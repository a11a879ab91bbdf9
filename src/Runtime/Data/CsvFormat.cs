namespace Runtime.Data;

/// <summary>Delimited text.</summary>
sealed class CsvFormat : TableFormat
{
    const string Tabs = ".tsv";

    /// <summary>How much of a file a peek looks at.</summary>
    const int HeadBytes = 1 << 18;

    /// <summary>How many rows types are guessed from.</summary>
    const int HeadRows = 1000;

    public override string Name => "csv";

    public override string Doc => "Delimited text in UTF-8 with a header; commas, semicolons or tabs part the fields.";

    public override ValueList<string> Endings { get; } = [".csv", Tabs];

    public override bool Writes => true;

    internal override TableOutline Outline(DataInput input, ReadOptions options)
    {
        var cutter = new CsvCutter(input, HeadBytes);
        var chunk = cutter.Chunks().First();
        var layout = LayoutOf(chunk, cutter, options);
        var all = chunk.AtEnd ? options.Rows ?? int.MaxValue : HeadRows;
        var head = CsvPart.Parse(chunk, layout, [.. layout.Names.Select(_ => ColumnReading.Texts)], all);
        if (head.Failure is not null) throw head.Failure;
        var columns = layout.Names.Select((name, j) => TableBuilder.Outline(name, (TextPart)head.Columns[j]!, head.Rows, input.File));
        return new TableOutline(new NamedList<ColumnShape>([.. columns]), chunk.AtEnd ? head.Rows : null);
    }

    internal override (Table Table, ValueList<string> Unnamed) Read(DataInput input, ReadOptions options, Work work)
    {
        var pass = new CsvPass(options, work);
        var first = pass.Run(input, readings: null);
        var columns = TableBuilder.Columns(first.Parts, first.Layout, work);
        if (Array.Exists(columns, c => c is null))
        {
            // The head promised numbers and a later row broke the promise: those columns are read again, as text.
            using var reopened = DataInput.Open(input.File);
            var again = pass.Run(reopened, Array.ConvertAll(columns, c => c is null ? ColumnReading.Texts : ColumnReading.Skip));
            var texts = TableBuilder.Columns(again.Parts, again.Layout, work);
            for (var j = 0; j < columns.Length; j++) columns[j] ??= texts[j];
        }
        var table = new Table(new NamedList<Column>([.. columns.Select(c => c!)]), first.Parts.Sum(p => p.Rows));
        return (table, [.. first.Layout.Unnamed]);
    }

    internal override void Write(Stream stream, string name, Table table, Work work) =>
        CsvText.Write(stream, table, work, delimiter: DelimiterOf(name) ?? ',');

    /// <summary>A tab where the name says so; otherwise the header tells.</summary>
    internal static char? DelimiterOf(string name) => Unpacked(name).EndsWith(Tabs, StringComparison.OrdinalIgnoreCase) ? '\t' : null;

    internal static CsvLayout LayoutOf(CsvChunk first, CsvCutter cutter, ReadOptions options)
    {
        if (first.Failure is not null) throw first.Failure;
        return CsvLayout.Of(first, cutter.File, cutter.Delimiter, options.Missing);
    }

    /// <summary>Numbers where the head holds nothing else, else texts.</summary>
    internal static ColumnReading[] Guess(CsvChunk first, CsvLayout layout, ReadOptions options)
    {
        var rows = Math.Min(HeadRows, options.Rows ?? HeadRows);
        var head = CsvPart.Parse(first, layout, [.. layout.Names.Select(_ => ColumnReading.Texts)], rows);
        return Array.ConvertAll(head.Columns, c => ((TextPart)c!).FirstNoNumber < 0 ? ColumnReading.Numbers : ColumnReading.Texts);
    }
}
