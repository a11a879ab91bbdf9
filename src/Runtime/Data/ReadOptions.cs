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

    /// <summary>Names in place of those of the header.</summary>
    public ValueList<string> Names { get; init; } = [];

    public bool? Trim { get; init; }

    public BadRows BadRows { get; init; }

    /// <summary>Columns that nobody asks for are not built; null for all.</summary>
    public ValueList<string>? Columns { get; init; }

    public bool Wants(string column) => Columns is not { } wanted || wanted.Contains(column);

    /// <summary>How many bytes are parsed at a time.</summary>
    public int ChunkBytes { get; init; } = 1 << 20;
}
