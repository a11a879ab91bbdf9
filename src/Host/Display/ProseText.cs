using System.Text.RegularExpressions;
using Spectre.Console;

namespace Host.Display;

/// <summary>Prose in a terminal: headings and stressed words by their look rather than by their marks.</summary>
static partial class ProseText
{
    static readonly Style Plain = new(Color.Teal);
    static readonly Style Bold = new(Color.Teal, decoration: Decoration.Bold);
    static readonly Style Italic = new(Color.Teal, decoration: Decoration.Italic);

    [GeneratedRegex(@"\*\*(?<bold>\S(?:[^*\n]*\S)?)\*\*|(?<![\w*])\*(?<italic>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])")]
    private static partial Regex Stressed();

    [GeneratedRegex(@"^#{1,6}\s+(?<title>.*\S)\s*$")]
    private static partial Regex Heading();

    public static void Write(IAnsiConsole console, string prose)
    {
        var text = new Paragraph();
        foreach (var line in Joined(prose.Split('\n')))
        {
            if (Heading().Match(line) is { Success: true } heading) text.Append(heading.Groups["title"].Value, Bold);
            else Line(text, line);
            text.Append("\n");
        }
        console.Write(text);
        console.WriteLine();
    }

    /// <summary>The lines of a paragraph as one, which the terminal breaks where it must; lists, tables and code stay.</summary>
    static IEnumerable<string> Joined(string[] lines)
    {
        var (open, inCode) = ("", false);
        foreach (var line in lines)
        {
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            var goesOn = !inCode && !isFence && Running().IsMatch(line);
            if (open.Length > 0 && !goesOn)
            {
                yield return open;
                open = "";
            }
            if (goesOn) open += (open.Length > 0 ? " " : "") + line.Trim();
            else yield return line;
            inCode ^= isFence;
        }
        if (open.Length > 0) yield return open;
    }

    /// <summary>Text that is no heading, list, table, quotation or code.</summary>
    [GeneratedRegex(@"^ {0,3}(?![#|>]|[-*+]\s|\d+[.)]\s)\S")]
    private static partial Regex Running();

    static void Line(Paragraph text, string line)
    {
        var at = 0;
        foreach (Match stress in Stressed().Matches(line))
        {
            text.Append(line[at..stress.Index], Plain);
            text.Append(stress.Groups["bold"].Value, Bold);
            text.Append(stress.Groups["italic"].Value, Italic);
            at = stress.Index + stress.Length;
        }
        text.Append(line[at..], Plain);
    }
}
