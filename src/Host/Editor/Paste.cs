using System.Text;

namespace Host.Editor;

/// <summary>A paste as a terminal sends it between two marks, so that its line ends are not Enter.</summary>
static class Paste
{
    /// <summary>Asks the terminal for marks around a paste.</summary>
    public const string On = "\e[?2004h";

    public const string Off = "\e[?2004l";

    const string Start = "[200~", End = "\e[201~";

    /// <summary>
    /// What an Escape begins: the text of a paste; or Alt and a key, which some terminals send so; null when it was
    /// Escape alone or a sequence that means nothing here.
    /// </summary>
    public static (string? Text, ConsoleKeyInfo? Key) AfterEscape(Keys keys)
    {
        if (!keys.Waiting()) return default;
        var next = keys.Read();
        if (next.KeyChar != '[') return (null, new ConsoleKeyInfo(next.KeyChar, next.Key, false, alt: true, false));
        var sequence = new StringBuilder("[");
        while (keys.Waiting() && sequence.Length < 16)
        {
            sequence.Append(keys.Read().KeyChar);
            if (sequence[^1] is >= '@' and <= '~') break;
        }
        return sequence.ToString() == Start ? (Text(keys), null) : default;
    }

    static string Text(Keys keys)
    {
        var text = new StringBuilder();
        while (!EndsWith(text, End))
        {
            var key = keys.Read();
            text.Append(key.KeyChar != '\0' ? key.KeyChar : key.Key == ConsoleKey.Enter ? '\n' : "");
        }
        text.Length -= End.Length;
        return Clean(text.ToString());
    }

    static bool EndsWith(StringBuilder text, string end) =>
        text.Length >= end.Length && text.ToString(text.Length - end.Length, end.Length) == end;

    /// <summary>One kind of line end, no characters that move a terminal.</summary>
    static string Clean(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Replace("\t", "  ").Where(c => c == '\n' || !char.IsControl(c))).TrimEnd('\n');
}
