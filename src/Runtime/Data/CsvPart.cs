namespace Runtime.Data;

/// <summary>A chunk, parsed.</summary>
sealed class CsvPart
{
    public int Rows { get; private set; }

    /// <summary>One for each column; null when it was not asked for.</summary>
    public CsvColumnPart?[] Columns { get; private init; } = [];

    public Refusal? Failure { get; private set; }

    public BadRecords Bad { get; } = new();

    /// <summary>Some quoted field looks as if it had taken in whole records.</summary>
    public bool IsDoubtful { get; private set; }

    /// <summary>What stands behind its last row.</summary>
    public FileEnd End { get; private set; }

    /// <summary>How many of its lines hold nothing but delimiters.</summary>
    public int Hollow { get; private set; }

    /// <summary>Its last line is blank.</summary>
    public bool EndsBlank { get; private set; }

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
        var (above, apart) = (chunk.Index == 0 ? layout.Dialect.LinesAbove : 0, false);
        for (var number = 0; Rows < most && records.Read(); number++)
        {
            if (records.IsBlank)
            {
                if (records.Fields > 1) Hollow++;
                apart = true;
                continue;
            }
            if (records.IsStray) throw Stray(layout, chunk, number);
            IsDoubtful |= records.IsDoubtful;
            if (above > 0) above--;
            else if (layout.Takes(records, Bad, chunk, number)) AddRow(records, layout, chunk, number);
            else End = End.With(records, layout.Names.Length, apart);
            apart = false;
        }
        EndsBlank = apart;
    }

    void AddRow(CsvRecords record, CsvLayout layout, CsvChunk chunk, int number)
    {
        for (var j = 0; j < Columns.Length; j++)
        {
            if (Columns[j] is not { } column) continue;
            column.Add(Rows, j < record.Fields ? record[j] : [], layout);
            if (column is TextPart text && text.FirstNoNumber == Rows) text.FirstLine = chunk.LineOf(number, layout.Delimiter);
        }
        Rows++;
        End = default;
    }

    static Refusal Stray(CsvLayout layout, CsvChunk chunk, int number) => new(
        $"`{layout.File}` line {chunk.LineOf(number, layout.Delimiter)}: a quotation mark closes a field and letters follow it.",
        "Double the quotation marks that are part of the text, or add `quote=none` to take all of them as letters, or `escape=\"\\\\\"` if "
        + "backslashes stand before them.");
}
