using System.Collections.Concurrent;
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
    /// <summary>Each with the step after which it was there.</summary>
    readonly ConcurrentDictionary<string, Value> values = new(StringComparer.Ordinal);
    readonly Dictionary<string, Expression> open = new(StringComparer.Ordinal);

    public ProseFigures(Plan plan)
    {
        var parameters = plan.Parameters.ToDictionary(p => p.Name, p => p.Value);
        foreach (var text in plan.Script.Items.OfType<Prose>().SelectMany(p => Named(p.Text)))
        {
            if (text.StartsWith('$') && parameters.TryGetValue(text[1..], out var value)) values[text] = new(value, 0);
            else if (Asked(text) is { } expression) open[text] = expression;
        }
    }

    /// <summary>What has no value yet.</summary>
    public IEnumerable<string> Open => open.Keys;

    /// <summary>Takes the values that a study has after a step.</summary>
    public void Note(Study study, int step)
    {
        foreach (var (text, expression) in open.ToArray())
        {
            if (StudyScope.Check(expression, study.Shape) is not null) continue;
            values[text] = new(Shown(expression, StudyScope.Value(expression, study, dropNoise: false)), step);
            open.Remove(text);
        }
    }

    /// <summary>Prose with the values that there are.</summary>
    /// <param name="before">With those alone that are there when this step begins, however far the run has come.</param>
    public string Filled(string prose, int before = int.MaxValue) => Braces().Replace(prose, match =>
        match.Groups["value"] is { Success: true } named && values.TryGetValue(named.Value.Trim(), out var value) && value.Step < before
            ? value.Text : match.Value);

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

    sealed record Value(string Text, int Step);
}
