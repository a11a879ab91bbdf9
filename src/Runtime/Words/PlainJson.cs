using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Runtime.Words;

/// <summary>Texts in JSON as people read them; what <see cref="Printable"/> spells out is escaped, and so says the same.</summary>
public sealed class PlainJson : JavaScriptEncoder
{
    static readonly JavaScriptEncoder Relaxed = UnsafeRelaxedJsonEscaping;

    PlainJson()
    {
    }

    public static PlainJson Encoder { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => Relaxed.MaxOutputCharactersPerInputCharacter;

    public override bool WillEncode(int unicodeScalar) => Relaxed.WillEncode(unicodeScalar) || Printable.IsHidden(new Rune(unicodeScalar));

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var rest = new ReadOnlySpan<char>(text, textLength);
        for (var at = 0; at < textLength;)
        {
            if (Rune.DecodeFromUtf16(rest[at..], out var rune, out var length) != OperationStatus.Done || WillEncode(rune.Value)) return at;
            at += length;
        }
        return -1;
    }

    public override unsafe bool TryEncodeUnicodeScalar(
        int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        if (Relaxed.WillEncode(unicodeScalar))
            return Relaxed.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
        var escaped = string.Concat(new Rune(unicodeScalar).ToString()
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}")));
        numberOfCharactersWritten = escaped.AsSpan().TryCopyTo(new Span<char>(buffer, bufferLength)) ? escaped.Length : 0;
        return numberOfCharactersWritten > 0;
    }
}
