using System.Buffers;
using System.Globalization;
using System.Text;

namespace Runtime.Data;

/// <summary>Writes fields as UTF-8: numbers so that reading gives the same bits, text quoted where it must be.</summary>
sealed class CsvFields(char delimiter)
{
    readonly ArrayBufferWriter<byte> output = new(1 << 16);
    readonly SearchValues<byte> special = SearchValues.Create([(byte)delimiter, (byte)'"', (byte)'\r', (byte)'\n']);
    bool lineStarted;
    int lineStart;

    public ReadOnlySpan<byte> Written => output.WrittenSpan;

    /// <summary>A missing value when it is NaN.</summary>
    public void Add(double value)
    {
        Separate();
        if (double.IsNaN(value)) return;
        var space = output.GetSpan(32);
        if (!ShortDecimals.TryFormat(value, space, out var length)) value.TryFormat(space, out length, "R", CultureInfo.InvariantCulture);
        output.Advance(length);
    }

    public void Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    public void Add(ReadOnlySpan<byte> utf8)
    {
        Separate();
        if (utf8.IndexOfAny(special) < 0 && !utf8.StartsWith((byte)' ') && !utf8.EndsWith((byte)' ')) output.Write(utf8);
        else AddQuoted(utf8);
    }

    /// <summary>A line without a value ends with a quoted empty field, since one of nothing but delimiters is no row.</summary>
    public void EndLine()
    {
        if (!output.WrittenSpan[lineStart..].ContainsAnyExcept((byte)delimiter)) output.Write("\"\""u8);
        output.Write("\n"u8);
        (lineStarted, lineStart) = (false, output.WrittenCount);
    }

    void Separate()
    {
        if (lineStarted) output.Write([(byte)delimiter]);
        lineStarted = true;
    }

    void AddQuoted(ReadOnlySpan<byte> utf8)
    {
        output.Write("\""u8);
        while (utf8.IndexOf((byte)'"') is >= 0 and var quote)
        {
            output.Write(utf8[..(quote + 1)]);
            output.Write("\""u8);
            utf8 = utf8[(quote + 1)..];
        }
        output.Write(utf8);
        output.Write("\""u8);
    }
}
