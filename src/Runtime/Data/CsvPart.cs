namespace Runtime.Data;

/// <summary>A chunk, parsed.</summary>
sealed class CsvPart
{
    public int Rows { get; private set; }

    /// <summary>One for each column; null when it was not asked for.</summary>
    public CsvColumnPart?[] Columns { get; private init; } = [];

    public Refusal? Failure { get; private set; }

    /// <summary>Parses the rows of a chunk, at most <paramref name="most"/>; says what is wrong instead of throwing.</summary>
    public static CsvPart Parse(CsvChunk chunk, CsvLayout layout, ColumnReading[] readings, int most)
    {
        var capacity = Math.Min(most, chunk.MostRecords);
        var part = new CsvPart { Columns = Array.ConvertAll(readings, r => CsvColumnPart.Of(r, capacity)) };
        try
        {
            if (chunk.Failure is not null) throw chunk.Failure;
            part.Fill(chunk, layout, most);
        }
        catch (Refusal refusal)
        {
            part.Failure = refusal;
        }
        return part;
    }

    void Fill(CsvChunk chunk, CsvLayout layout, int most)
    {
        var records = chunk.Records(layout.Delimiter);
        var header = chunk.Index == 0;
        for (var number = 0; Rows < most && records.Read(); number++)
        {
            if (records.IsBlank) continue;
            if (!header)
            {
                layout.CheckCount(records, chunk, number);
                AddRow(records, layout, chunk, number);
            }
            header = false;
        }
    }

    void AddRow(CsvRecords record, CsvLayout layout, CsvChunk chunk, int number)
    {
        for (var j = 0; j < Columns.Length; j++)
        {
            if (Columns[j] is not { } column) continue;
            column.Add(Rows, record[j], layout);
            if (column is TextPart text && text.FirstNoNumber == Rows) text.FirstLine = chunk.LineOf(number, layout.Delimiter);
        }
        Rows++;
    }
}
