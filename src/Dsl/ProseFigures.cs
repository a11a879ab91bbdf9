using System.Text.RegularExpressions;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;

namespace Dsl;

/// <summary>
/// Results and parameters that the prose of a script names in braces: <c>{noise(dense)}</c>, <c>{$tracks}</c>. A result has its value from
/// the step on after which it can be asked for; what has none stays as it was written.
/// </summary>
public sealed partial class ProseFigures
{
    readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    readonly Dictionary<string, Expression> open = new(StringComparer.Ordinal);

    public ProseFigures(Plan plan)
    {
        var parameters = plan.Parameters.ToDictionary(p => p.Name, p => p.Value);
        foreach (var text in plan.Script.Items.OfType<Prose>().SelectMany(p => Named(p.Text)))
        {
            if (text.StartsWith('$') && parameters.TryGetValue(text[1..], out var value)) values[text] = value;
            else if (Asked(text) is { } expression) open[text] = expression;
        }
    }

    /// <summary>What has no value yet.</summary>
    public IEnumerable<string> Open => open.Keys;

    /// <summary>Takes the values that a study has.</summary>
    public void Note(Study study)
    {
        foreach (var (text, expression) in open.ToArray())
        {
            if (StudyScope.Check(expression, study.Shape) is not null) continue;
            values[text] = Shown(expression, StudyScope.Value(expression, study, dropNoise: false));
            open.Remove(text);
        }
    }

    /// <summary>Prose with the values that there are.</summary>
    public string Filled(string prose) => Braces().Replace(prose, match =>
        match.Groups["value"] is { Success: true } named && values.TryGetValue(named.Value.Trim(), out var value) ? value : match.Value);

    /// <summary>What prose names in braces, but not in code.</summary>
    public static IEnumerable<string> Named(string prose) =>
        Braces().Matches(prose).Where(m => m.Groups["value"].Success).Select(m => m.Groups["value"].Value.Trim());

    /// <summary>A figure of a study; null for any other text in braces.</summary>
    public static Expression? Asked(string text)
    {
        var read = Reader.ReadValue(text);
        return read is CallExpression { IsFigure: true } or NameExpression { IsOfStudy: true } ? read : null;
    }

    static string Shown(Expression expression, double value) =>
        expression is CallExpression { Function: "noise" } ? Wording.Share(value)
        : value == Math.Floor(value) && Math.Abs(value) < 1e15 ? Wording.Count((long)value) : CellText.Number(value);

    [GeneratedRegex(@"`[^`\n]*`|\{(?<value>[^{}\n]+)\}")]
    private static partial Regex Braces();
}
