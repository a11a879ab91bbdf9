namespace Runtime.Data;

/// <summary>Delimited text.</summary>
sealed class CsvFormat : TableFormat
{
    const string Tabs = ".tsv";

    /// <summary>How much of a file a peek looks at.</summary>
    const int HeadBytes = 1 << 18;

    /// <summary>Unpacked, how much of it lines are counted in.</summary>
    const int PeekedBytes = 1 << 22;

    /// <summary>How many rows types are guessed from.</summary>
    const int HeadRows = 1000;

    public override string Name => "csv";

    public override string Doc => "Delimited text; delimiter, encoding, header and numbers are found by looking, or said to `load`.";

    public override ValueList<string> Endings { get; } = [".csv", Tabs, ".txt", ".data"];

    internal override string Holds => "delimited text";

    public override bool Writes => true;

    internal override IReadOnlyList<string> Heeds { get; } =
    [
        nameof(ReadOptions.Delimiter), nameof(ReadOptions.Quote), nameof(ReadOptions.Escape), nameof(ReadOptions.Comment),
        nameof(ReadOptions.Encoding), nameof(ReadOptions.Decimal), nameof(ReadOptions.Thousands), nameof(ReadOptions.Skip),
        nameof(ReadOptions.Header), nameof(ReadOptions.Names), nameof(ReadOptions.Trim), nameof(ReadOptions.BadRows),
        nameof(ReadOptions.Units), nameof(ReadOptions.Footer),
    ];

    internal override TableOutline Outline(DataInput input, ReadOptions options)
    {
        using var delimited = DelimitedInput.Open(input, options);
        var chunk = new CsvCutter(delimited, HeadBytes).Chunks().First();
        var layout = LayoutOf(chunk, delimited, options);
        var all = chunk.AtEnd ? options.Rows ?? int.MaxValue : HeadRows;
        var head = Texts(all);
        // What is said to be no row says nothing of the types.
        if (chunk.AtEnd && options.Footer is > 0 and var lines
            && head.Rows - Math.Max(0, lines - FileEnd.Of([head]).Lines) is > 0 and var above) head = Texts(above);
        var footer = chunk.AtEnd && head.Rows < all ? FileEnd.Footer([head], options) : 0;
        if (head.Bad.Count > footer && options is { BadRows: BadRows.Stop, Footer: null or 0 })
            throw head.Bad.Refusal(input.File, layout.Names.Length);
        if (head.Failure is not null) throw head.Failure;
        var texts = TableBuilder.Columns([head], layout, Work.Alone);
        var typed = ColumnTyping.Of(texts!, layout.Names, layout.File, options, layout.Dialect.Delimiter);
        var whole = chunk.AtEnd && head.Rows <= all && options.Footer is null or 0;
        return new TableOutline(new NamedList<ColumnShape>([.. typed.Columns.Select(c => ColumnShape.Of(c) with { IsGuessed = !whole })]),
            whole ? head.Rows : null, IsSeparable: typed.Numerals == Numerals.Plain);

        CsvPart Texts(int rows) => CsvPart.Parse(chunk, layout, [.. layout.Names.Select(_ => ColumnReading.Texts)], rows);
    }

    /// <summary>As many as there are lines, by those of the first megabytes and the share of the file that these are.</summary>
    internal override double RowsAbout(DataInput input, ReadOptions options, TableOutline outline)
    {
        var (buffer, lines, left) = (new byte[HeadBytes], 0L, PeekedBytes);
        while (left > 0 && input.Bytes.Read(buffer, 0, buffer.Length) is > 0 and var count)
        {
            lines += buffer.AsSpan(0, count).Count((byte)'\n');
            left -= count;
        }
        return Math.Max(1, left > 0 ? lines - 1 : lines / Math.Max(input.Share, 1e-9));
    }

    internal override ReadTable Read(DataInput input, ReadOptions options, Work work)
    {
        using var delimited = DelimitedInput.Open(input, options);
        if (options.Footer is > 0 and var lines)
            options = options with { Rows = CsvReading.RowsAbove(lines, delimited, options, work), Footer = 0 };
        return new CsvReading(options, work).Read(delimited);
    }

    internal override void Write(Stream stream, string name, Table table, Work work) =>
        CsvText.Write(stream, table, work, delimiter: DelimiterOf(name) ?? ',');

    /// <summary>A tab where the name says so; otherwise the text tells.</summary>
    internal static char? DelimiterOf(string name) => Unpacked(name).EndsWith(Tabs, StringComparison.OrdinalIgnoreCase) ? '\t' : null;

    internal static CsvLayout LayoutOf(CsvChunk first, DelimitedInput input, ReadOptions options)
    {
        if (first.Failure is not null) throw first.Failure;
        return CsvLayout.Of(first, input, options);
    }

    /// <summary>Numbers where the head holds nothing else, else texts.</summary>
    internal static ColumnReading[] Guess(CsvChunk first, CsvLayout layout, ReadOptions options)
    {
        var rows = Math.Min(HeadRows, options.Rows ?? HeadRows);
        var head = CsvPart.Parse(first, layout, [.. layout.Names.Select(_ => ColumnReading.Texts)], rows);
        var typed = GivenTypes.Of(layout.Names, layout.File, options);
        // Dates such as 20240105 are numbers as well.
        var plain = options.Decimal is null or "." && options.Dates?.All(char.IsAsciiLetter) != true;
        return [.. head.Columns.Select((c, j) => !options.Wants(layout.Names[j]) ? ColumnReading.Skip
            : plain && !typed.ContainsKey(layout.Names[j]) && ((TextPart)c!).FirstNoNumber < 0
            ? ColumnReading.Numbers : ColumnReading.Texts)];
    }
}
