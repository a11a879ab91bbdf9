using System.Buffers;
using System.Text;

namespace Runtime.Data;

/// <summary>
/// How the letters of a file are written as bytes. A byte-order mark tells; without one it is UTF-16 where every second byte of the head
/// is zero, UTF-8 where all of it is, and Windows-1252 (of which Latin-1 is a part) where bytes are no UTF-8.
/// </summary>
static class TextEncodings
{
    public const string Utf8 = "utf-8";
    public const string Western = "windows-1252";

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of a name that people use; null when there is none.</summary>
    public static Encoding? Find(string name)
    {
        var known = name.ToLowerInvariant().Replace('_', '-') switch
        {
            "utf8" or "utf-8-sig" => Utf8,
            "latin1" or "latin-1" or "iso8859-1" => "iso-8859-1",
            "cp1252" or "ansi" => Western,
            "utf16" => "utf-16",
            "utf-16-le" or "utf16le" => "utf-16le",
            "utf-16-be" or "utf16be" => "utf-16be",
            "cp949" or "uhc" => "euc-kr",
            "cp936" => "gbk",
            "mac-roman" or "macroman" or "mac" => "macintosh",
            var other => other,
        };
        // Code pages go by their number, too: cp1251, windows1251, 1251.
        if (int.TryParse(known.Replace("windows", "").Replace("cp", "").TrimStart('-'), out var page) && page is > 0 and < 1 << 16)
            return Coded(() => Encoding.GetEncoding(page));
        return Coded(() => Encoding.GetEncoding(known)) ?? Coded(() => Encoding.GetEncoding(known.Replace('-', '_')));
    }

    static Encoding? Coded(Func<Encoding> find)
    {
        try
        {
            return find();
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The name of the encoding that a head is written in.</summary>
    /// <param name="whole">Nothing follows the head.</param>
    public static string Of(ReadOnlySpan<byte> head, bool whole)
    {
        if (head.StartsWith("\uFEFF"u8)) return Utf8;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return "utf-32";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return "utf-16";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return "utf-16be";
        var (even, odd) = Zeros(head[..Math.Min(head.Length, 1 << 12)]);
        // Of letters beyond Latin only the delimiters and line ends between them have such bytes.
        if (odd > 0.3 && even < 0.1 || even < odd / 4 && BreaksLines(head, 0)) return "utf-16";
        if (even > 0.3 && odd < 0.1 || odd < even / 4 && BreaksLines(head, 1)) return "utf-16be";
        return Utf8Mostly(whole ? head : WithoutCutLetter(head)) ? Utf8 : Western;
    }

    /// <summary>What a text may hold below the blank: tabs, line ends, form feeds, and the end mark of DOS.</summary>
    static readonly SearchValues<byte> Controls = SearchValues.Create("\t\n\r\f\u001A"u8);

    /// <summary>
    /// Whether the start of a file of any name may be that of a text: no control signs, but for those of UTF-16; or gzip data.
    /// </summary>
    public static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || Of(head, whole: false) is not (Utf8 or Western)) return true;
        foreach (var letter in head) if (letter < ' ' && !Controls.Contains(letter)) return false;
        return true;
    }

    /// <summary>
    /// All of it, or more letters beyond ASCII than bytes that are none: a file of UTF-8 with damage is not of another kind.
    /// </summary>
    public static bool Utf8Mostly(ReadOnlySpan<byte> text)
    {
        if (Utf8Valid(text)) return true;
        var (letters, faults) = (0, 0);
        while (text.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is >= 0 and var at)
        {
            text = text[at..];
            var isLetter = Rune.DecodeFromUtf8(text, out _, out var length) == OperationStatus.Done;
            if (isLetter) letters++;
            else faults++;
            text = text[length..];
        }
        return letters > faults;
    }

    static bool Utf8Valid(ReadOnlySpan<byte> text) => System.Text.Unicode.Utf8.IsValid(text);

    static (double Even, double Odd) Zeros(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4) return (0, 0);
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            if (head[i] == 0) even++;
            if (head[i + 1] == 0) odd++;
        }
        return (even / (head.Length / 2.0), odd / (head.Length / 2.0));
    }

    /// <summary>Whether most line feeds are letters of two bytes, of which the one at this place is not zero.</summary>
    static bool BreaksLines(ReadOnlySpan<byte> head, int place)
    {
        var (wide, all) = (0, head.Count((byte)'\n'));
        for (var i = 0; i + 1 < head.Length; i += 2)
            if (head[i + place] == '\n' && head[i + 1 - place] == 0) wide++;
        return 2 * wide > all;
    }

    /// <summary>The end of the head may part the bytes of a letter.</summary>
    static ReadOnlySpan<byte> WithoutCutLetter(ReadOnlySpan<byte> head)
    {
        for (var back = 1; back <= 3 && back <= head.Length; back++)
            if (head[^back] >= 0xC0) return head[..^back];
        return head;
    }
}
