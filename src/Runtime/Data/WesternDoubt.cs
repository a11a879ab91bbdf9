using System.Buffers;
using System.Globalization;
using System.Text;

namespace Runtime.Data;

/// <summary>
/// Whether bytes that are no UTF-8 are likely to be Windows-1252, as they are read then. Its letters beyond ASCII stand alone or two
/// together within words; those of other alphabets stand in runs, and those of other code pages are signs between letters.
/// </summary>
static class WesternDoubt
{
    /// <summary>What no word of a Western language has between two letters: signs, and bytes that mean nothing.</summary>
    static readonly SearchValues<byte> Signs = SearchValues.Create(
    [
        0x81, 0x83, 0x84, 0x86, 0x87, 0x88, 0x89, 0x8B, 0x8D, 0x8F, 0x90, 0x98, 0x9B, 0x9D, 0x9F, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6,
        0xA8, 0xAB, 0xAC, 0xAF, 0xB1, 0xB3, 0xB5, 0xB6, 0xB8, 0xB9, 0xBB, 0xBC, 0xBD, 0xBE, 0xBF, 0xD7, 0xF7,
    ]);

    static readonly SearchValues<byte> Ends = SearchValues.Create(",;\t\"\r\n"u8);

    static readonly string[] OfRuns =
    [
        "windows-1251", "koi8-r", "windows-1253", "windows-1255", "windows-1256", "shift_jis", "euc-jp", "gb18030", "big5", "euc-kr",
        "windows-874",
    ];

    static readonly string[] OfSigns = ["windows-1250", "ibm850", "macintosh", "windows-1254", "windows-1257"];

    /// <summary>Bytes in a row that hardly any Western word has; fields to look at, and encodings to offer.</summary>
    const int LongRun = 3, MostFields = 8, MostOffered = 6;

    /// <summary>What to say of a text that is read as Windows-1252 and looks like none; null when it looks well.</summary>
    public static string? Of(InputFile file, ReadOnlySpan<byte> head)
    {
        var (all, inRuns) = (0, 0);
        List<byte[]> runs = [], signs = [];
        for (var at = 0; at < head.Length; at++)
        {
            if (head[at] < 0x80) continue;
            var start = at;
            while (at + 1 < head.Length && head[at + 1] >= 0x80) at++;
            var length = at + 1 - start;
            all += length;
            if (length >= LongRun) inRuns += length;
            if (length >= LongRun && runs.Count < MostFields) runs.Add(FieldAt(head, start));
            if (length < LongRun && signs.Count < MostFields && (IsSignInWord(head, start) || IsSignInWord(head, at)))
                signs.Add(FieldAt(head, start));
        }
        return 2 * inRuns > all ? Told(file, runs, OfRuns) : signs.Count > 0 ? Told(file, signs, OfSigns) : null;
    }

    static bool IsSignInWord(ReadOnlySpan<byte> head, int at) => at > 0 && at + 1 < head.Length && Signs.Contains(head[at])
        && IsLetter(head[at - 1]) && IsLetter(head[at + 1]) && !char.IsAsciiLetterUpper((char)head[at + 1]);

    static bool IsLetter(byte letter) => char.IsAsciiLetter((char)letter) || letter >= 0xC0;

    static byte[] FieldAt(ReadOnlySpan<byte> head, int at)
    {
        var start = head[..at].LastIndexOfAny(Ends) + 1;
        var length = head[start..].IndexOfAny(Ends);
        return head.Slice(start, length < 0 ? head.Length - start : length).ToArray();
    }

    /// <summary>Null where no other encoding makes letters of it.</summary>
    static string? Told(InputFile file, List<byte[]> fields, string[] encodings)
    {
        string[] others = [.. encodings.Where(e => fields.TrueForAll(f => Decoded(f, e) is not null)).Take(MostOffered)
            .Select(e => $"`encoding={e}` makes `{Decoded(fields[0], e)}` of it")];
        return others.Length == 0 ? null
            : $"`{file}` is no UTF-8. Read as {TextEncodings.Western}, it has `{Printable.Of(Western(fields[0]))}`; {Wording.And(others)}.";
    }

    /// <summary>Letters for a few columns of a screen, in which nobody writes.</summary>
    const char HalfWidth = '\uFF00';

    /// <summary>Or a mark on one, as vowels are in some.</summary>
    static bool IsLetter(char c) =>
        char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Letters behind the first are all small or all capitals.</summary>
    static bool IsCased(string word) => !word.Skip(1).Any(char.IsUpper) || !word.Any(char.IsLower);

    static string Western(byte[] field) => TextEncodings.Find(TextEncodings.Western)!.GetString(field);

    /// <summary>Null where it is none, or has signs that no word has.</summary>
    static string? Decoded(byte[] field, string encoding)
    {
        try
        {
            var strict = (Encoding)TextEncodings.Find(encoding)!.Clone();
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
            var text = strict.GetString(field);
            var isText = text.All(c => char.IsAscii(c) || IsLetter(c) && c < HalfWidth) && text.Split(' ', '-').All(IsCased);
            // Single letters of other alphabets within words of ours are no words of theirs.
            return isText && (strict.IsSingleByte || 2 * text.Count(c => !char.IsAscii(c)) >= text.Count(char.IsLetter)) ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
