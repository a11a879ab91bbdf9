using System.Globalization;
using System.Text;

namespace Runtime.Charts.Painting;

/// <summary>
/// Texts in the order in which they are drawn from left to right: Hebrew and Arabic turned about within a line that runs to the right, the
/// letters of Arabic joined.
/// </summary>
/// <remarks>
/// Of the Unicode bidirectional algorithm (UAX #9) what names and numbers need; the forms of letters are those of the presentation blocks,
/// which fonts of these scripts have.
/// </remarks>
static class RightToLeft
{
    const char FirstRight = '\u0590';

    /// <summary>From U+0621 on: stands alone (U), joins the letter before it (R), joins on both sides (D); blanks are no letters.</summary>
    const string Joining = "URRRRDRDRDDDDDRRRRDDDDDDDD      DDDDDDDRRD";

    const string Brackets = "()[]{}<>«»";

    const char FirstLetter = '\u0621', FirstForm = '\uFE80', Lam = '\u0644';

    /// <summary>Where the forms of further letters of Persian and Urdu begin.</summary>
    static readonly Dictionary<char, (char Form, char Joins)> More = new()
    {
        ['\u067E'] = ('\uFB56', 'D'),
        ['\u0686'] = ('\uFB7A', 'D'),
        ['\u0698'] = ('\uFB8A', 'R'),
        ['\u06A9'] = ('\uFB8E', 'D'),
        ['\u06AF'] = ('\uFB92', 'D'),
        ['\u06CC'] = ('\uFBFC', 'D'),
    };

    /// <summary>Lam and an alef are one letter; where its forms begin.</summary>
    static readonly Dictionary<char, char> LamAlef = new()
    {
        ['\u0622'] = '\uFEF5',
        ['\u0623'] = '\uFEF7',
        ['\u0625'] = '\uFEF9',
        ['\u0627'] = '\uFEFB',
    };

    public static string Drawn(string text)
    {
        if (!text.Any(IsRight)) return text;
        var (joined, drawn) = (Joined(text), new StringBuilder());
        for (var at = 0; at < joined.Length;)
        {
            var end = at;
            if (IsRight(joined[at])) end = LastRight(joined, at) + 1;
            else while (end < joined.Length && !IsRight(joined[end])) end++;
            drawn.Append(IsRight(joined[at]) ? Turned(joined[at..end]) : joined[at..end]);
            at = end;
        }
        return drawn.ToString();
    }

    static bool IsRight(char letter) =>
        letter is >= FirstRight and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';

    /// <summary>The last such letter before one that runs the other way, and the bracket that closes one opened before it.</summary>
    static int LastRight(string text, int start)
    {
        var last = start;
        for (var at = start; at < text.Length && (IsRight(text[at]) || !char.IsLetter(text[at])); at++) if (IsRight(text[at])) last = at;
        var open = text[start..last].Sum(letter => Brackets.IndexOf(letter) is >= 0 and var at ? 1 - 2 * (at % 2) : 0);
        while (open-- > 0 && last + 1 < text.Length && Brackets.IndexOf(text[last + 1]) % 2 == 1) last++;
        return last;
    }

    /// <summary>From its end to its start; numbers keep their order, and brackets open the other way.</summary>
    static string Turned(string text)
    {
        var parts = new List<string>();
        var characters = StringInfo.GetTextElementEnumerator(text);
        while (characters.MoveNext())
        {
            var part = characters.GetTextElement();
            var isNumber = parts.Count > 0 && char.IsDigit(part[0]) && char.IsDigit(parts[^1][^1]);
            if (isNumber) parts[^1] += part;
            else parts.Add(part is [var one] && Brackets.IndexOf(one) is >= 0 and var at ? $"{Brackets[at ^ 1]}" : part);
        }
        parts.Reverse();
        return string.Concat(parts);
    }

    static string Joined(string text)
    {
        var joined = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var before = FormOf(Neighbour(text, at, -1)).Joins == 'D';
            if (text[at] == Lam && at + 1 < text.Length && LamAlef.TryGetValue(text[at + 1], out var both))
            {
                joined.Append((char)(both + (before ? 1 : 0)));
                at++;
                continue;
            }
            var (form, joins) = FormOf(text[at]);
            var after = joins == 'D' && FormOf(Neighbour(text, at, 1)).Joins is ('D' or 'R');
            before &= joins is 'D' or 'R';
            // Forms stand in the order: alone, at the end, at the start, between.
            joined.Append(form == 0 ? text[at] : (char)(form + (before ? 1 : 0) + (after ? 2 : 0)));
        }
        return joined.ToString();
    }

    /// <summary>The letter beside another, marks above and below left out.</summary>
    static char Neighbour(string text, int at, int step)
    {
        do at += step;
        while (at >= 0 && at < text.Length && char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark);
        return at >= 0 && at < text.Length ? text[at] : ' ';
    }

    static (char Form, char Joins) FormOf(char letter)
    {
        if (More.TryGetValue(letter, out var more)) return more;
        var at = letter - FirstLetter;
        if (at < 0 || at >= Joining.Length || Joining[at] == ' ') return ('\0', ' ');
        var forms = Joining.Take(at).Sum(joins => joins switch { 'U' => 1, 'R' => 2, 'D' => 4, _ => 0 });
        return ((char)(FirstForm + forms), Joining[at]);
    }
}
