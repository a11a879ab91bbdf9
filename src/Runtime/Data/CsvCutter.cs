using System.Buffers;
using System.Text.Unicode;

namespace Runtime.Data;

/// <summary>Cuts a file into chunks of whole records, so that they can be parsed apart.</summary>
sealed class CsvCutter
{
    /// <summary>A record larger than this is taken for a mistake.</summary>
    const int LargestRecord = 1 << 28;

    /// <summary>Below this, reading would go by single bytes.</summary>
    const int SmallestChunk = 128;

    const byte EndMark = 0x1A;

    readonly DelimitedInput input;
    readonly int chunkBytes;
    byte[] buffer;
    int start, filled;
    bool ended;
    long line = 1;

    public CsvCutter(DelimitedInput input, int chunkBytes)
    {
        (this.input, this.chunkBytes) = (input, Math.Max(SmallestChunk, chunkBytes));
        buffer = ArrayPool<byte>.Shared.Rent(this.chunkBytes);
        Fill(this.chunkBytes);
        if (Rest.Trim(" \t\r\n"u8).IsEmpty && ended) throw new Refusal($"`{input.File}` is empty.", "Give a file with a header and rows.");
    }

    char Delimiter => input.Dialect.PlainDelimiter;

    public InputFile File => input.File;

    ReadOnlySpan<byte> Rest => buffer.AsSpan(start, filled - start);

    /// <summary>All chunks, in order. The last one says so when the file could not be read on.</summary>
    public IEnumerable<CsvChunk> Chunks()
    {
        for (var index = 0; !(ended && start == filled); index++)
        {
            var chunk = Next(index);
            yield return chunk;
            if (chunk.Failure is not null) yield break;
        }
    }

    CsvChunk Next(int index)
    {
        try
        {
            var length = NextLength(wanted: index == 0 ? input.Dialect.LinesAbove + 1 : 0);
            CheckText(buffer.AsSpan(start, length));
            return Take(index, length);
        }
        catch (Refusal refusal)
        {
            return new CsvChunk(index, buffer, start, 0, line) { Failure = refusal };
        }
    }

    /// <summary>Bytes up to the last end of a record that is in reach.</summary>
    /// <param name="wanted">How many records there must be in them, at least.</param>
    int NextLength(int wanted)
    {
        while (true)
        {
            var (length, openQuote) = LastRecordEnd(Rest);
            if (ended && openQuote >= 0) throw Unclosed(openQuote);
            if (ended) return Rest.Length;
            if (length > 0 && HasRecords(length, wanted)) return length;
            if (Rest.Length > LargestRecord) throw openQuote >= 0 ? Unclosed(openQuote) : TooLong();
            Grow();
        }
    }

    bool HasRecords(int length, int wanted)
    {
        var records = new CsvRecords(buffer, start, length, Delimiter);
        while (wanted > 0 && records.Read()) if (!records.IsBlank) wanted--;
        return wanted == 0;
    }

    /// <summary>Hands the buffer over and goes on with a new one that starts with what is left.</summary>
    CsvChunk Take(int index, int length)
    {
        var chunk = new CsvChunk(index, buffer, start, length, line) { AtEnd = ended && length == Rest.Length };
        line += chunk.Lines - 1;
        var rest = Rest[length..];
        var size = Math.Max(chunkBytes, rest.Length + chunkBytes / 2);
        var next = ArrayPool<byte>.Shared.Rent(size);
        rest.CopyTo(next);
        (buffer, start, filled) = (next, 0, rest.Length);
        Fill(size);
        return chunk;
    }

    void Grow()
    {
        var size = 2 * Math.Max(chunkBytes, Rest.Length);
        var larger = ArrayPool<byte>.Shared.Rent(size);
        Rest.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        (buffer, filled, start) = (larger, Rest.Length, 0);
        Fill(size);
    }

    /// <param name="wanted">Bytes to have then. The pool may give more than was asked for; the chunk's size must not depend on
    /// that.</param>
    void Fill(int wanted)
    {
        while (!ended && wanted - filled > 32)
        {
            var count = input.Text.Read(buffer.AsSpan(filled, wanted - filled));
            if (count == 0) ended = true;
            filled += count;
        }
        // The mark that DOS puts at the end of a text.
        if (ended && filled > start && buffer[filled - 1] == EndMark) filled--;
    }

    /// <summary>
    /// Where the last record ends whose end is in sight, and where a quote stands open (−1 when none does). A quote
    /// opens a field only at the field's start; inside, two quotes stand for one.
    /// </summary>
    (int End, int OpenQuote) LastRecordEnd(ReadOnlySpan<byte> text)
    {
        var (end, at) = (0, 0);
        while (true)
        {
            var open = NextOpening(text, at);
            var plain = open < 0 ? text[at..] : text[at..open];
            if (plain.LastIndexOf((byte)'\n') is >= 0 and var newline) end = at + newline + 1;
            if (open < 0) return (end, -1);
            at = CsvRecords.AfterClosing(text, open + 1);
            if (at < 0) return (end, open);
        }
    }

    int NextOpening(ReadOnlySpan<byte> text, int from)
    {
        while (text[from..].IndexOf((byte)'"') is >= 0 and var step)
        {
            var at = from + step;
            if (at == 0 || text[at - 1] == Delimiter || text[at - 1] is (byte)'\n' or (byte)'\r') return at;
            from = at + 1;
        }
        return -1;
    }

    void CheckText(ReadOnlySpan<byte> text)
    {
        if (text.Contains((byte)0)) throw NotUtf8($"is not text: there is a zero byte in or after line {line}");
        if (!Utf8.IsValid(text)) throw NotUtf8($"is not UTF-8: line {LineOfInvalid(text)} has bytes that are not");
    }

    long LineOfInvalid(ReadOnlySpan<byte> text)
    {
        var at = line;
        foreach (var part in text.Split((byte)'\n'))
        {
            if (!Utf8.IsValid(text[part])) break;
            at++;
        }
        return at;
    }

    Refusal NotUtf8(string what) =>
        new($"`{input.File}` {what}.", "Tell how its letters are written: `encoding=windows-1252` or another.");

    Refusal Unclosed(int at) =>
        new($"`{input.File}` line {line + Rest[..at].Count((byte)'\n')}: a quote opens a field and is never closed.",
            "Close it, double the quotes that are part of the text, or add `quote=none` to take all of them as letters.");

    Refusal TooLong() =>
        new($"`{input.File}` line {line} is longer than {LargestRecord >> 20} MB.",
            "Check that the file is delimited text with line ends.");
}
