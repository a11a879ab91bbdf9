using System.Text.RegularExpressions;

namespace Host.CSharp;

/// <summary>A line <c>#r "…"</c> or <c>#load "…"</c> of a text.</summary>
/// <param name="Value">What stands between the quotation marks.</param>
readonly record struct Directive(bool IsLoad, string Value, int Start, int Length);

/// <summary>Finds such lines without a compiler, so that a block out of the cache needs none.</summary>
static partial class Directives
{
    public static List<Directive> In(string text) =>
        [.. Line().Matches(text).Select(m => m.Groups)
            .Select(g => new Directive(g[2].Value == "load", g[3].Value, g[1].Index, g[1].Length))];

    /// <summary>The text with blanks in their place: everything else stays where it is.</summary>
    public static string Blanked(string text)
    {
        var letters = text.ToCharArray();
        foreach (var directive in In(text)) Array.Fill(letters, ' ', directive.Start, directive.Length);
        return new string(letters);
    }

    [GeneratedRegex("""^[ \t]*(#(r|load)[ \t]+"([^"\r\n]*)"[^\r\n]*)""", RegexOptions.Multiline)]
    private static partial Regex Line();
}
