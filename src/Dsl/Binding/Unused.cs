using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>Names that a script gives and never speaks of again.</summary>
sealed class Unused(Parameters parameters)
{
    readonly List<Name> given = [];
    readonly HashSet<string> used = [];

    /// <summary>Notes what a step uses of those before it.</summary>
    public void Note(BoundStep step, Shape before, CheckContext check)
    {
        used.UnionWith(check.Used);
        if (before.CurrentPoints is { } points && TakesCurrent(step)) used.Add(points);
        foreach (var value in step.Step.Arguments.SelectMany(a => a.Value.All()))
        {
            if (value is NameExpression or TextLiteral && ArgumentTypes.Text(value) is { } word) used.Add(word);
            if (value is ParameterForm parameter) used.UnionWith(parameters.InForce.Where(p => p.Name == parameter.Name).Select(p => p.Value));
        }
    }

    /// <summary>An operator on points takes the current ones unless it is told which.</summary>
    static bool TakesCurrent(BoundStep step) => step is { Signature: { Needs: Needs.Points } signature, Operator: { } op }
        && !signature.Parameters.Any(p => p.ValueType == typeof(PointsRef) && p.Property.GetValue(op) is not null);

    /// <summary>Notes a name that a step gives to what it makes.</summary>
    public void Give(Name name) => given.Add(name);

    public IEnumerable<Diagnostic> Found => given.Where(n => !used.Contains(n.Text)).Select(n => Sentences.Unused(n.Span, n.Text));
}
