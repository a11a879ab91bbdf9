using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Runtime.Data;

/// <summary>Writes fields as UTF-8: numbers so that reading gives the same bits, text quoted where it must be.</summary>
sealed class CsvFields(char delimiter)
{
    /// <summary>The longest number in words, and a delimiter.</summary>
    const int Longest = 33;

    readonly SearchValues<byte> special = SearchValues.Create([(byte)delimiter, (byte)'"', (byte)'\r', (byte)'\n']);
    byte[] room = new byte[1 << 16];
    bool lineStarted;
    int length, lineStart;

    public ReadOnlySpan<byte> Written => room.AsSpan(0, length);

    /// <summary>What was written is no longer wanted; the room for it is.</summary>
    public void Clear() => (lineStarted, length, lineStart) = (false, 0, 0);

    /// <summary>A missing value when it is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(double value)
    {
        Separate(Longest);
        if (double.IsNaN(value)) return;
        var space = room.AsSpan(length);
        if (!ShortDecimals.TryFormat(value, space, out var count)) value.TryFormat(space, out count, "R", CultureInfo.InvariantCulture);
        length += count;
    }

    public void Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> utf8)
    {
        Separate(1);
        if (utf8.IndexOfAny(special) < 0 && !utf8.StartsWith((byte)' ') && !utf8.EndsWith((byte)' ')) Put(utf8);
        else AddQuoted(utf8);
    }

    /// <summary>A line without a value ends with a quoted empty field, since one of nothing but delimiters is no row.</summary>
    public void EndLine()
    {
        if (!Written[lineStart..].ContainsAnyExcept((byte)delimiter)) Put("\"\""u8);
        Put("\n"u8);
        (lineStarted, lineStart) = (false, length);
    }

    /// <summary>Begins a field, for which so many bytes are asked, the delimiter among them.</summary>
    void Separate(int bytes)
    {
        Demand(bytes);
        if (lineStarted) room[length++] = (byte)delimiter;
        lineStarted = true;
    }

    void Put(ReadOnlySpan<byte> bytes)
    {
        Demand(bytes.Length);
        bytes.CopyTo(room.AsSpan(length));
        length += bytes.Length;
    }

    void Demand(int bytes)
    {
        if (room.Length - length < bytes) Array.Resize(ref room, Math.Max(2 * room.Length, length + bytes));
    }

    void AddQuoted(ReadOnlySpan<byte> utf8)
    {
        Put("\""u8);
        while (utf8.IndexOf((byte)'"') is >= 0 and var quote)
        {
            Put(utf8[..(quote + 1)]);
            Put("\""u8);
            utf8 = utf8[(quote + 1)..];
        }
        Put(utf8);
        Put("\""u8);
    }
}
