using System.Text;

namespace Runtime.Data;

/// <summary>
/// How numbers are written: what parts their decimals and their thousands. A sign, a currency before or behind and a percent sign
/// (the number is divided by 100 then) are taken in all of them, and brackets around an amount as a minus.
/// </summary>
/// <param name="Decimal">A point or a comma.</param>
/// <param name="Thousands">What stands between groups of three digits; 0 when nothing does.</param>
sealed record Numerals(byte Decimal, byte Thousands)
{
    const int Longest = 64;

    public static Numerals Plain { get; } = new((byte)'.', 0);

    public static Numerals English { get; } = new((byte)'.', (byte)',');

    /// <summary>In the order that equals are tried in.</summary>
    public static IReadOnlyList<Numerals> All { get; } =
    [
        Plain, new((byte)'.', (byte)','), new((byte)',', 0), new((byte)',', (byte)'.'), new((byte)'.', (byte)' '),
        new((byte)',', (byte)' '), new((byte)'.', (byte)'\''), new((byte)',', (byte)'\''),
    ];

    /// <summary>
    /// Signs, what is written in their place, and the codes of ISO 4217 that are met most; the longer of those that begin alike first.
    /// </summary>
    const string Currencies = "R$ A$ C$ NZ$ HK$ S$ US$ AU$ CA$ NT$ $ £ ¥ € ₹ ₽ ₩ ₺ ₪ ฿ ₫ ₴ ₱ ₦ ₡ ₸ ₵ ₾ ₲ "
        + "kr. kr zł Kč Ft lei лв руб. руб Rs. Rs ₨ Fr. "
        + "USD EUR GBP CHF JPY CNY RMB INR BRL AUD CAD NZD MXN ZAR KRW TRY RUB SGD HKD THB SEK NOK DKK PLN CZK HUF RON ILS AED SAR";

    static readonly byte[][] Marks = [.. Currencies.Split(' ').Select(Encoding.UTF8.GetBytes)];

    /// <summary>Blanks that do not break stand between groups of digits, too.</summary>
    static readonly byte[][] Spaces = [[0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE2, 0x80, 0x89]];

    /// <summary>Reads a number that is written so.</summary>
    /// <param name="mark">The percent sign (−1) or which currency (from 1) it has; 0 for neither.</param>
    public bool TryRead(ReadOnlySpan<byte> word, out double value, out int mark)
    {
        mark = 0;
        if (Decimal == '.' && Fields.TryNumber(word, out value)) return true;
        value = 0;
        if (word.Length > Longest) return false;
        Span<byte> space = stackalloc byte[word.Length];
        var text = Simplified(word, space);
        var negative = text.Length > 2 && text[0] == '(' && text[^1] == ')';
        if (negative) text = text[1..^1];
        var minus = text.Length > 1 && text[0] == '-';
        if (minus) text = text[1..].TrimStart((byte)' ');
        text = WithoutMark(text, ref mark);
        if (mark > 0 && text.Length > 1 && text[0] == '-' && !minus)
        {
            minus = true;
            text = text[1..];
        }
        Span<byte> digits = stackalloc byte[text.Length + 1];
        if (text.Length == 0 || (minus && text[0] is (byte)'-' or (byte)'+')) return false;
        if (Pointed(text, digits) is not { } length || !Fields.TryNumber(digits[..length], out value)) return false;
        if (mark < 0) value /= 100;
        if (negative != minus) value = -value;
        return true;
    }

    /// <summary>Blanks of any kind as a blank, other signs as those of ASCII, no blanks at the ends.</summary>
    static ReadOnlySpan<byte> Simplified(ReadOnlySpan<byte> word, Span<byte> into)
    {
        if (Ascii.IsValid(word)) return word.Trim(" \t\n\v\f\r"u8);
        var count = 0;
        for (var at = 0; at < word.Length;)
        {
            var rest = word[at..];
            var blank = BlankAt(rest);
            var narrow = blank > 0 ? (byte)' ' : Narrow(rest);
            into[count++] = narrow ?? rest[0];
            at += blank > 0 ? blank : narrow is null ? 1 : 3;
        }
        return into[..count].Trim((byte)' ');
    }

    /// <summary>The sign of ASCII for one of three bytes: a true minus, a curved apostrophe, signs and digits of full width.</summary>
    static byte? Narrow(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("−"u8)) return (byte)'-';
        if (text.StartsWith("’"u8)) return (byte)'\'';
        var isWide = text.Length > 2 && text[0] == 0xEF && text[1] == 0xBC && text[2] is >= 0x85 and <= 0x99;
        return isWide ? (byte)(text[2] - 0x60) : null;
    }

    /// <summary>How many bytes the blank takes that the text starts with; 0 when it starts with none.</summary>
    static int BlankAt(ReadOnlySpan<byte> text)
    {
        foreach (var space in Spaces) if (text.StartsWith(space)) return space.Length;
        return 0;
    }

    static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text, ref int mark)
    {
        if (text.Length > 1 && text[^1] == '%')
        {
            mark = -1;
            return text[..^1].TrimEnd((byte)' ');
        }
        if (text.Length == 0 || (char.IsAsciiDigit((char)text[0]) && char.IsAsciiDigit((char)text[^1]))) return text;
        for (var i = 0; i < Marks.Length; i++)
        {
            if (!text.StartsWith(Marks[i]) && !text.EndsWith(Marks[i])) continue;
            mark = i + 1;
            return (text.StartsWith(Marks[i]) ? text[Marks[i].Length..] : text[..^Marks[i].Length]).Trim((byte)' ');
        }
        return text;
    }

    /// <summary>The number with a point and its digits together; null when its thousands are not parted so.</summary>
    int? Pointed(ReadOnlySpan<byte> text, Span<byte> into)
    {
        var (count, group, inner) = (0, 0, 0);
        var at = 0;
        for (; at < text.Length; at++)
        {
            if (char.IsAsciiDigit((char)text[at])) group++;
            else if (text[at] == Thousands && group is > 0 and <= 3 && Parts(group, ref inner)) group = 0;
            else if (at == 0 && text[at] is (byte)'+' or (byte)'-') group = 0;
            else break;
            if (text[at] != Thousands) into[count++] = text[at];
        }
        if (inner != 0 && group != 3) return null;
        if (at < text.Length && text[at] == Decimal) (into[count++], at) = ((byte)'.', at + 1);
        var rest = text[at..];
        if (rest.ContainsAny((byte)',', (byte)'.', (byte)'\'')) return null;
        rest.CopyTo(into[count..]);
        return count + rest.Length;
    }

    /// <summary>Groups between the first and the last have three digits, or all two: 12,34,567.</summary>
    /// <param name="inner">Digits of the groups so far; 0 before the first, 1 after it.</param>
    static bool Parts(int group, ref int inner)
    {
        var fits = inner == 0 || (group > 1 && (inner == 1 || inner == group));
        inner = inner == 0 ? 1 : group;
        return fits;
    }
}
