using System.Text.RegularExpressions;

namespace Runtime.Words;

/// <summary>
/// Back-ticks in messages. What stands between them is to be written as it is, so a name that has its own needs no second pair: those who
/// copy it would have both.
/// </summary>
public static partial class Ticks
{
    /// <summary>``Unit Price`` as `Unit Price`.</summary>
    public static string Single(string text) => text.Contains("``") ? Doubled.Replace(text, "`$1`") : text;

    [GeneratedRegex("(?<!`)``(?!`)([^`\n]+)(?<!`)``(?!`)")]
    static partial Regex Doubled { get; }
}
