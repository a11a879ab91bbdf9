using System.Globalization;
using System.Text;

namespace Runtime.Words;

/// <summary>
/// Text from elsewhere, made safe to show in a line: whatever a terminal would obey, and whatever turns the direction of reading or
/// cannot be seen, is spelled out as <c>\u{1b}</c>.
/// </summary>
public static class Printable
{
    /// <summary>The same text when there is nothing to spell out.</summary>
    public static string Of(string text)
    {
        foreach (var letter in text)
            if (letter < ' ' || letter >= '\u007F') return Spelled(text);
        return text;
    }

    /// <summary>Text of several lines, whose ends and tabs stay.</summary>
    public static string Lines(string text)
    {
        if (ReferenceEquals(Of(text), text)) return text;
        return string.Join('\n', text.Replace("\r\n", "\n").Split('\n').Select(line => string.Join('\t', line.Split('\t').Select(Of))));
    }

    static string Spelled(string text)
    {
        var line = new StringBuilder(text.Length);
        var before = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSafe(rune, before)) line.Append(rune);
            else line.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
            before = rune;
        }
        return line.ToString();
    }

    /// <summary>Whether it is spelled out wherever it stands.</summary>
    public static bool IsHidden(Rune rune) => rune.Value is not (0xFE0E or 0xFE0F) && !IsSafe(rune, default);

    static bool IsSafe(Rune rune, Rune before) => Rune.GetUnicodeCategory(rune) switch
    {
        // C0, C1; marks of direction, joiners, tags; line and paragraph separators.
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.NonSpacingMark when rune.Value is 0xFE0E or 0xFE0F => IsSign(before),
        _ => !IsInvisible(rune.Value),
    };

    /// <summary>The selector after a sign says whether it has colours.</summary>
    static bool IsSign(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol;

    /// <summary>
    /// What Unicode calls default ignorable beyond the categories above, fillers and selectors without any width; and what is no character.
    /// </summary>
    static bool IsInvisible(int value) => value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0
        or (>= 0x180B and <= 0x180F) or 0x2065 or (>= 0xFE00 and <= 0xFE0F) or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF)
        || (value & 0xFFFE) == 0xFFFE;
}
