using System.Text;

namespace Runtime.Data;

/// <summary>What the head of a file fixes for all its lines, and how fields are taken.</summary>
sealed class CsvLayout
{
    /// <summary>Byte-order marks of files that were put together, and blanks without width: no name is told apart by them.</summary>
    static readonly char[] Invisible = ['\uFEFF', '\u200B', '\u200E', '\u200F', '\u2060'];

    readonly BadRows badRows;

    CsvLayout(DelimitedInput input, string[] names, ReadOptions options)
    {
        (File, Dialect, Names, badRows) = (input.File, input.Dialect, names, options.BadRows);
        Missing = new(options);
    }

    public InputFile File { get; }

    public Dialect Dialect { get; }

    public char Delimiter => Dialect.PlainDelimiter;

    public string[] Names { get; }

    /// <summary>Those of the names that the file does not give.</summary>
    public IReadOnlyList<string> Unnamed { get; private init; } = [];

    /// <summary>What became of names that the file has not or has twice.</summary>
    public IReadOnlyList<string> Remarks { get; private init; } = [];

    /// <summary>What stands for a missing value.</summary>
    public MissingMarkers Missing { get; }

    /// <summary>Reads the names from the first chunk.</summary>
    /// <exception cref="Refusal">Nothing follows the header, or the names that are given are not as many as the fields.</exception>
    public static CsvLayout Of(CsvChunk first, DelimitedInput input, ReadOptions options)
    {
        var records = first.Records(input.Dialect.PlainDelimiter);
        if (!NextRecord(records)) throw new Refusal($"`{input.File}` is empty.", "Give a file with a header and rows.");
        var fields = records.Texts().Select(f => f.Trim().Trim(Invisible).Trim()).ToArray();
        if (input.Dialect.Trails && fields.Length > 1 && fields[^1].Length == 0) fields = fields[..^1];
        if (input.Dialect is { HasHeader: true, LacksFirstName: true }) fields = ["", .. fields];
        if (Enumerable.Range(0, input.Dialect.LinesAbove).Any(_ => !NextRecord(records)))
            throw new Refusal($"`{input.File}` has a header and no rows.", "Give a file with at least one row.");
        if (options.Names.Count > 0) fields = options.NamesFor(fields.Length, input.File);
        else if (!input.Dialect.HasHeader) fields = new string[fields.Length];
        var names = new ColumnNames(fields);
        return new CsvLayout(input, names.All, options)
        {
            Unnamed = names.Unnamed,
            Remarks = [.. input.Dialect.HasHeader ? names.Remarks : [], .. Doubts(input, names.All, fields, options)],
        };
    }

    /// <summary>What may have been meant otherwise.</summary>
    static IEnumerable<string> Doubts(DelimitedInput input, string[] columns, string?[] names, ReadOptions options)
    {
        if (input.Doubt is { } doubt) yield return doubt;
        var given = GivenTypes.Of(columns, input.File, options);
        foreach (var (column, field) in input.Exponents.Where(e => e.Column < columns.Length && !given.ContainsKey(columns[e.Column])))
            yield return $"`{columns[column]}` has numbers with exponents, such as `{field}`: "
                + $"`types={Expressions.Notation.Word($"{columns[column]}:text")}` keeps them as they are written.";
        var isFound = input.Dialect.HasHeader && options.Header is null && options.Names.Count == 0;
        if (isFound && names.All(n => n is { Length: > 0 } && FieldLook.IsNumberLike(n)))
            yield return $"The first line of `{input.File}` is taken for names, as its numbers count on; "
                + "`header=false` takes it for a row.";
        if (input.Dialect is { HasHeader: true, LacksFirstName: true } && options.Names.Count == 0)
            yield return $"Each line of `{input.File}` has one field more than its header: "
                + "the first field is taken for the name of the row.";
        if (input.IsAligned)
            yield return $"`{input.File}` has one column, and runs of blanks in each line: columns of fixed width are not told apart. "
                + "Write a sign such as `;` between them.";
        if (input.Sign is { } sign)
            yield return $"`{input.File}` has one column, and each line has as many `{sign}` in it: "
                + $"`delimiter={Expressions.Notation.Word($"{sign}")}` parts them.";
    }

    static bool NextRecord(CsvRecords records)
    {
        while (records.Read()) if (!records.IsBlank) return true;
        return false;
    }

    /// <summary>What to do with a record: its fields are as many as the names, or else are told or made to fit.</summary>
    /// <returns>Whether it becomes a row.</returns>
    public bool Takes(CsvRecords record, BadRecords bad, CsvChunk chunk, int number)
    {
        var fields = record.Fields;
        if (fields == Names.Length || (fields == Names.Length + 1 && record[Names.Length].IsEmpty)) return true;
        var padded = badRows == BadRows.Pad && fields < Names.Length;
        bad.Add(fields, () => chunk.LineOf(number, Delimiter), () => TextOf(record), padded);
        return padded;
    }

    /// <summary>What was rewritten is put together again, as well as it can be.</summary>
    string TextOf(CsvRecords record) => Dialect.IsPlain
        ? Encoding.UTF8.GetString(record.Raw[..Math.Min(record.Raw.Length, 200)]).TrimEnd(['\r', '\n'])
        : string.Join(Dialect.Delimiter == Dialect.Blanks ? " " : Dialect.Long.Length > 0 ? Dialect.Long : $"{Delimiter}", record.Texts());
}
