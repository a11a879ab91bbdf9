using System.Globalization;
using System.Text.RegularExpressions;
using Runtime.Expressions;

namespace Dsl.Syntax;

/// <summary>Words and numbers: what may stand together without spaces.</summary>
static partial class Words
{
    /// <summary>Inside a word these are letters like any other, so that paths and <c>black-metal</c> are words.</summary>
    public const string Inner = "./\\:-~*";

    /// <summary>Where a step calculates, the others are signs.</summary>
    const string InnerOfNames = ".\\:~";

    [GeneratedRegex(@"\G\d[\d_]*(\.\d[\d_]*)?([eE][+-]?\d+)?", RegexOptions.ECMAScript)]
    private static partial Regex NumberPattern();

    /// <summary>
    /// A star that nothing follows in its step which could be multiplied, not even behind line ends and comments: all columns. What touches
    /// it belongs to its word: <c>*k</c>.
    /// </summary>
    [GeneratedRegex(@"\G\*(?=(?>(?:\s|(?!(?<=\n)##)#[^\n]*)*)(?:\z|(?<=\n)|[|,]|(?<=\s)(?:as\s|[\p{L}_][\p{L}\p{Nd}_]*=(?!=))))")]
    private static partial Regex AllPattern();

    public static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c == '_';

    public static bool IsPlain(string word) => word.Length > 0 && word.All(IsPlain);

    /// <summary>No word, text or bracket ends right before <paramref name="at"/>, so a value may start there.</summary>
    public static bool IsBoundary(string text, int at) => at == 0 || !(IsPlain(text[at - 1]) || text[at - 1] is ')' or '"' or '`');

    /// <summary>The word or number at <paramref name="at"/>, if one starts there.</summary>
    public static (TokenKind? TokenKind, int Length)? At(string text, int at, bool calculates)
    {
        if (!IsPlain(text[at]) && !MayStart(text, at)) return null;
        if (!calculates && AllPattern().IsMatch(text, at)) return (TokenKind.Word, 1);
        var (end, inner) = (at, calculates ? InnerOfNames : Inner);
        while (end < text.Length && (IsPlain(text[end]) || inner.Contains(text[end]))) end++;
        // A range to a name between back-ticks.
        if (end < text.Length && text[end] == '`' && text.AsSpan(at, end - at).EndsWith("..")) end -= 2;
        if (end == at || !Starts(text, at, end)) return null;
        return char.IsAsciiDigit(text[at]) && Number(text, at, end) is { } number ? number : (WordKind(text, at, end), end - at);
    }

    public static double ToNumber(string written)
    {
        var percent = written.EndsWith('%');
        var digits = written.Replace("_", "").TrimEnd('%');
        var number = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        return percent ? number / 100 : number;
    }

    /// <summary>A mark that starts a path stands after a space or where a value starts.</summary>
    static bool MayStart(string text, int at) =>
        text[at] is not ('-' or ':') && (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '=' or '(' or ',' or '|');

    /// <summary>A path may start with a mark (<c>../data</c>), but a mark alone is an operator.</summary>
    static bool Starts(string text, int at, int end)
    {
        if (IsPlain(text[at])) return true;
        var afterRange = text.AsSpan(at).StartsWith("..") && at + 2 < end && char.IsAsciiDigit(text[at + 2]);
        return !afterRange && !text[at..end].All(Inner.Contains);
    }

    /// <summary>A number, when the run of letters from <paramref name="at"/> to <paramref name="end"/> is one or starts a range.</summary>
    static (TokenKind? TokenKind, int Length)? Number(string text, int at, int end)
    {
        var length = NumberPattern().Match(text, at).Length;
        var after = at + length;
        if (after < end && !text.AsSpan(after).StartsWith("..")) return null;
        if (!double.IsFinite(ToNumber(text.Substring(at, length)))) return (TokenKind.HugeNumber, length);
        return (TokenKind.Number, after < text.Length && text[after] == '%' ? length + 1 : length);
    }

    static TokenKind WordKind(string text, int at, int end)
    {
        var word = text[at..end];
        if (word == "as") return TokenKind.As;
        if (Notation.Keywords.Contains(word)) return TokenKind.Keyword;
        return end < text.Length && text[end] == '(' && IsPlain(word) ? TokenKind.Function : TokenKind.Word;
    }
}
