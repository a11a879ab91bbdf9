using System.Buffers;
using System.Text;

namespace Runtime.Data;

/// <summary>Cuts text into records and fields, one record after the other.</summary>
/// <remarks>
/// RFC 4180 and what files hold beside it: a record ends with \n, \r\n or \r; records may have different numbers of fields; a
/// quote opens a field only at the field's start, inside two of them stand for one, and what follows the closing one belongs
/// to the field, though the record is faulty then; any other quote is a letter. Bytes are enough for that, since no letter of UTF-8
/// contains one below 128.
/// </remarks>
/// <param name="bytes">Whole records in UTF-8.</param>
sealed class CsvRecords(byte[] bytes, int start, int length, char delimiter)
{
    const byte Quote = (byte)'"';

    readonly int end = start + length;
    readonly byte separator = (byte)delimiter;
    readonly SearchValues<byte> blank = SearchValues.Create([(byte)delimiter, (byte)' ', (byte)'\r', (byte)'\n']);
    int recordStart = start;
    int next = start;

    /// <summary>Where each field of the record ends.</summary>
    int[] ends = new int[32];
    byte[] unquoted = [];

    /// <summary>How many fields the record has.</summary>
    public int Fields { get; private set; }

    /// <summary>The record as it stands, with its line end.</summary>
    public ReadOnlySpan<byte> Raw => bytes.AsSpan(recordStart, Math.Min(next, end) - recordStart);

    /// <summary>A blank line, or one of nothing but delimiters, which is no record; a quoted empty field makes one.</summary>
    public bool IsBlank => ends[0] - recordStart is var first && (first == 0 || bytes[recordStart] == ' ')
        && (Fields == 1 && first == 0 || !Raw.ContainsAnyExcept(blank));

    /// <summary>A quote opens one of the fields.</summary>
    bool isQuoted;

    /// <summary>A quote never closes, or closes and is followed by letters: it most likely is a letter itself.</summary>
    public bool IsStray { get; private set; }

    /// <summary>Between its quotes lie lines that could be records themselves.</summary>
    public bool IsDoubtful => isQuoted && Fields > 2 && Raw.TrimEnd("\r\n"u8).Contains((byte)'\n') && HoldsRecords();

    /// <summary>How many lines it takes in.</summary>
    public int Lines => Math.Max(1, Raw.Count((byte)'\n'));

    /// <summary>Its fields as texts.</summary>
    public string[] Texts()
    {
        var texts = new string[Fields];
        for (var j = 0; j < texts.Length; j++) texts[j] = Encoding.UTF8.GetString(this[j]);
        return texts;
    }

    /// <summary>A field without its quotes, valid until the next one is asked for.</summary>
    public ReadOnlySpan<byte> this[int field]
    {
        get
        {
            var from = field == 0 ? recordStart : ends[field - 1] + 1;
            var text = bytes.AsSpan(from, ends[field] - from);
            return text.Length > 0 && text[0] == Quote ? Unquoted(text) : text;
        }
    }

    /// <summary>Goes to the next record; says whether there is one.</summary>
    public bool Read()
    {
        if (next >= end) return false;
        (recordStart, Fields, isQuoted, IsStray) = (next, 0, false, false);
        int fieldEnd;
        do
        {
            fieldEnd = FieldEnd(next);
            if (Fields == ends.Length) Array.Resize(ref ends, 2 * Fields);
            ends[Fields++] = fieldEnd;
            next = fieldEnd + 1;
        }
        while (fieldEnd < end && bytes[fieldEnd] == separator);
        if (next < end && bytes[fieldEnd] == '\r' && bytes[next] == '\n') next++;
        return true;
    }

    /// <summary>The place after the quote that closes; −1 when it is not in sight.</summary>
    public static int AfterClosing(ReadOnlySpan<byte> text, int from)
    {
        while (text[from..].IndexOf(Quote) is >= 0 and var step)
        {
            var at = from + step + 1;
            if (at == text.Length || text[at] != Quote) return at;
            from = at + 1;
        }
        return -1;
    }

    int FieldEnd(int from)
    {
        var text = bytes.AsSpan(from, end - from);
        if (text.Length > 0 && text[0] == Quote) return QuotedEnd(from, text);
        return text.IndexOfAny(separator, (byte)'\n', (byte)'\r') is >= 0 and var length ? from + length : end;
    }

    int QuotedEnd(int from, ReadOnlySpan<byte> text)
    {
        isQuoted = true;
        var after = AfterClosing(text, 1);
        IsStray |= after < 0;
        if (after < 0) return end;
        var rest = text[after..].IndexOfAny(separator, (byte)'\n', (byte)'\r');
        if (rest < 0) rest = text.Length - after;
        IsStray |= text.Slice(after, rest).ContainsAnyExcept((byte)' ');
        return from + after + rest;
    }

    /// <summary>Each of its lines has as many delimiters as the record has.</summary>
    bool HoldsRecords()
    {
        foreach (var line in Raw.TrimEnd("\r\n"u8).Split((byte)'\n'))
            if (Raw[line].Count(separator) != Fields - 1) return false;
        return true;
    }

    ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> text)
    {
        var after = AfterClosing(text, 1);
        if (after < 0) return text;
        var inside = text[1..(after - 1)];
        if (after == text.Length && !inside.Contains(Quote)) return inside;
        if (unquoted.Length < text.Length) unquoted = new byte[2 * text.Length];
        var count = 0;
        for (var i = 0; i < inside.Length; i++)
        {
            unquoted[count++] = inside[i];
            if (inside[i] == Quote) i++;
        }
        text[after..].CopyTo(unquoted.AsSpan(count));
        return unquoted.AsSpan(0, count + text.Length - after);
    }
}
