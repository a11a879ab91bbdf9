using System.Text.RegularExpressions;
using Dsl.Diagnostics;
using Runtime.Expressions;

namespace Dsl.Syntax;

/// <summary>What prose has in braces, but not in code.</summary>
public static partial class ProseBraces
{
    public static IEnumerable<string> Named(string prose) => In(prose).Select(g => g.Value.Trim());

    /// <summary>The same, each with where it starts in a stretch of a script.</summary>
    public static IEnumerable<(string Text, int At)> Places(string source, Span prose) => In(source.Substring(prose.Start, prose.Length))
        .Select(g => (g.Value.Trim(), prose.Start + g.Index + g.Value.Length - g.Value.TrimStart().Length));

    /// <summary>Prose with other texts in the place of the braces; null leaves them.</summary>
    public static string Replaced(string prose, Func<string, string?> by) => Braces().Replace(prose, match =>
        match.Groups["value"] is { Success: true } named && by(named.Value.Trim()) is { } other ? other : match.Value);

    /// <summary>A figure of a study; null for any other text in braces.</summary>
    public static Expression? Asked(string text)
    {
        var read = Reader.ReadValue(text);
        return read is CallExpression { IsFigure: true } or NameExpression { IsOfStudy: true } ? read : null;
    }

    static IEnumerable<Group> In(string prose) => Braces().Matches(prose).Select(m => m.Groups["value"]).Where(g => g.Success);

    [GeneratedRegex(@"`[^`\n]*`|\{(?<value>[^{}\n]+)\}")]
    private static partial Regex Braces();
}
