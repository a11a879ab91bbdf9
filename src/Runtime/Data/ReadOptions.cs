namespace Runtime.Data;

/// <summary>What becomes of lines that have more or fewer fields than the header.</summary>
public enum BadRows
{
    Stop,
    Drop,
    Pad,
}

/// <summary>How to read a file. What it says holds for every format; what is not said is found in the file.</summary>
public sealed record ReadOptions
{
    /// <summary>Only the first so many rows; null for all.</summary>
    public int? Rows { get; init; }

    /// <summary>Texts that stand for a missing value, beside the usual ones.</summary>
    public ValueList<string> Missing { get; init; } = [];

    /// <summary>Words such as <c>NA</c> are texts like others; only empty fields are missing.</summary>
    public bool KeepNa { get; init; }

    /// <summary>What each column is: <c>NAME:TYPE</c>.</summary>
    public ValueList<string> Types { get; init; } = [];

    /// <summary>How dates are written beside ISO 8601: <c>dd/MM/yyyy</c>.</summary>
    public string? Dates { get; init; }

    public string? Delimiter { get; init; }

    public string? Quote { get; init; }

    public string? Escape { get; init; }

    public string? Comment { get; init; }

    public string? Encoding { get; init; }

    public string? Decimal { get; init; }

    public string? Thousands { get; init; }

    /// <summary>How many lines stand before the header.</summary>
    public int? Skip { get; init; }

    public bool? Header { get; init; }

    /// <summary>Units stand in the line below the header.</summary>
    public bool? Units { get; init; }

    /// <summary>How many lines at the end are no rows.</summary>
    public int? Footer { get; init; }

    /// <summary>Names in place of those of the header.</summary>
    public ValueList<string> Names { get; init; } = [];

    public bool? Trim { get; init; }

    public BadRows BadRows { get; init; }

    /// <summary>Which sheet of a workbook; the first one without it.</summary>
    public string? Sheet { get; init; }

    /// <summary>Which cells of a sheet: <c>B3:F20</c>.</summary>
    public string? Range { get; init; }

    /// <summary>Which table of a database.</summary>
    public string? Table { get; init; }

    /// <summary>What is asked of a database, in SQL.</summary>
    public string? Query { get; init; }

    /// <summary>Those that are given and are not for every format.</summary>
    public IEnumerable<string> Special => new (string Name, bool IsGiven)[]
    {
        (nameof(Delimiter), Delimiter is not null), (nameof(Quote), Quote is not null), (nameof(Escape), Escape is not null),
        (nameof(Comment), Comment is not null), (nameof(Encoding), Encoding is not null), (nameof(Decimal), Decimal is not null),
        (nameof(Thousands), Thousands is not null), (nameof(Skip), Skip is not null), (nameof(Header), Header is not null),
        (nameof(Units), Units is not null), (nameof(Footer), Footer is not null),
        (nameof(Names), Names.Count > 0), (nameof(Trim), Trim is not null), (nameof(BadRows), BadRows != BadRows.Stop),
        (nameof(Sheet), Sheet is not null), (nameof(Range), Range is not null), (nameof(Table), Table is not null),
        (nameof(Query), Query is not null),
    }.Where(o => o.IsGiven).Select(o => o.Name);

    /// <summary>Where the rows are is said: the lines above them may be of any kind.</summary>
    public bool IsSaid => Skip is > 0;

    /// <exception cref="Refusal">The names that are given are not as many as the columns.</exception>
    public string[] NamesFor(int columns, InputFile file) => Names.Count == columns ? [.. Names]
        : throw new Refusal($"`{file}` has {Wording.Plural(columns, "column")}, but `names` gives {Wording.Plural(Names.Count, "name")}.",
            "Give each column one name.");

    /// <summary>Columns that nobody asks for are not built; null for all.</summary>
    public ValueList<string>? Columns { get; init; }

    public bool Wants(string column) => Columns is not { } wanted || wanted.Contains(column);

    /// <summary>How many bytes are parsed at a time.</summary>
    public int ChunkBytes { get; init; } = 1 << 20;
}
