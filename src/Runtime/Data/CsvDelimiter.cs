namespace Runtime.Data;

/// <summary>What parts the fields of a file whose name does not say it.</summary>
static class CsvDelimiter
{
    /// <summary>The delimiter that the first line has most of, outside quotes; a comma when it has none.</summary>
    public static char Sniff(ReadOnlySpan<byte> text)
    {
        Span<int> counts = stackalloc int[3];
        var quoted = false;
        foreach (var letter in text)
        {
            if (letter == '"') quoted = !quoted;
            if (quoted) continue;
            if (letter is (byte)'\n' or (byte)'\r') break;
            if (",;\t"u8.IndexOf(letter) is >= 0 and var which) counts[which]++;
        }
        return counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
    }
}
