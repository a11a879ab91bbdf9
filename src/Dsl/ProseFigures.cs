using System.Collections.Concurrent;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;

namespace Dsl;

/// <summary>
/// Results and parameters that the prose of a script names in braces: <c>{noise(dense)}</c>, <c>{$tracks}</c>. A result has its value from
/// the step on after which it can be asked for; what has none stays as it was written.
/// </summary>
public sealed class ProseFigures
{
    /// <summary>Each with the step after which it was there.</summary>
    readonly ConcurrentDictionary<string, Value> values = new(StringComparer.Ordinal);
    readonly Dictionary<string, Expression> open = new(StringComparer.Ordinal);

    public ProseFigures(Plan plan)
    {
        var parameters = plan.Parameters.ToDictionary(p => p.Name, p => p.Value);
        foreach (var text in plan.Script.Items.OfType<Prose>().SelectMany(p => ProseBraces.Named(p.Text)))
        {
            if (text.StartsWith('$') && parameters.TryGetValue(text[1..], out var value)) values[text] = new(value, 0);
            else if (ProseBraces.Asked(text) is { } expression) open[text] = expression;
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
    public string Filled(string prose, int before = int.MaxValue) => ProseBraces.Replaced(prose, text =>
        values.TryGetValue(text, out var value) && value.Step < before ? value.Text : null);

    static string Shown(Expression expression, double value) =>
        expression is CallExpression { Function: "noise" } ? Wording.Share(value)
        : value == Math.Floor(value) && Math.Abs(value) < 1e15 ? Wording.Count((long)value) : CellText.Number(value);

    sealed record Value(string Text, int Step);
}
