using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Completion;

namespace Host.CSharp.Editing;

/// <summary>What Roslyn says of a choice, in one line: the signature, then what it is for.</summary>
static partial class CodeExplanation
{
    /// <param name="kind">Stands beside it already and is not said again.</param>
    public static string Of(CompletionDescription? description, string kind)
    {
        if (description is null || kind == "keyword") return "";
        var lines = Short(description.Text).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        if (lines.Count == 0) return "";
        foreach (var word in new[] { kind + " ", "record " })
            if (lines[0].StartsWith(word, StringComparison.Ordinal)) lines[0] = lines[0][word.Length..];
        return OfOperator(lines[0]) is { } doc ? $"{lines[0]}  {doc}" : string.Join("  ", lines);
    }

    /// <summary>Without where it comes from, which a block need not write.</summary>
    public static string Short(string signature) => Sort().Replace(Room().Replace(signature, ""), "");

    /// <summary>Operators say what they are for in their attributes.</summary>
    static string? OfOperator(string signature)
    {
        if (Catalog.Operators.FirstOrDefault(o => o.Type.Name == signature) is { } whole) return whole.Doc;
        if (Member().Match(signature) is not { Success: true } member) return null;
        return Catalog.Operators.FirstOrDefault(o => o.Type.Name == member.Groups[1].Value)?.Parameters
            .FirstOrDefault(p => p.Property.Name == member.Groups[2].Value)?.Doc;
    }

    [GeneratedRegex(@"\b(Host\.CSharp|Runtime(\.[A-Z]\w*)*|System(\.[A-Z]\w*)*)\.(?=[A-Z])")]
    private static partial Regex Room();

    [GeneratedRegex(@"^\([a-z ]+\) ")]
    private static partial Regex Sort();

    [GeneratedRegex(@"(\w+)\.(\w+) \{")]
    private static partial Regex Member();
}
