using System.Buffers;

namespace Runtime.Data;

/// <summary>How a field is written that has been taken in.</summary>
sealed partial class PlainText
{
    void EndField()
    {
        if (lineHasFields) output.Write([delimiter]);
        lineHasFields = true;
        var text = field.AsSpan(0, length);
        if (dialect.Trims && !wasQuoted) text = text.TrimEnd((byte)' ');
        if (strayAt != -1) WriteStray(text);
        else if (MustBeQuoted(text)) WriteQuoted(text, closed: true);
        else output.Write(text);
        (length, strayAt, wasQuoted) = (0, -1, false);
    }

    bool MustBeQuoted(ReadOnlySpan<byte> text) => text.Length == 0 ? wasQuoted
        : text[0] == '"' || text.IndexOfAny(delimiter, (byte)'\n', (byte)'\r') >= 0;

    /// <summary>A mark that closes and letters behind it, or one that never closes: left so that the reader meets it, too.</summary>
    void WriteStray(ReadOnlySpan<byte> text)
    {
        if (strayAt < 0) WriteQuoted(text, closed: false);
        else
        {
            WriteQuoted(text[..strayAt], closed: true);
            output.Write(text[strayAt..]);
        }
    }

    void WriteQuoted(ReadOnlySpan<byte> text, bool closed)
    {
        output.Write("\""u8);
        foreach (var letter in text)
        {
            if (letter == '"') output.Write("\""u8);
            output.Write([letter]);
        }
        if (closed) output.Write("\""u8);
    }

    void Put(byte letter)
    {
        if (length == field.Length) Array.Resize(ref field, 2 * length);
        field[length++] = letter;
    }
}
