using System.Text.Unicode;

namespace Runtime.Data;

/// <summary>Valid UTF-8 as the text reader that the field parser wants.</summary>
sealed class Utf8Text(byte[] bytes, int start, int length) : TextReader
{
    readonly int end = start + length;
    int at = start;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        Utf8.ToUtf16(bytes.AsSpan(at, end - at), buffer, out var read, out var written);
        at += read;
        return written;
    }
}
