namespace Runtime.Data;

/// <summary>How a file of delimited text is written: found by <see cref="DialectSearch"/>, or given.</summary>
sealed record Dialect
{
    /// <summary>Runs of blanks and tabs part the fields.</summary>
    public const byte Blanks = (byte)' ';

    /// <summary>Quotation marks are letters.</summary>
    public const byte NoQuote = 0;

    /// <summary>What stands for a delimiter of several bytes: the unit separator of ASCII.</summary>
    public const byte Unit = 0x1F;

    public byte Delimiter { get; init; } = (byte)',';

    /// <summary>What parts the fields where that is no one byte: <c>||</c>; the delimiter is <see cref="Unit"/> then.</summary>
    public string Long { get; init; } = "";

    public byte Quote { get; init; } = (byte)'"';

    /// <summary>A backslash takes the meaning from the sign behind it.</summary>
    public bool Backslash { get; init; }

    /// <summary>What a line starts with that is none of the table's; empty when there are no such lines.</summary>
    public string Comment { get; init; } = "";

    /// <summary>Lines before the header.</summary>
    public int Skip { get; init; }

    /// <summary>Blanks around fields are none of their text.</summary>
    public bool Trims { get; init; }

    /// <summary>The first record holds the names.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>The line below that holds units, which are none of the rows.</summary>
    public bool HasUnits { get; init; }

    /// <summary>Lines that are no rows, from the header on.</summary>
    public int LinesAbove => (HasHeader ? 1 : 0) + (HasUnits ? 1 : 0);

    /// <summary>A delimiter stands behind the last field, too.</summary>
    public bool Trails { get; init; }

    /// <summary>The header names all columns but the first, which holds the names of the rows.</summary>
    public bool LacksFirstName { get; init; }

    /// <summary>It can be cut and parsed as it stands; anything else is first rewritten (<see cref="PlainText"/>).</summary>
    public bool IsPlain => Quote == '"' && !Backslash && Comment.Length == 0 && Skip == 0 && !Trims && Delimiter != Blanks
        && Long.Length == 0;

    /// <summary>What parts the fields once the text is plain.</summary>
    public char PlainDelimiter => Delimiter == Blanks ? '\t' : (char)Delimiter;

    /// <summary>The delimiter as an argument names it.</summary>
    public static string NameOf(byte delimiter) => delimiter switch
    {
        (byte)'\t' => "tab",
        Blanks => "blanks",
        _ => $"{(char)delimiter}",
    };

    /// <summary>The sign that an argument means; null when it is none.</summary>
    public static byte? DelimiterOf(string written) => written switch
    {
        "tab" or "\t" or "\\t" => (byte)'\t',
        "blanks" or "space" or " " => Blanks,
        _ => SignOf(written),
    };

    /// <summary>The delimiter of several signs, or of one beyond ASCII, that an argument means; null when it is none.</summary>
    public static string? LongOf(string written) => written is { Length: > 1 and <= 8 } or [> (char)127]
        && !written.Any(c => char.IsLetterOrDigit(c) || char.IsControl(c) && c != '\t' || c == '"') && DelimiterOf(written) is null
        ? written : null;

    /// <summary>A sign that can stand between fields or around them; null for anything else.</summary>
    public static byte? SignOf(string written) =>
        written is [< (char)128 and > ' ' and not ('\\' or '"')] && !char.IsAsciiLetterOrDigit(written[0]) ? (byte)written[0] : null;

    public static byte? QuoteOf(string written) => written switch
    {
        "none" or "" => NoQuote,
        "\"" => (byte)'"',
        _ => SignOf(written),
    };

    /// <summary>The arguments that would say the same, where they differ from what is plain.</summary>
    /// <param name="usual">The delimiter that is expected by the file's name.</param>
    public IEnumerable<(string Argument, string Value)> Arguments(byte usual)
    {
        if (Long.Length > 0) yield return ("delimiter", Long);
        else if (Delimiter != usual) yield return ("delimiter", NameOf(Delimiter));
        if (Skip > 0) yield return ("skip", $"{Skip}");
        if (!HasHeader) yield return ("header", "false");
        if (HasUnits) yield return ("units", "true");
        if (Comment.Length > 0) yield return ("comment", Comment);
        if (Quote != '"') yield return ("quote", Quote == NoQuote ? "none" : $"{(char)Quote}");
        if (Backslash) yield return ("escape", "\\");
        if (Trims) yield return ("trim", "true");
    }
}
