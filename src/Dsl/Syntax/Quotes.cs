using System.Globalization;
using System.Text;

namespace Dsl.Syntax;

/// <summary>What stands between two quotation marks or two back-ticks.</summary>
/// <remarks>
/// A back-slash before the mark or a back-slash protects it, <c>\n</c> is a new line, <c>\u{feff}</c> the letter of that number; others
/// stay.
/// </remarks>
static class Quotes
{
    /// <summary>Where the text that starts at <paramref name="at"/> ends, its marks included; null when its line does before.</summary>
    public static int? End(string text, int at)
    {
        for (var i = at + 1; i < text.Length && text[i] != '\n'; i++)
        {
            if (text[i] == text[at]) return i + 1;
            if (IsEscape(text, i, text[at])) i++;
        }
        return null;
    }

    public static string Unescaped(string token)
    {
        var text = new StringBuilder(token.Length);
        for (var i = 1; i < token.Length - 1; i++)
        {
            if (Lettered(token, i) is { } lettered)
            {
                text.Append(lettered.Letter.ToString());
                i += lettered.Length - 1;
            }
            else if (!IsEscape(token, i, token[0])) text.Append(token[i]);
            else text.Append(token[++i] == 'n' ? '\n' : token[i]);
        }
        return text.ToString();
    }

    static bool IsEscape(string text, int at, char mark) =>
        text[at] == '\\' && at + 1 < text.Length && (text[at + 1] == mark || text[at + 1] is '\\' or 'n');

    /// <summary>A letter by its number, as messages spell out what cannot be seen.</summary>
    static (Rune Letter, int Length)? Lettered(string text, int at)
    {
        if (!text.AsSpan(at).StartsWith("\\u{")) return null;
        var length = text.AsSpan(at).IndexOf('}') + 1;
        var digits = text.AsSpan(at + 3, Math.Max(0, length - 4));
        return digits.Length is > 0 and <= 6
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) && Rune.IsValid(number)
            ? (new Rune(number), length) : null;
    }
}
