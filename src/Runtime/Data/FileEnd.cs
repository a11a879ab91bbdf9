using System.Text;

namespace Runtime.Data;

/// <summary>
/// The lines behind the last row of a file. They are a footer when each has fewer fields than the header, and the first stands behind a
/// blank line or begins as notes do; a row that was cut off does neither.
/// </summary>
/// <param name="Lines">How many there are.</param>
/// <param name="Begins">The first is such as a footer begins with.</param>
/// <param name="IsNarrow">All have fewer fields than the header.</param>
readonly record struct FileEnd(int Lines, bool Begins, bool IsNarrow)
{
    static readonly string[] Notes = ["source", "note", "footnote", "quelle", "fuente", "*", "©", "(c)", "†", "¹"];

    /// <param name="apart">A blank line stands before the record.</param>
    public FileEnd With(CsvRecords record, int names, bool apart) => new(Lines + 1,
        Lines == 0 ? apart || IsNote(record[0]) : Begins, (Lines == 0 || IsNarrow) && record.Fields < names);

    /// <summary>That of all parts of a file.</summary>
    public static FileEnd Of(IReadOnlyList<CsvPart> parts)
    {
        var last = 0;
        for (var i = 0; i < parts.Count; i++) if (parts[i].Rows > 0) last = i;
        var (end, apart) = (default(FileEnd), false);
        foreach (var part in parts.Skip(last))
        {
            if (part.End is { Lines: > 0 } own)
            {
                // The blank line may be the last one of the part before.
                end = end.Lines == 0 ? own with { Begins = own.Begins || apart }
                    : new(end.Lines + own.Lines, end.Begins, end.IsNarrow && own.IsNarrow);
            }
            apart = part.EndsBlank;
        }
        return end;
    }

    /// <summary>How many lines of a file that was read to its end are a footer; nobody has said how many there are.</summary>
    public static int Footer(IReadOnlyList<CsvPart> parts, ReadOptions options) =>
        options is { Footer: null, Rows: null, BadRows: BadRows.Stop } && Of(parts) is { Begins: true, IsNarrow: true, Lines: var lines }
            ? lines : 0;

    /// <summary><c>(2 rows)</c>, as databases end what they print.</summary>
    static bool IsCount(string text) => text is ['(', .. var inner, ')'] && inner.Split(' ') is [var number, "row" or "rows" or "Zeilen"]
        && number.All(char.IsAsciiDigit);

    static bool IsNote(ReadOnlySpan<byte> field)
    {
        var text = Encoding.UTF8.GetString(field[..Math.Min(field.Length, 40)]).TrimStart();
        return IsCount(text) || Array.Exists(Notes, n => text.StartsWith(n, StringComparison.OrdinalIgnoreCase)
            && (!char.IsLetter(n[^1]) || text.Length > n.Length && text[n.Length] is ':' or 's' or '.' or ' '));
    }
}
